"""A stack of which one widget shows, as a part of a page."""

from PySide6.QtWidgets import QStackedWidget


class Stack(QStackedWidget):
    """Asks for its least height only: Qt would ask for the height that the highest of its widgets likes best."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    def hasHeightForWidth(self) -> bool:
        """Say that what is in it scrolls or gives way."""
        return False
