"""The trend map to work on: drag a dot, or choose one and use the arrow keys."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from workshop_tool.desktop.dress.theme import colours, zoomed
from workshop_tool.desktop.widgets import map_drawing as drawing
from workshop_tool.desktop.widgets.item_model import ID_MIME
from workshop_tool.desktop.widgets.map_before import draw_before
from workshop_tool.desktop.widgets.map_hand import draw_hint, draw_under_hand
from workshop_tool.desktop.widgets.map_places import MapPlaces, Work
from workshop_tool.desktop.widgets.map_spread import draw_spread, mean_point, said_spread
from workshop_tool.domain.sheets import Spread
from workshop_tool.domain.trends import Trend
from workshop_tool.language import _

STEP, LEAP = 0.01, 0.05
"""How far an arrow key moves a trend, of 1; with Shift it leaps."""
PAUSE_MS: Final = 300
"""A trend that is being nudged is saved when it rests."""
_REACH: Final = 12.0
_STEPS: Final = {
    Qt.Key.Key_Left: (0.0, -1.0),
    Qt.Key.Key_Right: (0.0, 1.0),
    Qt.Key.Key_Up: (1.0, 0.0),
    Qt.Key.Key_Down: (-1.0, 0.0),
}


class MapView(QWidget):
    """Shows trends and asks to place them."""

    placed = Signal(str, float, float)
    """Id, importance, certainty; both 0 to 1."""
    chosen = Signal(str)
    """Id of the trend that was pointed at; "" for none."""

    def __init__(self, work: Work | None = None) -> None:
        """Show nothing yet; ``work`` runs a function elsewhere where a map takes long to lay out."""
        super().__init__()
        self._places = MapPlaces(work, self._take_places)
        self.setObjectName("trend_map")
        self.setAccessibleName(_("Trend map"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMinimumSize(340, zoomed(320))
        self.chosen_id = ""
        self._horizon = ""
        self._trends: tuple[Trend, ...] = ()
        self._spreads: Mapping[str, Spread] = {}
        self._before = False
        self._moving: Trend | None = None
        """The trend as it is being dragged or nudged, until it is saved."""
        self._dragged = False
        self._picture: drawing.MapPicture | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)

    def show_trends(self, trends: Sequence[Trend], horizon: str) -> None:
        """Show these trends; the one that is being moved stays under the hand."""
        self._trends, self._horizon = tuple(trends), horizon
        if all(trend.id != self.chosen_id for trend in self._trends):
            self.chosen_id = ""
        self._refresh()

    def show_spreads(self, spreads: Mapping[str, Spread]) -> None:
        """Show how the room places the trends, by id; nothing shows the map alone."""
        self._spreads = spreads
        self.update()

    def show_before(self, *, shown: bool) -> None:
        """Show where the trends that moved stood when the map was presented, or leave that out."""
        self._before = shown
        self.update()

    def said_at(self, point: QPointF) -> str:
        """Say what the room thinks of the trend whose mean lies under the pointer; empty where none does."""
        field = self.picture.field
        for trend in self._trends:
            spread = self._spreads.get(trend.id)
            if spread and (mean_point(spread, field) - point).manhattanLength() <= _REACH:
                return said_spread(trend.label, spread)
        return ""

    def event(self, event: QEvent) -> bool:
        """Say over a mean how many placed it there."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.said_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def choose(self, trend_id: str) -> None:
        """Choose one trend, or none with ""; what was nudged before is saved."""
        if trend_id != self.chosen_id:
            self.flush()
            self.chosen_id = trend_id
            self._describe()
            self.update()

    def flush(self) -> None:
        """Save a trend that was nudged and has not rested yet."""
        moved, self._moving = self._moving, None
        self._pause.stop()
        if moved is not None and moved.importance is not None and moved.certainty is not None:
            self._trends = tuple(moved if trend.id == moved.id else trend for trend in self._trends)
            self.placed.emit(moved.id, moved.importance, moved.certainty)
            self._refresh()

    @property
    def picture(self) -> drawing.MapPicture:
        """What is drawn, laid out for the present size."""
        if self._picture is None:
            still = [trend for trend in self._trends if not (self._dragged and trend.id == self._moving_id)]
            shown = [self._moving if self._moving and trend.id == self._moving.id else trend for trend in still]
            measured = drawing.measure(shown, QRectF(self.rect()))
            self._picture = measured.picture(self._places.find(measured.question))
        return self._picture

    def sizeHint(self) -> QSize:
        """Ask for a map of useful size."""
        return QSize(720, 560)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the map; the chosen trend and the one under the hand come on top."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        picture = self.picture
        drawing.draw_field(painter, picture.field, self._horizon)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(picture.field, 6, 6)
        self._draw_spreads(painter, picture)
        self._draw_before(painter, picture)
        for key in picture.trends:
            if key != self.chosen_id:
                drawing.draw_trend(painter, picture, key, chosen=False)
        if self.chosen_id in picture.trends:
            drawing.draw_trend(painter, picture, self.chosen_id, chosen=True)
        if self._dragged and self._moving is not None:
            draw_under_hand(painter, self._moving, picture.field)
        elif not picture.trends:
            draw_hint(painter, picture.field)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the trend under the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.flush()
        found = self._trend_at(event.position())
        self.choose(found.id if found else "")
        self.chosen.emit(self.chosen_id)
        self._moving = found

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it along."""
        if self._moving is not None:
            importance, certainty = drawing.place_of(event.position(), self.picture.field)
            self._moving = self._moving.revised(importance=importance, certainty=certainty)
            if not self._dragged:
                self._dragged, self._picture = True, None
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Place it where it was let go; a mere click moves nothing."""
        if self._dragged:
            self._dragged = False
            self.flush()
        self._moving = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nudge the chosen trend, put it on the map with Enter, go to the next with Page Down."""
        key = Qt.Key(event.key())
        chosen = next((trend for trend in self._trends if trend.id == self.chosen_id), None)
        if key in _STEPS and chosen is not None:
            leap = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
            up, right = _STEPS[key]
            self._nudge(chosen, up * leap, right * leap)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and chosen is not None and not chosen.placed:
            self.placed.emit(chosen.id, 0.5, 0.5)
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp} and self._trends:
            self._step(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a trend from the list."""
        if event.mimeData().hasFormat(ID_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place the trend from the list where it was dropped."""
        trend_id = bytes(event.mimeData().data(ID_MIME).data()).decode()
        self.placed.emit(trend_id, *drawing.place_of(event.position(), self.picture.field))
        event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        super().resizeEvent(event)
        self._refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring around the field."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Save what was nudged."""
        super().focusOutEvent(event)
        self.flush()
        self.update()

    @property
    def _moving_id(self) -> str:
        return self._moving.id if self._moving else ""

    def _nudge(self, trend: Trend, up: float, right: float) -> None:
        base = self._moving if self._moving and self._moving.id == trend.id else trend
        importance = 0.5 if base.importance is None else base.importance + up
        certainty = 0.5 if base.certainty is None else base.certainty + right
        inside = {"importance": min(1.0, max(0.0, importance)), "certainty": min(1.0, max(0.0, certainty))}
        self._moving = base.revised(**inside)
        self._pause.start()
        self._refresh()

    def _step(self, by: int) -> None:
        ids = [trend.id for trend in self._trends]
        at = ids.index(self.chosen_id) + by if self.chosen_id in ids else 0
        self.choose(ids[at % len(ids)])
        self.chosen.emit(self.chosen_id)

    def _take_places(self) -> None:
        """Show the labels in the places that were found for them meanwhile."""
        self._picture = None
        self.update()

    def _refresh(self) -> None:
        self._picture = None
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say in words where the chosen trend stands."""
        trend = self._moving or next((trend for trend in self._trends if trend.id == self.chosen_id), None)
        words = _("Choose a trend in the list, then move it with the arrow keys.")
        if trend is not None and trend.importance is not None and trend.certainty is not None:
            words = _("{label}: importance {importance} of 100, certainty {certainty} of 100").format(
                label=trend.label, importance=round(trend.importance * 100), certainty=round(trend.certainty * 100)
            )
        elif trend is not None:
            words = _("{label}: not on the map; Enter places it").format(label=trend.label)
        self.setAccessibleDescription(words)

    def _trend_at(self, point: QPointF) -> Trend | None:
        """Return the trend whose dot or label lies under the pointer; a dot goes before a label."""
        picture = self.picture
        for key, dot in picture.layout.dots.items():
            if (QPointF(dot.x, dot.y) - point).manhattanLength() <= _REACH:
                return picture.trends[key]
        for key, label in picture.layout.placed.items():
            box = label.box
            if box.left <= point.x() <= box.right and box.top <= point.y() <= box.bottom:
                return picture.trends[key]
        return None

    def _draw_spreads(self, painter: QPainter, picture: drawing.MapPicture) -> None:
        for key, spread in self._spreads.items():
            dot = picture.layout.dots.get(key)
            at = QPointF(dot.x, dot.y) if dot else None
            draw_spread(painter, spread, picture.field, at, chosen=key == self.chosen_id)

    def _draw_before(self, painter: QPainter, picture: drawing.MapPicture) -> None:
        for key, trend in picture.trends.items() if self._before else ():
            dot = picture.layout.dots[key]
            draw_before(painter, trend, picture.field, QPointF(dot.x, dot.y), chosen=key == self.chosen_id)
