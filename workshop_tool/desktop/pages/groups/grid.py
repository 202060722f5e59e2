"""The groups as columns in as many rows as they take; who is in none stands at the left, always in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.pages.groups.column import WIDTH, GroupColumn
from workshop_tool.look.tokens import GRID

_GAP = 2 * GRID


class GroupsGrid(QScrollArea):
    """Lays group columns out side by side, and in further rows where the window ends."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("group_columns")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        self._columns: tuple[GroupColumn, ...] = ()
        self._across = 0

    def show_columns(self, columns: Sequence[GroupColumn]) -> None:
        """Take these in the place of those there were."""
        for gone in self._columns:
            self._grid.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._columns = tuple(columns)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many side by side as fit now."""
        super().resizeEvent(event)
        if self._across != self._fitting():
            self._lay_out()

    def fit_to_text(self) -> None:
        """Take as many side by side as fit at the size of text there is now."""
        self._lay_out()

    def _fitting(self) -> int:
        most = max(1, (self.viewport().width() + _GAP) // (zoomed(WIDTH) + _GAP))
        rows = -(-len(self._columns) // most)
        return -(-len(self._columns) // rows) if rows else most  # rows of one length, as far as can be

    def _lay_out(self) -> None:
        for at in range(self._across):
            self._grid.setColumnStretch(at, 0)
        self._across = self._fitting()
        for at, column in enumerate(self._columns):
            self._grid.addWidget(column, at // self._across, at % self._across)
            column.show()
        for at in range(self._across):
            self._grid.setColumnStretch(at, 1)
