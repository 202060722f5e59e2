"""A stack of which one widget shows, as a part of a page."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Asks for the least that the one that shows needs: Qt would ask for what the largest of all likes best."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    def minimumSizeHint(self) -> QSize:
        """Ask for what the one that shows needs; the others are hidden, and may still be dressed for other text."""
        shown = self.currentWidget()
        return (
            shown.minimumSizeHint().expandedTo(shown.minimumSize()) if shown is not None else super().minimumSizeHint()
        )

    def hasHeightForWidth(self) -> bool:
        """Say that what is in it scrolls or gives way."""
        return False
