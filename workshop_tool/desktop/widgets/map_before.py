"""The map as it was presented beside the map as it is: a hollow mark where a trend stood, and a thin line to it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from workshop_tool.desktop.dress.theme import colours
from workshop_tool.desktop.widgets.map_drawing import DOT, point_of
from workshop_tool.domain.trends import Trend
from workshop_tool.record.facts.trend_changes import moved_from


def draw_before(painter: QPainter, trend: Trend, field: QRectF, now: QPointF, *, chosen: bool) -> None:
    """Draw where a trend that moved stood before; nothing for one that did not."""
    before = moved_from(trend)
    if before is None:
        return
    certainty, importance = before
    was = point_of(importance, certainty, field)
    palette = colours()
    painter.setPen(QPen(QColor(palette.accent if chosen else palette.control_line), 2 if chosen else 1))
    painter.drawLine(was, now)
    painter.setPen(QPen(QColor(palette.accent if chosen else palette.ink_2), 1.5))
    painter.setBrush(QColor(palette.sheet))
    painter.drawEllipse(was, DOT - 1, DOT - 1)
    painter.setBrush(Qt.BrushStyle.NoBrush)
