"""The priority-feasibility matrix, drawn: what is wanted but hard stands out by colour, ring and word."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.look.tokens import GRID, RADIUS_BUTTON, Type
from workshop_tool.record.facts.matrix import MatrixFacts, MatrixPoint

_DISC: Final = 26.0
_AXIS: Final = 24
_SIDE: Final = 300
_ASIDE: Final = 12
"""How many steps a disc may go to a side."""


class Matrix(QWidget):
    """Shows the facts of a matrix; its readings stand beside it as text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._facts: MatrixFacts | None = None
        self._asked: tuple[tuple[MatrixPoint, ...], QRectF] | None = None
        self._found: list[Place] = []
        """The places for what was asked last."""
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
        return round(width * 0.85)

    def sizeHint(self) -> QSize:
        """Ask for a square that can be read."""
        return QSize(_SIDE, self.heightForWidth(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw field, axes and numbers."""
        if self._facts is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axis = zoomed(_AXIS)
        field = QRectF(self.rect()).adjusted(axis, 1, -1, -axis)
        self._paint_field(painter, field, self._facts)
        words = _lines(self._facts, field) * zoomed(Type.small.line)
        side, end = _disc() / 2 + 6, _disc() / 2 + words + 6  # the words in the corners stay free
        asked = self._facts.points, field.adjusted(side, end, -side, -end)
        if asked != self._asked:
            self._asked, self._found = asked, places(*asked)
        for place in self._found:
            _paint_way(painter, place)
        for place in self._found:
            _paint_point(painter, place.point, place.drawn)
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
        upper, lower = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        corners = ((upper, left), (upper, right), (lower, left), (lower, right))
        for words, (row, column) in zip(facts.corners, corners, strict=True):
            half = _half(field)
            if column is right:
                half.moveRight(field.right() - GRID)
            painter.drawText(half, row | column | Qt.TextFlag.TextWordWrap, words)
        painter.setFont(font(Type.small.size, QFont.Weight.DemiBold))
        painter.setPen(QColor(palette.ink_2))
        beneath = QRectF(field.left(), field.bottom() + 4, field.width(), zoomed(_AXIS) - 4)
        painter.drawText(beneath, Qt.AlignmentFlag.AlignCenter, f"{facts.across} \N{RIGHTWARDS ARROW}")
        painter.save()
        painter.translate(0, field.center().y())
        painter.rotate(-90)
        beside = QRectF(-field.height() / 2, 0, field.height(), zoomed(_AXIS) - 4)
        painter.drawText(beside, Qt.AlignmentFlag.AlignCenter, f"{facts.up} \N{RIGHTWARDS ARROW}")
        painter.restore()


def _disc() -> float:
    return float(zoomed(_DISC))


def _half(field: QRectF) -> QRectF:
    """Return the left half of a field, without its edges: as wide as the words of a corner may be."""
    return QRectF(field.left() + GRID, field.top() + 4, field.width() / 2 - 1.5 * GRID, field.height() - 8)


def _lines(facts: MatrixFacts, field: QRectF) -> int:
    """Return how many lines the longest words of a corner take."""
    measure = QFontMetricsF(font(Type.small.size))
    return 2 if max(map(measure.horizontalAdvance, facts.corners)) > _half(field).width() else 1


@dataclass(frozen=True)
class Place:
    """Where a disc is drawn, and where its counts put it: apart only where discs would cover one another."""

    point: MatrixPoint
    true: QPointF
    drawn: QPointF


def places(points: tuple[MatrixPoint, ...], inside: QRectF) -> list[Place]:
    """Return a place for each point, the most wanted first; a disc that would cover another steps aside."""
    placed: list[Place] = []
    for point in sorted(points, key=lambda point: (-point.up, point.across, point.number)):
        true = QPointF(inside.left() + point.across * inside.width(), inside.bottom() - point.up * inside.height())
        drawn = next((at for at in _around(true, inside) if not _is_taken(at, placed)), true)
        placed.append(Place(point, true, drawn))
    return placed


def _around(true: QPointF, inside: QRectF) -> Iterator[QPointF]:
    """Yield places ever farther to the sides of one, then the same in the rows above and below."""
    step, within = _disc() + 3, inside.adjusted(-1, -1, 1, 1)
    for row in (0, -1, 1, -2, 2):
        for column in sorted(range(-_ASIDE, _ASIDE + 1), key=abs):
            at = true + QPointF(column * step, row * step)
            if within.contains(at):
                yield at


def _is_taken(at: QPointF, placed: list[Place]) -> bool:
    x, y, apart = at.x(), at.y(), _disc() + 1
    return any(hypot(x - other.drawn.x(), y - other.drawn.y()) < apart for other in placed)


def _paint_way(painter: QPainter, place: Place) -> None:
    """Draw a thin line from a disc that stepped aside to where its counts put it."""
    if place.true != place.drawn:
        painter.setPen(QPen(QColor(colours().control_line), 1))
        painter.drawLine(place.true, place.drawn)


def _paint_point(painter: QPainter, point: MatrixPoint, centre: QPointF) -> None:
    palette, radius = colours(), _disc() / 2
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
    box = QRectF(centre.x() - radius, centre.y() - radius, _disc(), _disc())
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(point.number))
