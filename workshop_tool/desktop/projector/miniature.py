"""What the projector shows, small: the facilitator sees the room's picture without turning round."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import colours
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.language import _

_WIDTH = 320


class Miniature(QWidget):
    """A live picture of the projector in its own proportions."""

    def __init__(self, projector: ProjectorWindow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("projector_miniature")
        self.setAccessibleName(_("What the projector shows"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._projector = projector
        self._hint = _small(projector)
        projector.shown.connect(self._follow)
        projector.ticked.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the projector's proportions."""
        return self._hint  # kept: it is asked for where the projector may be gone

    def minimumSizeHint(self) -> QSize:
        """Give way to half of it where a page is low."""
        hint = self.sizeHint()
        return QSize(_WIDTH // 2, hint.height() // 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the projector's slide, as large as fits."""
        slide = self._projector.slide
        scale = min(self.width() / slide.size.width(), self.height() / slide.size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate((self.width() - slide.size.width() * scale) / 2, 0)
        painter.scale(scale, scale)
        painter.setClipRect(QRectF(0, 0, slide.size.width(), slide.size.height()))
        paint_slide(painter, slide, dark=self._projector.dark)
        painter.setPen(QPen(QColor(colours().control_line), 2 / scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(0, 0, slide.size.width(), slide.size.height()))
        painter.restore()
        painter.end()

    def _follow(self) -> None:
        self._hint = _small(self._projector)
        self.updateGeometry()
        self.update()


def _small(projector: ProjectorWindow) -> QSize:
    width, height = projector.width(), max(projector.height(), 1)
    return QSize(_WIDTH, round(_WIDTH * min(height / max(width, 1), 1.0)))
