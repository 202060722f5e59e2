"""What the marks on the trend map mean; only those that stand on it are told."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.flow import Flow
from workshop_tool.desktop.widgets.map_drawing import KINDS, Kind, draw_dot, kind_of
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_SIDE = 16


class MapLegend(QWidget):
    """One mark and its meaning after another, on as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("map_legend")
        flow = Flow()
        self.setLayout(flow)
        self._example = Label(_("Some are examples."), "small", name="map_example")
        self._entries: dict[Kind, tuple[QWidget, Label]] = {}
        for kind in KINDS:
            entry, words = QWidget(), Label("", "small", name=f"legend_{kind}")
            inside = QHBoxLayout(entry)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(GRID // 2)
            inside.addWidget(_Mark(kind))
            inside.addWidget(words)
            self._entries[kind] = entry, words
            flow.addWidget(entry)
        flow.addWidget(self._example)
        self.show_trends(())

    def show_trends(self, trends: Iterable[Trend]) -> None:
        """Tell of the marks of these trends; of all but one where there are none yet."""
        listed = tuple(trends)
        kinds = {kind_of(trend) for trend in listed} or set(KINDS) - {"interviews"}
        origins = {trend.origin for trend in listed if kind_of(trend) == "presented"}
        meanings: dict[Kind, str] = {
            "presented": _("desk research") if origins == {"desk research"} else _("presented"),
            "interviews": _("interviews"),
            "renamed": _("renamed"),
            "new": _("added in the workshop"),
        }
        for kind, (entry, words) in self._entries.items():
            words.setText(meanings[kind])
            entry.setVisible(kind in kinds)
        self._example.setVisible(any(trend.example for trend in listed))


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
