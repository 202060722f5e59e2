"""The items of one list of the plan as a table that Qt can show and edit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from pydantic import ValidationError
from PySide6.QtCore import QAbstractTableModel, QByteArray, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont

from workshop_tool.desktop.dress.theme import font
from workshop_tool.domain.fact import Item, Line
from workshop_tool.look.tokens import Type

Index = QModelIndex | QPersistentModelIndex
Changes = dict[str, object]
Row = tuple[tuple[str, tuple[str, str]], ...]
"""By column: the text, and the pill's words and tone."""

MARK_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""(words, tone) of the pill at a cell's end."""
ID_MIME: Final = "application/x-workshop-item"
_TOP: Final = QModelIndex()


class Heading(Item):
    """A row that stands over others, across all columns; it can be renamed like an item."""

    text: Line


@dataclass(frozen=True)
class Column:
    """One column: what it shows of an item, and what typing in it changes."""

    key: str
    title: str
    show: Callable[[Any, int], str]
    """From the item and its row, 0 = first."""
    change: Callable[[str], Changes | None] | None = None
    """From what was typed to the values that change; None = not understood. Without it the column is only read."""
    width: int = 0
    """Pixels; 0 takes what the others leave."""
    numeric: bool = False
    mark: Callable[[Any], tuple[str, str]] | None = None
    """A pill at the cell's end, from the item: its words ("" for none) and its tone, as in ``Pill``."""
    choices: Callable[[], Sequence[str]] | None = None
    """What typing is completed with."""


class ItemModel(QAbstractTableModel):
    """Rows come, go and move one by one, so that a cell that is being edited stays open."""

    edited = Signal(str, object)
    """Id of an item, and the values that change."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.items: list[Item] = []
        self._rows: list[Row] = []
        """What each row shows: asked for once, for Qt asks for every cell at each layout."""

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these items in this order, touching only what differs."""
        wanted = [item.id for item in items]
        self._remove_all_but(set(wanted))
        if items and not self.items:  # all at once, for a table looks at all its rows with each that comes
            self.beginInsertRows(_TOP, 0, len(items) - 1)
            self.items = list(items)
            self._rows = [self._row(item, row) for row, item in enumerate(items)]
            self.endInsertRows()
        for row, item in enumerate(items):
            at = row if row < len(self.items) and self.items[row].id == item.id else self.row_of(item.id)
            if at is None:
                self.beginInsertRows(_TOP, row, row)
                self.items.insert(row, item)
                self._rows.insert(row, self._row(item, row))
                self.endInsertRows()
            elif at != row:
                self.beginMoveRows(_TOP, at, at, _TOP, row)
                self.items.insert(row, self.items.pop(at))
                self._rows.insert(row, self._rows.pop(at))
                self.endMoveRows()
        for row, item in enumerate(items):
            shown = self._row(item, row)
            if shown != self._rows[row] or item != self.items[row]:
                self.items[row], self._rows[row] = item, shown
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def row_of(self, item_id: str) -> int | None:
        """Return the row of an item, or None."""
        return next((row for row, item in enumerate(self.items) if item.id == item_id), None)

    def shown_at(self, row: int, column: int) -> tuple[str, str]:
        """Return a cell's text and the words of its pill, as ``data`` does, but without the way through Qt."""
        item = self.items[row]
        if isinstance(item, Heading):
            return (item.text if column == 0 else "", "")
        text, (words, _tone) = self._rows[row][column]
        return text, words

    def rowCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.items)

    def columnCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Vertical:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        item, column = self.items[index.row()], self.columns[index.column()]
        if isinstance(item, Heading):
            return _heading_data(item, index.column(), role)
        text, mark = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return text
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (text, mark[0])))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == MARK_ROLE:
                return mark
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed in a cell, where it is understood; the old value stays where it is not."""
        item, column = self.items[index.row()], self.columns[index.column()]
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index, role):
            return False
        change = _change_heading if isinstance(item, Heading) else column.change
        changes = change(str(value).strip()) if change is not None else None
        try:
            revised = None if changes is None else item.revised(**changes)
        except ValidationError:
            revised = None
        if changes is None or revised is None:
            return False
        self.items[index.row()] = revised  # until the session's answer: the old value would flicker
        self._rows[index.row()] = self._row(revised, index.row())
        self.dataChanged.emit(index, index)
        self.edited.emit(item.id, changes)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say which cells can be edited."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
        if not index.isValid():
            return flags
        is_heading = isinstance(self.items[index.row()], Heading)
        if is_heading or self.columns[index.column()].change is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def mimeTypes(self) -> list[str]:
        """Name what is dragged: the id of an item."""
        return [ID_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the first row that is dragged."""
        data = QMimeData()
        if indexes:
            data.setData(ID_MIME, QByteArray(self.items[indexes[0].row()].id.encode()))
        return data

    def _remove_all_but(self, wanted: set[str]) -> None:
        for row in reversed(range(len(self.items))):
            if self.items[row].id not in wanted:
                self.beginRemoveRows(_TOP, row, row)
                del self.items[row]
                del self._rows[row]
                self.endRemoveRows()

    def _row(self, item: Item, row: int) -> Row:
        if isinstance(item, Heading):
            return ()
        return tuple((each.show(item, row), each.mark(item) if each.mark else ("", "")) for each in self.columns)


def _alignment(column: Column) -> int:
    across = Qt.AlignmentFlag.AlignRight if column.numeric else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignVCenter)


def _heading_data(heading: Heading, column: int, role: int) -> Any:
    match role:
        case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.AccessibleTextRole:
            return heading.text if column == 0 else ""
        case Qt.ItemDataRole.FontRole:
            return font(Type.text.size, QFont.Weight.DemiBold)
        case Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
    return None


def _change_heading(text: str) -> Changes:
    return {"text": text}
