"""The keys that presenters know, and what each one does; none of them reaches a round of voting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from workshop_tool.language import _

Action = Literal["next", "back", "end", "black", "freeze", "pause", "minute", "turn", "keys", "full", "leave", "window"]


@dataclass(frozen=True)
class PresenterKey:
    """One thing a key does while the Run canvas or the projector has the focus."""

    action: Action
    keys: frozenset[Qt.Key]
    caps: Callable[[], tuple[str, ...]]
    """As they are printed on the keys, the usual one first."""
    says: Callable[[], str]
    single: bool = False
    """A letter or sign by itself, which can be switched off: somebody who speaks to the computer needs that."""


_KEY = Qt.Key
PRESENTER_KEYS: Final[tuple[PresenterKey, ...]] = (
    PresenterKey(
        "next",
        frozenset({_KEY.Key_Space, _KEY.Key_PageDown, _KEY.Key_Right, _KEY.Key_Down}),
        lambda: (_("Space"), _("Page down"), "→"),
        lambda: _("Next: page, poster or part"),
    ),
    PresenterKey(
        "back",
        frozenset({_KEY.Key_PageUp, _KEY.Key_Left, _KEY.Key_Up, _KEY.Key_Backspace}),
        lambda: (_("Page up"), "←"),
        lambda: _("Back"),
    ),
    PresenterKey(
        "end",
        frozenset({_KEY.Key_End}),
        lambda: (_("End"),),
        lambda: _("The whole ranking at once, or the last page"),
    ),
    PresenterKey(
        "black",
        frozenset({_KEY.Key_B, _KEY.Key_Period}),
        lambda: ("B", "."),
        lambda: _("Black, and the picture again"),
        single=True,
    ),
    PresenterKey(
        "freeze",
        frozenset({_KEY.Key_F}),
        lambda: ("F",),
        lambda: _("Freeze: the room keeps its picture while you work"),
        single=True,
    ),
    PresenterKey(
        "pause", frozenset({_KEY.Key_P}), lambda: ("P",), lambda: _("Pause the timer, and go on"), single=True
    ),
    PresenterKey(
        "minute", frozenset({_KEY.Key_Plus}), lambda: ("+",), lambda: _("One minute more on the timer"), single=True
    ),
    PresenterKey(
        "turn",
        frozenset({_KEY.Key_T}),
        lambda: ("T",),
        lambda: _("Turn posters by the clock, or no more"),
        single=True,
    ),
    PresenterKey("keys", frozenset({_KEY.Key_Question}), lambda: ("?",), lambda: _("All shortcuts"), single=True),
    PresenterKey(
        "full",
        frozenset({_KEY.Key_F11}),
        lambda: ("F11",),
        lambda: _("Projector over the whole screen, or as a window"),
    ),
    PresenterKey(
        "window",
        frozenset(),
        lambda: (_("Tab"),),
        lambda: _("From the projector to the window; the picture stays"),
    ),
    PresenterKey(
        "leave", frozenset({_KEY.Key_Escape}), lambda: (_("Esc"),), lambda: _("Back to this page; the projector closes")
    ),
)
_CARRIED: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held down with a key: signs need Shift on some keyboards."""


def action_of(event: QKeyEvent, *, singles: bool = True) -> Action | None:
    """Return what a key does; None for any other, with Ctrl or Alt, and for letters and signs without ``singles``."""
    if event.modifiers() & ~_CARRIED:
        return None
    key = Qt.Key(event.key())
    found = next((known for known in PRESENTER_KEYS if key in known.keys), None)
    if found is None or (found.single and not singles):
        return None
    return found.action
