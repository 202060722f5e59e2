"""A switch: on or off at a glance."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workshop_tool.desktop.dress.theme import colours

_WIDTH, _HEIGHT, _EDGE = 52, 28, 4


class Switch(QAbstractButton):
    """A check box that looks like a switch; Space turns it."""

    def __init__(self, says: str, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Ask for the switch and the ring around it that shows the focus."""
        return QSize(_WIDTH + 2 * _EDGE, _HEIGHT + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a track and its knob, on the right when it is on."""
        palette, on = colours(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        track = QRectF(_EDGE, _EDGE, _WIDTH, _HEIGHT).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(palette.accent if on else palette.control_line), 1))
        painter.setBrush(QColor(palette.accent if on else palette.sunk))
        painter.drawRoundedRect(track, _HEIGHT / 2, _HEIGHT / 2)
        side = _HEIGHT - 8
        left = track.right() - side - 4 if on else track.left() + 4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.accent_ink if on else palette.control_line))
        painter.drawEllipse(QRectF(left, track.center().y() - side / 2, side, side))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _HEIGHT / 2 + 3, _HEIGHT / 2 + 3)
        painter.end()
