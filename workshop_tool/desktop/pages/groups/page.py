"""Groups: who works with whom in each part of the day; make, fill, mix."""

import random
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.groups.column import GroupColumn
from workshop_tool.desktop.pages.groups.grid import GroupsGrid
from workshop_tool.desktop.pages.groups.maker import GroupMaker
from workshop_tool.desktop.pages.groups.moves import (
    earlier_part,
    free_names,
    held_seats,
    more_groups,
    moved,
    seats_of,
)
from workshop_tool.desktop.pages.groups.saying import achieved, size_warning, subtitle
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.dialogs import ask
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.sheet import clear
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.people import Group
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.groups import assign, hold, make_mixed, remove_group
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.grouping import Assignment, Mix, mix, mix_day


class GroupsPage(Page):
    """A column for each group and one for those in none, for one part of the day at a time."""

    key = "groups"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.part = str(bridge.workshop.plan.template.parts[0].key)
        self._columns: list[GroupColumn] = []
        self._follow: tuple[str, ...] = ()
        """Who was moved by keyboard and shall keep the focus in the next column."""
        self._mixing = False
        self._hold = QuietButton(_("Keep in place"), "hold", self._toggle_hold, icon="lock")
        self._hold.setToolTip(_("Mix the others around who is selected (Ctrl+L)"))
        self._hold.setShortcut(QKeySequence("Ctrl+L"))
        self._seat = QuietButton("", "seat_late", self._seat_late, icon="person")
        self._seat.setToolTip(_("Nobody else changes groups"))
        self._move = QuietButton(_("Move to…"), "move_to", self._offer_moves, tip=_("Alt+Left, Alt+Right"))
        self._mix = PrimaryButton(_("Mix"), "mix", self._ask_for_mix, icon="mix")
        add = QuietButton(_("Add a group"), "add_group", lambda: self._add(1), icon="add")
        self._header = PageHeader(_("Groups"), "", add, self._move, self._mix)
        self.body.addWidget(self._header)
        self._bar = QWidget()
        self._bar.setLayout(self._part_row())
        self.body.addWidget(self._bar)
        self._stack = QStackedWidget()
        self._maker = GroupMaker()
        self._maker.wanted.connect(self._add)
        self._maker.mixed_wanted.connect(self._make_mixed)
        self._stack.addWidget(self._maker)
        self._stack.addWidget(self._table())
        self.body.addWidget(self._stack, 1)
        bridge.refused.connect(lambda _sentence: self._end_mixing())

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the groups of the part that is chosen."""
        if not touches(touched, ["groups", "participants", "template"]):
            return
        plan = workshop.plan
        filled = bool(plan.groups)
        self._stack.setCurrentIndex(1 if filled else 0)
        self._bar.setVisible(filled)
        for button in self._header.findChildren(QuietButton):
            button.setVisible(filled)
        self._show_late(plan)
        self._mix.setEnabled(bool(plan.participants) and not self._mixing)
        self._mix.setVisible(filled)
        self._maker.show_people(there=bool(plan.participants))
        self._header.subtitle.setText(subtitle(plan))
        if [column.group_id for column in self._columns] != [None, *(group.id for group in plan.groups)]:
            self._make_columns(plan)
        seats = seats_of(plan, self.part)
        sizes = [sum(group.id == seat for seat in seats.values()) for group in plan.groups]
        for column in self._columns:
            people = [person for person in plan.participants if seats.get(person.id) == column.group_id]
            warning = size_warning(len(people), sizes) if column.group_id else ""
            column.show_group(plan.groups.get(column.group_id), people, self.part, warning)
            if self._follow and set(self._follow) <= set(column.members.members):
                column.members.choose(self._follow)
                self._follow = ()

    def show_item(self, table: str, item_id: str) -> None:
        """Select a participant, or go to a group's column."""
        for column in self._columns:
            if table == "participants" and item_id in column.members.members:
                column.members.choose((item_id,))
            elif table == "groups" and column.group_id == item_id:
                column.members.setFocus()

    def show_part(self, part: str) -> None:
        """Show another part of the day."""
        self.part = part
        for button in self._parts.buttons():
            button.setChecked(button.objectName() == f"part_{part}")
        self._achieved.setText("")
        self.show_workshop(self.bridge.workshop, None)

    def move_people(self, participant_ids: tuple[str, ...], group_id: str | None) -> None:
        """Ask to put participants into a group, or into none; one step of undo."""
        group = self.bridge.workshop.plan.groups.get(group_id)
        label = _("Move to {group}").format(group=group.name) if group else _("Take out of the group")
        change = partial(moved, participant_ids=participant_ids, part=self.part, group_id=group_id)
        self.bridge.edit(label, change)

    def _add(self, count: int) -> None:
        label = ngettext("Add a group", "Add {n} groups", count).format(n=count)
        self.bridge.edit(label, partial(more_groups, count=count))

    def _make_mixed(self, count: int) -> None:
        """Make groups with everybody in them, for each part of the day; all of it is one step of undo."""
        plan = self.bridge.workshop.plan
        groups = tuple(Group(id=new_id(), name=name) for name in free_names(plan, count))
        people, parts = list(plan.participants), [str(part.key) for part in plan.template.parts]
        self._mixing = True
        self._maker.show_busy(busy=True)

        def make(mixes: list[Mix]) -> None:
            seats = {part: made.groups for part, made in zip(parts, mixes, strict=True)}
            after_another = parts.index(self.part) > 0
            said = achieved(people, mixes[parts.index(self.part)], after_another=after_another)
            change = partial(make_mixed, groups=groups, seats=seats)
            self.bridge.edit(_("Make mixed groups"), change, then=lambda: self._end_mixing(said))

        work = partial(mix_day, seed=random.randrange(1_000_000))
        group_ids = [group.id for group in groups]
        self.bridge.in_background(work, people, group_ids, parts, then=make, failed=self._refuse_mix)

    def _ask_for_mix(self) -> None:
        """Mix everybody but those who are kept in place."""
        self._mix_around(held_seats(self.bridge.workshop.plan, self.part), _("Mix the groups"))

    def _seat_late(self) -> None:
        """Seat whoever is in no group; all others stay where they are."""
        self._mix_around(seats_of(self.bridge.workshop.plan, self.part), _("Seat late arrivals"))

    def _mix_around(self, held: Assignment, label: str) -> None:
        """Mix in the worker process; the window stays quick."""
        plan, part = self.bridge.workshop.plan, self.part
        people, earlier = list(plan.participants), earlier_part(plan, part)
        self._mixing = True
        self._mix.setEnabled(False)
        self._achieved.setText(_("Mixing…"))
        work = partial(mix, earlier_part=earlier, seed=random.randrange(1_000_000), held=held)
        self.bridge.in_background(
            work,
            people,
            [group.id for group in plan.groups],
            then=lambda made: self._assign(
                label, part, made, achieved(people, made, after_another=earlier is not None)
            ),
            failed=self._refuse_mix,
        )

    def _assign(self, label: str, part: str, made: Mix, said: str) -> None:
        change = partial(assign, part=part, groups=made.groups)
        self.bridge.edit(label, change, then=lambda: self._end_mixing(said))

    def _toggle_hold(self) -> None:
        """Keep who is selected in place, or let them go where all of them are kept already."""
        people = [self.bridge.workshop.plan.participants.get(person) for person in self._chosen()]
        held = all(person is not None and self.part in person.held for person in people)
        label = _("Let people be mixed") if held else _("Keep people in place")
        if people:
            change = partial(hold, participant_ids=self._chosen(), part=self.part, held=not held)
            self.bridge.edit(label, change)

    def _chosen(self) -> tuple[str, ...]:
        return tuple(person for column in self._columns for person in column.members.chosen)

    def _show_late(self, plan: Plan) -> None:
        """Offer to seat those in no group, once the others sit."""
        late = len(plan.participants) - len(seats_of(plan, self.part))
        words = ngettext("Seat {n} late arrival", "Seat {n} late arrivals", late).format(n=late)
        self._seat.setText(words)
        self._seat.setAccessibleName(words)
        self._seat.setVisible(0 < late < len(plan.participants))

    def _refuse_mix(self, sentence: str) -> None:
        self._end_mixing()
        self.bridge.refused.emit(sentence)

    def _end_mixing(self, said: str = "") -> None:
        if self._mixing:
            self._mixing = False
            self._maker.show_busy(busy=False)
            self._mix.setEnabled(bool(self.bridge.workshop.plan.participants))
            self._achieved.setText(said)

    def _offer_moves(self) -> None:
        """Offer the groups in a menu beneath the button."""
        chosen = self._chosen()
        menu = QMenu(self)
        for column in self._columns:
            group = self.bridge.workshop.plan.groups.get(column.group_id)
            action = menu.addAction(group.name if group else _("In no group"))
            action.setEnabled(bool(chosen))
            action.triggered.connect(partial(self.move_people, chosen, column.group_id))
        menu.popup(self._move.mapToGlobal(self._move.rect().bottomLeft()))

    def _step(self, column: GroupColumn, participant_ids: tuple[str, ...], step: int) -> None:
        at = self._columns.index(column) + step
        if 0 <= at < len(self._columns):
            self._follow = participant_ids
            self.move_people(participant_ids, self._columns[at].group_id)

    def _rename(self, group_id: str, name: str) -> None:
        self.bridge.edit(_("Rename group"), partial(revise_item, table="groups", item_id=group_id, name=name))

    def _remove(self, group_id: str) -> None:
        plan = self.bridge.workshop.plan
        posters = sum(group_id in poster.groups.values() for poster in plan.posters)
        words = ngettext(
            "{n} poster names this group; it stays, but forgets who made it.",
            "{n} posters name this group; they stay, but forget who made them.",
            posters,
        ).format(n=posters)
        if posters and not ask(self, _("Remove this group?"), words, _("Remove"), _("Keep")):
            return
        said = _("Group removed.")
        change = partial(remove_group, group_id=group_id)
        self.bridge.edit(_("Remove group"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _make_columns(self, plan: Plan) -> None:
        clear(self._none)
        self._columns = [GroupColumn(group) for group in (None, *plan.groups)]
        for column in self._columns:
            column.members.dropped.connect(partial(self._drop, column))
            column.members.stepped.connect(partial(self._step, column))
            column.renamed.connect(self._rename)
            column.removed.connect(self._remove)
        self._none.addWidget(self._columns[0])
        self._columns[0].show()
        self._grid.show_columns(self._columns[1:])

    def _drop(self, column: GroupColumn, participant_ids: tuple[str, ...]) -> None:
        self.move_people(participant_ids, column.group_id)

    def _part_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        self._parts = QButtonGroup(self)
        for part in self.bridge.workshop.plan.template.parts:
            button = QuietButton(part.label, f"part_{part.key}", partial(self.show_part, str(part.key)))
            button.setCheckable(True)
            button.setChecked(part.key == self.part)
            self._parts.addButton(button)
            row.addWidget(button)
        self._achieved = ElidedLabel("secondary", name="mix_achieved")
        row.addSpacing(GRID)
        row.addWidget(self._achieved, 1)
        row.addWidget(self._seat)
        row.addSpacing(GRID // 2)
        row.addWidget(self._hold)
        return row

    def _table(self) -> QWidget:
        """Put those in no group at the left of the groups."""
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        self._none = QVBoxLayout()
        self._grid = GroupsGrid()
        row.addLayout(self._none)
        row.addWidget(self._grid, 1)
        return both
