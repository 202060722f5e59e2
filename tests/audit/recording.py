"""Every word that a widget draws, with its place, size and colours: taken from the strokes themselves, not from pixels.

A paint device whose engine writes down what it is asked to draw. What a style sheet, a delegate or a widget's own
``paintEvent`` draws all ends here, so nothing has to be asked where it puts its words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPolygonF,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import getCppPointer

_DOTS_PER_INCH: Final = 96


@dataclass(frozen=True)
class Run:
    """One run of text as it was drawn; places and sizes in pixels of the widget that was recorded."""

    text: str
    box: QRectF
    """From the height of the ascenders to the depth of the descenders, as wide as the text advances."""
    pixels: float
    """Size of the type, scaling included."""
    bold: bool
    upward: bool
    """Turned to the left, so that it reads from the bottom to the top."""
    ink: QColor
    widget: QWidget | None
    """The widget that drew it."""
    order: int

    @property
    def body(self) -> QRectF:
        """The box from the height of the capitals to a little below the line: what may touch nothing else."""
        if self.upward:
            return self.box.adjusted(self.box.width() * 0.2, 0, -self.box.width() * 0.15, 0)
        return self.box.adjusted(0, self.box.height() * 0.24, 0, -self.box.height() * 0.14)


@dataclass(frozen=True)
class Fill:
    """One area that was filled; ``colour`` is None where it is a picture."""

    area: QPainterPath
    colour: QColor | None
    order: int


@dataclass
class Recording:
    """What was drawn, in the order in which it was."""

    size: QSize
    runs: list[Run] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)

    def ground_of(self, run: Run, middle: QPointF) -> QColor | None:
        """Return the colour under a point of a run; None where that is a picture, or nothing was filled."""
        seen = list[QColor]()
        for fill in reversed(self.fills):
            if fill.order > run.order or not fill.area.contains(middle):
                continue
            if fill.colour is None:
                return None
            seen.append(fill.colour)
            if fill.colour.alpha() == 255:
                return _blended(seen)
        return None

    def is_covered(self, run: Run, point: QPointF) -> bool:
        """Tell whether something opaque was drawn over a point of a run afterwards."""
        return any(
            fill.order > run.order and (fill.colour is None or fill.colour.alpha() == 255) and fill.area.contains(point)
            for fill in reversed(self.fills)
        )


def record_widget(widget: QWidget) -> Recording:
    """Record a widget and everything in it, as it stands on the screen; it must be visible."""
    app = QApplication.instance()
    assert app is not None
    _let_go_of_what_is_selected(widget)
    device = _Paper(widget.size())
    watcher = _Watcher(device.engine, [widget, *widget.findChildren(QWidget)])
    app.installEventFilter(watcher)
    try:
        widget.render(device, QPoint(0, 0))
    finally:
        app.removeEventFilter(watcher)
    return device.engine.recording


def _let_go_of_what_is_selected(widget: QWidget) -> None:
    """Select no letters: Qt draws selected ones twice, once in the wrong ink and clipped away."""
    for line in widget.findChildren(QLineEdit):
        line.deselect()
    texts: list[QPlainTextEdit | QTextEdit] = [*widget.findChildren(QPlainTextEdit), *widget.findChildren(QTextEdit)]
    for text in texts:
        cursor = text.textCursor()
        cursor.clearSelection()
        text.setTextCursor(cursor)


def record_drawing(size: QSize, draw: Callable[[QPainter], object]) -> Recording:
    """Record what a function draws on a picture of a size."""
    device = _Paper(size)
    painter = QPainter(device)
    draw(painter)
    painter.end()
    return device.engine.recording


class _Watcher(QObject):
    """Knows which widget is being painted.

    By its address: what an event filter is handed is good for the length of that call only.
    """

    def __init__(self, engine: "_Engine", widgets: list[QWidget]) -> None:
        super().__init__()
        self._engine = engine
        self._widgets = {getCppPointer(widget)[0]: widget for widget in widgets}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._engine.widget = self._widgets.get(getCppPointer(watched)[0])
        return False


class _Engine(QPaintEngine):
    """Writes down text and filled areas; lines need no place here."""

    def __init__(self, size: QSize) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.recording = Recording(size)
        self.widget: QWidget | None = None
        self._order = 0
        self._transform = QTransform()
        self._pen, self._brush = QColor(), QColor()
        self._is_filling = False
        self._opacity = 1.0

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        self._transform = QTransform(state.transform())
        self._opacity = state.opacity()
        self._pen = QColor(state.pen().color())
        self._is_filling = state.brush().style() == Qt.BrushStyle.SolidPattern
        self._brush = QColor(state.brush().color())

    def drawTextItem(self, at: Any, item: QTextItem) -> None:
        if not (text := item.text().strip()):
            return
        font, width = item.font(), item.width()
        if text != item.text():  # a blank at the end of a line may hang over the edge
            width -= QFontMetricsF(font).horizontalAdvance(" ") * (len(item.text()) - len(item.text().rstrip()))
        box = QRectF(at.x(), at.y() - item.ascent(), width, item.ascent() + item.descent())
        scale = (self._transform.m11() ** 2 + self._transform.m12() ** 2) ** 0.5
        pixels = (font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()) * scale
        ink = self._with_opacity(self._pen)
        is_bold = font.weight() >= 600
        self._order += 1
        is_upward = abs(self._transform.m12()) > abs(self._transform.m11())
        run = Run(text, self._transform.mapRect(box), pixels, is_bold, is_upward, ink, self.widget, self._order)
        self.recording.runs.append(run)

    def drawRects(self, rects: Any) -> None:
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self._fill(path)

    def drawPath(self, path: QPainterPath) -> None:
        self._fill(path)

    def drawEllipse(self, rect: Any) -> None:
        path = QPainterPath()
        path.addEllipse(QRectF(rect))
        self._fill(path)

    def drawPolygon(self, points: Any, _mode: Any) -> None:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        self._fill(path)

    def drawLines(self, _lines: Any) -> None:
        pass

    def drawPoints(self, _points: Any) -> None:
        pass

    def drawPixmap(self, rect: Any, pixmap: Any, _source: Any) -> None:
        self._picture(rect, has_gaps=pixmap.hasAlpha())

    def drawTiledPixmap(self, rect: Any, pixmap: Any, _at: Any) -> None:
        self._picture(rect, has_gaps=pixmap.hasAlpha())

    def drawImage(self, rect: Any, image: QImage, _source: Any, _flags: Any = None) -> None:
        self._picture(rect, has_gaps=image.hasAlphaChannel())

    def _picture(self, rect: QRectF, *, has_gaps: bool) -> None:
        if not has_gaps:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self._add(path, None)

    def _fill(self, path: QPainterPath) -> None:
        if self._is_filling and self._brush.alpha():
            self._add(path, self._with_opacity(self._brush))

    def _add(self, path: QPainterPath, colour: QColor | None) -> None:
        self._order += 1
        area = self._transform.map(path)
        if self.widget is not None:  # a widget fills nothing outside itself
            own = QPainterPath()
            own.addRegion(QRegion(self.widget.rect()).translated(self.widget.mapTo(self.widget.window(), QPoint(0, 0))))
            if not own.contains(area.boundingRect()):
                area = area.intersected(own)
        self.recording.fills.append(Fill(area, colour, self._order))

    def _with_opacity(self, colour: QColor) -> QColor:
        made = QColor(colour)
        made.setAlphaF(colour.alphaF() * self._opacity)
        return made


class _Paper(QPaintDevice):
    """A device as large as what is recorded."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine(size)
        self._size = size

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        metrics = QPaintDevice.PaintDeviceMetric
        return {
            metrics.PdmWidth: self._size.width(),
            metrics.PdmHeight: self._size.height(),
            metrics.PdmWidthMM: round(self._size.width() * 25.4 / _DOTS_PER_INCH),
            metrics.PdmHeightMM: round(self._size.height() * 25.4 / _DOTS_PER_INCH),
            metrics.PdmDepth: 32,
            metrics.PdmNumColors: 1 << 24,
            metrics.PdmDevicePixelRatio: 1,
            metrics.PdmDevicePixelRatioScaled: 1 << 16,
        }.get(metric, _DOTS_PER_INCH)


def _blended(seen: list[QColor]) -> QColor:
    """Lay colours over one another; the last one is the lowest, and opaque."""
    red, green, blue = seen[-1].redF(), seen[-1].greenF(), seen[-1].blueF()
    for colour in reversed(seen[:-1]):
        share = colour.alphaF()
        red += (colour.redF() - red) * share
        green += (colour.greenF() - green) * share
        blue += (colour.blueF() - blue) * share
    return QColor.fromRgbF(red, green, blue)


def blended(ink: QColor, ground: QColor) -> QColor:
    """Return an ink as it looks on an opaque ground."""
    return _blended([ink, ground])
