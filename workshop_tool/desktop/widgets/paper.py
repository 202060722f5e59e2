"""A sheet of paper in its own shape, in the middle of the room there is."""

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours

_NOTCH = 120
"""What a mouse wheel reports for one step."""


class Picture(Protocol):
    """Pixels of four bytes each: blue, green, red, unused."""

    @property
    def width(self) -> int: ...  # noqa: D102
    @property
    def height(self) -> int: ...  # noqa: D102
    @property
    def stride(self) -> int: ...  # noqa: D102
    @property
    def pixels(self) -> bytes: ...  # noqa: D102


class Paper(QWidget):
    """Shows a picture; takes the focus, so that keys turn pages."""

    turned = Signal(int)
    """The wheel asks for the next page (1) or the one before (-1)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._image = QImage()
        self._rolled = 0

    @property
    def room(self) -> QSize:
        """How large a picture may be, in pixels of the screen."""
        return (self.size() - QSize(6, 6)) * self.devicePixelRatioF()

    @property
    def is_blank(self) -> bool:
        """Whether there is no picture yet."""
        return self._image.isNull()

    def show_picture(self, picture: Picture) -> None:
        """Show this picture."""
        shared = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self._image = shared.copy()  # the bytes above live no longer than this call
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for a page that can be read."""
        return QSize(480, 640)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a hairline around it, or an empty sheet."""
        palette = colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(210, 297) if self.is_blank else self._image.size()
        size.scale(self.size() - QSize(6, 6), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())
        if self.is_blank:
            painter.fillRect(box, QColor(palette.sheet))
        else:
            painter.drawImage(box, self._image)
        edge = QPen(QColor(palette.accent if self.hasFocus() else palette.line), 2 if self.hasFocus() else 1)
        painter.setPen(edge)
        painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn a page for each notch."""
        self._rolled += event.angleDelta().y()
        while abs(self._rolled) >= _NOTCH:
            step = 1 if self._rolled < 0 else -1
            self._rolled += step * _NOTCH
            self.turned.emit(step)
