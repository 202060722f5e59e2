"""A large number on each screen for a moment, so that one sees which is which."""

from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.projector.lettering import FIGURE, STRONG, font, width_of
from workshop_tool.desktop.projector.screens import facts_of
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT

SHOWN_MS: Final = 3_000
_SHARE: Final = 0.4
"""Height of the card as a share of the screen's."""


def identify_screens(parent: QWidget) -> list["ScreenNumber"]:
    """Show the numbers on all screens, and return what shows them; they go by themselves."""
    screens = QGuiApplication.screens()
    made = []
    for number, (screen, fact) in enumerate(zip(screens, facts_of(screens), strict=True), start=1):
        card = ScreenNumber(parent, screen, number, fact.said)
        card.show()
        QTimer.singleShot(SHOWN_MS, card, card.close)
        made.append(card)
    return made


class ScreenNumber(QWidget):
    """The number of one screen, in its middle; it takes no key and no click."""

    def __init__(self, parent: QWidget, screen: QScreen, number: int, said: str) -> None:
        super().__init__(
            parent,
            Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowTransparentForInput,
        )
        self.setObjectName(f"screen_number_{number}")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Screen {n}: {name}").format(n=number, name=said))
        self._number, self._said = str(number), said
        whole = screen.geometry()
        side = round(min(whole.width(), whole.height()) * _SHARE)
        self.setGeometry(0, 0, max(side, round(width_of(said, STRONG, whole.height())) + side // 3), side)
        self.move(whole.center() - self.rect().center())
        self._tall = whole.height()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number, and beneath it what the screen is called."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.accent))
        painter.setPen(QColor(LIGHT.accent_ink))
        painter.setFont(font(FIGURE.pixels(self._tall) * 2, 600))
        painter.drawText(self.rect().adjusted(0, 0, 0, -self.height() // 4), Qt.AlignmentFlag.AlignCenter, self._number)
        painter.setFont(font(STRONG.pixels(self._tall), 400))
        painter.drawText(
            self.rect().adjusted(0, self.height() * 3 // 5, 0, 0), Qt.AlignmentFlag.AlignCenter, self._said
        )
        painter.end()
