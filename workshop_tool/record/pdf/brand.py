"""The accent of the record that is being printed: the house's own, or that of the consultancy or its client.

Styles and figures are made once and name a colour; which one that is, is asked when it is drawn.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from functools import cache

from reportlab.lib.colors import Color, HexColor

from workshop_tool.language import speaking
from workshop_tool.look.accent import soft_accent
from workshop_tool.look.palette import LIGHT
from workshop_tool.paper.hyphens import hyphenating
from workshop_tool.record.facts import RecordFacts

_accent: ContextVar[str] = ContextVar("accent", default=LIGHT.accent)


def accent_in_use() -> str:
    """Return the accent as "#RRGGBB"."""
    return _accent.get()


@contextmanager
def in_manner_of(facts: RecordFacts) -> Iterator[None]:
    """Print within this block in the language, with the hyphens and in the colour of one record."""
    language = facts.document.language
    with ExitStack() as stack:
        stack.enter_context(speaking(language))
        stack.enter_context(hyphenating(language))
        token = _accent.set(facts.look.accent)
        stack.callback(_accent.reset, token)
        yield


class Branded(Color):
    """A colour of ReportLab's that follows the accent in use."""

    def __init__(self, follow: Callable[[str], str] = str) -> None:
        """Be what ``follow`` makes of the accent; both are "#RRGGBB"."""
        self._follow = follow
        self.alpha = 1

    @property
    def red(self) -> float:  # type: ignore[override]
        """The share of red, 0 to 1."""
        return float(_parts(self._follow(_accent.get())).red)

    @property
    def green(self) -> float:  # type: ignore[override]
        """The share of green, 0 to 1."""
        return float(_parts(self._follow(_accent.get())).green)

    @property
    def blue(self) -> float:  # type: ignore[override]
        """The share of blue, 0 to 1."""
        return float(_parts(self._follow(_accent.get())).blue)


@cache
def _parts(colour: str) -> Color:
    return HexColor(colour)


def accent() -> Branded:
    """Return the accent itself, for bars, headings and the cover."""
    return Branded()


def accent_soft() -> Branded:
    """Return the tint behind what is picked."""
    return Branded(soft_accent)
