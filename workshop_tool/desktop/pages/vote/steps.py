"""The way of a round: prepare, open, close, publish; with one main button for the step that comes next."""

from PySide6.QtCore import Signal

from workshop_tool.desktop.widgets.beside import Beside
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.flow import in_lines
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.desktop.widgets.stepper import Stepper
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_STATES = ("prepared", "open", "closed", "published")


class StepsPanel(Sheet):
    """Shows where the round stands and asks for the next step; whoever listens makes sure first."""

    open_wanted = Signal()
    close_wanted = Signal()
    close_now_wanted = Signal()
    """The grace is over sooner."""
    publish_wanted = Signal()
    reopen_wanted = Signal()
    show_wanted = Signal()
    """The projector should show the way in, or the result."""
    ties_wanted = Signal()
    again_wanted = Signal()
    dots_wanted = Signal()
    """Everybody should get another number of dots, while the round is open."""
    run_off_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("vote_steps")
        self._stepper = Stepper("vote_stepper", (_("Prepare"), _("Open"), _("Close"), _("Publish")))
        self._show = QuietButton(_("Show QR code"), "show_vote", self.show_wanted.emit, icon="projector")
        self._reopen = QuietButton(_("Reopen…"), "reopen_round", self.reopen_wanted.emit)
        self._again = QuietButton(_("Vote again…"), "vote_again", self.again_wanted.emit)
        self._dots = QuietButton(_("Change dots…"), "change_dots", self.dots_wanted.emit)
        self._ties = QuietButton(_("Decide ties…"), "decide_ties", self.ties_wanted.emit)
        self._countdown = Label("", "strong", name="closing_countdown")
        self._countdown.hide()
        self._next = {
            "prepared": PrimaryButton(_("Open voting…"), "open_round", self.open_wanted.emit),
            "open": PrimaryButton(_("Close voting…"), "close_round", self.close_wanted.emit),
            "closing": PrimaryButton(_("Close now"), "close_now", self.close_now_wanted.emit),
            "closed": PrimaryButton(_("Publish the result…"), "publish_round", self.publish_wanted.emit),
            "tied": PrimaryButton(_("Prepare a run-off…"), "prepare_run_off", self.run_off_wanted.emit),
        }
        buttons = (self._dots, self._show, self._again, self._reopen, self._ties, *self._next.values())
        for button in buttons:
            button.hide()  # all at once would push the window wider
        row = Beside(wide=0, spacing=GRID)
        row.add(self._stepper, 1)
        row.add(in_lines("vote_does", self._countdown, *buttons))
        self.body.addLayout(row)

    def show_round(self, round_: Round, *, can_open: bool, ties: int, run_off: bool) -> None:
        """Show where this round stands.

        Without a poster it cannot be opened; ``ties`` wait for the facilitator; with ``run_off`` one is offered.
        """
        state = round_.state
        self._stepper.show_step(_STATES.index(state), done=state == "published")
        self._reopen.setVisible(state == "closed")
        self._ties.setVisible(state == "closed" and ties > 0)
        self._dots.setVisible(state == "open" and round_.closing_at is None)
        self._again.setVisible(state == "published")
        words = _("Show result") if state == "published" else _("Show QR code")
        self._show.setText(words)
        self._show.setAccessibleName(words)
        self._show.setVisible(state in {"open", "published"})
        had_focus = self.window().focusWidget() in self._next.values()  # also while a question is still closing
        step = "closing" if state == "open" and round_.closing_at else "tied" if run_off else state
        for at, button in self._next.items():
            button.setVisible(at == step)
        self._next["prepared"].setEnabled(can_open)
        if had_focus and step in self._next:
            self._next[step].setFocus()

    def show_countdown(self, seconds: int | None) -> None:
        """Show how long phones may still send; None where nothing is closing."""
        self._countdown.setVisible(seconds is not None)
        if seconds is not None:
            self._countdown.setText(_("Closes in {n} s").format(n=seconds))
