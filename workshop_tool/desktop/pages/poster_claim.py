"""Claiming a problem area: choose a free one or add a new one, and say which group works on it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QWidget

from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.fields import labelled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.areas import add_area_in_room
from workshop_tool.services.edits.posters import claim_area

_SIZE = (70 * GRID, 64 * GRID)


@dataclass(frozen=True)
class Claim:
    """What was chosen: a free area, or the text of a new one; and the group, where one is named."""

    area_id: str
    new_text: str
    group_id: str | None


def claimed(plan: Plan, claim: Claim, poster_id: str, new_area_id: str) -> Plan:
    """Add the new problem area where there is one, and start the poster; one step of undo."""
    if claim.new_text:
        plan = add_area_in_room(plan, claim.new_text, new_area_id)
    return claim_area(plan, claim.area_id or new_area_id, claim.group_id, poster_id=poster_id)


class ClaimDialog(Dialog):
    """Lists what is free; typing narrows the list."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("claim", _("Claim a problem area"), parent)
        self.resize(*_SIZE)
        self._find = _line("claim_find", _("Find by number or word"))
        self._find.textChanged.connect(self._narrow)
        self._areas = QListWidget()
        self._areas.setObjectName("claim_areas")
        self._areas.setAccessibleName(_("Free problem areas"))
        self._areas.setWordWrap(True)
        self._areas.itemDoubleClicked.connect(lambda _item: self.accept())
        self._new = _line("claim_new", _("What is the problem?"))
        self._group = QComboBox()
        self._group.setObjectName("claim_group")
        self._group.setAccessibleName(_("Group"))
        self._group.addItem(_("No group yet"), None)
        for group in plan.groups:
            self._group.addItem(group.name, group.id)
        self.body.addWidget(self._find)
        self.body.addWidget(self._areas, 1)
        self.body.addWidget(labelled(Label(_("Or a new problem area"), "caption"), self._new))
        self.body.addWidget(labelled(Label(_("Group"), "caption"), self._group))
        self._yes = self.add_buttons(_("Claim"), _("Cancel"))
        self._new.textChanged.connect(self._follow)
        self._areas.itemSelectionChanged.connect(self._follow)
        self._fill(plan)
        self._follow()
        self._find.setFocus()

    @property
    def claim(self) -> Claim:
        """What is chosen now; a new text counts more than a chosen area."""
        new, chosen = clean_line(self._new.text()), self._areas.selectedItems()
        area = "" if new or not chosen else str(chosen[0].data(Qt.ItemDataRole.UserRole))
        return Claim(area, new, self._group.currentData())

    def _fill(self, plan: Plan) -> None:
        taken = {poster.area for poster in plan.posters}
        for area in sorted(plan.shown_areas, key=lambda area: area.number):
            if area.id not in taken:
                item = QListWidgetItem(f"{area.number}   {area.text}")
                item.setData(Qt.ItemDataRole.UserRole, area.id)
                self._areas.addItem(item)

    def _narrow(self, sought: str) -> None:
        words = sought.lower().split()
        for row in range(self._areas.count()):
            item = self._areas.item(row)
            item.setHidden(not all(word in item.text().lower() for word in words))
            if item.isHidden():
                item.setSelected(False)
        shown = [self._areas.item(row) for row in range(self._areas.count()) if not self._areas.item(row).isHidden()]
        if words and len(shown) == 1:
            self._areas.setCurrentItem(shown[0])

    def _follow(self) -> None:
        self._yes.setEnabled(bool(self.claim.area_id or self.claim.new_text))


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(hint)
    line.setPlaceholderText(hint)
    line.setMaxLength(LINE_CAP)
    return line
