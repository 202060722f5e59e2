"""What a view of the projector is, and what it is given: one moment of the workshop and of the local site."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSizeF

from workshop_tool.desktop.projector.lettering import BODY, TITLE
from workshop_tool.desktop.projector.slide import Slide
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.tokens import LIGHT
from workshop_tool.look.wifi import Wifi


@dataclass(frozen=True)
class Showing:
    """One moment: the workshop, how to join it, and what was chosen to be shown."""

    workshop: Workshop
    address: str = ""
    """ "http://IP:PORT"; empty while the site is off."""
    join_url: str = ""
    code: str = ""
    devices: int = 0
    """How many phones have joined."""
    item: str = ""
    """Id of the poster or of the round to show, where the view shows one; empty for the one at hand."""
    wifi: Wifi | None = None
    """The room's Wi-Fi, where its name was given."""
    at: dt.datetime | None = None
    """When this moment is, for the timer; None shows none."""
    turns_in: int | None = None
    """Seconds that a poster still stays, where posters are turned by the clock; None where they are not."""

    def book_at_hand(self, *states: str) -> Book | None:
        """Return the chosen round, or the last one that is in one of these states."""
        chosen = self.workshop.books.get(self.item)
        if chosen is not None:
            return chosen
        fitting = [book for book in self.workshop.rounds if book.round.state in states]
        return fitting[-1] if fitting else None


@dataclass(frozen=True)
class View:
    """One thing that the projector can show."""

    key: str
    label: Callable[[], str]
    """For the button that chooses it, in the language in use."""
    icon: str
    slides: Callable[[Showing, QSizeF], list[Slide]]
    """Lays the view out in pages for a picture of a size in pixels; at least one."""


_MIDDLE: Final = 0.36


def notice(size: QSizeF, title: str, text: str) -> list[Slide]:
    """Return one quiet page that says what will be here."""
    slide = Slide(size)
    box = slide.inside
    y = slide.write(title, TITLE, box.left(), slide.height * _MIDDLE, box.width(), most=3)
    slide.write(text, BODY, box.left(), y + slide.height * 0.02, box.width() * 0.8, most=6)
    return [slide]


def titled(size: QSizeF, title: str, subtitle: str = "") -> tuple[Slide, float]:
    """Return a slide with its title, and where the room below it begins, in pixels from the top."""
    from_top = Slide(size)
    box = from_top.inside
    y = from_top.write(title, TITLE, box.left(), box.top() - from_top.height * 0.015, box.width(), most=2)
    if subtitle:
        y = from_top.write(subtitle, BODY._replace(colour=LIGHT.ink_2), box.left(), y, box.width(), most=2)
    return from_top, y + from_top.height * 0.03
