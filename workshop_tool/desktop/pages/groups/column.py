"""One group as a column: its name, who is in it, and their sectors."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.pages.groups.members import MemberList
from workshop_tool.desktop.pages.groups.saying import make_up
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.people import Group, Participant
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

WIDTH = 208
NARROW = 104
"""Of those in none, while nobody is: the groups take the room."""


class GroupColumn(Sheet):
    """Shows one group, or (without a group) those who are in none."""

    renamed = Signal(str, str)
    """Group id, name."""
    removed = Signal(str)
    """Group id."""

    def __init__(self, group: Group | None) -> None:
        key = group.id if group else "none"
        super().__init__(f"group_{key}", margin=2 * GRID - 4)
        self.group_id = group.id if group else None
        measure(self, least_width=WIDTH)
        self._name: LineField | None = None
        self._make_up = Label("", "small", name=f"make_up_{key}", wraps=True)
        self._warning = Label("", "attention", name=f"size_{key}", wraps=True)
        self._warning.hide()
        name = group.name if group else _("In no group")
        self.members = MemberList(f"members_{key}", name, fits=group is not None)
        self.body.addWidget(self._head(group))
        self.body.addWidget(self._make_up)
        self.body.addWidget(self._warning)
        self.body.addWidget(self.members, 0 if group else 1)
        if group is not None:
            self.body.addStretch(1)
        if group is None:
            self.setProperty("dashed", "true")

    def show_group(self, group: Group | None, people: Sequence[Participant], part: str, warning: str = "") -> None:
        """Show name and members, and what stands out about the group's size."""
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        if group is not None and self._name is not None:
            self._name.show_text(group.name)
            self.members.setAccessibleName(group.name)
        self._make_up.setText(make_up(people) if people else _("Nobody yet: drop people here."))
        if group is None:
            measure(self, width=WIDTH if people else NARROW)
            self._make_up.setText(make_up(people) if people else _("Everybody is in a group."))
        self.members.show_members(people, part)

    def _head(self, group: Group | None) -> QWidget:
        if group is None:
            return Label(_("In no group"), "strong", name="no_group", wraps=True)
        self._name = LineField(f"group_name_{group.id}", _("Name of the group"))
        self._name.require()
        self._name.editor.setProperty("quiet", "group")
        self._name.edited.connect(lambda name: self.renamed.emit(group.id, name))
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(self._name, 1)
        row.addWidget(
            IconButton("delete", _("Remove this group"), f"remove_{group.id}", lambda: self.removed.emit(group.id))
        )
        return head
