"""Cards on a page: where each lies, and the lines along which they are cut apart."""

from collections.abc import Iterator

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.kit.lettering import Box
from workshop_tool.kit.pages import EDGE, HEIGHT, WIDTH

_TICK = 12.0
"""Length of a mark outside of the cards, for a guillotine."""


class Cards:
    """Cards of one size side by side in the middle of an A4 page."""

    def __init__(self, columns: int, rows: int, width: float, height: float) -> None:
        """Lay out so many columns and rows of cards; sizes in points."""
        self._columns, self._rows = columns, rows
        self._width, self._height = width, height
        self._left = (WIDTH - columns * width) / 2
        self._bottom = (HEIGHT - rows * height) / 2

    def __len__(self) -> int:
        """Return how many there are on a page."""
        return self._columns * self._rows

    def __iter__(self) -> Iterator[Box]:
        top = self._bottom + self._rows * self._height
        for row in range(self._rows):
            for column in range(self._columns):
                yield Box(self._left + column * self._width, top - row * self._height, self._width, self._height)

    def draw_cuts(self, canvas: Canvas) -> None:
        """Draw dashed lines between the cards, and solid marks where they leave the outermost ones."""
        right, top = self._left + self._columns * self._width, self._bottom + self._rows * self._height
        canvas.setStrokeColor(EDGE)
        canvas.setLineWidth(0.4)
        for column in range(self._columns + 1):
            x = self._left + column * self._width
            self._draw_cut(canvas, (x, self._bottom), (x, top), (0.0, _TICK))
        for row in range(self._rows + 1):
            y = self._bottom + row * self._height
            self._draw_cut(canvas, (self._left, y), (right, y), (_TICK, 0.0))

    @staticmethod
    def _draw_cut(
        canvas: Canvas, start: tuple[float, float], end: tuple[float, float], tick: tuple[float, float]
    ) -> None:
        canvas.setDash(2, 3)
        canvas.line(*start, *end)
        canvas.setDash()
        canvas.line(start[0] - tick[0], start[1] - tick[1], *start)
        canvas.line(*end, end[0] + tick[0], end[1] + tick[1])
