"""A table of items that is edited in place, by keyboard alone if need be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.cells import ROW_HEIGHT, Cells
from workshop_tool.desktop.widgets.item_model import Column, Heading, ItemModel
from workshop_tool.domain.fact import Item


class ItemTable(QTableView):
    """Shows items and asks for changes. Enter or F2 edits, Delete removes, Alt+Up and Alt+Down move."""

    edited = Signal(str, object)
    """Id of an item, and the values that change."""
    removed = Signal(object)
    """Ids to remove."""
    moved = Signal(str, int)
    """Id, and the row it shall have."""
    chosen = Signal(str)
    """Id of the item that became current; "" for none."""

    def __init__(self, name: str, says: str, columns: Sequence[Column], *, headers: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(says)
        self.items = ItemModel(columns)
        self.setModel(self.items)
        self._cells = Cells(self)
        self._measure = QTimer(self, singleShot=True, interval=0)
        self._measure.timeout.connect(self.resizeRowsToContents)
        self.setItemDelegate(self._cells)
        self.items.edited.connect(self.edited)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self._set_headers(columns, shown=headers)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items in this order; what is selected or being edited stays so."""
        self.items.show_items(items)
        self.clearSpans()
        for row, item in enumerate(items):
            if isinstance(item, Heading):
                self.setSpan(row, 0, 1, len(self.items.columns))

    @property
    def selected_ids(self) -> tuple[str, ...]:
        """The ids of the selected rows, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.items.items[row].id for row in rows)

    @property
    def current_id(self) -> str:
        """The id of the current row; "" for none."""
        row = self.currentIndex().row()
        return self.items.items[row].id if 0 <= row < len(self.items.items) else ""

    def choose(self, item_id: str) -> None:
        """Make one row current and selected; nothing for an id that is not there."""
        row = self.items.row_of(item_id)
        if row is not None and self.selected_ids != (item_id,):
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(self.items.index(row, self._first_editable()), flags)

    def edit_current(self) -> None:
        """Open the first editable cell of the current row."""
        row = self.currentIndex().row()
        is_heading = 0 <= row < len(self.items.items) and isinstance(self.items.items[row], Heading)
        index = self.items.index(row, 0 if is_heading else self._first_editable())
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def move_current(self, by: int) -> None:
        """Ask to move the current row up (-1) or down (1)."""
        row = self.currentIndex().row() + by
        if self.current_id and 0 <= row < len(self.items.items):
            self.moved.emit(self.current_id, row)

    def remove_selected(self) -> None:
        """Ask to remove what is selected."""
        if self.selected_ids:
            self.removed.emit(self.selected_ids)

    def flush(self) -> None:
        """Take what stands in an open cell."""
        editor = self._cells.open_editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew, once for all the sizes that a layout goes through."""
        super().resizeEvent(event)
        self._measure.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
            self._measure.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, move and edit by keyboard."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self.remove_selected()
            case Qt.Key.Key_Up if alt:
                self.move_current(-1)
            case Qt.Key.Key_Down if alt:
                self.move_current(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.state() == QAbstractItemView.State.EditingState:
                event.accept()  # the open cell has taken it
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_current()
            case _:
                super().keyPressEvent(event)

    def _first_editable(self) -> int:
        return next((at for at, column in enumerate(self.items.columns) if column.change is not None), 0)

    def _tell_chosen(self, current: QModelIndex) -> None:
        self.chosen.emit(self.items.items[current.row()].id if current.isValid() else "")

    def _set_headers(self, columns: Sequence[Column], *, shown: bool) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setVisible(shown)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for at, column in enumerate(columns):
            if column.width:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Fixed)
            else:
                across.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(zoomed(ROW_HEIGHT))
        for at, column in enumerate(self.items.columns):
            if column.width:
                self.horizontalHeader().resizeSection(at, zoomed(column.width))
