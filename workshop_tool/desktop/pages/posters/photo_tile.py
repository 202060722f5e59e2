"""One photo in the strip: a picture that is a button, with a small one to remove it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel

from workshop_tool.desktop.dress.theme import colours, set_icon
from workshop_tool.desktop.widgets.buttons import IconButton, Pressable
from workshop_tool.desktop.widgets.paper import Picture
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID, RADIUS_BUTTON

TILE_HEIGHT = 8 * GRID
WIDEST = 16 * GRID
"""A wider photo is drawn smaller."""
_WAITING, _WITH_WORDS = 12 * GRID, 40 * GRID
"""Widths before the picture is there, and where a sentence stands in its place."""
_NARROWEST = 6 * GRID
_REMOVE = 3 * GRID
_ON_A_PHOTO = (
    "IconButton, IconButton:hover { background: palette(base); border: 1px solid palette(placeholder-text);"
    " border-radius: 12px; padding: 1px; }"
    "IconButton:focus { border: 2px solid palette(highlight); padding: 0; }"
)
"""Whatever the photo shows, the small button can be seen on it."""


class PhotoTile(Pressable):
    """Shows a photo, or says why it cannot; ``clicked`` opens it."""

    unwanted = Signal()
    """It is to be removed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("photo_tile")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.name = name
        self._image = QImage()
        self._remove = IconButton("close", "", "remove_photo", self.unwanted.emit, parent=self)
        self._remove.setFixedSize(_REMOVE, _REMOVE)
        self._remove.setStyleSheet(_ON_A_PHOTO)
        set_icon(self._remove, "close", "ink_2", 14)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(GRID + 4, 4, _REMOVE + GRID, 4)
        self._row.setSpacing(GRID)
        self.setFixedSize(_WAITING, TILE_HEIGHT)

    @property
    def is_blank(self) -> bool:
        """Whether there is no picture, yet or at all."""
        return self._image.isNull()

    def show_place(self, number: int, of: int) -> None:
        """Say which photo of the poster this is."""
        self.setAccessibleName(_("Photo {n} of {count}").format(n=number, count=of))
        self._remove.setAccessibleName(_("Remove photo {n}").format(n=number))
        self._remove.setToolTip(self._remove.accessibleName())

    def show_picture(self, picture: Picture) -> None:
        """Show the photo, in pixels of the screen."""
        shared = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self._image = shared.copy()  # the bytes above live no longer than this call
        self._image.setDevicePixelRatio(self.devicePixelRatioF())
        width = round(self._image.deviceIndependentSize().width())
        self.setFixedSize(max(_NARROWEST, min(WIDEST, width)), TILE_HEIGHT)
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no picture."""
        mark, said = QLabel(), Label(words, "small", name="photo_missing", wraps=True)
        set_icon(mark, "warning", "attention")
        for label in (mark, said):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._row.addWidget(label, int(label is said))
        self.setAccessibleDescription(words)
        self.setFixedSize(_WITH_WORDS, TILE_HEIGHT)

    def sizeHint(self) -> QSize:
        """Return the size that it was given."""
        return self.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the photo by its key."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the small button in its corner."""
        super().resizeEvent(event)
        self._remove.move(self.width() - _REMOVE - 4, 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the photo with round corners, its middle where it is too long for the tile, and a hairline around."""
        palette = colours()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS_BUTTON, RADIUS_BUTTON)
        painter.fillPath(shape, QColor(palette.sunk))
        if not self.is_blank:
            painter.setClipPath(shape)
            size = self._image.deviceIndependentSize()
            shown = QRectF(0, 0, size.width(), size.height())
            shown.moveCenter(box.center())
            painter.drawImage(shown, self._image)
            painter.setClipping(False)
        strong = self.hasFocus() or self.underMouse()
        edge = palette.accent if self.hasFocus() else palette.control_line if strong else palette.line
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.drawPath(shape)
        painter.end()
