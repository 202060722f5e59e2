"""The priority-feasibility matrix, drawn: what is wanted but hard stands out by colour, ring and word."""

from collections import defaultdict
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.theme import colours, font
from workshop_tool.look.tokens import GRID, RADIUS_BUTTON, Type
from workshop_tool.record.facts.matrix import MatrixFacts, MatrixPoint

_DISC: Final = 26.0
_AXIS: Final = 24
_SIDE: Final = 300


class Matrix(QWidget):
    """Shows the facts of a matrix; its readings stand beside it as text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._facts: MatrixFacts | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumSize(200, 170)

    def show_matrix(self, facts: MatrixFacts) -> None:
        """Show this matrix."""
        self._facts = facts
        self.setAccessibleName(" ".join((facts.title, *facts.readings)))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Keep to a shape that is a little wider than tall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that goes with a width."""
        return round(width * 0.72)

    def sizeHint(self) -> QSize:
        """Ask for a square that can be read."""
        return QSize(_SIDE, self.heightForWidth(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw field, axes and numbers."""
        if self._facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        field = QRectF(self.rect()).adjusted(_AXIS, 1, -1, -_AXIS)
        self._paint_field(painter, field, self._facts)
        inside = field.adjusted(_DISC * 0.7, _DISC * 0.7, -_DISC * 0.7, -_DISC * 0.7)
        for point, centre in places(self._facts.points, inside):
            _paint_point(painter, point, centre)
        painter.end()

    def _paint_field(self, painter: QPainter, field: QRectF, facts: MatrixFacts) -> None:
        palette = colours()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.ground))
        painter.drawRoundedRect(field, RADIUS_BUTTON, RADIUS_BUTTON)
        middle = field.center()
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        painter.setFont(font(Type.small.size))
        painter.setPen(QColor(palette.ink_3))
        inner = field.adjusted(GRID, 4, -GRID, -4)
        upper, lower = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        for words, where in zip(facts.corners, (upper | left, upper | right, lower | left, lower | right), strict=True):
            painter.drawText(inner, where, words)
        painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink_2))
        beneath = QRectF(field.left(), field.bottom() + 4, field.width(), _AXIS - 4)
        painter.drawText(beneath, Qt.AlignmentFlag.AlignCenter, f"{facts.across} \N{RIGHTWARDS ARROW}")
        painter.save()
        painter.translate(0, field.center().y())
        painter.rotate(-90)
        beside = QRectF(-field.height() / 2, 0, field.height(), _AXIS - 4)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, f"{facts.up} \N{RIGHTWARDS ARROW}")
        painter.restore()


def places(points: tuple[MatrixPoint, ...], inside: QRectF) -> list[tuple[MatrixPoint, QPointF]]:
    """Return where the middle of each disc stands; those with the same counts stand in a row, side by side."""
    together = defaultdict[tuple[float, float], list[MatrixPoint]](list)
    for point in points:
        together[point.across, point.up].append(point)
    placed = []
    for (across, up), level in together.items():
        step = min(_DISC + 2, inside.width() / len(level))
        middle = inside.left() + across * inside.width()
        reach = step * (len(level) - 1)
        first = min(max(middle - reach / 2, inside.left()), inside.right() - reach)
        y = inside.bottom() - up * inside.height()
        placed += [(point, QPointF(first + at * step, y)) for at, point in enumerate(level)]
    return placed


def _paint_point(painter: QPainter, point: MatrixPoint, centre: QPointF) -> None:
    palette, radius = colours(), _DISC / 2
    colour = QColor(palette.attention if point.hard else palette.accent)
    painter.setPen(QPen(QColor(palette.sheet), 1.5))
    painter.setBrush(colour)
    painter.drawEllipse(centre, radius, radius)
    if point.hard:
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, radius + 3, radius + 3)
    painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
    painter.setPen(QColor(palette.accent_ink))
    box = QRectF(centre.x() - radius, centre.y() - radius, _DISC, _DISC)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(point.number))
