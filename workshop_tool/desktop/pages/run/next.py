"""What comes next, and the button that goes there: a page, a poster, or the next part with its picture."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout

from workshop_tool.desktop.running import Running
from workshop_tool.desktop.widgets.buttons import IconButton, PlainButton
from workshop_tool.desktop.widgets.key_button import KeyButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet, breakable
from workshop_tool.language import _
from workshop_tool.look.clock import said_seconds
from workshop_tool.look.tokens import GRID


class NextSheet(Sheet):
    """Shows what Next will do."""

    def __init__(self, running: Running) -> None:
        super().__init__("run_next", margin=2 * GRID + 4)
        self._running = running
        self._caption = Label("", "caption", name="run_next_caption")
        self._title = Label("", "strong", name="run_next_title", wraps=True)
        self._detail = Label("", "small", name="run_next_detail", wraps=True)
        self._skip = PlainButton(_("Next part"), "run_skip", self._go_to_part)
        self._back = IconButton("back", _("Back (Page up)"), "run_back", running.go_back)
        self._next = KeyButton(_("Next"), _("Space"), "run_next_button", running.go_on, main=True)
        for button in (self._back, self._skip):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the page
        self._turns = QCheckBox()
        self._turns.setObjectName("run_turns")
        self._turns.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._turns.setToolTip(_("Each poster gets the same share of the time that is left (T)"))
        self._turns.toggled.connect(lambda on: running.turning.switch(on=on))
        running.turning.changed.connect(self.show_turning)
        for label in (self._caption, self._title, self._detail):
            self.body.addWidget(label)
        self.body.addWidget(self._turns)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._skip)
        row.addStretch(1)
        row.addWidget(self._back)
        row.addWidget(self._next)
        self.body.setSpacing(2)
        self.body.addSpacing(GRID)
        self.body.addLayout(row)

    def show_step(self) -> None:
        """Show what comes next."""
        step = self._running.step
        part = step.part
        if step.kind in {"page", "poster"}:
            caption = _("Next on the projector")
        else:
            caption = _("Next") + (f" · {part.starts:%H:%M}" if part and part.starts else "")
        self._caption.setText(caption)
        self._title.setText(breakable(step.title))
        self._detail.setText(breakable(step.detail))
        self._detail.setProperty("role", "attention" if step.kind == "stopped" else "small")
        self._detail.style().unpolish(self._detail)
        self._detail.style().polish(self._detail)
        self._next.setEnabled(step.goes)
        may_skip = part is not None and step.kind in {"page", "poster"}
        self._skip.setVisible(may_skip)
        if may_skip and part is not None:
            said = _("Go straight to: {part}").format(part=part.title)
            self._skip.setToolTip(said)
            self._skip.setAccessibleName(said)
        self.show_turning()

    def show_turning(self) -> None:
        """Show whether posters turn by the clock, and when the next one does; nothing where there is none to turn."""
        turning = self._running.turning
        left = turning.seconds_left
        if left is None:
            self._turns.setText(_("Turn posters by the clock"))
        else:
            self._turns.setText(_("Turn posters by the clock: in {time}").format(time=said_seconds(left)))
        with QSignalBlocker(self._turns):
            self._turns.setChecked(turning.on)
        self._turns.setVisible(turning.offered)

    def _go_to_part(self) -> None:
        """Leave the pages that are left; an open round stands in the way of this too."""
        self._running.go_to_next_part()
