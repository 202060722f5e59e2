"""What is happening now, as every phone and the projector may show it: the part that runs, its timer, a message."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.measures import measure
from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.desktop.widgets.number_field import NumberField
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.clock import said_seconds
from workshop_tool.look.tokens import GRID
from workshop_tool.services import now as services

TICK_MS: Final = 500
MINUTES: Final = 10
"""What the timer offers where the part says nothing."""
MOST_MINUTES: Final = 600


class NowPanel(Sheet):
    """Turns what is pressed into edits of the plan, each one step of undo."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("now_panel", margin=2 * GRID + 4)
        self._bridge = bridge
        self._part = Choosing()
        self._part.setObjectName("now_part")
        self._part.setAccessibleName(_("Part of the programme that runs"))
        self._part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._part.activated.connect(lambda _at: self._choose_part())
        self._left = Label("", "title", name="now_left")
        self._minutes = NumberField("now_minutes", _("Minutes"), "", 1, MOST_MINUTES)
        measure(self._minutes, width=7 * GRID)
        self._minutes.show_number(MINUTES)
        self._unit = Label(_("min"), "secondary", name="now_unit")
        self._start = QuietButton(_("Start"), "now_start", self._start_timer, icon="play")
        self._hold = QuietButton(_("Pause"), "now_hold", self._hold_timer, icon="pause")
        self._clear = IconButton("close", _("Take the timer away"), "now_clear", self._clear_timer)
        for button in (self._hold, self._clear):
            button.hide()  # or the page would push the window wider before it is known whether a timer runs
        self._message = LineField("now_message", _("What to do now"), _("What to do now, shown on the phones"))
        self._message.edited.connect(
            lambda text: self._edit(_("Change the message"), partial(services.set_message, message=text))
        )
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._show_left)
        self._lay_out()

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the part, the timer and the message."""
        self._show_parts(workshop.plan)
        now = workshop.plan.now
        self._message.show_text(now.message)
        has_timer = now.ends is not None or now.left is not None
        for shown in (self._hold, self._clear):
            shown.setVisible(has_timer)
        for offered in (self._minutes, self._unit, self._start):
            offered.setVisible(not has_timer)
        self._hold.setText(_("Pause") if now.ends is not None else _("Go on"))
        self._hold.setAccessibleName(self._hold.text())
        if now.ends is not None:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_left()

    def _show_parts(self, plan: Plan) -> None:
        wanted = [(_("No part runs"), None), *((part.title, part.id) for part in plan.programme)]
        if wanted != [(self._part.itemText(at), self._part.itemData(at)) for at in range(self._part.count())]:
            self._part.clear()
            for title, part_id in wanted:
                self._part.addItem(title, part_id)
        self._part.setCurrentIndex(max(0, self._part.findData(plan.now.part)) if plan.now.part else 0)

    def _show_left(self) -> None:
        left = services.seconds_left(self._bridge.workshop.plan.now, self._time())
        self._left.setText("" if left is None else said_seconds(left))
        self._left.setVisible(left is not None)

    def _choose_part(self) -> None:
        """Let a part run as from the Run page: with its timer, and its picture on the projector."""
        part_id = self._part.currentData()
        if part_id is None:
            self._edit(_("End the part"), services.end_part)
        else:
            self._bridge.running.start(part_id)

    def _start_timer(self) -> None:
        minutes = int(self._minutes.text or MINUTES)
        self._edit(_("Start the timer"), partial(services.set_timer, seconds=minutes * 60, now=self._time()))

    def _hold_timer(self) -> None:
        if self._bridge.workshop.plan.now.ends is not None:
            self._edit(_("Pause the timer"), partial(services.pause, now=self._time()))
        else:
            self._edit(_("Let the timer run on"), partial(services.resume, now=self._time()))

    def _clear_timer(self) -> None:
        self._edit(_("Take the timer away"), services.clear_timer)

    def _edit(self, label: str, change: Callable[[Plan], Plan]) -> None:
        self._bridge.edit(label, change)

    def _time(self) -> dt.datetime:
        return self._bridge.session.clock()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(Label(_("Now"), "section", name="now_title"))
        top.addWidget(self._part, 1)
        top.addWidget(self._left)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._message, 1)
        row.addWidget(self._minutes)
        row.addWidget(self._unit)
        for button in (self._start, self._hold, self._clear):
            row.addWidget(button)
        self.body.addLayout(top)
        self.body.addLayout(row)
