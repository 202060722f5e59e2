"""What an import would bring, as a table whose rows can be corrected and left out, step by step and back."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from workshop_tool.desktop.pages.importing.cells import BENEATH_ROLE
from workshop_tool.desktop.widgets.item_model import MARK_ROLE
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.language import _
from workshop_tool.lists.correcting import Proposal
from workshop_tool.lists.drafts import DOUBTFUL, Draft, Duplicate, ListKind

Index = QModelIndex | QPersistentModelIndex
_TOP: Final = QModelIndex()
_FIELDS: Final[dict[ListKind, tuple[str, ...]]] = {
    "trends": ("text",),
    "problems": ("number", "text", "theme"),
    "participants": ("text", "organisation", "sector"),
    "questions": ("text",),
}
_STEPS_KEPT: Final = 100
_POINTS_SHOWN: Final = 4
_BENEATH_ROLES: Final = (BENEATH_ROLE, Qt.ItemDataRole.AccessibleDescriptionRole)


class PreviewModel(QAbstractTableModel):
    """Drafts with a box each; the last column says what is odd about a row."""

    accepted_changed = Signal()
    corrected = Signal()
    """Rows came, went or changed by a step that can be undone."""

    def __init__(self, kind: ListKind) -> None:
        super().__init__()
        self.fields = _FIELDS[kind]
        self._words = {
            "trends": _("Trend"),
            "problems": _("Problem area"),
            "participants": _("Name"),
            "questions": _("Question"),
        }[kind]
        self.proposal = Proposal(kind)
        self._earlier: list[Proposal] = []
        self._repeats: dict[int, Duplicate] = {}

    @property
    def accepted(self) -> tuple[Draft, ...]:
        """The drafts whose box is ticked, as corrected."""
        return self.proposal.accepted

    @property
    def undoable(self) -> bool:
        """Whether there is a correction to take back."""
        return bool(self._earlier)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show another list, with nothing corrected yet."""
        self._earlier.clear()
        self._set(proposal)

    def correct(self, step: Callable[[Proposal], Proposal]) -> None:
        """Take one step of correction, which can be undone."""
        corrected = step(self.proposal)
        if corrected is not self.proposal:
            self._earlier = [*self._earlier, self.proposal][-_STEPS_KEPT:]
            self._set(corrected)

    def undo(self) -> None:
        """Take back the last correction."""
        if self._earlier:
            self._set(self._earlier.pop())

    def remark(self, row: int) -> str:
        """Say what is odd about a row; "" where nothing is."""
        draft = self.proposal.drafts[row]
        if row in self._repeats:
            return _said(self._repeats[row])
        if draft.repair:
            return _("Letters lost?")
        return _("Please check") if draft.confidence < DOUBTFUL else ""

    def rowCount(self, parent: Index = _TOP) -> int:
        """As Qt asks."""
        return 0 if parent.isValid() else len(self.proposal.drafts)

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
                value = "" if is_remark else getattr(self.proposal.drafts[row], self.fields[column])
                return "" if value is None else str(value)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.remark(row) if is_remark else self.data(index)
            case _ if role in _BENEATH_ROLES:
                return "" if is_remark or self.fields[column] != "text" else "\n".join(self._beneath(row))
            case Qt.ItemDataRole.CheckStateRole if column == 0:
                return Qt.CheckState.Checked if self.proposal.taken[row] else Qt.CheckState.Unchecked
            case _ if role == MARK_ROLE and is_remark:
                return self.remark(row), "attention"
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return int(left) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a box, or correct a text."""
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            self.proposal = self.proposal.ticked(row, taken=Qt.CheckState(value) == Qt.CheckState.Checked)
            self.dataChanged.emit(index, index)
            self.accepted_changed.emit()
            return True
        words = clean_line(str(value))
        field = self.fields[index.column()]
        if role != Qt.ItemDataRole.EditRole or len(words) > LINE_CAP or (field == "text" and not words):
            return False
        if words != self.data(index):
            self.correct(lambda proposal: proposal.with_field(row, field, words or None))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be ticked and corrected."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if index.column() < len(self.fields) and self.fields[index.column()] != "number":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _set(self, proposal: Proposal) -> None:
        self.beginResetModel()
        self.proposal = proposal
        self._repeats = {duplicate.draft: duplicate for duplicate in proposal.duplicates}
        self.endResetModel()
        self.accepted_changed.emit()
        self.corrected.emit()

    def _beneath(self, row: int) -> list[str]:
        """Return what stands in small letters: what the text would be or resembles, and what goes into the note."""
        draft, repeat = self.proposal.drafts[row], self._repeats.get(row)
        lines = [_("With its letters: {text}").format(text=draft.repair)] if draft.repair else []
        if repeat and not repeat.exact:
            like = self.proposal.drafts[repeat.of].text if isinstance(repeat.of, int) else repeat.of
            lines.append(_("Much like: {text}").format(text=like))
        points = [f"\N{EN DASH} {child}" for child in draft.children]
        if len(points) > _POINTS_SHOWN:
            more = _("and {n} more points").format(n=len(points) - _POINTS_SHOWN + 1)
            points = [*points[: _POINTS_SHOWN - 1], more]
        owner = [_("Responsible: {owner}").format(owner=draft.owner)] if draft.owner else []
        return [*lines, *points, *owner]


def _said(duplicate: Duplicate) -> str:
    if not duplicate.exact:
        return _("Nearly twice in this list") if isinstance(duplicate.of, int) else _("Nearly there already")
    return _("Twice in this list") if isinstance(duplicate.of, int) else _("Already there")
