"""The grid of links: a row for each trend or area, a column for each poster, and marks that differ by shape."""

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.paper.text import draw_line, shortened, width
from workshop_tool.record.facts.link_grid import GridFacts, GridMark
from workshop_tool.record.pdf.figures.figure import Figure
from workshop_tool.record.pdf.style import HAIRLINE, INK, INK_2, INK_3, LINE, SHEET, TEXT_WIDTH

_NAME = 178.0
_ROW, _HEAD, _KEY = 14.0, 16.0, 20.0
_WIDEST_COLUMN = 28.0
_MARK = 3.4


class LinkGrid(Figure):
    """The grid with its key below; as wide as it needs to be."""

    def __init__(self, facts: GridFacts) -> None:
        """Take what is linked with what."""
        super().__init__(facts.alt)
        self._facts = facts
        self._column = min(_WIDEST_COLUMN, (TEXT_WIDTH - _NAME) / len(facts.columns))
        self.hAlign = "LEFT"
        self.width = _NAME + self._column * len(facts.columns)
        self.height = _HEAD + _ROW * len(facts.rows) + _KEY

    def draw_picture(self) -> None:
        """Draw the numbers of the posters, the rows with their marks, and the key."""
        canvas: Canvas = self.canv
        top = self.height - _HEAD
        canvas.setFillColor(INK_2)
        for at, number in enumerate(self._facts.columns):
            draw_line(canvas, (self._middle(at), top + 5), number, SEMIBOLD.name, 8, align=0.5)
        for row in self._facts.rows:
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(HAIRLINE)
            canvas.line(0, top, self.width, top)
            top -= _ROW
            canvas.setFillColor(INK)
            label = shortened(row.label, REGULAR.name, 8.5, _NAME - 8)
            draw_line(canvas, (0, top + 4), label, REGULAR.name, 8.5)
            for at, mark in enumerate(row.marks):
                _draw_mark(canvas, mark, (self._middle(at), top + _ROW / 2))
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(HAIRLINE)
        canvas.line(0, top, self.width, top)
        self._draw_key(canvas)

    def _middle(self, column: int) -> float:
        return _NAME + (column + 0.5) * self._column

    def _draw_key(self, canvas: Canvas) -> None:
        x = 0.0
        for mark, words in self._facts.key:
            _draw_mark(canvas, mark, (x + _MARK, 6.5))
            canvas.setFillColor(INK_3)
            draw_line(canvas, (x + 3 * _MARK, 4), words, REGULAR.name, 8)
            x += 3 * _MARK + width(words, REGULAR.name, 8) + 16


def _draw_mark(canvas: Canvas, mark: GridMark, middle: tuple[float, float]) -> None:
    """Draw better as a full triangle that points up, worse as a hollow one that points down, else a dot."""
    x, y = middle
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.9)
    canvas.setFillColor(SHEET if mark == "worse" else INK)
    if mark == "named":
        canvas.circle(x, y, _MARK - 1, stroke=0, fill=1)
    elif mark:
        tip = _MARK if mark == "better" else -_MARK
        path = canvas.beginPath()
        path.moveTo(x, y + tip)
        path.lineTo(x - _MARK, y - tip)
        path.lineTo(x + _MARK, y - tip)
        path.close()
        canvas.drawPath(path, stroke=1, fill=1)
