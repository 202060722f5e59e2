"""The table of a published result: place, number, title, and a bar for each criterion."""

from PySide6.QtCore import QPointF, QRectF

from workshop_tool.desktop.projector.cards import NOT_ENTERED
from workshop_tool.desktop.projector.lettering import BODY, NUMBER, QUIET, STRONG, Style, width_of, wrap
from workshop_tool.desktop.projector.slide import Panel, Slide, Stroke
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Result, Row
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

_TITLE_LINES = 4
_WIDE = 1.4
"""Below this ratio of width to height the bars leave more room to the titles."""
_FILLS = {"blue": LIGHT.dot_blue, "green": LIGHT.dot_green}


class Ranking:
    """Writes head and rows of the table; all its columns are measured once."""

    def __init__(self, slide: Slide, plan: Plan, result: Result) -> None:
        self._slide, self._plan, self._result = slide, plan, result
        self._criteria = result.round.asked
        height, box = slide.height, slide.inside
        self._number_left = box.left() + width_of(_("Place"), QUIET, height) + height * 0.025
        self._title_left = self._number_left + width_of("000", NUMBER, height) + height * 0.015
        share = 0.24 if box.width() > height * _WIDE else 0.2
        bars = min(share * len(self._criteria), 0.55) * box.width()
        self._bar_wide = bars / len(self._criteria)
        self._bar_left = box.right() - bars
        self._most = max((row.dots[c.key] or 0 for row in result.rows for c in self._criteria), default=0) or 1
        self._title_wide = self._bar_left - self._title_left - height * 0.03

    def write_head(self, top: float) -> float:
        """Write what the columns hold; return where the rows begin."""
        slide, height = self._slide, self._slide.height
        tall = height * 0.075
        y = top + (tall - QUIET.leading(height)) / 2
        slide.lines((_("Place"),), QUIET, slide.inside.left(), y)
        slide.lines((_("Problem area"),), QUIET, self._title_left, y)
        for at, criterion in enumerate(self._criteria):
            x = slide.dot(criterion, self._bar_left + at * self._bar_wide, top + tall / 2) + height * 0.015
            wide = self._bar_left + (at + 1) * self._bar_wide - x
            slide.write(criterion.label, QUIET._replace(weight=600, colour=LIGHT.ink), x, y, wide, most=1)
        self._rule(top + tall)
        return top + tall

    def row_height(self, row: Row) -> float:
        """Return how tall a row is in pixels, the line beneath it included."""
        height = self._slide.height
        return max(len(self._title(row)) * STRONG.leading(height), height * 0.098) + height * 0.008

    def write_row(self, row: Row, top: float) -> float:
        """Write one poster's row; return where it ends."""
        slide, tall = self._slide, self.row_height(row)
        poster, middle = self._plan.posters[row.poster], top + tall / 2
        rank = row.ranks[self._criteria[0].key]
        self._write_middle((NOT_ENTERED if rank is None else str(rank),), BODY, slide.inside.left(), middle)
        self._write_middle((str(self._plan.area_of(poster).number),), NUMBER, self._number_left, middle)
        self._write_middle(self._title(row), STRONG, self._title_left, middle)
        for at, criterion in enumerate(self._criteria):
            left = self._bar_left + at * self._bar_wide
            self._write_bar(row.dots[criterion.key], _FILLS[criterion.colour], left, middle)
        self._rule(top + tall)
        return top + tall

    def _title(self, row: Row) -> tuple[str, ...]:
        title = self._plan.title_of(self._plan.posters[row.poster])
        return wrap(title, STRONG, self._slide.height, self._title_wide, most=_TITLE_LINES)

    def _write_bar(self, dots: int | None, fill: str, left: float, middle: float) -> None:
        """Draw a bar as long as its share of the most dots, its count behind it; a dash where none was entered."""
        height = self._slide.height
        if dots is None:
            self._write_middle((NOT_ENTERED,), STRONG, left, middle)
            return
        room = self._bar_wide - width_of("000", STRONG, height) - height * 0.02
        long, tall = max(room, 0.0) * dots / self._most, height * 0.04
        if dots:
            self._slide.put(Panel(QRectF(left, middle - tall / 2, long, tall), fill, radius=height * 0.006))
            long += height * 0.014
        self._write_middle((str(dots),), STRONG, left + long, middle)

    def _write_middle(self, lines: tuple[str, ...], style: Style, x: float, middle: float) -> None:
        self._slide.lines(lines, style, x, middle - len(lines) * style.leading(self._slide.height) / 2)

    def _rule(self, y: float) -> None:
        box = self._slide.inside
        width = max(1.0, self._slide.height / 600)
        self._slide.put(Stroke(QPointF(box.left(), y), QPointF(box.right(), y), LIGHT.line, width))
