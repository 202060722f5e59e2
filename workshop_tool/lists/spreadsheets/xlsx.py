"""Reads .xlsx: the rows as they stand, whatever size the file claims for its sheet."""

import re
from functools import lru_cache
from typing import Final

from workshop_tool.lists.markup import Node, nodes, relations
from workshop_tool.lists.sources import Source
from workshop_tool.lists.spreadsheets.sheet import Sheet, column_name

_CELL: Final = re.compile(r"([A-Z]{1,3})\d{0,7}")
_LETTERS: Final = 26
_LAST_ROW: Final = 1_048_576


def recognises(source: Source) -> bool:
    """Say whether it is an Excel file in the newer format."""
    return any(name.startswith("xl/") and name.endswith(".xml") for name in source.part_names)


_SHORT_NUMBER: Final = 12
"""So many digits are shown as they are."""


def sheet_names(source: Source) -> tuple[str, ...]:
    """Return the names of the sheets that are not hidden."""
    return tuple(_sheets(source))


def read_sheet(source: Source, name: str) -> Sheet:
    """Return one sheet."""
    package = source.package
    words = _shared_words(source)
    sheet = Sheet(name)
    row_number = 0
    for row in nodes(package, _sheets(source)[name], frozenset({"row"})):
        given = row.attribute("r")
        row_number = int(given) if given.isdecimal() and int(given) <= _LAST_ROW else row_number + 1
        cells: dict[int, str] = {}
        place = -1
        for cell in row.children("c"):
            place = _place(cell.attributes.get("r", ""), place + 1)
            cells[place] = _shown(cell, words)
            if not cells[place] and cell.child("f") is not None:
                sheet.unknown.append(f"{column_name(place)}{row_number}")
        sheet.add(row_number, cells, source.shown_name)
    return sheet


def _sheets(source: Source) -> dict[str, str]:
    """Return the sheets that are not hidden: name to part."""
    package = source.package
    book = "xl/workbook.xml"
    if book not in package.names:
        parts = sorted(name for name in package.names if name.startswith("xl/worksheets/") and name.endswith(".xml"))
        return {f"{number}": part for number, part in enumerate(parts, 1)}
    linked = relations(package, book)
    found = {}
    for sheet in nodes(package, book, frozenset({"sheet"})):
        kind, part = linked.get(sheet.link, ("", ""))
        if kind == "worksheet" and part in package.names and sheet.attribute("state", "visible") == "visible":
            found[sheet.attribute("name")] = part
    return found


def _shared_words(source: Source) -> list[str]:
    linked = relations(source.package, "xl/workbook.xml").values()
    part = next((name for kind, name in linked if kind == "sharedStrings"), "xl/sharedStrings.xml")
    if part not in source.package.names:
        return []
    return [_rich(node) for node in nodes(source.package, part, frozenset({"si"}))]


def _rich(node: Node | None) -> str:
    """Return the words of a rich text, without the reading aids some languages add."""
    if node is None:
        return ""
    texts = (part.child("t") if part.tag == "r" else part for part in node.children("t", "r"))
    return "".join(text.text for text in texts if text)


def _shown(cell: Node, words: list[str]) -> str:
    kind = cell.attributes.get("t", "n")
    value = cell.child("v")
    text = value.text if value else ""
    if kind == "inlineStr":
        return _rich(cell.child("is"))
    if kind == "s":
        at = int(text) if text.strip().isdecimal() and len(text) < len("1,000,000") else -1
        return words[at] if 0 <= at < len(words) else ""
    if kind == "e":
        return ""
    return text if kind != "n" else _number(text)


def _number(text: str) -> str:
    """Return a number as people write it: 3.0 is 3, and 0.30000000000000004 is 0.3."""
    if text.isdecimal() and len(text) <= _SHORT_NUMBER:
        return str(int(text))
    try:
        return f"{float(text):.12g}" if text.strip() else ""
    except ValueError:
        return text


def _place(reference: str, expected: int) -> int:
    found = _CELL.fullmatch(reference)
    return _column(found[1]) if found else expected


@lru_cache(maxsize=1_000)
def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * _LETTERS + ord(letter) - ord("A") + 1
    return place - 1
