"""A solution's rows as one text, a row per line, so that a station saves them as it saves any field."""

import re
from collections.abc import Iterable
from typing import Final

from workshop_tool.domain.fact import clean_line, clean_text
from workshop_tool.domain.posters import Action

ROWS: Final = "_rows."
"""Stands in front of a solution's key where its rows are asked for: they are written like a field, and are none."""

Cells = tuple[str, str, str]
"""Actor, action and owner of one row."""

# No text of a person holds control characters, so these may stand for what was escaped.
_HELD: Final = {"\\|": "\x01", "\\\\": "\x02"}
_ESCAPED: Final = re.compile(r"\\[\\|]")


def solution_of(field: str) -> str | None:
    """Return the key of the solution whose rows a field's name means; None where it means a field itself."""
    return field.removeprefix(ROWS) if field.startswith(ROWS) else None


def text_of_cells(rows: Iterable[Cells]) -> str:
    """Return rows as a text: ``actor | action | owner``, with a backslash before a bar in a cell; no blank rows."""
    return "\n".join(" | ".join(map(_escaped, cells)) for row in rows if any(cells := tuple(map(clean_line, row))))


def text_of_rows(rows: Iterable[Action]) -> str:
    """Return the rows of a solution as a text."""
    return text_of_cells((row.actor, row.action, row.owner) for row in rows)


def cells_in(text: str) -> tuple[Cells, ...]:
    """Return the rows that stand in a text; what stands behind a third bar belongs to the third cell."""
    rows = (_cells(line) for line in clean_text(text).split("\n"))
    return tuple(row for row in rows if any(row))


def shown(text: str) -> str:
    """Return rows as a person reads them, a row per line, without the cells that are blank."""
    return "\n".join(" · ".join(filter(None, row)) for row in cells_in(text))


def both(theirs: str, mine: str) -> str:
    """Return the rows of two texts: theirs, and those of mine that are not among them."""
    there = cells_in(theirs)
    return text_of_cells((*there, *(row for row in cells_in(mine) if row not in there)))


def _cells(line: str) -> Cells:
    held = _ESCAPED.sub(lambda found: _HELD[found[0]], line)
    parts = [clean_line(part.replace("\x01", "|").replace("\x02", "\\")) for part in held.split("|", 2)]
    actor, action, owner = (*parts, "", "")[:3]
    return actor, action, owner


def _escaped(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|")
