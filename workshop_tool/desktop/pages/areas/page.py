"""Problem areas: the numbered list by theme, and which of them are being worked on."""

from functools import partial
from typing import ClassVar
from zlib import crc32

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QTabBar, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.areas.details import AreaDetails
from workshop_tool.desktop.pages.areas.gestures import AreaGestures
from workshop_tool.desktop.pages.areas.places import Place, change_number, place_of_drop, place_of_step
from workshop_tool.desktop.pages.areas.standing import claim_mark, list_said, state_of
from workshop_tool.desktop.pages.areas.table import AreasTable
from workshop_tool.desktop.pages.areas.themes import by_theme, move_theme, rename_theme
from workshop_tool.desktop.pages.importing.asked import import_list
from workshop_tool.desktop.pages.picking import SearchLine, matches
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes, Column, Heading
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item, new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.areas import add_area_in_room, move_area, remove_area
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.posters import claim_area

DETAILS_WIDTH = 38 * GRID
_STATES = (None, "free", "taken", "done")


class AreasPage(Page):
    """The list that the groups pick from, and beside it the one that is chosen."""

    key: ClassVar[str] = "problem-areas"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._adding = False  # True once the line to add with was asked for while the list is empty
        self._themes: dict[str, str] = {}
        """The theme under each heading, by the id of the heading's row."""
        self._list = AreasTable("areas_table", _("Problem areas"), self._columns())
        self._find = SearchLine("areas_find", _("Find by number or word"), self._list)
        self._tabs = QTabBar()
        self._tabs.setObjectName("areas_filter")
        self._tabs.setAccessibleName(_("Which problem areas to show"))
        self._tabs.setDrawBase(False)
        for _state in _STATES:
            self._tabs.addTab("")
        self._nothing = Label("", "secondary", name="areas_nothing")
        self._nothing.setContentsMargins(GRID, 2 * GRID, GRID, 2 * GRID)
        self._add = AddLine("areas_add", _("Add a problem area"))
        self._in_room = QCheckBox(_("Came up in the workshop"))
        self._in_room.setObjectName("areas_in_room")
        self._details = AreaDetails()
        self._gestures = AreaGestures(bridge, self, self._show_added)
        self._stack = QStackedWidget()
        self._stack.setObjectName("areas_stack")
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._sheets())
        self._header = PageHeader(
            _("Problem areas"),
            "",
            QuietButton(_("Add from list…"), "areas_import", self._import, icon="import"),
            QuietButton(_("Add problem area"), "areas_new", self._begin_adding, icon="add"),
        )
        self.body.addWidget(self._header)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the areas under their themes, as far as they are searched for."""
        if touches(touched, ["areas", "posters", "groups", "rounds", "minutes"]):
            plan = workshop.plan
            self._list.show_items(self._rows(plan))
            self._nothing.setVisible(self._list.items.rowCount() == 0)
            self._nothing.setText(_("No problem area matches this."))
            self._stack.setCurrentIndex(1 if plan.areas or self._adding else 0)
            self._header.show_buttons(shown=self._stack.currentIndex() == 1)
            self._header.subtitle.setText(list_said(plan))
            states = [state_of(plan, area) for area in plan.areas]
            counts = [len(states), *(states.count(state or "") for state in _STATES[1:])]
            for at, words in enumerate((_("All"), _("Free"), _("Taken"), _("Done"))):
                self._tabs.setTabText(at, f"{words} {counts[at]}")
            self._choose(self._list.current_id)

    def show_item(self, table: str, item_id: str) -> None:
        """Choose a problem area, whatever the list was narrowed to."""
        if table == "areas" and item_id in self.bridge.workshop.plan.areas:
            self._find.clear()
            self._tabs.setCurrentIndex(0)
            self._list.choose(item_id)
            self._list.setFocus()

    def _rows(self, plan: Plan) -> list[Item]:
        state, sought = _STATES[max(self._tabs.currentIndex(), 0)], self._find.text()
        shown = [
            area
            for area in plan.areas
            if (state is None or state_of(plan, area) == state)
            and matches(sought, f"{area.number} {area.text} {area.owner} {area.note}")
        ]
        kept = {area.id for area in shown}
        rows = list[Item]()
        self._themes.clear()
        groups = by_theme(plan.areas)
        for theme, areas in groups.items():
            listed = [area for area in areas if area.id in kept]
            if listed and (len(groups) > 1 or theme):
                heading = Heading(id=f"theme-{crc32(theme.encode()):08x}", text=theme or _("Without a theme"))
                self._themes[heading.id] = theme
                rows.append(heading)
            rows.extend(listed)
        return rows

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", _("No."), lambda area, _row: str(area.number), change_number, 64, numeric=True),
            Column(
                "text",
                _("Problem area"),
                lambda area, _row: area.text,
                lambda text: {"text": text},
                mark=lambda area: (_("new") if area.new else "", "new"),
            ),
            Column(
                "state",
                _("Claimed by"),
                lambda _area, _row: "",
                width=15 * GRID,
                numeric=True,
                mark=lambda area: claim_mark(self.bridge.workshop.plan, area),
            ),
        )

    def _sheets(self) -> QWidget:
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self._tabs)
        head.addStretch(1)
        self._find.setMinimumWidth(20 * GRID)
        self._find.setMaximumWidth(32 * GRID)
        head.addWidget(self._find, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID // 2)
        foot.addWidget(self._add, 1)
        foot.addSpacing(GRID)
        foot.addWidget(self._in_room)
        foot.addSpacing(GRID)
        foot.addWidget(IconButton("chevron-up", _("Move up (Alt+Up)"), "areas_up", lambda: self._list.move_current(-1)))
        foot.addWidget(
            IconButton("chevron-down", _("Move down (Alt+Down)"), "areas_down", lambda: self._list.move_current(1))
        )
        sheet = Sheet("areas_sheet", margin=GRID)
        sheet.body.addLayout(head)
        sheet.body.addWidget(self._nothing)
        sheet.body.addWidget(self._list, 1)
        sheet.body.addLayout(foot)
        both = QWidget()
        row = Beside(both)
        row.add(sheet, 1, tall=TALL)
        row.add(self._details, width=DETAILS_WIDTH)
        return both

    def _empty(self) -> EmptyState:
        return EmptyState(
            "problem-areas",
            _("No problem areas yet"),
            _("Paste the numbered list, with its themes as headings, or add them one by one. Groups pick from it."),
            PrimaryButton(_("Add from list…"), "areas_first_list", self._import, icon="import"),
            QuietButton(_("Add problem area"), "areas_first", self._begin_adding),
        )

    def _connect(self) -> None:
        self._list.edited.connect(self._revise)
        self._list.removed.connect(self._remove)
        self._list.chosen.connect(self._choose)
        self._list.moved.connect(self._step)
        self._list.dropped.connect(self._drop)
        self._add.added.connect(self._add_area)
        self._find.textChanged.connect(lambda _text: self.show_workshop(self.bridge.workshop, None))
        self._tabs.currentChanged.connect(lambda _at: self.show_workshop(self.bridge.workshop, None))
        self._details.revised.connect(self._revise_chosen)
        self._details.moved.connect(self._move_to_theme)
        self._details.poster_wanted.connect(self._start_poster)
        self._details.merge_wanted.connect(lambda: self._gestures.merge(self._details.area))
        self._details.split_wanted.connect(lambda: self._gestures.split(self._details.area))
        self._details.hiding_wanted.connect(lambda: self._gestures.hide(self._details.area))
        self._details.removal_wanted.connect(self._list.remove_selected)
        QShortcut(QKeySequence.StandardKey.Find, self, self._find.setFocus)

    def _begin_adding(self) -> None:
        self._adding = True
        self._stack.setCurrentIndex(1)
        self._header.show_buttons(shown=True)
        self._add.line.setFocus()

    def _choose(self, item_id: str) -> None:
        workshop = self.bridge.workshop
        self._details.show_area(workshop, workshop.plan.areas.get(item_id))

    def _current_theme(self) -> str:
        current = self._list.current_id
        if current in self._themes:
            return self._themes[current]
        area = self.bridge.workshop.plan.areas.get(current)
        return area.theme if area else ""

    def _add_area(self, text: str) -> None:
        theme, area_id, in_room = self._current_theme(), new_id(), self._in_room.isChecked()

        def change(plan: Plan) -> Plan:
            if in_room:
                plan = add_area_in_room(plan, text, area_id)
                return revise_item(plan, "areas", area_id, theme=theme)
            return plan.with_new(ProblemArea(id=area_id, number=plan.next_number, text=text, theme=theme))

        self.bridge.edit(_("Add a problem area"), change, then=lambda: self._show_added(area_id))

    def _show_added(self, area_id: str) -> None:
        self.show_workshop(self.bridge.workshop, None)
        self._list.choose(area_id)

    def _revise(self, item_id: str, changes: Changes) -> None:
        area = self.bridge.workshop.plan.areas.get(item_id)
        if item_id in self._themes:
            theme, name = self._themes[item_id], str(changes["text"])
            self.bridge.edit(_("Rename a theme"), partial(rename_theme, theme=theme, name=name))
        elif area is not None and self._gestures.may_renumber(area, changes):
            self.bridge.edit(_("Change a problem area"), lambda plan: revise_item(plan, "areas", item_id, **changes))
        else:
            self.show_workshop(self.bridge.workshop, None)

    def _revise_chosen(self, label: str, changes: Changes) -> None:
        area = self._details.area
        if area is not None:
            self.bridge.edit(label, lambda plan: revise_item(plan, "areas", area.id, **changes))

    def _remove(self, item_ids: tuple[str, ...]) -> None:
        plan = self.bridge.workshop.plan
        area_ids = tuple(item_id for item_id in item_ids if item_id in plan.areas)
        held = [plan.areas[area_id] for area_id in area_ids if plan.poster_on(area_id)]
        if held:
            self._gestures.offer_hiding(held[0])
            return

        def change(plan: Plan) -> Plan:
            for area_id in area_ids:
                plan = remove_area(plan, area_id)
            return plan

        if area_ids:
            said = _("Problem areas removed: {count}.").format(count=len(area_ids))
            self.bridge.edit(_("Remove problem areas"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _step(self, item_id: str, row: int) -> None:
        """Move by keyboard to the row where another one stands: past a heading, into its theme."""
        here = self._list.items.row_of(item_id) or 0
        if item_id in self._themes:
            change = partial(move_theme, theme=self._themes[item_id], by=1 if row > here else -1)
            self.bridge.edit(_("Move a theme"), change)
        else:
            self._put(item_id, place_of_step(self._list.items.items, self._themes, here, row))

    def _drop(self, item_id: str, row: int) -> None:
        if item_id not in self._themes:
            self._put(item_id, place_of_drop(self._list.items.items, self._themes, item_id, row))

    def _put(self, item_id: str, place: Place | None) -> None:
        if place is not None:
            self._move(item_id, *place)

    def _move_to_theme(self, theme: str) -> None:
        if self._details.area is not None:
            self._move(self._details.area.id, theme, None)

    def _move(self, area_id: str, theme: str, before: str | None) -> None:
        change = partial(move_area, area_id=area_id, theme=theme, before=before)
        self.bridge.edit(_("Move a problem area"), change)

    def _start_poster(self) -> None:
        area = self._details.area
        if area is not None and (poster := self.bridge.workshop.plan.poster_on(area.id)) is not None:
            self.item_wanted.emit("posters", "posters", poster.id)
        elif area is not None:
            said = _("There is a poster on problem area {number} now.").format(number=area.number)
            change = partial(claim_area, area_id=area.id)
            self.bridge.edit(_("Start a poster"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _import(self) -> None:
        import_list(self.bridge, "problems", self)
