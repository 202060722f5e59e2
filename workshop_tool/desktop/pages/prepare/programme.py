"""The programme of the day: parts in order, start times that follow, breaks, and what belongs to each part."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.prepare.programme_part import PartDetails
from workshop_tool.desktop.pages.prepare.programme_table import ProgrammeTable
from workshop_tool.desktop.pages.prepare.programme_words import clashing, said_clashes, said_day
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes
from workshop_tool.desktop.widgets.sheet import Divider, Label
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits import programme as edits
from workshop_tool.services.edits.lists import add_items, revise_item
from workshop_tool.services.usual_day import usual_day

BREAK_MINUTES: Final = 15


class ProgrammeEditor(QWidget):
    """Edits the programme; each change is one step of undo, with all the times that follow from it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("programme_editor")
        self._bridge = bridge
        self.items = ProgrammeTable(lambda: clashing(bridge.workshop.plan))
        self.items.edited.connect(self._revise)
        self.items.removed.connect(self._remove)
        self.items.moved.connect(self._move)
        self.items.dropped.connect(self._drop)
        self.items.chosen.connect(lambda _part: self._show_part())
        self._part = PartDetails()
        self._part.revised.connect(
            lambda part_id, label, changes: bridge.edit(
                label, lambda plan: revise_item(plan, "programme", part_id, **changes)
            )
        )
        self._add_line = AddLine("programme_add", _("Add a part, such as Arrival"))
        self._add_line.added.connect(
            lambda line: bridge.edit(_("Add to the programme"), partial(edits.add_part, line=line))
        )
        self._day = Label("", "small", name="programme_day")
        self._clash = Label("", "attention", name="programme_clash", wraps=True)
        self._follow = QuietButton(_("Let times follow"), "programme_follow", self._lay_out_times)
        self._follow.setToolTip(_("Each part begins when the one before it ends"))
        self._stack = QStackedWidget()
        self._stack.setObjectName("programme_stack")
        self._stack.addWidget(_empty(bridge))
        self._stack.addWidget(self._filled())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())

    def show_plan(self, plan: Plan) -> None:
        """Show the programme."""
        self.items.show_items(tuple(plan.programme))
        self.items.resizeRowsToContents()
        self._stack.setCurrentIndex(1 if plan.programme else 0)
        for button in self._row_buttons:
            button.setVisible(bool(plan.programme))
        self._day.setText(said_day(plan))
        clash = said_clashes(plan)
        self._clash.setText(clash)
        self._clash.setVisible(bool(clash))
        self._follow.setVisible(bool(clash))
        self._show_part()

    def _show_part(self) -> None:
        self._part.show_part(self._bridge.workshop.plan.programme.get(self.items.current_id))

    def _filled(self) -> QWidget:
        filled = QWidget()
        filled.setObjectName("programme_filled")
        warning = QHBoxLayout()
        warning.setSpacing(GRID)
        warning.addWidget(self._clash, 1)
        warning.addWidget(self._follow)
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.items, 1)
        column.addWidget(self._day)
        column.addLayout(warning)
        column.addWidget(Divider())
        column.addWidget(self._part)
        return filled

    def _foot(self) -> QHBoxLayout:
        items = self.items
        self._row_buttons = (
            IconButton("chevron-up", _("Earlier in the day (Alt+Up)"), "programme_up", partial(items.move_current, -1)),
            IconButton(
                "chevron-down", _("Later in the day (Alt+Down)"), "programme_down", partial(items.move_current, 1)
            ),
            IconButton("delete", _("Remove (Delete)"), "programme_remove", items.remove_selected),
        )
        foot = QHBoxLayout()
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._add_line, 1)
        foot.addWidget(QuietButton(_("Add a break"), "programme_break", self._add_break))
        foot.addSpacing(GRID)
        for button in self._row_buttons:
            foot.addWidget(button)
        return foot

    def _revise(self, part_id: str, changes: Changes) -> None:
        label = _("Change the programme")
        if "starts" in changes:
            change = partial(edits.set_start, part_id=part_id, starts=changes["starts"])  # type: ignore[arg-type]
        elif "minutes" in changes:
            change = partial(edits.set_minutes, part_id=part_id, minutes=changes["minutes"])  # type: ignore[arg-type]
        else:
            change = partial(_revise_part, part_id=part_id, changes=changes)
        self._bridge.edit(label, change)

    def _move(self, part_id: str, row: int) -> None:
        self._bridge.edit(_("Move in the programme"), partial(edits.move_part, part_id=part_id, index=row))

    def _drop(self, part_id: str, row: int) -> None:
        """Put a part that was dragged before a row of the list as it stands."""
        at = self.items.items.row_of(part_id)
        if at is not None and row not in {at, at + 1}:
            self._move(part_id, row - 1 if row > at else row)

    def _remove(self, part_ids: tuple[str, ...]) -> None:
        said = _("Removed from the programme: {count}.").format(count=len(part_ids))
        change = partial(edits.remove_parts, part_ids=part_ids)
        self._bridge.edit(_("Remove from the programme"), change, then=lambda: self._bridge.undo_offered.emit(said))

    def _add_break(self) -> None:
        """Add a break behind the part that is chosen, or at the end; what stands behind it follows."""
        made = ProgrammePart(id=new_id(), title=_("Break"), minutes=BREAK_MINUTES, stage="break", shows="programme")
        self._bridge.edit(_("Add a break"), partial(edits.insert_part, part=made, after=self.items.current_id))

    def _lay_out_times(self) -> None:
        self._bridge.edit(_("Let times follow"), edits.one_after_another)


def _revise_part(plan: Plan, part_id: str, changes: Changes) -> Plan:
    return revise_item(plan, "programme", part_id, **changes)


def add_usual_day(bridge: Bridge) -> None:
    """Ask for the usual day, as one step of undo."""
    bridge.edit(_("Add the usual day"), lambda plan: add_items(plan, usual_day()))


def _empty(bridge: Bridge) -> EmptyState:
    usual = QuietButton(_("Start from a usual day"), "programme_usual", partial(add_usual_day, bridge))
    hint = _("Start from a usual day and change it, or add the parts one by one below.")
    return EmptyState("calendar", _("No programme yet"), hint, usual)
