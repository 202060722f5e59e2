"""Buttons: the one main thing to do, quiet ones beside it, plain ones in rows, and icons that say what they do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from workshop_tool.desktop.dress.theme import set_icon


class Pressable(QPushButton):
    """A button that Enter presses as Space does, in a dialog too: there Qt would take Enter for the main button."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter; once, however long it is held."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.click()


class QuietButton(Pressable):
    """A button with words, a hairline around it."""

    icon_role = "ink_2"

    def __init__(
        self,
        text: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        icon: str | None = None,
        tip: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a button.

        Args:
            text: What it does; also its accessible name.
            name: Its objectName.
            pressed: Called when it is pressed.
            icon: One of the icon set.
            tip: Shown while the pointer rests on it.
            parent: The widget it lives in.
        """
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setAccessibleName(text.replace("&", ""))
        self.setToolTip(tip)
        self.setAutoDefault(False)
        if icon:
            set_icon(self, icon, self.icon_role)
        if pressed is not None:
            self.clicked.connect(lambda _checked: pressed())


class PrimaryButton(QuietButton):
    """The one main thing to do here, in the accent."""

    icon_role = "accent_ink"


class PlainButton(QuietButton):
    """A button without a line around it, for rows and bars."""


class IconButton(Pressable):
    """A small button that shows an icon only; its words are its tooltip and accessible name."""

    def __init__(
        self,
        icon: str,
        says: str,
        name: str,
        pressed: Callable[[], object] | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.setToolTip(says)
        self.setAutoDefault(False)
        set_icon(self, icon)
        if pressed is not None:
            self.clicked.connect(lambda _checked: pressed())
