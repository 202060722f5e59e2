"""A criterion's mark on paper: its shape in its colour with its letter, full as a dot or hollow as a box to tick."""

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.voting.criteria import Criterion, DotColour, Shape
from workshop_tool.look.dots import mark, shape_points
from workshop_tool.look.fonts import BOLD
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import draw_line

_DOT_INK = HexColor(LIGHT.dot_ink)
_SHEET = HexColor(LIGHT.sheet)


def dot_colour(colour: DotColour) -> Color:
    """Return the ink of a criterion's dots; nothing else is printed in it."""
    return HexColor(LIGHT.dot_blue if colour == "blue" else LIGHT.dot_green)


def draw_shape(
    canvas: Canvas,
    shape: Shape,
    middle: tuple[float, float],
    side: float,
    *,
    fill: Color,
    edge: Color,
    line: float = 0.6,
) -> None:
    """Draw a shape around its middle; side and width of its line in points."""
    x, y = middle
    path = canvas.beginPath()
    for at, (across, down) in enumerate(shape_points(shape)):
        place = (x + (across - 0.5) * side, y + (0.5 - down) * side)
        (path.lineTo if at else path.moveTo)(*place)
    path.close()
    canvas.setFillColor(fill)
    canvas.setStrokeColor(edge)
    canvas.setLineWidth(line)
    canvas.drawPath(path, stroke=1, fill=1)


def draw_dot(canvas: Canvas, criterion: Criterion, middle: tuple[float, float], side: float) -> None:
    """Draw a criterion's mark around its middle: shape, colour and letter."""
    colour = dot_colour(criterion.colour)
    draw_shape(canvas, criterion.shape, middle, side, fill=colour, edge=colour)
    _draw_letter(canvas, criterion, middle, side, _DOT_INK)


def draw_box(canvas: Canvas, criterion: Criterion, middle: tuple[float, float], side: float) -> None:
    """Draw a criterion's mark hollow: a place for one dot, to be crossed by hand."""
    colour = dot_colour(criterion.colour)
    draw_shape(canvas, criterion.shape, middle, side, fill=_SHEET, edge=colour, line=1.1)
    _draw_letter(canvas, criterion, middle, side, colour)


def _draw_letter(canvas: Canvas, criterion: Criterion, middle: tuple[float, float], side: float, ink: Color) -> None:
    x, y = middle
    drawn = mark(criterion.shape)
    canvas.setFillColor(ink)
    baseline = y + (0.5 - drawn.baseline) * side
    draw_line(canvas, (x, baseline), criterion.letter, BOLD.name, drawn.letter_size * side, align=0.5)
