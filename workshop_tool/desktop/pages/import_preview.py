"""What an import would bring, as a table whose rows can be corrected and left out."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workshop_tool.desktop.widgets.item_model import MARK_ROLE
from workshop_tool.domain.fact import clean_line
from workshop_tool.language import _
from workshop_tool.lists.drafts import DOUBTFUL, Draft, Duplicate, ListKind, Preview

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_FIELDS: Final[dict[ListKind, tuple[str, ...]]] = {
    "trends": ("text",),
    "problems": ("number", "text", "theme"),
    "participants": ("text", "organisation", "sector"),
    "questions": ("text",),
}


class PreviewModel(QAbstractTableModel):
    """Drafts with a box each; the last column says what is odd about a row."""

    accepted_changed = Signal()

    def __init__(self, kind: ListKind) -> None:
        super().__init__()
        self.fields = _FIELDS[kind]
        self._words = {
            "trends": _("Trend"),
            "problems": _("Problem area"),
            "participants": _("Name"),
            "questions": _("Question"),
        }[kind]
        self._drafts: list[Draft] = []
        self._taken: list[bool] = []
        self._remarks: list[str] = []

    @property
    def accepted(self) -> tuple[Draft, ...]:
        """The drafts whose box is ticked, as corrected."""
        return tuple(draft for draft, taken in zip(self._drafts, self._taken, strict=True) if taken)

    def show_preview(self, preview: Preview | None) -> None:
        """Show another preview; what repeats something exactly begins without its tick."""
        self.beginResetModel()
        self._drafts = list(preview.drafts) if preview else []
        self._taken = [True] * len(self._drafts)
        self._remarks = [_("Please check") if draft.confidence < DOUBTFUL else "" for draft in self._drafts]
        for duplicate in preview.duplicates if preview else ():
            self._taken[duplicate.draft] = not duplicate.exact
            self._remarks[duplicate.draft] = self._said(duplicate)
        self.endResetModel()
        self.accepted_changed.emit()

    def rowCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self._drafts)

    def columnCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.fields) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == len(self.fields):
            return _("Remark")
        return {
            "number": _("No."),
            "text": self._words,
            "theme": _("Theme"),
            "organisation": _("Organisation"),
            "sector": _("Sector"),
        }[self.fields[section]]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        row, column = index.row(), index.column()
        is_remark = column == len(self.fields)
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                value = "" if is_remark else getattr(self._drafts[row], self.fields[column])
                return "" if value is None else str(value)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole if is_remark:
                return self._remarks[row]
            case Qt.ItemDataRole.CheckStateRole if column == 0:
                return Qt.CheckState.Checked if self._taken[row] else Qt.CheckState.Unchecked
            case _ if role == MARK_ROLE and is_remark:
                return self._remarks[row], "attention"
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a box, or correct a text."""
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            self._taken[row] = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and clean_line(str(value)):
            field = self.fields[index.column()]
            self._drafts[row] = self._drafts[row].revised(**{field: clean_line(str(value))})
        else:
            return False
        self.dataChanged.emit(index, index)
        self.accepted_changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be ticked and corrected."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() < len(self.fields) and self.fields[index.column()] != "number":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _said(self, duplicate: Duplicate) -> str:
        earlier = duplicate.of
        if isinstance(earlier, int):
            twice = _("Twice in this list") if duplicate.exact else _("Much like: {text}")
            return twice.format(text=self._drafts[earlier].text)
        there = _("Already there") if duplicate.exact else _("Much like: {text}")
        return there.format(text=earlier)
