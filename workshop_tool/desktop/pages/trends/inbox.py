"""Where the inbox stands on the Trends page: a third column where the window is wide, else in the place of the map."""

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from workshop_tool.desktop.dress.measures import NO_LIMIT
from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.look.tokens import GRID

WIDE: Final = 168 * GRID
"""Pixels of the page, at the usual size of text, from which list, map and inbox stand side by side."""
WIDTH: Final = 52 * GRID


class InboxPlace:
    """Moves one widget between a stack and a row."""

    def __init__(self, inbox: QWidget, stack: QStackedWidget, row: QBoxLayout) -> None:
        self._inbox, self._stack, self._row = inbox, stack, row
        stack.addWidget(inbox)

    def show_inbox(self, *, is_open: bool, width: int) -> None:
        """Show or hide the inbox on a page of a width in pixels."""
        is_column = width >= zoomed(WIDE)
        if is_column and self._stack.indexOf(self._inbox) >= 0:
            self._stack.removeWidget(self._inbox)
            self._row.addWidget(self._inbox)
        elif not is_column and self._stack.indexOf(self._inbox) < 0:
            self._row.removeWidget(self._inbox)
            self._inbox.setMinimumWidth(0)
            self._inbox.setMaximumWidth(NO_LIMIT)
            self._stack.addWidget(self._inbox)
        if is_column:
            self._inbox.setFixedWidth(zoomed(WIDTH))
            self._stack.setCurrentIndex(0)
            self._inbox.setVisible(is_open)
        else:
            self._stack.setCurrentIndex(1 if is_open else 0)
