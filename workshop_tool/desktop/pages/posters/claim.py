"""Claiming problem areas: choose free ones or add a new one, and say which group works on them."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget, QListWidgetItem, QWidget

from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.fields import labelled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.areas import add_area_in_room
from workshop_tool.services.edits.posters import claim_area

_SIZE = (70 * GRID, 64 * GRID)


@dataclass(frozen=True)
class Claim:
    """What was chosen: free areas, or the text of a new one; and the group, where one is named."""

    area_ids: tuple[str, ...]
    new_text: str
    group_id: str | None


def claimed(plan: Plan, claim: Claim, poster_ids: tuple[str, ...], new_area_id: str) -> Plan:
    """Add the new problem area where there is one, and start a poster on each; one step of undo.

    ``poster_ids`` are as many as the areas; one where the area is new.
    """
    if claim.new_text:
        plan = add_area_in_room(plan, claim.new_text, new_area_id)
    for area_id, poster_id in zip(claim.area_ids or (new_area_id,), poster_ids, strict=True):
        plan = claim_area(plan, area_id, claim.group_id, poster_id=poster_id)
    return plan


class ClaimDialog(Dialog):
    """Lists what is free; typing narrows the list, Ctrl or Shift chooses several for one group."""

    def __init__(self, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__("claim", _("Claim a problem area"), parent)
        self.resize(*_SIZE)
        self._find = _line("claim_find", _("Find by word, or by numbers such as 4 7 12"))
        self._find.textChanged.connect(self._narrow)
        self._areas = QListWidget()
        self._areas.setObjectName("claim_areas")
        self._areas.setAccessibleName(_("Free problem areas"))
        self._areas.setWordWrap(True)
        self._areas.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._areas.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._areas.itemDoubleClicked.connect(lambda _item: self.accept())
        self._new = _line("claim_new", _("What is the problem?"))
        self._group = Choosing()
        self._group.setObjectName("claim_group")
        self._group.setAccessibleName(_("Group"))
        self._group.addItem(_("No group yet"), None)
        for group in plan.groups:
            self._group.addItem(group.name, group.id)
        self._group.setCurrentIndex(self._group.findData(_whose_turn(plan)))
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
        areas = () if new else tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)
        return Claim(areas, new, self._group.currentData())

    def _fill(self, plan: Plan) -> None:
        taken = {poster.area for poster in plan.posters}
        for area in sorted(plan.shown_areas, key=lambda area: area.number):
            if area.id not in taken:
                item = QListWidgetItem(f"{area.number}   {area.text}")
                item.setData(Qt.ItemDataRole.UserRole, area.id)
                item.setToolTip(item.text())
                self._areas.addItem(item)

    def _narrow(self, sought: str) -> None:
        """Show what matches; numbers, such as "4 7 12", choose those areas at once."""
        words = sought.lower().replace(",", " ").split()
        items = [self._areas.item(row) for row in range(self._areas.count())]
        named = [item for item in items if item.text().split()[0] in words]
        if not words or not all(word.isdecimal() for word in words):
            named = []
        for item in items:
            shown = item in named if named else all(word in item.text().lower() for word in words)
            item.setHidden(not shown)
        matching = [item for item in items if not item.isHidden()]
        chosen = named or (matching if words and len(matching) == 1 else [])
        if chosen:
            self._areas.setCurrentItem(chosen[0])
        for item in items:
            item.setSelected(item in chosen or (item.isSelected() and not words))

    def _follow(self) -> None:
        count = len(self.claim.area_ids)
        self._yes.setEnabled(bool(count or self.claim.new_text))
        words = said_claim(count) if count > 1 else _("Claim")
        self._yes.setText(words)
        self._yes.setAccessibleName(words)


def said_claim(count: int) -> str:
    """Return the name of claiming so many problem areas at once."""
    return ngettext("Claim {n} problem area", "Claim {n} problem areas", count).format(n=count)


def _whose_turn(plan: Plan) -> str | None:
    """Return the first group that has no poster yet, once groups are named at all; None where all have one."""
    busy = {group for poster in plan.posters for group in poster.groups.values()}
    return next((group.id for group in plan.groups if group.id not in busy), None)


def _line(name: str, hint: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(hint)
    line.setPlaceholderText(hint)
    line.setMaxLength(LINE_CAP)
    return line
