"""The catalogues: which messages there are, and ``make words`` (this file as a program), which brings them in line."""

import datetime as dt
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import workshop_tool
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import DOMAIN, LANGUAGES
from workshop_tool.language.own_words import OWN_WORDS

ROOT: Final = Path(__file__).resolve().parents[2]
CATALOGUES: Final = ROOT / "workshop_tool" / "language" / "catalogues"
CODE: Final = ROOT / "workshop_tool"
METHODS: Final = [("**.py", "python"), ("**.html", "jinja2")]

MADE: Final = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

MessageId = str | tuple[str, ...]


def messages() -> list[MessageId]:
    """Return every message in the order of the code, once; a pair is a singular and its plural.

    What stands alone and is a singular elsewhere is one message, the pair.
    """
    found = dict[str, MessageId]()
    for message_id in [*extracted(CODE), *refusals(), *sorted(OWN_WORDS)]:
        if isinstance(message_id, tuple) or message_id not in found:
            found[_key(message_id)] = message_id
    return list(found.values())


def refusals() -> list[str]:
    """Return the sentence of every refusal, which stands in the code as a docstring."""
    for module in walk_packages(workshop_tool.__path__, "workshop_tool."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    ours = (kind for kind in _kinds(WorkshopProblem) if kind.__module__.startswith(f"{workshop_tool.__name__}."))
    return sorted({template_of(kind) for kind in ours})  # without those that tests define


def template_of(kind: type[WorkshopProblem]) -> str:
    """Return a refusal's sentence before its details are filled in."""
    return kind.template.fget(kind.__new__(kind))  # type: ignore[attr-defined,no-any-return]


def extracted(folder: Path) -> Iterator[MessageId]:
    """Yield the messages of one folder of code as they come."""
    for _file, _line, message_id, _comments, _context in extract_from_dir(folder, METHODS):
        yield message_id


def po_of(language: str) -> Path:
    """Return where a language's catalogue is written by people."""
    return CATALOGUES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def read(language: str) -> Catalog:
    """Return a catalogue as it is written."""
    with po_of(language).open("rb") as opened:
        return read_po(opened, locale=language)


def empty(language: str) -> Catalog:
    """Return a catalogue without messages; its head is the same whenever it is made."""
    return Catalog(
        locale=language,
        domain=DOMAIN,
        header_comment="# Window, site and record of Workshop Tool.",
        project="Workshop Tool",
        version="1",
        creation_date=MADE,
        revision_date=MADE,
        last_translator="-",
        language_team="-",
        msgid_bugs_address="-",
        fuzzy=False,
    )


def bring_in_line(language: str) -> None:
    """Add what is new to a catalogue, take out what is gone, and compile it."""
    known, fresh = read(language), empty(language)
    for message_id in messages():
        earlier = known.get(_key(message_id))
        fresh.add(message_id, earlier.string if earlier else None)
    write(fresh, language)


def write(catalogue: Catalog, language: str) -> None:
    """Write a catalogue and its compiled form."""
    po = po_of(language)
    po.parent.mkdir(parents=True, exist_ok=True)
    with po.open("wb") as opened:
        write_po(opened, catalogue, width=120, omit_header=False, ignore_obsolete=True)
    with po.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, catalogue)


def untranslated(catalogue: Catalog) -> list[MessageId]:
    """Return the messages that a catalogue does not translate, or only in part."""
    return [message_id for message_id in messages() if not _is_whole(catalogue.get(_key(message_id)))]


def plural(catalogue: Catalog, message_id: MessageId) -> tuple[str, str]:
    """Return the singular and the plural that a catalogue has for a message; empty ones where it has none."""
    message = catalogue.get(_key(message_id))
    one, many = message.string if message and isinstance(message.string, tuple) else ("", "")
    return one, many


def _is_whole(message: Message | None) -> bool:
    if message is None or message.fuzzy:
        return False
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _key(message_id: MessageId) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def _kinds(kind: type[WorkshopProblem]) -> Iterator[type[WorkshopProblem]]:
    for narrower in kind.__subclasses__():
        yield narrower
        yield from _kinds(narrower)


if __name__ == "__main__":
    for code in LANGUAGES:
        if code != "en":
            bring_in_line(code)
