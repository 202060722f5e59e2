"""A table of dots that is filled in by keyboard alone: digits write, Enter goes down, Tab goes on, Delete empties."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.counts_cells import DOWN, CountCells, CountsHead
from workshop_tool.desktop.widgets.counts_model import (
    FIRST_COUNT,
    NUMBER,
    TITLE,
    Cell,
    CountsModel,
    PosterRow,
)
from workshop_tool.desktop.widgets.titles import fit_rows
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.look.tokens import GRID

COUNT_WIDTH: Final = 14 * GRID
NUMBER_WIDTH: Final = 6 * GRID
_RULES: Final = "QTableView:focus { border-color: transparent; } QTableView QLineEdit { border-radius: 6px; }"
"""The current box shows the focus, so the table as a whole need not."""


class CountsTable(QTableView):
    """``blank`` is what an empty cell shows: a dash where it means "not entered"."""

    keyed = Signal(str, str, object)
    """Poster, criterion, and the count: None = taken back."""

    def __init__(self, name: str, says: str, *, blank: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.counts = CountsModel(blank)
        self.counts.keyed.connect(self.keyed)
        self.setModel(self.counts)
        self._cells = CountCells(self)
        self.setItemDelegate(self._cells)
        self.setHorizontalHeader(CountsHead(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.setShowGrid(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.setStyleSheet(_RULES)
        fit_rows(self)

    def show_rows(self, rows: Sequence[PosterRow], criteria: Sequence[Criterion]) -> None:
        """Show these posters and criteria, the first count ready to be typed."""
        self.counts.show_rows(rows, criteria)
        self.fit_to_text()
        if rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self.counts.index(0, FIRST_COUNT))

    def fit_to_text(self) -> None:
        """Give each column the width it needs at the size of text there is now."""
        across = self.horizontalHeader()
        for column in range(self.counts.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == TITLE else QHeaderView.ResizeMode.Fixed
            across.setSectionResizeMode(column, mode)
            if column != TITLE:
                across.resizeSection(column, zoomed(NUMBER_WIDTH if column == NUMBER else COUNT_WIDTH))

    def show_counts(self, counts: Mapping[Cell, int]) -> None:
        """Show what the workshop holds; an open cell is left alone."""
        self.counts.show_counts(counts)

    def start_at_top(self) -> None:
        """Make the first count current."""
        self.setCurrentIndex(self.counts.index(0, FIRST_COUNT))

    def flush(self) -> None:
        """Take what stands in an open cell."""
        editor = self._cells.open_editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def step_down(self) -> None:
        """Go to the next poster, from the last one to the first of the next criterion."""
        row, column = self.currentIndex().row() + 1, self.currentIndex().column()
        if row == self.counts.rowCount():
            row, column = 0, column + 1
        self._go_to(self.counts.index(row, column))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Move among counts only: numbers and titles are read, not visited."""
        step = {
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
        }.get(action)
        if step is not None:
            return self._neighbour(step)
        index = super().moveCursor(action, modifiers)
        if index.isValid() and index.column() < FIRST_COUNT:
            return self.counts.index(index.row(), FIRST_COUNT)
        return index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Delete empties, Tab leaves at the ends; letters write nothing."""
        index = self.currentIndex()
        if event.key() in DOWN:
            self.step_down()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            if index.column() >= FIRST_COUNT:
                self.counts.key_in(index, "")
        elif event.text().isprintable() and event.text() and not event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab walk through the counts, and leave the table after the last one."""
        index = self._neighbour(1 if forward else -1)
        if index.isValid():
            self._go_to(index)
            return True
        return QWidget.focusNextPrevChild(self, forward)

    def _neighbour(self, step: int) -> QModelIndex:
        """Return the count before (-1) or after (1) the current one in reading order; none at the ends."""
        current, across = self.currentIndex(), len(self.counts.criteria)
        at = current.row() * across + current.column() - FIRST_COUNT + step
        if not across or not 0 <= at < across * self.counts.rowCount():
            return QModelIndex()
        return self.counts.index(at // across, at % across + FIRST_COUNT)

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
