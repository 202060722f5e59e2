"""A bar with its value at its end."""

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from workshop_tool.look.fonts import SEMIBOLD
from workshop_tool.paper.tagging import content
from workshop_tool.paper.text import draw_line
from workshop_tool.record.pdf.style import INK

_THICK = 8.0
_ROOM_FOR_VALUE = 26.0
_CORNER = 1.2


class Bar(Flowable):
    """A bar across a table cell; a share of 0 leaves only the value."""

    def __init__(self, share: float, value: str, colour: Color, width: float) -> None:
        """Draw a share (0 to 1) of the width, less the room for the value."""
        super().__init__()
        self.width, self.height = width, 10.5
        self._share, self._value, self._colour = share, value, colour

    def draw(self) -> None:
        """Draw the bar and the value at its end."""
        length = self._share * (self.width - _ROOM_FOR_VALUE)
        if length:
            self.canv.setFillColor(self._colour)
            self.canv.roundRect(0, 1, length, _THICK, min(_CORNER, length / 2), stroke=0, fill=1)
        self.canv.setFillColor(INK)
        with content(self.canv, "P"):
            draw_line(self.canv, (length + 5 if length else 0, 2), self._value, SEMIBOLD.name, 8.5)
