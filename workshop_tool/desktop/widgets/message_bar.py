"""A quiet note at the edge of the window: why something was not done, or what was done and how to take it back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import IconButton, QuietButton
from workshop_tool.desktop.widgets.sheet import Label, breakable
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

NOTE_MS = 6_000
REFUSAL_MS = 15_000
"""Refusals and offers stay longer: they say what to do."""


class MessageBar(QFrame):
    """One message at a time; it goes by itself and never takes the focus.

    A ``narrow`` one stands in a column: words above, buttons beneath.
    """

    def __init__(self, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self._offered: Callable[[], object] | None = None
        self._words = Label(name="message", wraps=True)
        self._offer = QuietButton("", "message_offer", self._take_offer)
        self._close = IconButton("close", _("Close this message"), "message_close", self.hide)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        self._across = across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        across.setSpacing(GRID)
        across.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self._offer)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        across.addLayout(buttons)
        self.make_narrow(narrow=narrow)
        self.hide()

    def make_narrow(self, *, narrow: bool) -> None:
        """Stand in a column, or lie along an edge."""
        direction = QBoxLayout.Direction
        self.setProperty("narrow", narrow)
        self._across.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)
        self._across.setContentsMargins(GRID + 4 if narrow else 2 * GRID, GRID, GRID, GRID)
        self._follow_properties()

    def refuse(self, text: str) -> None:
        """Say why something was not done."""
        self._say(text, REFUSAL_MS, tone="attention")

    def note(self, text: str, offer: str = "", then: Callable[[], object] | None = None) -> None:
        """Say what was done, with an offer such as "Undo" where there is one."""
        self._say(text, NOTE_MS, offer, then)

    def offer(self, text: str, offer: str, then: Callable[[], object]) -> None:
        """Say what happened where something is to be decided; it stays as long as a refusal."""
        self._say(text, REFUSAL_MS, offer, then)

    @property
    def text(self) -> str:
        """What it says now; empty while it is hidden."""
        return "" if self.isHidden() else self._words.accessibleName()

    def _say(
        self, text: str, for_ms: int, offer: str = "", then: Callable[[], object] | None = None, *, tone: str = ""
    ) -> None:
        self.setProperty("tone", tone)
        self._follow_properties()
        self._words.setText(breakable(text))
        self._words.setAccessibleName(text)
        self._offer.setText(offer)
        self._offer.setAccessibleName(offer)
        self._offer.setVisible(bool(offer))
        self._offered = then
        self._timer.start(for_ms)
        self.show()
        self.raise_()

    def _follow_properties(self) -> None:
        self.style().unpolish(self)
        self.style().polish(self)

    def _take_offer(self) -> None:
        self.hide()
        if self._offered is not None:
            self._offered()
