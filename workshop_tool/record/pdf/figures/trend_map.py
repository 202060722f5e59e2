"""The trend map: a square with midlines, a mark for each trend by its origin, labels that never overlap."""

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.look.map_layout import Box, Label, Layout, place_labels, wrap_label
from workshop_tool.paper.text import draw_line, shortened, width
from workshop_tool.record.facts.pictured import map_in_words
from workshop_tool.record.facts.trends import TrendFacts, TrendsFacts
from workshop_tool.record.pdf.figures.figure import Figure
from workshop_tool.record.pdf.figures.marks import draw_origin
from workshop_tool.record.pdf.style import EDGE, HAIRLINE, INK, INK_2, INK_3, LINE, SHEET

_SIZE, _LEADING = 8.0, 9.2
_LABEL_WIDTH = 96.0
_DOT = 3.4
_AIR = 6.0
_LEFT, _BELOW = 20.0, 38.0
_MOST_LAYOUTS = 4


class TrendMap(Figure):
    """The map with its axes and the key of its marks; as high as it is wide, and the key below."""

    def __init__(self, facts: TrendsFacts, side: float) -> None:
        """Lay the labels out on a map that is ``side`` points wide, axis words included."""
        super().__init__(map_in_words(facts))
        self._facts = facts
        self._side = side - _LEFT
        self.width, self.height = side, self._side + _BELOW
        self._lines, self._layout = _laid_out(facts.placed, self._side)

    @property
    def numbered(self) -> bool:
        """Whether some trends stand under their number, because the space does not hold their labels."""
        return any(lines == [str(trend.number)] for trend, lines in zip(self._facts.placed, self._lines, strict=True))

    def draw_picture(self) -> None:
        """Draw field, axes, marks and labels, and the key."""
        canvas: Canvas = self.canv
        canvas.saveState()
        canvas.translate(_LEFT, _BELOW)
        self._draw_field(canvas)
        for trend in self._facts.placed:
            dot = self._layout.dots[str(trend.number)]
            draw_origin(canvas, trend.origin, dot, 2 * _DOT)
        for trend, lines in zip(self._facts.placed, self._lines, strict=True):
            self._draw_label(canvas, str(trend.number), lines)
        self._draw_axes(canvas)
        self._draw_key(canvas)
        canvas.restoreState()

    def _draw_field(self, canvas: Canvas) -> None:
        side = self._side
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(LINE)
        canvas.line(side / 2, 0, side / 2, side)
        canvas.line(0, side / 2, side, side / 2)
        canvas.setStrokeColor(EDGE)
        canvas.rect(0, 0, side, side, stroke=1, fill=0)

    def _draw_label(self, canvas: Canvas, key: str, lines: list[str]) -> None:
        placed = self._layout.placed.get(key)
        if placed is None:
            return
        if placed.leader:
            canvas.setStrokeColor(EDGE)
            canvas.setLineWidth(HAIRLINE)
            canvas.line(*placed.leader[0], *placed.leader[1])
        dot, box = self._layout.dots[key], placed.box
        # the side that faces the dot is the straight one
        align, x = (1.0, box.right) if box.right < dot.x else (0.0, box.left)
        # the midlines stop where there is text
        canvas.setFillColor(SHEET)
        canvas.rect(box.left, box.top, box.right - box.left, box.bottom - box.top, stroke=0, fill=1)
        canvas.setFillColor(INK)
        for at, line in enumerate(lines):
            draw_line(canvas, (x, box.bottom - (at + 0.78) * _LEADING), line, REGULAR.name, _SIZE, align=align)

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
            draw_origin(canvas, origin, (x + _DOT, -29.5), 2 * _DOT)
            canvas.setFillColor(INK_3)
            draw_line(canvas, (x + 3 * _DOT, -32), name, REGULAR.name, _SIZE)
            x += 3 * _DOT + width(name, REGULAR.name, _SIZE) + 16


def _laid_out(trends: tuple[TrendFacts, ...], side: float) -> tuple[list[list[str]], Layout]:
    """Place all labels; those that the space does not hold go over to their numbers, which take less of it."""
    lines = [wrap_label(trend.label, _measure, _LABEL_WIDTH) for trend in trends]
    area = Box(_AIR, _AIR, side - _AIR, side - _AIR)
    for _again in range(_MOST_LAYOUTS):
        labels = [_label(trend, own, area) for trend, own in zip(trends, lines, strict=True)]
        layout = place_labels(labels, area, dot_radius=_DOT, gap=2.5)
        crowded = set(layout.overflow)
        if not crowded:
            break
        lines = [
            [str(trend.number)] if str(trend.number) in crowded else own
            for trend, own in zip(trends, lines, strict=True)
        ]
    return lines, layout


def _label(trend: TrendFacts, lines: list[str], area: Box) -> Label:
    across, up = trend.certainty or 0.0, trend.importance or 0.0
    return Label(
        key=str(trend.number),
        x=area.left + _DOT + across * (area.right - area.left - 2 * _DOT),
        y=area.top + _DOT + up * (area.bottom - area.top - 2 * _DOT),
        width=max(_measure(line) for line in lines),
        height=len(lines) * _LEADING,
    )


def _measure(text: str) -> float:
    return width(text, REGULAR.name, _SIZE)
