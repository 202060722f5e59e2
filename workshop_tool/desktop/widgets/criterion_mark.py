"""The mark of a criterion, painted: its shape with its letter, as on the site and in the record."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours, font, zoom, zoomed
from workshop_tool.domain.voting.criteria import Criterion, DotColour, Shape
from workshop_tool.look.dots import mark

SIDE = 28
"""Pixels; how large a mark stands beside text: the letter in it is never smaller than small text."""


def mark_side() -> int:
    """Return pixels: how large a mark stands beside text of the size in use."""
    return zoomed(SIDE)


def dot_colour(colour: DotColour) -> QColor:
    """Return the colour of a criterion's dots in the palette in use."""
    return QColor(colours().dot_blue if colour == "blue" else colours().dot_green)


def paint_mark(painter: QPainter, criterion: Criterion, box: QRectF) -> None:
    """Draw a criterion's mark in a square."""
    shape = mark(criterion.shape)
    path = _outline(criterion.shape, box.width(), box.height()).translated(box.topLeft())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, dot_colour(criterion.colour))
    painter.setFont(font(round(shape.letter_size * box.height() / zoom()), QFont.Weight.Bold))
    painter.setPen(QColor(colours().dot_ink))
    across = painter.fontMetrics().horizontalAdvance(criterion.letter)
    at = QPointF(box.center().x() - across / 2, box.y() + shape.baseline * box.height())
    painter.drawText(at, criterion.letter)
    painter.restore()


@cache
def _outline(shape: Shape, width: float, height: float) -> QPainterPath:
    """Return a shape in a box at the origin; there are few sizes, and many marks are drawn."""
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x * width, y * height) for x, y in mark(shape).outline]))
    path.closeSubpath()
    return path


class CriterionMark(QWidget):
    """The mark by itself; the criterion's name stands beside it as text."""

    def __init__(self, criterion: Criterion) -> None:
        super().__init__()
        self.setObjectName(f"mark_{criterion.key}")
        self._criterion = criterion
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Ask for a square that goes with text."""
        return QSize(mark_side(), mark_side())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        paint_mark(painter, self._criterion, QRectF(0, 0, self.width(), self.height()))
        painter.end()
