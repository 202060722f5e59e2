"""A QR code on white, in light and dark alike, with modules of a whole number of pixels so that phones read it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.look.tokens import RADIUS_BUTTON


class QrCode(QWidget):
    """Shows one text as a QR code; an empty text leaves the place blank."""

    def __init__(self, says: str, name: str, side: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setMinimumSize(side // 2, side // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._side = side
        self._text = ""
        self._picture = QImage()

    @property
    def text(self) -> str:
        """What a phone would read."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self._picture = _picture(text) if text else QImage()
            self.update()

    def sizeHint(self) -> QSize:
        """Ask for the side it was made with."""
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the code in the middle, as large as whole pixels allow."""
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        pixels = int(min(self.width(), self.height()) * ratio)
        side = max(1, pixels // self._picture.width()) * self._picture.width() / ratio
        left, top = (self.width() - side) / 2, (self.height() - side) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(_box(left, top, side, ratio), RADIUS_BUTTON, RADIUS_BUTTON)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.drawImage(_box(left, top, side, ratio), self._picture)
        painter.end()


def _box(left: float, top: float, side: float, ratio: float) -> QRectF:
    """Return the square, its corner on a whole pixel of the screen."""
    return QRectF(round(left * ratio) / ratio, round(top * ratio) / ratio, side, side)


def _picture(text: str) -> QImage:
    from workshop_tool.look.qr import qr_matrix  # noqa: PLC0415 - it takes its time, and is there once the site is

    matrix = qr_matrix(text)
    picture = QImage(len(matrix), len(matrix), QImage.Format.Format_Grayscale8)
    picture.fill(Qt.GlobalColor.white)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                picture.setPixel(x, y, 0)
    return picture
