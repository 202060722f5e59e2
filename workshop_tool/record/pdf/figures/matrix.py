"""The priority-feasibility matrix: a square with midlines, a number for each poster."""

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.look.fonts import ITALIC, REGULAR, SEMIBOLD
from workshop_tool.look.map_layout import Box, Point, spread_dots
from workshop_tool.paper.text import draw_line, width
from workshop_tool.record.facts.matrix import MatrixFacts
from workshop_tool.record.facts.pictured import matrix_in_words
from workshop_tool.record.pdf.figures.figure import Figure
from workshop_tool.record.pdf.style import ACCENT, ACCENT_INK, EDGE, HAIRLINE, INK, INK_3, LINE, SHEET

_RADIUS = 8.0
_AIR = _RADIUS + 3
_BAND = 13.0
"""Above and below, where the words of the corners stand: no number covers them."""
_LEFT, _BELOW = 18.0, 18.0
_CORNER, _CORNER_AIR = 7.5, 8.0


class MatrixPlot(Figure):
    """The plot; a poster that is wanted but hard is a ring on white, the others are filled."""

    def __init__(self, facts: MatrixFacts, side: float) -> None:
        """Plot into a square of ``side`` points, axis words included."""
        super().__init__(matrix_in_words(facts))
        self._facts = facts
        self._side = side - _LEFT
        self.width, self.height = side, self._side + _BELOW

    def draw_picture(self) -> None:
        """Draw field, words and numbers."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.translate(_LEFT, _BELOW)
        self._draw_field(canvas)
        self._draw_words(canvas)
        for point, place in zip(self._facts.points, self._places(), strict=True):
            canvas.setStrokeColor(ACCENT)
            canvas.setLineWidth(1.2)
            canvas.setFillColor(SHEET if point.hard else ACCENT)
            canvas.circle(place.x, place.y, _RADIUS, stroke=1, fill=1)
            canvas.setFillColor(ACCENT if point.hard else ACCENT_INK)
            draw_line(canvas, (place.x, place.y - 2.7), str(point.number), SEMIBOLD.name, 8, align=0.5)
        canvas.restoreState()

    def _places(self) -> tuple[Point, ...]:
        side = self._side
        wide, high = side - 2 * _AIR, side - 2 * (_BAND + _RADIUS)
        wanted = [Point(_AIR + p.across * wide, _BAND + _RADIUS + p.up * high) for p in self._facts.points]
        return spread_dots(wanted, Box(0, _BAND, side, side - _BAND), dot_radius=_RADIUS + 0.8)

    def _draw_field(self, canvas: Canvas) -> None:
        side = self._side
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(LINE)
        canvas.line(side / 2, 0, side / 2, side)
        canvas.line(0, side / 2, side, side / 2)
        canvas.setStrokeColor(EDGE)
        canvas.rect(0, 0, side, side, stroke=1, fill=0)

    def _corner_size(self) -> float:
        """Return the size in which the words of two corners stand beside one another."""
        pairs = (self._facts.corners[:2], self._facts.corners[2:])
        widest = max(sum(width(word, ITALIC.name, _CORNER) for word in pair) for pair in pairs)
        return min(_CORNER, _CORNER * (self._side - 2 * _CORNER_AIR) / widest)

    def _draw_words(self, canvas: Canvas) -> None:
        side, facts = self._side, self._facts
        canvas.setFillColor(INK_3)
        upper_left, upper_right, lower_left, lower_right = facts.corners
        for text, x, y, align in (
            (upper_left, 5, side - 10, 0.0),
            (upper_right, side - 5, side - 10, 1.0),
            (lower_left, 5, 5, 0.0),
            (lower_right, side - 5, 5, 1.0),
        ):
            draw_line(canvas, (x, y), text, ITALIC.name, self._corner_size(), align=align)
        canvas.setFillColor(INK)
        draw_line(canvas, (side, -12), f"{facts.across} →", REGULAR.name, 8, align=1.0)
        canvas.saveState()
        canvas.rotate(90)
        draw_line(canvas, (side, 6), f"{facts.up} →", REGULAR.name, 8, align=1.0)
        canvas.restoreState()
