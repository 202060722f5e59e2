"""Reads .ods, the spreadsheets of LibreOffice: repeated blank rows and cells cost nothing."""

from collections.abc import Iterator
from typing import Final

from workshop_tool.lists.markup import Node, nodes
from workshop_tool.lists.sources import Source
from workshop_tool.lists.spreadsheets.sheet import COLUMNS_CAP, Sheet, column_name

_CONTENT: Final = "content.xml"
_TABLE: Final = frozenset({"table"})
_LAST_ROW: Final = 1_048_576


def recognises(source: Source) -> bool:
    """Say whether it is an open document spreadsheet."""
    if _CONTENT not in source.part_names or "mimetype" not in source.part_names:
        return False
    return source.package.read("mimetype").strip().endswith((b"opendocument.spreadsheet", b"spreadsheet-template"))


def sheet_names(source: Source) -> tuple[str, ...]:
    """Return the names of the sheets."""
    found = (node.attribute("name") for node in nodes(source.package, _CONTENT, frozenset(), _TABLE))
    return tuple(dict.fromkeys(found))


def read_sheet(source: Source, name: str) -> Sheet:
    """Return one sheet."""
    sheet = Sheet(name)
    current, line = "", 0
    for node in nodes(source.package, _CONTENT, frozenset({"table-row"}), _TABLE):
        if node.tag == "table":
            current, line = node.attribute("name"), 0
            continue
        if current != name:
            continue
        cells = dict(_cells(node, sheet, line + 1))
        repeated = _count(node.attribute("number-rows-repeated"))
        for offset in range(repeated if any(text.strip() for text in cells.values()) else 0):
            sheet.add(line + 1 + offset, cells, source.shown_name)
        line += repeated
    return sheet


def _cells(row: Node, sheet: Sheet, line: int) -> Iterator[tuple[int, str]]:
    place = 0
    for cell in row.children("table-cell", "covered-table-cell"):
        text = " ".join(paragraph.text for paragraph in cell.children("p")) or cell.attribute("value")
        repeated = _count(cell.attribute("number-columns-repeated"))
        if cell.attribute("formula") and not text:
            sheet.unknown.append(f"{column_name(place)}{line}")
        if text.strip():
            yield from ((place + offset, text) for offset in range(min(repeated, COLUMNS_CAP)))
        place += repeated


def _count(given: str) -> int:
    return min(_LAST_ROW, int(given)) if given.isdecimal() and len(given) < len(f"{_LAST_ROW:,}") and int(given) else 1
