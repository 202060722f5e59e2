"""Marks on paper: a criterion's dot with its letter, and the small shapes that say where a trend comes from."""

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workshop_tool.domain.trends import Origin
from workshop_tool.domain.voting.criteria import Criterion, Shape
from workshop_tool.look.dots import mark, shape_points
from workshop_tool.look.fonts import BOLD, SEMIBOLD
from workshop_tool.record.pdf.style import ACCENT, DOT_INK, EDGE, INK, INK_2, NEW, SHEET, dot_colour
from workshop_tool.record.pdf.text import draw_line, shortened

ORIGIN_MARKS: dict[Origin | None, tuple[Shape, Color]] = {
    "desk research": ("circle", INK_2),
    "interviews": ("square", ACCENT),
    "workshop": ("diamond", NEW),
    None: ("circle", SHEET),
}
"""Shape and tint by origin; a hollow circle where none is given."""


def _draw_shape(
    canvas: Canvas, shape: Shape, middle: tuple[float, float], side: float, *, fill: Color, edge: Color
) -> None:
    x, y = middle
    path = canvas.beginPath()
    for at, (across, down) in enumerate(shape_points(shape)):
        place = (x + (across - 0.5) * side, y + (0.5 - down) * side)
        (path.lineTo if at else path.moveTo)(*place)
    path.close()
    canvas.setFillColor(fill)
    canvas.setStrokeColor(edge)
    canvas.setLineWidth(0.6)
    canvas.drawPath(path, stroke=1, fill=1)


def draw_origin(canvas: Canvas, origin: Origin | None, middle: tuple[float, float], side: float) -> None:
    """Draw the mark of an origin around its middle."""
    shape, fill = ORIGIN_MARKS[origin]
    _draw_shape(canvas, shape, middle, side, fill=fill, edge=fill if origin else EDGE)


def draw_dot(canvas: Canvas, criterion: Criterion, middle: tuple[float, float], side: float) -> None:
    """Draw a criterion's mark around its middle: shape, colour and letter."""
    colour = dot_colour(criterion.colour)
    x, y = middle
    _draw_shape(canvas, criterion.shape, middle, side, fill=colour, edge=colour)
    drawn = mark(criterion.shape)
    canvas.setFillColor(DOT_INK)
    baseline = y + (0.5 - drawn.baseline) * side
    draw_line(canvas, (x, baseline), criterion.letter, BOLD.name, drawn.letter_size * side, align=0.5)


class CriterionLabel(Flowable):
    """A criterion's mark with its name beside it."""

    def __init__(self, criterion: Criterion, name: str) -> None:
        """Show the mark and this name."""
        super().__init__()
        self.width, self.height = 0, 13
        self._criterion, self._name = criterion, name

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """Take the width that there is: a name never runs into the column beside it."""
        self.width = room
        return self.width, self.height

    def draw(self) -> None:
        """Draw both on one line."""
        name = shortened(self._name, SEMIBOLD.name, 8.5, self.width - 18)
        draw_dot(self.canv, self._criterion, (6.5, 6.5), 13)
        self.canv.setFillColor(INK)
        draw_line(self.canv, (18, 3.6), name, SEMIBOLD.name, 8.5)
