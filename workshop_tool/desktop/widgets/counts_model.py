"""Posters down, criteria across, and in each cell a number of dots or nothing, which is not zero."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.language import _

Index = QModelIndex | QPersistentModelIndex
Cell = tuple[str, str]
"""A poster's id and a criterion's key."""

NUMBER, TITLE, FIRST_COUNT = 0, 1, 2
CRITERION_ROLE: Final = Qt.ItemDataRole.UserRole + 1
MOST_DOTS: Final = 100_000
_TOP: Final = QModelIndex()


@dataclass(frozen=True)
class PosterRow:
    """One poster as the table names it."""

    poster: str
    number: int
    title: str


class CountsModel(QAbstractTableModel):
    """Shows the workshop's counts; what was keyed in shows at once and gives way to the workshop's answer."""

    keyed = Signal(str, str, object)
    """Poster, criterion, and the count: None = taken back."""

    def __init__(self, blank: str) -> None:
        super().__init__()
        self._blank = blank
        self.rows: tuple[PosterRow, ...] = ()
        self.criteria: tuple[Criterion, ...] = ()
        self._counts: dict[Cell, int] = {}
        self._keyed: dict[Cell, int | None] = {}

    def show_rows(self, rows: Sequence[PosterRow], criteria: Sequence[Criterion]) -> None:
        """Show these posters and criteria; nothing happens, and an open cell stays open, where they are the same."""
        if (tuple(rows), tuple(criteria)) == (self.rows, self.criteria):
            return
        self.beginResetModel()
        self.rows, self.criteria = tuple(rows), tuple(criteria)
        self._keyed.clear()
        self.endResetModel()

    def show_counts(self, counts: Mapping[Cell, int]) -> None:
        """Show what the workshop holds."""
        self._counts = dict(counts)
        self._keyed = {cell: n for cell, n in self._keyed.items() if self._counts.get(cell) != n}
        self._tell_all()

    def forget_keyed(self) -> None:
        """Go back to what the workshop holds: what was keyed in was not taken."""
        self._keyed.clear()
        self._tell_all()

    def count_at(self, cell: Cell) -> int | None:
        """Return what a cell shows; None where nothing was entered."""
        return self._keyed[cell] if cell in self._keyed else self._counts.get(cell)

    def cell(self, index: Index) -> Cell:
        """Return whose count an index of a count's column shows."""
        return self.rows[index.row()].poster, str(self.criteria[index.column() - FIRST_COUNT].key)

    def key_in(self, index: Index, text: str) -> None:
        """Take what was typed in a cell: a number, or nothing for not entered."""
        cell, count = self.cell(index), int(text) if text else None
        if count != self.count_at(cell):
            self._keyed[cell] = count
            self.dataChanged.emit(index, index)
            self.keyed.emit(*cell, count)

    def rowCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else FIRST_COUNT + len(self.criteria)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, or its criterion."""
        if orientation == Qt.Orientation.Vertical:
            return None
        criterion = self.criteria[section - FIRST_COUNT] if section >= FIRST_COUNT else None
        if role == CRITERION_ROLE:
            return criterion
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return criterion.label if criterion else (_("No."), _("Poster"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignRight if section == NUMBER else Qt.AlignmentFlag.AlignLeft
            return int(across | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return number, title or count; an editor starts from the bare count."""
        row, column = self.rows[index.row()], index.column()
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            if column < FIRST_COUNT:
                return (str(row.number), row.title)[column]
            count = self.count_at(self.cell(index))
            return (self._blank if role == Qt.ItemDataRole.DisplayRole else "") if count is None else str(count)
        if role == Qt.ItemDataRole.AccessibleTextRole and column >= FIRST_COUNT:
            count = self.count_at(self.cell(index))
            label = self.criteria[column - FIRST_COUNT].label
            said = _("not entered") if count is None else str(count)
            return _("{number} {title}, {criterion}: {count}").format(
                number=row.number, title=row.title, criterion=label, count=said
            )
        if role == Qt.ItemDataRole.TextAlignmentRole:
            across = Qt.AlignmentFlag.AlignLeft if column == TITLE else Qt.AlignmentFlag.AlignRight
            return int(across | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and column == TITLE:
            return row.title
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that counts can be edited, and only they."""
        if index.column() < FIRST_COUNT:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def _tell_all(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
