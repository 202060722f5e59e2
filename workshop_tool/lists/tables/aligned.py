"""Finds a table whose columns are set under one another with blanks, as they come out of PDFs and plain text."""

import re
from collections.abc import Sequence
from typing import Final

from workshop_tool.lists.drafts import ListKind
from workshop_tool.lists.structure.joining import begins_small, stays_open
from workshop_tool.lists.structure.marks import read_mark
from workshop_tool.lists.tables.columns import is_heading, named_columns
from workshop_tool.lists.tables.rows import Row

_CELL: Final = re.compile(r"\S+(?: \S+)*")
_LONGEST: Final = 400
_SLACK: Final = 2
"""A cell may begin so many letters before its title."""
_FEWEST: Final = 2
_NUMBERED_SHARE: Final = 0.5
_NUMBER_TITLE: Final = "Nr"


def aligned_rows(text: str, kind: ListKind) -> list[Row] | None:
    """Return the rows of a table whose heading names two columns or more; None where the text holds none.

    A line that fills no first column, or evidently the rest of one, carries on the cells above it.
    """
    lines = list(enumerate(text.split("\n"), start=1))
    for at, (_number, line) in enumerate(lines):
        if len(line) > _LONGEST:
            continue
        titles = list(_CELL.finditer(line))
        names = [title[0] for title in titles]
        if len(names) >= _FEWEST and "  " in line.strip() and is_heading(names, kind):
            if len(named_columns(names, kind)) < _FEWEST:
                continue
            rows = _rows(lines[at + 1 :], [title.start() for title in titles])
            if len(rows) >= _FEWEST:
                return _numbers_apart([Row(tuple(names), lines[at][0]), *rows])
    return None


def _numbers_apart(rows: list[Row]) -> list[Row]:
    """Give numbers that begin the first cells a column of their own; what stands below a numbered cell goes with it."""
    marks = [read_mark(row.cells[0]) for row in rows[1:]]
    numbered = sum(mark is not None and mark.numbered for mark in marks)
    if numbered < max(_FEWEST, _NUMBERED_SHARE * len(marks)) or not (marks[0] and marks[0].numbered):
        return rows
    parted = [Row((_NUMBER_TITLE, *rows[0].cells), rows[0].line)]
    for row, mark in zip(rows[1:], marks, strict=True):
        if mark and mark.numbered:
            parted.append(Row((str(mark.value), mark.text, *row.cells[1:]), row.line))
        else:
            parted[-1] = _joined(parted[-1], ("", *row.cells))
    return parted


def _joined(above: Row, cells: Sequence[str]) -> Row:
    return Row(tuple(f"{a} {b}".strip() for a, b in zip(above.cells, cells, strict=True)), above.line)


def _rows(lines: Sequence[tuple[int, str]], starts: Sequence[int]) -> list[Row]:
    rows: list[Row] = []
    for number, line in lines:
        if not line.strip():
            continue
        if len(line) > _LONGEST:
            break
        cells = _cells(line, starts)
        if not rows or (cells[0] and not _carries_on(rows[-1], cells)):
            rows.append(Row(tuple(cells), number))
        else:
            rows[-1] = _joined(rows[-1], cells)
    return rows if sum(all(row.cells[:_FEWEST]) for row in rows) >= _FEWEST else []


def _carries_on(above: Row, cells: Sequence[str]) -> bool:
    """Whether a line that fills the first column only is the rest of the cell above it."""
    alone = not any(cells[1:]) and any(above.cells[1:])
    return alone and (begins_small(cells[0]) or stays_open(above.cells[0]))


def _cells(line: str, starts: Sequence[int]) -> list[str]:
    """Put each piece of a line under the title it begins closest to."""
    cells = [""] * len(starts)
    edges = [*starts[1:], len(line) + _LONGEST]
    for piece in _CELL.finditer(line):
        place = next(at for at, edge in enumerate(edges) if piece.start() < edge - _SLACK or edge == edges[-1])
        cells[place] = f"{cells[place]} {piece[0]}".strip()
    return cells
