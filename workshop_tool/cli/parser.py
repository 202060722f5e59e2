"""The words of the command line: which commands there are, and what each of them takes."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workshop_tool import __version__
from workshop_tool.cli import commands, keeping, kit, rehearse
from workshop_tool.cli.record import add_record_options
from workshop_tool.domain.earlier import CarriedPart
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _
from workshop_tool.services.copies import COPY_SUFFIX
from workshop_tool.services.series import PARTS

if TYPE_CHECKING:
    Parts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - the only name this type has

LISTS: Final = ("trends", "problems", "participants", "questions")
MOST_PARTICIPANTS: Final = 2000
CARRIED: Final[dict[str, CarriedPart]] = {("problems" if part == "areas" else part): part for part in PARTS}
"""What an earlier workshop may hand on, by the words of the command line."""


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    parser = argparse.ArgumentParser(prog="workshop-tool", description=_("Run a stakeholder workshop from a laptop."))
    parser.add_argument("--version", action="version", version=f"workshop-tool {__version__}")
    parts = parser.add_subparsers(required=True, metavar="COMMAND")
    for add in (_add_rooms, _add_content, _add_results, _add_keeping):
        add(parts)
    return parser


def _add_rooms(parts: "Parts") -> None:
    """Commands that hold a workshop."""
    command = parts.add_parser("run", help=_("open the window"))
    command.add_argument("file", nargs="?", type=Path, metavar="FILE")
    command.add_argument("--sample", action="store_true", help=_("open a copy of the sample workshop"))
    command.set_defaults(command=commands.run)

    command = parts.add_parser("demo", help=_("hold a whole workshop with simulated participants"))
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--participants", type=_count, default=15, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")
    command.set_defaults(command=commands.demo)

    command = parts.add_parser("host", help=_("serve the phones without a window"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--port", type=_port, default=8080, metavar="N", help=_("0 takes any free one"))
    command.add_argument("--address", metavar="IP", help=_("instead of the address of the room's network"))
    command.add_argument("--open-round", type=_words, metavar="NAME", help=_("open this round of voting"))
    command.set_defaults(command=commands.host)

    command = parts.add_parser("rehearse", help=_("let simulated participants practise on a copy"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--participants", type=_count, default=20, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")
    command.add_argument("--for", dest="seconds", type=rehearse.seconds, default=rehearse.USUAL, metavar="SECONDS")
    where = command.add_mutually_exclusive_group()
    where.add_argument(
        "--address",
        type=rehearse.site_address,
        metavar="URL",
        help=_("on the page of the open workshop, not on a copy"),
    )
    where.add_argument("--cards", action="store_true", help=_("vote with printed cards"))
    command.set_defaults(command=rehearse.rehearse)


def _add_content(parts: "Parts") -> None:
    """Commands that bring content in."""
    command = parts.add_parser("new", help=_("make a workshop file"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--title", type=_words, metavar="T")
    command.add_argument("--date", type=_date, metavar="D", help=_("such as 2026-06-19"))
    begins = command.add_mutually_exclusive_group()
    begins.add_argument("--from", dest="source", type=Path, metavar="JSON", help=_("data in the exchange format"))
    begins.add_argument("--template", type=Path, metavar="T", help=_("a template: its file, or its file's name alone"))
    begins.add_argument(
        "--continue", dest="earlier", type=Path, metavar="EARLIER", help=_("an earlier workshop's file")
    )
    command.add_argument(
        "--parts",
        type=_carried,
        metavar="PARTS",
        help=_("what comes along from it: all, or some of {parts}").format(parts=",".join(CARRIED)),
    )
    command.set_defaults(command=commands.new)

    command = parts.add_parser("add", help=_("add a list to a workshop"))
    command.add_argument("kind", choices=LISTS)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("list", type=Path, metavar="LIST")
    command.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    command.add_argument("--json", action="store_true")
    command.set_defaults(command=commands.add)

    command = parts.add_parser("schema", help=_("print the JSON Schema of the exchange format"))
    command.set_defaults(command=commands.schema)


def _add_results(parts: "Parts") -> None:
    """Commands that bring out what there is: the record, the data, copies, what is printed."""
    command = parts.add_parser("export", help=_("write the record, the data, or a copy of all"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--to", type=_target, required=True, metavar="OUT.pdf|OUT.json|OUT.workshop.zip")
    add_record_options(command)
    command.set_defaults(command=commands.export)

    command = parts.add_parser("unpack", help=_("make a workshop of a copy"))
    command.add_argument("copy", type=Path, metavar="COPY.workshop.zip")
    command.add_argument("--to", type=Path, default=Path(), metavar="DIR")
    command.set_defaults(command=commands.unpack)

    command = parts.add_parser("kit", help=_("write what is printed for the room"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--to", type=Path, required=True, metavar="DIR")
    command.add_argument("--address", metavar="http://IP:PORT", help=_("instead of the one that `host` would take"))
    command.add_argument("--cards", type=_number, metavar="N", help=_("voter cards; else one for each person"))
    command.add_argument("--ballots", type=_number, metavar="N", help=_("paper ballots; else one for each person"))
    command.add_argument("--names", action="store_true", help=_("say on the station sheets who is in the group"))
    command.add_argument("--wifi-network", metavar="NAME", help=_("the network that phones should join first"))
    command.add_argument("--wifi-password", metavar="WORDS")
    command.set_defaults(command=kit.kit)


def _add_keeping(parts: "Parts") -> None:
    """Commands about what is kept."""
    command = parts.add_parser("check", help=_("verify a workshop file and its backups"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--json", action="store_true")
    command.set_defaults(command=keeping.check)

    command = parts.add_parser("restore", help=_("go back to a backup, or list them"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("number", nargs="?", type=keeping.number, metavar="N", help=_("as `check` numbers them"))
    command.set_defaults(command=keeping.restore)

    command = parts.add_parser("forget", help=_("replace the participants' names by numbers, for good"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.set_defaults(command=keeping.forget)


def _words(text: str) -> str:
    words = clean_line(text)
    if not 1 <= len(words) <= LINE_CAP:
        raise argparse.ArgumentTypeError(_("a title or a name has 1 to {most} characters").format(most=LINE_CAP))
    return words


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("{text} is not a date such as 2026-06-19").format(text=text)) from error


def _carried(text: str) -> tuple[CarriedPart, ...]:
    asked = [word.strip() for word in text.split(",")]
    unknown = [word for word in asked if word not in CARRIED and word != "all"]
    if unknown:
        words = _("{part} is none of: all, {parts}")
        raise argparse.ArgumentTypeError(words.format(part=unknown[0] or "''", parts=", ".join(CARRIED)))
    return PARTS if "all" in asked else tuple(CARRIED[word] for word in asked)


def _count(text: str) -> int:
    return _whole_number(text, 1, MOST_PARTICIPANTS)


def _number(text: str) -> int:
    return _whole_number(text, 0, MOST_PARTICIPANTS)


def _port(text: str) -> int:
    return _whole_number(text, 0, 65535)


def _whole_number(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(
            _("{text} is not a number from {least} to {most}").format(text=text, least=least, most=most)
        )
    return int(text)


def _target(text: str) -> Path:
    if not text.lower().endswith((".pdf", ".json", COPY_SUFFIX)):
        words = _("the name ends in .pdf for the record, in .json for the data, or in {copy} for a copy of all")
        raise argparse.ArgumentTypeError(words.format(copy=COPY_SUFFIX))
    return Path(text)
