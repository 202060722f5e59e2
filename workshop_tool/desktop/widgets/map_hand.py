"""What is drawn on the trend map while a trend is moved, and while none is on it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from workshop_tool.desktop.dress.theme import colours, font, zoomed
from workshop_tool.desktop.widgets import map_drawing as drawing
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _
from workshop_tool.look.tokens import Type


def draw_under_hand(painter: QPainter, trend: Trend, field: QRectF) -> None:
    """Draw the trend that is being moved, over everything else."""
    at = drawing.point_of(trend.importance or 0.0, trend.certainty or 0.0, field)
    metrics = drawing.label_metrics(trend)
    width = metrics.horizontalAdvance(trend.label) + 2
    is_right = at.x() + width + 3 * drawing.DOT < field.right()
    left = at.x() + 2.5 * drawing.DOT if is_right else at.x() - width - 2.5 * drawing.DOT
    box = QRectF(left, at.y() - zoomed(Type.text.line) / 2, width, zoomed(Type.text.line))
    drawing.draw_chosen(painter, at, box)
    drawing.draw_dot(painter, at, drawing.kind_of(trend))
    drawing.draw_label(painter, box, trend, [trend.label], left=not is_right)


def draw_hint(painter: QPainter, field: QRectF) -> None:
    """Say on an empty map how it is filled."""
    painter.setPen(QColor(colours().ink_2))
    painter.setFont(font(Type.text.size))
    hint = _("Drag a trend from the list to its place,\nor choose one and press “Place on map”.")
    painter.drawText(field, int(Qt.AlignmentFlag.AlignCenter), hint)
