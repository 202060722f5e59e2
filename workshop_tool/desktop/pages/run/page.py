"""Run: the console for the day. Programme and projector move together, and the facilitator sees what the room sees."""

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.page import Page, Touched
from workshop_tool.desktop.pages.run.day import DayPanel
from workshop_tool.desktop.pages.run.empty import NoProgramme
from workshop_tool.desktop.pages.run.keys import KeysDialog
from workshop_tool.desktop.pages.run.minutes import MinutesSheet
from workshop_tool.desktop.pages.run.next import NextSheet
from workshop_tool.desktop.pages.run.projector import ProjectorSheet
from workshop_tool.desktop.pages.run.timer import NowSheet
from workshop_tool.desktop.pages.run.vote import VoteSheet
from workshop_tool.desktop.projector.keys import action_of
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.running import minutes_ahead

_DAY_WIDTHS: Final = (19 * GRID, 30 * GRID)
_ASIDE_WIDTHS: Final = (33 * GRID, 44 * GRID)
"""Least and most pixels of the columns on both sides; what is left is the middle's."""


class RunPage(Page):
    """Shows and passes on; what a key or button means is for ``Running``."""

    key: ClassVar[str] = "run"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Run: the keys of a presenter act here"))
        self._running = running = bridge.running
        self._day = DayPanel()
        self._empty = NoProgramme(bridge)
        self._now = NowSheet(running)
        self._next = NextSheet(running)
        self._room = ProjectorSheet(running)
        self._vote = VoteSheet()
        self._minutes = MinutesSheet(bridge)
        self._keys_hint = Label("", "small", name="run_keys_hint")
        self._lay_out()
        self._day.wanted.connect(running.start)
        self._empty.prepare_wanted.connect(lambda: self.page_wanted.emit("prepare"))
        self._vote.wanted.connect(lambda: self.page_wanted.emit("vote"))
        running.changed.connect(self._show_moment)
        running.ticked.connect(self._show_time)
        running.stopped.connect(bridge.noted)
        running.keys_wanted.connect(self._show_keys)
        running.left.connect(self._come_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_hint)

    def show_workshop(self, workshop: Workshop, _touched: Touched) -> None:
        """Show the moment of the day."""
        plan = workshop.plan
        self._day.setVisible(bool(plan.programme))
        self._empty.setVisible(not plan.programme)
        self._day.show_plan(plan)
        self._now.show_plan(plan)
        self._vote.show_workshop(workshop)
        self._room.make_room(wanted=workshop.open_book is not None)
        self._show_moment()
        self._show_time()

    def show_item(self, table: str, item_id: str) -> None:
        """Choose a line of the minutes."""
        if table == "minutes":
            self._minutes.choose(item_id)

    def showEvent(self, event: QShowEvent) -> None:
        """Let keys act at once."""
        super().showEvent(event)
        self._show_moment()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what presenters expect of a key; whatever is typed in a field or pressed on a button is left alone."""
        if event.key() == Qt.Key.Key_Escape and not self.hasFocus():
            self.setFocus()  # out of the field that was typed in
            return
        action = action_of(event, singles=self._running.singles) if self.hasFocus() else None
        if action is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self._running.act(action)

    def _show_moment(self) -> None:
        """Show what is on the projector, what comes next, and what a line of the minutes is about."""
        if not self.isVisible():
            return
        projector = self._running.projector
        self._room.show_state()
        self._next.show_step()
        plan = self.bridge.workshop.plan
        shown = projector.item or next((poster.id for poster in plan.posters_in_list_order()), None)
        self._minutes.show_plan(plan, shown if projector.view.key == "poster" else None)
        self._show_hint()

    def _show_time(self) -> None:
        self._now.show_timer()
        self._next.show_turning()
        at = self.bridge.session.clock().astimezone()
        self._day.show_standing(minutes_ahead(self.bridge.workshop.plan, at))

    def _show_hint(self) -> None:
        if self.isVisible():
            acts = self.hasFocus()
            self._keys_hint.setText(
                _("Space goes on, Page up goes back")
                if acts
                else _("Keys rest while you type; Esc lets them act again")
            )

    def _show_keys(self) -> None:
        dialog = KeysDialog(self._running, self)  # never over the projector, whose key may have asked for it
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _come_back(self) -> None:
        if self.isVisible():
            self.window().activateWindow()
            self.setFocus()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self._day, 1)
        left.addWidget(self._empty, 1)
        middle = QVBoxLayout()
        middle.setSpacing(2 * GRID)
        middle.addWidget(self._now, 1)
        middle.addWidget(self._next)
        aside = QWidget()
        aside.setObjectName("run_aside")
        measure(aside, least_width=_ASIDE_WIDTHS[0])
        right = QVBoxLayout(aside)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2 * GRID)
        right.addWidget(self._room)
        right.addWidget(self._vote)
        right.addWidget(self._minutes, 1)
        measure(self._day, least_width=_DAY_WIDTHS[0], most_width=_DAY_WIDTHS[1])
        measure(self._empty, most_width=_DAY_WIDTHS[1])  # at least as wide as its buttons
        moment = QWidget()
        moment.setObjectName("run_moment")
        inside = QHBoxLayout(moment)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * GRID)
        inside.addLayout(left, 2)
        inside.addLayout(middle, 3)
        columns = Beside()
        columns.add(moment, 5, tall=TALL)
        columns.add(aside, 3, most=_ASIDE_WIDTHS[1], tall=TALL)
        foot = QHBoxLayout()
        foot.addWidget(self._keys_hint, 1)
        shortcuts = PlainButton(_("All shortcuts"), "run_show_keys", self._show_keys)
        shortcuts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        foot.addWidget(shortcuts)
        self.body.setSpacing(GRID)
        self.body.addLayout(columns, 1)
        self.body.addLayout(foot)
