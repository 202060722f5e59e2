"""Problem areas: the numbered list by theme, and which of them are being worked on."""

from functools import partial
from typing import ClassVar
from zlib import crc32

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.importing import import_list
from workshop_tool.desktop.pages.themes import by_theme, move_theme, rename_theme, themes_of
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.buttons import IconButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes, Column, Heading
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.sheet import PageHeader, Sheet
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item, new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.areas import add_area_in_room, remove_area
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.posters import claim_area


class AreasPage(Page):
    """The list that the groups pick from."""

    key: ClassVar[str] = "problem-areas"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._themes: dict[str, str] = {}
        """The theme under each heading, by the id of the heading's row."""
        self._list = ItemTable("areas_table", _("Problem areas"), self._columns())
        self._add = AddLine("areas_add", _("Add a problem area"))
        self._in_room = QCheckBox(_("Came up in the workshop"))
        self._in_room.setObjectName("areas_in_room")
        self._claim = QuietButton(_("Start a poster"), "areas_claim", self._start_poster, icon="posters")
        self._stack = QStackedWidget()
        self._stack.setObjectName("areas_stack")
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._sheet())
        self._header = PageHeader(
            _("Problem areas"),
            "",
            QuietButton(_("Add from list…"), "areas_import", self._import, icon="import"),
            QuietButton(_("Add problem area"), "areas_new", self._begin_adding, icon="add"),
        )
        self.body.addWidget(self._header)
        self.body.addWidget(self._stack, 1)
        self._list.edited.connect(self._revise)
        self._list.removed.connect(self._remove)
        self._list.chosen.connect(self._offer_poster)
        self._add.added.connect(self._add_area)

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the areas under their themes."""
        if not touches(touched, ["areas", "posters"]):
            return
        plan = workshop.plan
        groups = by_theme(plan.areas)
        rows = list[Item]()
        self._themes.clear()
        for theme, areas in groups.items():
            if len(groups) > 1 or theme:
                heading = Heading(id=f"theme-{crc32(theme.encode()):08x}", text=theme or _("Without a theme"))
                self._themes[heading.id] = theme
                rows.append(heading)
            rows.extend(areas)
        self._list.show_items(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        self._header.subtitle.setText(_said(plan))
        self._offer_poster(self._list.current_id)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("number", _("No."), lambda area, _row: str(area.number), _change_number, 64, numeric=True),
            Column(
                "text",
                _("Problem area"),
                lambda area, _row: area.text,
                lambda text: {"text": text},
                mark=lambda area: (_("new") if area.new else "", "new"),
            ),
            Column(
                "theme",
                _("Theme"),
                lambda area, _row: area.theme,
                lambda text: {"theme": text},
                220,
                choices=lambda: [theme for theme in themes_of(self.bridge.workshop.plan.areas) if theme],
            ),
            Column("state", _("Poster"), lambda _area, _row: "", width=88, mark=self._state),
        )

    def _state(self, area: ProblemArea) -> tuple[str, str]:
        poster = self.bridge.workshop.plan.poster_on(area.id)
        if poster is None:
            return _("free"), "quiet"
        return (_("done") if poster.done else _("taken")), "accent"

    def _sheet(self) -> Sheet:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._add, 1)
        foot.addWidget(self._in_room)
        foot.addSpacing(2 * GRID)
        foot.addWidget(self._claim)
        foot.addWidget(IconButton("chevron-up", _("Move the theme up"), "areas_up", lambda: self._move_theme(-1)))
        foot.addWidget(IconButton("chevron-down", _("Move the theme down"), "areas_down", lambda: self._move_theme(1)))
        foot.addWidget(IconButton("delete", _("Remove (Delete)"), "areas_remove", self._list.remove_selected))
        sheet = Sheet("areas_sheet", margin=GRID)
        sheet.body.addWidget(self._list, 1)
        sheet.body.addLayout(foot)
        return sheet

    def _empty(self) -> EmptyState:
        return EmptyState(
            "problem-areas",
            _("No problem areas yet"),
            _("Paste the numbered list, with its themes as headings, or add them one by one. Groups pick from it."),
            PrimaryButton(_("Add from list…"), "areas_first_list", self._import, icon="import"),
            QuietButton(_("Add problem area"), "areas_first", self._begin_adding),
        )

    def _begin_adding(self) -> None:
        self._stack.setCurrentIndex(1)
        self._add.line.setFocus()

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
        if item_id in self._themes:
            theme, name = self._themes[item_id], str(changes["text"])
            self.bridge.edit(_("Rename a theme"), partial(rename_theme, theme=theme, name=name))
        else:
            self.bridge.edit(_("Change a problem area"), lambda plan: revise_item(plan, "areas", item_id, **changes))

    def _remove(self, item_ids: tuple[str, ...]) -> None:
        area_ids = tuple(item_id for item_id in item_ids if item_id not in self._themes)

        def change(plan: Plan) -> Plan:
            for area_id in area_ids:
                plan = remove_area(plan, area_id)
            return plan

        if area_ids:
            said = _("Problem areas removed: {count}.").format(count=len(area_ids))
            self.bridge.edit(_("Remove problem areas"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _move_theme(self, by: int) -> None:
        self.bridge.edit(_("Move a theme"), partial(move_theme, theme=self._current_theme(), by=by))

    def _offer_poster(self, item_id: str) -> None:
        plan = self.bridge.workshop.plan
        self._claim.setEnabled(item_id in plan.areas and plan.poster_on(item_id) is None)

    def _start_poster(self) -> None:
        area = self.bridge.workshop.plan.areas.get(self._list.current_id)
        if area is not None:
            said = _("There is a poster on problem area {number} now.").format(number=area.number)
            change = partial(claim_area, area_id=area.id)
            self.bridge.edit(_("Start a poster"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _import(self) -> None:
        import_list(self.bridge, "problems", self)


def _change_number(text: str) -> Changes | None:
    return {"number": int(text)} if text.isascii() and text.isdigit() else None


def _said(plan: Plan) -> str:
    """Say how many there are, and how many have a poster."""
    count, posters = len(plan.areas), len(plan.posters)
    if not count:
        return ""
    words = ngettext("{n} problem area", "{n} problem areas", count).format(n=count)
    taken = ngettext("{n} has a poster", "{n} have posters", posters).format(n=posters)
    return _("{areas}; {posters}. Press Enter to edit, Delete to remove.").format(areas=words, posters=taken)
