"""What a kit is printed with: the workshop, the way in, the network and how many of each."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.wifi import Wifi
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.joining import ensure_join_code, ensure_room_key

MOST_BALLOTS: Final = 2000


class NotAnAddress(WorkshopProblem):
    """{text} is not an address such as http://192.168.1.20:8080. Nothing was printed; look at the Room page for it."""


class TooManyBallots(WorkshopProblem):
    """{count} paper ballots are too many: at most {most} are printed at once. None were made."""


@dataclass(frozen=True)
class KitOrder:
    """What is wanted. The workshop has what ``let_in`` gives it: a join code, a room key and its voter cards.

    Raises:
        TooManyBallots: more than anybody hands out.
    """

    workshop: Workshop
    address: str
    """``http://IP:PORT``, as ``site_address`` gives it."""
    join_code: str
    wifi: Wifi | None = None
    ballots: int = 0
    names: bool = False
    """Whether the station sheets say who is in the group."""

    def __post_init__(self) -> None:
        if self.ballots > MOST_BALLOTS:
            raise TooManyBallots(count=self.ballots, most=MOST_BALLOTS)

    @property
    def join_url(self) -> str:
        """What the code on the join sheet holds."""
        return f"{self.address}/j/{self.join_code}"


def let_in(workshop: Workshop, cards: int) -> tuple[Workshop, str]:
    """Give the workshop whatever codes it still lacks; answers with the join code.

    Raises:
        TooManyCards: more than a workshop can have.
    """
    workshop, code = ensure_join_code(workshop)
    workshop, _key = ensure_room_key(workshop)
    workshop, _codes = ensure_cards(workshop, cards)
    return workshop, code


def people_expected(workshop: Workshop) -> int:
    """Return how many take part, as far as anybody has said; 0 where nobody has."""
    particulars = workshop.plan.particulars
    return particulars.present or len(workshop.plan.participants)


def site_address(text: str) -> str:
    """Return an address as the printables take it, ``http://IP:PORT``; what stands behind it is left off.

    Raises:
        NotAnAddress: phones could not open it.
    """
    typed = text.strip()
    parts = urlsplit(typed if "://" in typed else f"http://{typed}")
    try:
        usable = parts.scheme == "http" and bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is no number
        usable = False
    if not usable or not parts.netloc.isascii() or not typed.isprintable() or set(parts.netloc) & set(' "<>@\\'):
        raise NotAnAddress(text=typed)
    return f"http://{parts.netloc}"
