"""Trends: the list and the map side by side."""

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.importing.asked import import_list
from workshop_tool.desktop.pages.trends.before import BeforeAfter, change_of
from workshop_tool.desktop.pages.trends.details import TrendDetails
from workshop_tool.desktop.pages.trends.inbox import InboxPlace
from workshop_tool.desktop.pages.trends.inbox_cards import Inbox, waiting_in
from workshop_tool.desktop.pages.trends.room import RoomView
from workshop_tool.desktop.widgets.add_line import AddLine
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes, Column
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.map_drawing import kind_of, measure_ahead
from workshop_tool.desktop.widgets.map_legend import MapLegend
from workshop_tool.desktop.widgets.map_view import MapView
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.sheet import Sheet
from workshop_tool.desktop.widgets.stack import Stack
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.lists import add_items, move_item
from workshop_tool.services.edits.trends import place_trend, remove_trend, rename_trend

LIST_WIDTH = 36 * GRID


class TrendsPage(Page):
    """Placing trends by importance and certainty."""

    key: ClassVar[str] = "trends"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._numbers: dict[str, int] = {}
        self._list = ItemTable("trends_table", _("Trends"), self._columns(), headers=False)
        self._list.setDragEnabled(True)
        self._map = MapView(bridge.background.soon)
        self._details = TrendDetails(bridge)
        self._room_view = RoomView(bridge)
        self._before = BeforeAfter(bridge)
        self._legend = MapLegend()
        self._inbox = Inbox(bridge)
        self._open_inbox = QuietButton("", "inbox_open", self._toggle_inbox)
        self._open_inbox.setCheckable(True)
        self._tabs = QTabBar()
        self._tabs.setObjectName("trends_filter")
        self._tabs.setDrawBase(False)
        for _tab in range(3):
            self._tabs.addTab("")
        self._add = AddLine("trends_add", _("Add a trend"))
        self._in_room = QCheckBox(_("Came up in the workshop"))
        self._in_room.setObjectName("trends_in_room")
        self._stack = Stack("trends_stack")
        self._stack.addWidget(self._empty())
        self._stack.addWidget(self._sheets())
        subtitle = _("Drag a trend to its place, or choose one and use the arrow keys.")
        buttons = (
            self._open_inbox,
            self._before.mark,
            QuietButton(_("Add from list…"), "trends_import", self._import, icon="import"),
            QuietButton(_("Add trend"), "trends_new", self._begin_adding, icon="add"),
        )
        self._header = PageHeader(_("Trends"), subtitle, *buttons)
        self.body.addWidget(self._header)
        self.body.addWidget(self._stack, 1)
        self._connect()

    def make_ahead(self) -> Iterator[None]:
        """Measure the labels of the map."""
        measure_ahead(tuple(self.bridge.workshop.plan.trends))
        yield

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show list, map and the chosen trend."""
        plan = workshop.plan
        if touches(touched, ["suggestions", "trends", "areas", "groups"]):
            self._show_inbox(workshop)
        if touches(touched, ["sheets", "trends"]):
            self._room_view.show_workshop(workshop, self._map.chosen_id)
            self._map.show_spreads(self._room_view.shown)
        if not touches(touched, ["trends", "particulars"]):
            return
        trends = tuple(plan.trends)
        self._numbers = {trend.id: number for number, trend in enumerate(trends, start=1)}
        self._name_tabs(trends)
        self._before.show_trends(trends)
        self._legend.show_trends(trend for trend in trends if trend.placed)
        self._list.show_items(self._filtered(trends))
        self._map.show_trends(trends, plan.particulars.horizon)
        self._details.show_trend(plan.trends.get(self._map.chosen_id))
        self._stack.setCurrentIndex(1 if trends or self._open_inbox.isChecked() else 0)
        self._before.mark.setVisible(bool(trends))

    def _columns(self) -> tuple[Column, ...]:
        def mark(trend: Trend) -> tuple[str, str]:
            done = change_of(trend)
            if done and (self._before.is_on or kind_of(trend) in {"new", "renamed"}):
                return done, "new" if kind_of(trend) == "new" else "quiet"
            return ("", "") if trend.placed else (_("unplaced"), "quiet")

        return (
            Column(
                "number", _("No."), lambda trend, _row: str(self._numbers.get(trend.id, "")), width=44, numeric=True
            ),
            Column("label", _("Trend"), lambda trend, _row: trend.label, lambda text: {"label": text}, mark=mark),
        )

    def _sheets(self) -> QWidget:
        listed, mapped = Sheet("trends_sheet", margin=GRID), Sheet("map_sheet", margin=GRID + GRID // 2)
        listed.body.addWidget(self._tabs)
        listed.body.addWidget(self._list, 1)
        listed.body.addWidget(self._add)
        listed.body.addWidget(self._in_room)
        legend = QHBoxLayout()
        legend.setSpacing(GRID)
        legend.addWidget(self._legend, 1)
        legend.addWidget(self._before)
        mapped.body.addLayout(legend)
        mapped.body.addWidget(self._map, 1)
        mapped.body.addWidget(self._room_view)
        beside = QWidget()
        beside.setObjectName("trends_beside")
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * GRID)
        right.addWidget(mapped, 1)
        right.addWidget(self._details)
        both = QWidget()
        both.setObjectName("trends_both")
        row = Beside(both)
        row.add(listed, width=LIST_WIDTH, tall=TALL)
        self._right = Stack("trends_right")
        self._right.addWidget(beside)
        row.add(self._right, 1, tall=2 * TALL)
        self._inbox_place = InboxPlace(self._inbox, self._right, row)
        return both

    def _empty(self) -> EmptyState:
        return EmptyState(
            "trends",
            _("No trends yet"),
            _("Paste the list from desk research and interviews, or add them one by one. Then place them."),
            PrimaryButton(_("Add from list…"), "trends_first_list", self._import, icon="import"),
            QuietButton(_("Add trend"), "trends_first", self._begin_adding),
        )

    def _connect(self) -> None:
        self._list.edited.connect(self._rename)
        self._list.removed.connect(self._remove)
        self._list.moved.connect(self._move)
        self._list.chosen.connect(self._choose)
        self._map.chosen.connect(self._choose)
        self._map.placed.connect(self._place)
        self._add.added.connect(self._add_trend)
        self._details.placed.connect(self._map.setFocus)
        self._room_view.switched.connect(lambda: self._map.show_spreads(self._room_view.shown))
        self._inbox.closed.connect(self._open_inbox.click)
        self._before.switched.connect(self._show_changes)
        self._tabs.currentChanged.connect(lambda: self.show_workshop(self.bridge.workshop, None))

    def _show_changes(self) -> None:
        """Show on the map where trends stood, and in the list those that changed."""
        self._map.show_before(shown=self._before.is_on)
        self._tabs.setEnabled(not self._before.is_on)
        self.show_workshop(self.bridge.workshop, None)

    def show_item(self, table: str, item_id: str) -> None:
        """Choose a trend."""
        if table == "trends" and item_id in self.bridge.workshop.plan.trends:
            self._tabs.setCurrentIndex(0)
            self._choose(item_id)
            self._list.setFocus()

    def _toggle_inbox(self) -> None:
        """Show the inbox beside the map, or in its place where the window is narrow; or the map alone again."""
        is_open = self._open_inbox.isChecked()
        self._inbox_place.show_inbox(is_open=is_open, width=self.width())
        self.show_workshop(self.bridge.workshop, None)
        if is_open:
            self._inbox.begin()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the map beside the inbox as long as there is room for both."""
        super().resizeEvent(event)
        self._inbox_place.show_inbox(is_open=self._open_inbox.isChecked(), width=self.width())

    def _show_inbox(self, workshop: Workshop) -> None:
        waiting = len(waiting_in(workshop.plan))
        said = _("Inbox {n}").format(n=waiting) if waiting else _("Inbox")
        self._open_inbox.setText(said)
        self._open_inbox.setAccessibleName(said)
        self._open_inbox.setVisible(bool(workshop.plan.suggestions) or self._open_inbox.isChecked())
        self._inbox.show_plan(workshop.plan)

    def _name_tabs(self, trends: tuple[Trend, ...]) -> None:
        placed = sum(trend.placed for trend in trends)
        counted = ((_("All"), len(trends)), (_("Placed"), placed), (_("Unplaced"), len(trends) - placed))
        for at, (words, count) in enumerate(counted):
            self._tabs.setTabText(at, f"{words} {count}")

    def _filtered(self, trends: tuple[Trend, ...]) -> tuple[Trend, ...]:
        if self._before.is_on:
            return tuple(trend for trend in trends if change_of(trend))
        at = self._tabs.currentIndex()
        return tuple(trend for trend in trends if at == 0 or trend.placed == (at == 1))

    def _choose(self, trend_id: str) -> None:
        """Choose a trend in list, map and details alike."""
        with QSignalBlocker(self._list):
            self._list.choose(trend_id)
        self._map.choose(trend_id)
        self._room_view.choose(trend_id)
        self._details.show_trend(self.bridge.workshop.plan.trends.get(trend_id))

    def _begin_adding(self) -> None:
        self._stack.setCurrentIndex(1)
        self._add.line.setFocus()

    def _add_trend(self, label: str) -> None:
        trend = Trend(id=new_id(), label=label, origin="workshop" if self._in_room.isChecked() else None)
        self.bridge.edit(
            _("Add a trend"), lambda plan: add_items(plan, [trend]), then=lambda: self._choose_later(trend.id)
        )

    def _choose_later(self, trend_id: str) -> None:
        self.show_workshop(self.bridge.workshop, None)
        self._choose(trend_id)

    def _rename(self, trend_id: str, changes: Changes) -> None:
        change = partial(rename_trend, trend_id=trend_id, label=str(changes["label"]))
        self.bridge.edit(_("Rename a trend"), change)

    def _move(self, trend_id: str, row: int) -> None:
        if self._tabs.currentIndex() == 0 and not self._before.is_on:
            self.bridge.edit(_("Move a trend"), partial(move_item, table="trends", item_id=trend_id, index=row))

    def _place(self, trend_id: str, importance: float, certainty: float) -> None:
        change = partial(place_trend, trend_id=trend_id, importance=importance, certainty=certainty)
        self.bridge.edit(_("Place a trend"), change)

    def _remove(self, trend_ids: tuple[str, ...]) -> None:
        def change(plan: Plan) -> Plan:
            for trend_id in trend_ids:
                plan = remove_trend(plan, trend_id)
            return plan

        said = _("Trends removed: {count}.").format(count=len(trend_ids))
        self.bridge.edit(_("Remove trends"), change, then=lambda: self.bridge.undo_offered.emit(said))

    def _import(self) -> None:
        import_list(self.bridge, "trends", self)
