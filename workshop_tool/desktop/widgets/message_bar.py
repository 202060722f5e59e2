"""A quiet bar at the foot of the window: why something was not done, or what was done and how to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

NOTE_MS = 6_000
REFUSAL_MS = 15_000
"""Refusals stay longer: they say what to do."""


class MessageBar(QFrame):
    """One message at a time; it goes by itself and never takes the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._offered: Callable[[], object] | None = None
        self._words = Label(name="message", wraps=True)
        self._offer = QuietButton("", "message_offer", self._take_offer)
        self._close = QuietButton(_("Close"), "message_close", self.hide)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        row.setSpacing(GRID)
        row.addWidget(self._words, 1)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self.hide()

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self._say(text, REFUSAL_MS, tone="attention")

    def note(self, text: str, offer: str = "", then: Callable[[], object] | None = None) -> None:
        """Say what was done, with an offer such as "Undo" where there is one."""
        self._say(text, NOTE_MS, offer, then)

    @property
    def text(self) -> str:
        """What it says now; empty while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def _say(
        self, text: str, for_ms: int, offer: str = "", then: Callable[[], object] | None = None, *, tone: str = ""
    ) -> None:
        self.setProperty("tone", tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        self._offer.setVisible(bool(offer))
        self._offered = then
        self._timer.start(for_ms)
        self.show()
        self.raise_()

    def _take_offer(self) -> None:
        self.hide()
        if self._offered is not None:
            self._offered()
