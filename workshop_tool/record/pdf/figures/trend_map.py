"""The trend map: a square with midlines, a mark for each trend by its origin, labels that never overlap."""

from math import dist

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.paper.text import draw_line, shortened, width
from workshop_tool.record.facts.pictured import map_in_words
from workshop_tool.record.facts.trends import TrendsFacts
from workshop_tool.record.pdf.figures.figure import Figure
from workshop_tool.record.pdf.figures.map_labels import DOT, LEADING, NUMBERED_DOT, SIZE, map_labels
from workshop_tool.record.pdf.figures.marks import draw_origin
from workshop_tool.record.pdf.style import EDGE, HAIRLINE, INK, INK_2, INK_3, LINE, SHEET

_LEFT, _BELOW = 20.0, 38.0
_WAS = 2.4
"""Radius of the mark where a trend stood before."""


class TrendMap(Figure):
    """The map with its axes and the key of its marks; as high as it is wide, and the key below."""

    def __init__(self, facts: TrendsFacts, side: float) -> None:
        """Lay the labels out on a map that is ``side`` points wide, axis words included."""
        super().__init__(map_in_words(facts))
        self._facts = facts
        self._side = side - _LEFT
        self.width, self.height = side, self._side + _BELOW
        self._labels = map_labels(facts.placed, self._side)

    @property
    def numbered(self) -> bool:
        """Whether some trends stand under their number, because the space does not hold their labels."""
        return self._labels.numbered

    def draw_picture(self) -> None:
        """Draw field, axes, marks and labels, and the key."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.translate(_LEFT, _BELOW)
        self._draw_field(canvas)
        radius = DOT if self._labels.lines else NUMBERED_DOT
        for key in self._labels.before:
            self._draw_move(canvas, key, radius)
        for trend in self._facts.placed:
            dot = self._labels.layout.dots[str(trend.number)]
            draw_origin(canvas, trend.origin, dot, 2 * radius)
            if not self._labels.lines:
                canvas.setFillColor(SHEET if trend.origin else INK)
                draw_line(canvas, (dot.x, dot.y - 2.6), str(trend.number), SEMIBOLD.name, 7.5, align=0.5)
        for key, lines in self._labels.lines.items():
            self._draw_label(canvas, key, lines)
        self._draw_axes(canvas)
        self._draw_key(canvas)
        canvas.restoreState()

    def _draw_move(self, canvas: Canvas, key: str, radius: float) -> None:
        """Draw a hollow mark where a trend stood, and a thin line from there to where it stands."""
        was, now = self._labels.before[key], self._labels.layout.dots[key]
        canvas.setStrokeColor(INK_2)
        canvas.setLineWidth(HAIRLINE)
        far = dist(was, now)
        if far > _WAS + radius:
            across, along = (now.x - was.x) / far, (now.y - was.y) / far
            start = (was.x + _WAS * across, was.y + _WAS * along)
            canvas.setDash(1.6, 1.4)
            canvas.line(*start, now.x - radius * across, now.y - radius * along)
            canvas.setDash()
        canvas.setFillColor(SHEET)
        canvas.circle(was.x, was.y, _WAS, stroke=1, fill=1)

    def _draw_field(self, canvas: Canvas) -> None:
        side = self._side
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(LINE)
        canvas.line(side / 2, 0, side / 2, side)
        canvas.line(0, side / 2, side, side / 2)
        canvas.setStrokeColor(EDGE)
        canvas.rect(0, 0, side, side, stroke=1, fill=0)

    def _draw_label(self, canvas: Canvas, key: str, lines: tuple[str, ...]) -> None:
        placed = self._labels.layout.placed.get(key)
        if placed is None:
            return
        if placed.leader:
            canvas.setStrokeColor(EDGE)
            canvas.setLineWidth(HAIRLINE)
            canvas.line(*placed.leader[0], *placed.leader[1])
        dot, box = self._labels.layout.dots[key], placed.box
        # the side that faces the dot is the straight one
        align, x = (1.0, box.right) if box.right < dot.x else (0.0, box.left)
        # the midlines stop where there is text
        canvas.setFillColor(SHEET)
        canvas.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, stroke=0, fill=1)
        canvas.setFillColor(INK)
        for at, line in enumerate(lines):
            draw_line(canvas, (x, box.bottom - (at + 0.78) * LEADING), line, REGULAR.name, SIZE, align=align)

    def _draw_axes(self, canvas: Canvas) -> None:
        axes, side = self._facts.axes, self._side
        across = shortened(axes.across, SEMIBOLD.name, 8.5, 0.6 * side)
        for text, align in ((axes.left, 0.0), (across, 0.5), (axes.right, 1.0)):
            font, ink = (SEMIBOLD.name, INK) if text == across else (REGULAR.name, INK_2)
            canvas.setFillColor(ink)
            draw_line(canvas, (align * side, -13), text, font, 8.5, align=align)
        canvas.saveState()
        canvas.rotate(90)
        for text, align in ((axes.bottom, 0.0), (axes.up, 0.5), (axes.top, 1.0)):
            font, ink = (SEMIBOLD.name, INK) if text == axes.up else (REGULAR.name, INK_2)
            canvas.setFillColor(ink)
            draw_line(canvas, (align * side, 8), text, font, 8.5, align=align)
        canvas.restoreState()

    def _draw_key(self, canvas: Canvas) -> None:
        x = 0.0
        for origin, name in self._facts.origins:
            draw_origin(canvas, origin, (x + DOT, -29.5), 2 * DOT)
            canvas.setFillColor(INK_3)
            draw_line(canvas, (x + 3 * DOT, -32), name, REGULAR.name, SIZE)
            x += 3 * DOT + width(name, REGULAR.name, SIZE) + 16
        if self._labels.before:
            canvas.setStrokeColor(INK_2)
            canvas.setLineWidth(HAIRLINE)
            canvas.setFillColor(SHEET)
            canvas.circle(x + DOT, -29.5, _WAS, stroke=1, fill=1)
            canvas.setDash(1.6, 1.4)
            canvas.line(x + DOT + _WAS, -29.5, x + 4 * DOT, -29.5)
            canvas.setDash()
            canvas.setFillColor(INK_3)
            draw_line(canvas, (x + 5.5 * DOT, -32), _("where it stood before"), REGULAR.name, SIZE)
