"""The room's view on the trend map: where all phones together place a trend, and how far they differ."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workshop_tool.desktop.dress.theme import colours
from workshop_tool.desktop.widgets.map_drawing import DOT, point_of
from workshop_tool.domain.sheets import Spread
from workshop_tool.language import _, ngettext

_CAP = 3.0
"""Half the length of the stroke that ends a bar, in pixels."""


def mean_point(spread: Spread, field: QRectF) -> QPointF:
    """Return where the room's mean lies."""
    return point_of(spread.mean.importance, spread.mean.certainty, field)


def draw_spread(painter: QPainter, spread: Spread, field: QRectF, trend_at: QPointF | None, *, chosen: bool) -> None:
    """Draw a hollow dot at the mean, with bars of one standard deviation, and a line from where the trend stands."""
    palette, at = colours(), mean_point(spread, field)
    if trend_at is not None:
        painter.setPen(QPen(QColor(palette.control_line), 1, Qt.PenStyle.DotLine))
        painter.drawLine(trend_at, at)
    painter.setPen(QPen(QColor(palette.accent if chosen else palette.control_line), 2 if chosen else 1))
    mean = spread.mean
    low = point_of(mean.importance - spread.importance, mean.certainty - spread.certainty, field)
    high = point_of(mean.importance + spread.importance, mean.certainty + spread.certainty, field)
    left, right = max(low.x(), field.left()), min(high.x(), field.right())
    top, bottom = max(high.y(), field.top()), min(low.y(), field.bottom())
    painter.drawLine(QPointF(left, at.y()), QPointF(right, at.y()))
    painter.drawLine(QPointF(at.x(), top), QPointF(at.x(), bottom))
    for x in (left, right):
        painter.drawLine(QPointF(x, at.y() - _CAP), QPointF(x, at.y() + _CAP))
    for y in (top, bottom):
        painter.drawLine(QPointF(at.x() - _CAP, y), QPointF(at.x() + _CAP, y))
    painter.setPen(QPen(QColor(palette.accent if chosen else palette.ink_2), 2 if chosen else 1.25))
    painter.setBrush(QColor(palette.sheet))
    painter.drawEllipse(at, DOT + 1, DOT + 1)


def said_spread(label: str, spread: Spread) -> str:
    """Say in words where the room places a trend."""
    placed = ngettext("{label}: placed by {n} phone", "{label}: placed by {n} phones", spread.count)
    means = _("mean importance {importance} of 100, certainty {certainty} of 100").format(
        importance=round(spread.mean.importance * 100), certainty=round(spread.mean.certainty * 100)
    )
    return f"{placed.format(label=label, n=spread.count)} · {means}"
