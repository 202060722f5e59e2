"""Marks in the record: a criterion with its name, and the small shapes that say where a trend comes from."""

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workshop_tool.domain.trends import Origin
from workshop_tool.domain.voting.criteria import Criterion, Shape
from workshop_tool.look.fonts import SEMIBOLD
from workshop_tool.paper.marks import draw_dot, draw_shape
from workshop_tool.paper.tagging import content
from workshop_tool.paper.text import draw_line, shortened
from workshop_tool.record.pdf.style import ACCENT, EDGE, INK, INK_2, NEW, SHEET

ORIGIN_MARKS: dict[Origin | None, tuple[Shape, Color]] = {
    "desk research": ("circle", INK_2),
    "interviews": ("square", ACCENT),
    "workshop": ("diamond", NEW),
    None: ("circle", SHEET),
}
"""Shape and tint by origin; a hollow circle where none is given."""


def draw_origin(canvas: Canvas, origin: Origin | None, middle: tuple[float, float], side: float) -> None:
    """Draw the mark of an origin around its middle."""
    shape, fill = ORIGIN_MARKS[origin]
    draw_shape(canvas, shape, middle, side, fill=fill, edge=fill if origin else EDGE)


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
        with content(self.canv, "P"):
            draw_line(self.canv, (18, 3.6), name, SEMIBOLD.name, 8.5)
