"""Where there are no groups yet: how many shall there be, and who shall sit in them?"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.groups.moves import MOST_GROUPS
from workshop_tool.desktop.pages.groups.saying import spelled
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

_USUAL = 3


class GroupMaker(QWidget):
    """A number, whether to mix everybody into them at once, and one button."""

    wanted = Signal(int)
    """How many groups, nobody in them yet."""
    mixed_wanted = Signal(int)
    """How many groups, with everybody dealt into them for the whole day."""

    def __init__(self) -> None:
        super().__init__()
        self._there = False
        self._number = QSpinBox()
        self._number.setObjectName("group_number")
        self._number.setAccessibleName(_("Number of groups"))
        self._number.setRange(1, MOST_GROUPS)
        self._number.setMinimumWidth(9 * GRID)
        self._number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._make = PrimaryButton("", "make_groups", self._want)
        self._mixes = QCheckBox(_("Mix everybody into them, for each part of the day"))
        self._mixes.setObjectName("make_mixed")
        self._mixes.setChecked(True)
        choice = QWidget()
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._number)
        row.addWidget(self._make)
        hint = _("Groups of about five work best. Their members can differ between morning and afternoon.")
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2 * GRID)
        rows.addWidget(choice, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._mixes, 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(EmptyState("groups", _("No groups yet"), hint, whole, name="groups_empty"))
        self._number.valueChanged.connect(self._say)
        self._mixes.toggled.connect(self._say)
        self._number.setValue(_USUAL)
        self.show_people(there=False)

    def show_people(self, *, there: bool) -> None:
        """Offer to mix where there is anybody to be mixed."""
        self._mixes.setVisible(there)
        self._there = there
        self._say()

    def show_busy(self, *, busy: bool) -> None:
        """Take no second press while the first is being worked on."""
        self._make.setEnabled(not busy)

    @property
    def _is_mixing(self) -> bool:
        return self._there and self._mixes.isChecked()

    def _want(self) -> None:
        (self.mixed_wanted if self._is_mixing else self.wanted).emit(self._number.value())

    def _say(self, *_changed: object) -> None:
        number = self._number.value()
        if self._is_mixing:
            words = ngettext("Make one group with everybody in it", "Make {n} mixed groups", number)
        else:
            words = ngettext("Make one group", "Make {n} groups", number)
        text = words.format(n=spelled(number))
        self._make.setText(text)
        self._make.setAccessibleName(text)
