"""The command line: stable, so that other programs may call it. 0 done, 1 refused with a sentence, 2 wrong usage."""

import argparse
import datetime as dt
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workshop_tool import __version__
from workshop_tool.cli import commands, keeping
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence

LISTS: Final = ("trends", "problems", "participants", "questions")
MOST_PARTICIPANTS: Final = 2000


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return its exit status."""
    parser = _parser()
    arguments = parser.parse_args(argv)
    if arguments.command is commands.new and not (arguments.title or arguments.source):
        parser.error(_("a new workshop needs --title, or data with --from"))
    try:
        status: int = arguments.command(arguments)
    except WorkshopProblem as problem:
        print(sentence(problem), file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workshop-tool", description=_("Run a stakeholder workshop from a laptop."))
    parser.add_argument("--version", action="version", version=f"workshop-tool {__version__}")
    parts = parser.add_subparsers(required=True, metavar="COMMAND")

    command = parts.add_parser("run", help=_("open the window"))
    command.add_argument("file", nargs="?", type=Path, metavar="FILE")
    command.add_argument("--sample", action="store_true", help=_("open a copy of the sample workshop"))
    command.set_defaults(command=commands.run)

    command = parts.add_parser("demo", help=_("hold a whole workshop with simulated participants"))
    command.add_argument("--out", type=Path, required=True, metavar="DIR")
    command.add_argument("--participants", type=_count, default=15, metavar="N")
    command.add_argument("--seed", type=int, default=1, metavar="S")
    command.set_defaults(command=commands.demo)

    command = parts.add_parser("new", help=_("make a workshop file"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--title", type=_words, metavar="T")
    command.add_argument("--date", type=_date, metavar="D", help=_("such as 2026-06-19"))
    command.add_argument("--from", dest="source", type=Path, metavar="JSON", help=_("data in the exchange format"))
    command.set_defaults(command=commands.new)

    command = parts.add_parser("add", help=_("add a list to a workshop"))
    command.add_argument("kind", choices=LISTS)
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("list", type=Path, metavar="LIST")
    command.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    command.add_argument("--json", action="store_true")
    command.set_defaults(command=commands.add)

    command = parts.add_parser("export", help=_("write the record, or the data"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--to", type=_pdf_or_json, required=True, metavar="OUT.pdf|OUT.json")
    command.set_defaults(command=commands.export)

    command = parts.add_parser("host", help=_("serve the phones without a window"))
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--port", type=_port, default=8080, metavar="N", help=_("0 takes any free one"))
    command.add_argument("--address", metavar="IP", help=_("instead of the address of the room's network"))
    command.add_argument("--open-round", type=_words, metavar="NAME", help=_("open this round of voting"))
    command.set_defaults(command=commands.host)

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

    command = parts.add_parser("schema", help=_("print the JSON Schema of the exchange format"))
    command.set_defaults(command=commands.schema)
    return parser


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


def _count(text: str) -> int:
    return _whole_number(text, 1, MOST_PARTICIPANTS)


def _port(text: str) -> int:
    return _whole_number(text, 0, 65535)


def _whole_number(text: str, least: int, most: int) -> int:
    if not text.isascii() or not text.isdigit() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(
            _("{text} is not a number from {least} to {most}").format(text=text, least=least, most=most)
        )
    return int(text)


def _pdf_or_json(text: str) -> Path:
    if not text.lower().endswith((".pdf", ".json")):
        raise argparse.ArgumentTypeError(_("the name ends in .pdf for the record or in .json for the data"))
    return Path(text)
