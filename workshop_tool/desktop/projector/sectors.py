"""Voters by sector on the projector: a page for each criterion, or more; what is suppressed is a dash, and says so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSizeF

from workshop_tool.desktop.projector.lettering import NUMBER, QUIET, STRONG, Style, width_of, wrap
from workshop_tool.desktop.projector.showing import titled
from workshop_tool.desktop.projector.slide import Slide, Stroke
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT
from workshop_tool.record.facts.sectors import SUPPRESSED, SectorColumn, SectorRow, SectorTable, sector_facts

_COLUMN, _LEAST_COLUMN = 0.27, 0.22
"""Width of a sector, and what it is at least where there are many, as shares of the picture's height."""
_TITLES: Final = 0.42
"""Least share of the width that numbers and titles have."""
_TITLE_LINES: Final = 4
_HEAD_LINES: Final = 3


def sector_pages(size: QSizeF, plan: Plan, round_: Round) -> list[Slide]:
    """Return the pages with the voters of a published round by sector; none where they are not told."""
    facts = sector_facts(plan, round_)
    if facts is None:
        return []
    inside = Slide(size).inside.width()
    across = max(1, int(inside * (1 - _TITLES) / (_LEAST_COLUMN * size.height())))
    return [
        page
        for table in facts.tables
        for first in range(0, len(facts.columns), across)
        for page in _pages(size, table, facts.columns, slice(first, first + across))
    ]


def _pages(size: QSizeF, table: SectorTable, columns: Sequence[SectorColumn], shown: slice) -> list[Slide]:
    """Return as many pages as the posters need, with some of the sectors."""
    title = _("Voters by sector: {criterion}").format(criterion=table.criterion.label)
    told = _("How many placed such a dot. {dash} is suppressed: it could lead to fewer than five voters.")
    pages: list[Slide] = []
    rows = list(table.rows)
    while rows or not pages:
        slide, top = titled(size, title, told.format(dash=SUPPRESSED))
        grid = _Grid(slide, len(columns[shown]))
        y = grid.write_head(columns[shown], top)
        written = 0
        while written < len(rows) and (not written or y + grid.height_of(rows[written]) <= slide.inside.bottom()):
            y = grid.write_row(rows[written], rows[written].cells[shown], y)
            written += 1
        pages.append(slide)
        rows = rows[max(written, 1) :]
    return pages


class _Grid:
    """Writes head and rows; its columns are measured once."""

    def __init__(self, slide: Slide, columns: int) -> None:
        box = slide.inside
        self._slide = slide
        self._wide = min(_COLUMN * slide.height, box.width() * (1 - _TITLES) / columns)
        self._cells_left = box.right() - columns * self._wide
        self._title_left = box.left() + width_of("000", NUMBER, slide.height) + slide.height * 0.015
        self._title_wide = self._cells_left - self._title_left - slide.height * 0.03

    def write_head(self, columns: Sequence[SectorColumn], top: float) -> float:
        """Write the sectors with their voters, all ending on one line; return where the rows begin."""
        slide, height = self._slide, self._slide.height
        bold = QUIET._replace(weight=600, colour=LIGHT.ink)
        names = [wrap(one.sectors, bold, height, self._wide - height * 0.02, most=_HEAD_LINES) for one in columns]
        bottom = top + (max(map(len, names)) + 1) * QUIET.leading(height)
        for at, (one, lines) in enumerate(zip(columns, names, strict=True)):
            x = self._cells_left + at * self._wide
            y = slide.lines(lines, bold, x, bottom - (len(lines) + 1) * QUIET.leading(height))
            slide.lines((one.voters,), QUIET, x, y)
        return self._rule(bottom + height * 0.01)

    def height_of(self, row: SectorRow) -> float:
        """Return how tall a row is in pixels."""
        return max(len(self._title(row)) * STRONG.leading(self._slide.height), self._slide.height * 0.075) + (
            self._slide.height * 0.01
        )

    def write_row(self, row: SectorRow, cells: Sequence[str], top: float) -> float:
        """Write one poster and its voters; return where it ends."""
        tall = self.height_of(row)
        middle = top + tall / 2
        self._write_middle((str(row.number),), NUMBER, self._slide.inside.left(), middle)
        self._write_middle(self._title(row), STRONG._replace(weight=400), self._title_left, middle)
        for at, cell in enumerate(cells):
            self._write_middle((cell,), STRONG, self._cells_left + at * self._wide, middle)
        return self._rule(top + tall)

    def _title(self, row: SectorRow) -> tuple[str, ...]:
        return wrap(row.title, STRONG._replace(weight=400), self._slide.height, self._title_wide, most=_TITLE_LINES)

    def _write_middle(self, lines: tuple[str, ...], style: Style, x: float, middle: float) -> None:
        self._slide.lines(lines, style, x, middle - len(lines) * style.leading(self._slide.height) / 2)

    def _rule(self, y: float) -> float:
        box = self._slide.inside
        width = max(1.0, self._slide.height / 600)
        self._slide.put(Stroke(QPointF(box.left(), y), QPointF(box.right(), y), LIGHT.line, width))
        return y
