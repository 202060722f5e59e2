"""What stands at the top of every page: its title, a line of help, and its buttons."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.widgets.beside import Beside
from workshop_tool.desktop.widgets.flow import in_lines
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.look.tokens import GRID

_WORDS: Final = 30 * GRID
"""Pixels, at the usual size of text, that the words keep beside the buttons."""


class PageHeader(QWidget):
    """A page's title, one line beneath it, and its buttons on the right, or below where the room ends."""

    def __init__(self, title: str, subtitle: str = "", *buttons: QWidget) -> None:
        super().__init__()
        self.setObjectName("page_header")
        self.title = Label(title, "title", name="page_title")
        self.subtitle = Label(subtitle, "secondary", name="page_subtitle", wraps=True)
        said = QWidget()
        said.setObjectName("page_words")
        measure(said, least_width=_WORDS)
        words = QVBoxLayout(said)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        row = Beside(self, wide=0, spacing=GRID)
        row.add(said, 1)
        self._buttons = buttons
        if buttons:
            row.add(in_lines("page_buttons", *buttons, at_foot=True))

    def show_buttons(self, *, shown: bool) -> None:
        """Show the buttons, or leave them out where the page offers the same in its middle."""
        for button in self._buttons:
            button.setVisible(shown)
