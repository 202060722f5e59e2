"""Where there are no groups yet: how many shall there be?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.groups_moves import MOST_GROUPS, spelled
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

_USUAL = 3


class GroupMaker(QWidget):
    """A number and one button."""

    wanted = Signal(int)
    """How many groups."""

    def __init__(self) -> None:
        super().__init__()
        self._number = QSpinBox()
        self._number.setObjectName("group_number")
        self._number.setAccessibleName(_("Number of groups"))
        self._number.setRange(1, MOST_GROUPS)
        self._number.setMinimumWidth(9 * GRID)
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._make = PrimaryButton("", "make_groups", lambda: self.wanted.emit(self._number.value()))
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._number)
        row.addWidget(self._make)
        hint = _("Groups of about five work best. Their members can differ between morning and afternoon.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EmptyState("groups", _("No groups yet"), hint, choice, name="groups_empty"))
        self._number.valueChanged.connect(self._say)
        self._number.setValue(_USUAL)

    def _say(self, number: int) -> None:
        text = ngettext("Make one group", "Make {n} groups", number).format(n=spelled(number))
        self._make.setText(text)
        self._make.setAccessibleName(text)
