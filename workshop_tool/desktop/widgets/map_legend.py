"""What the marks on the trend map mean."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.map_drawing import KINDS, Kind, draw_dot
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_SIDE = 16


class MapLegend(QWidget):
    """One mark and its meaning after another."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("map_legend")
        meanings: dict[Kind, str] = {
            "presented": _("presented"),
            "renamed": _("renamed"),
            "new": _("added in the workshop"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        for kind in KINDS:
            row.addWidget(_Mark(kind))
            row.addWidget(Label(meanings[kind], "small"))
            row.addSpacing(2 * GRID)
        row.addStretch(1)


class _Mark(QWidget):
    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.setObjectName(f"mark_{kind}")
        self._kind = kind
        self.setFixedSize(QSize(_SIDE, _SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_dot(painter, QPointF(_SIDE / 2, _SIDE / 2 + 1), self._kind)
        painter.end()
