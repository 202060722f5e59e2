"""One sheet as it comes out of a spreadsheet, whatever its format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from workshop_tool.language import _
from workshop_tool.lists.drafts import LeftOut
from workshop_tool.lists.refusals import ListTooLong
from workshop_tool.lists.sources import LINES_CAP
from workshop_tool.lists.tables import Row

COLUMNS_CAP: Final = 100
"""Cells further to the right are left out, in sight."""
LEFT_OUT_CAP: Final = 100
CELL_CAP: Final = 20_000


@dataclass
class Sheet:
    """The rows of a sheet that say something."""

    name: str
    rows: list[Row] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """The cells whose formula has no stored result, by name."""
    left_out: list[LeftOut] = field(default_factory=list)

    def add(self, line: int, cells: Mapping[int, str], file: str) -> None:
        """Add a row by the places of its cells, counted from 0.

        Raises:
            ListTooLong: there are more rows than a list has.
        """
        filled = {place: text[:CELL_CAP] for place, text in cells.items() if text.strip()}
        for place in [place for place in filled if place >= COLUMNS_CAP]:
            text = filled.pop(place)
            if len(self.left_out) < LEFT_OUT_CAP:
                reason = _("in column {column}, too far to the right").format(column=column_name(place))
                self.left_out.append(LeftOut(text=text, reason=reason, line=line))
        if not filled:
            return
        if len(self.rows) >= LINES_CAP:
            raise ListTooLong(file=file, limit=f"{LINES_CAP:,}")
        self.rows.append(Row(tuple(filled.get(place, "") for place in range(max(filled) + 1)), line))


def column_name(place: int) -> str:
    """Return what people call a column: A, B, … AA for 0, 1, … 26."""
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
