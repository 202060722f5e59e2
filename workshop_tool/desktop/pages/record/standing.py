"""Closing the workshop, approving the record, opening it again: each asks first and is logged."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import ask
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.desktop.widgets.stepper import Stepper
from workshop_tool.domain.particulars import Standing
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.closing import approve_record, close_workshop, reopen_workshop

_STANDINGS: tuple[Standing, ...] = ("running", "draft", "approved")
_Step = Callable[[Workshop, dt.datetime], tuple[Workshop, None]]


class StandingPanel(Sheet):
    """Shows how the workshop stands and takes it one step on, or back."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("standing")
        self._bridge = bridge
        self._stepper = Stepper("standing_stepper", (_("Running"), _("Draft"), _("Approved")))
        self._hint = Label("", "secondary", name="standing_hint", wraps=True)
        self._close = QuietButton(_("Close the workshop…"), "close_workshop", self._ask_to_close)
        self._approve = QuietButton(_("Approve the record…"), "approve_record", self._ask_to_approve)
        self._reopen = QuietButton(_("Reopen…"), "reopen_workshop", self._ask_to_reopen)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for button in (self._close, self._approve, self._reopen):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(self._stepper)
        self.body.addWidget(self._hint)
        self.body.addLayout(buttons)

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands, and the steps there are from here."""
        self._stepper.show_step(_STANDINGS.index(standing), done=standing == "approved")
        self._hint.setText(
            {
                "running": _("Close the workshop when the room is done: what it said is then frozen."),
                "draft": _("The room is done. What you still edit is marked in the record."),
                "approved": _("The record is approved. Nothing can be changed any more."),
            }[standing]
        )
        self._close.setVisible(standing == "running")
        self._approve.setVisible(standing == "draft")
        self._reopen.setVisible(standing != "running")

    def _ask_to_close(self) -> None:
        words = _(
            "Phones and groups can then change nothing any more. You can still edit, and each edit is marked. "
            "A workshop that is closed can be reopened, which is recorded."
        )
        if ask(self, _("Close the workshop?"), words, _("Close the workshop"), _("Not yet")):
            self._take(close_workshop)

    def _ask_to_approve(self) -> None:
        words = _("The record then stands, and nobody can change anything. Approving is recorded and may be undone.")
        if ask(self, _("Approve the record?"), words, _("Approve"), _("Not yet")):
            self._take(approve_record)

    def _ask_to_reopen(self) -> None:
        words = _("The workshop runs again, and everybody may change it. The reopening is recorded.")
        if ask(self, _("Reopen the workshop?"), words, _("Reopen"), _("Leave it closed")):
            self._take(reopen_workshop)

    def _take(self, step: _Step) -> None:
        now = self._bridge.session.clock()
        self._bridge.act(lambda workshop: step(workshop, now))
