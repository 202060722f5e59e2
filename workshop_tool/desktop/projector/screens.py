"""Which screen the projector's picture stands on, as a rule of plain facts: what is plugged in, and what is wanted."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtGui import QGuiApplication, QScreen

from workshop_tool.language import _

IN_A_WINDOW: Final = "window"
"""Wanted instead of a screen's name: a window of its own among the others."""
SECOND: Final = ""
"""Nothing in particular is wanted: the first screen that the facilitator does not look at."""
Standing = Literal["chosen", "window", "fallen back"]


@dataclass(frozen=True)
class ScreenFact:
    """One screen that is plugged in."""

    name: str
    size: tuple[int, int] = (1920, 1080)
    """Width and height in real pixels."""
    scale: float = 1.0
    maker: str = ""

    @property
    def said(self) -> str:
        """The screen as people know it: maker, name and size."""
        width, height = self.size
        return _("{name}, {width} \N{MULTIPLICATION SIGN} {height}").format(
            name=self.maker or self.name, width=width, height=height
        )


@dataclass(frozen=True)
class Place:
    """Where the picture goes."""

    screen: str | None
    """Name of the screen it fills; None for a window."""
    standing: Standing = "chosen"


def place_for(screens: Sequence[ScreenFact], own: str, wanted: str) -> Place:
    """Return where the picture goes.

    Args:
        screens: What is plugged in now.
        own: Name of the screen that the facilitator's window is on.
        wanted: Name of a screen, IN_A_WINDOW or SECOND.

    A screen that is wanted and gone leaves a window behind, even where another one is there: a screen that nobody
    chose may face the wrong people. It is filled again as soon as it is back.
    """
    names = [screen.name for screen in screens]
    if wanted == IN_A_WINDOW:
        return Place(None, "window")
    if wanted == SECOND:
        second = next((name for name in names if name != own), None)
        return Place(second, "chosen" if second else "window")
    return Place(wanted) if wanted in names else Place(None, "fallen back")


def swapped(screens: Sequence[ScreenFact], own: str, shown: str | None) -> tuple[str, str] | None:
    """Return the screens (of the window, of the picture) the other way round; None with a single screen."""
    names = [screen.name for screen in screens]
    other = shown if shown in names and shown != own else next((name for name in names if name != own), None)
    return (other, own) if other is not None else None


def facts_of(screens: Sequence[QScreen]) -> tuple[ScreenFact, ...]:
    """Return what matters of Qt's screens; two of one name are told apart by their place in the list."""
    made: list[ScreenFact] = []
    for screen in screens:
        ratio, size = screen.devicePixelRatio(), screen.size()
        maker = " ".join(filter(None, (screen.manufacturer(), screen.model())))
        real = (round(size.width() * ratio), round(size.height() * ratio))
        made.append(ScreenFact(screen_name(screen, screens), real, ratio, maker))
    return tuple(made)


def screen_name(screen: QScreen, screens: Sequence[QScreen]) -> str:
    """Return a screen's name, with its number where another one before it is called the same."""
    same = [other for other in screens if other.name() == screen.name()]
    at = same.index(screen) if screen in same else 0
    return f"{screen.name()} #{at + 1}" if at else screen.name()


def screen_called(name: str) -> QScreen | None:
    """Return the screen of that name, or None."""
    screens = QGuiApplication.screens()
    return next((screen for screen in screens if screen_name(screen, screens) == name), None)
