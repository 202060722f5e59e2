"""Who is voting on a device: its own token, the card that was typed in, or a voter who goes on here."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote

from starlette.responses import Response

from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.cards import CardNeeded
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.services import voting
from workshop_tool.services.resuming import is_resumed
from workshop_tool.site.devices import COOKIE, COOKIE_SECONDS
from workshop_tool.site.room import Room, Visit, device_of

CARD: Final = "card"
VOTER: Final = "voter"
ABOUT: Final = "about"
OF_A_PERSON: Final = (CARD, VOTER, ABOUT)
"""The cookies that go when another person takes the device."""

_VOTER: Final = re.compile(r"([A-Za-z0-9_-]{1,64})\.([0-9a-f]{64})")
_LONGEST_ABOUT: Final = 2000


@dataclass(frozen=True)
class Voter:
    """Whose ballot a device shows."""

    device: str
    """The device's own token."""
    token: str
    """Under which ballots are cast; see ``services.voting.cast_ballot``."""
    group: str | None = None
    sector: str = ""
    """What was said on this device, in this round or before."""


async def voter_of(room: Room, visit: Visit, round_: Round | None) -> Voter:
    """Return who votes on the device that visits.

    Raises:
        NotJoined: it has not joined.
        CardNeeded: the round is voted with cards, and the device has none.
    """
    device = await device_of(room, visit)
    group, sector = _said(visit)
    if round_ is None:
        return Voter(device, device, group, sector)
    token = await token_of(room, visit, round_, device)
    ballot = voting.ballot_of(room.session.current, round_.id, token)
    if ballot is not None:
        group, sector = ballot.group, ballot.sector
    return Voter(device, token, group, sector)


async def token_of(room: Room, visit: Visit, round_: Round, device: str) -> str:
    """Return the token under which ballots of this round are cast on a device.

    Raises:
        CardNeeded: the round is voted with cards, and the device has none.
    """
    cookies, workshop = visit.request.cookies, room.session.current
    if round_.voters == "card":
        card = await room.codes.card(workshop, cookies[CARD]) if CARD in cookies else None
        if card is None:
            raise CardNeeded
        return f"{voting.CARD}{card}"
    resumed = _VOTER.fullmatch(cookies.get(VOTER, ""))
    if resumed is not None and resumed[1] == round_.id and is_resumed(workshop, round_.id, resumed[2]):
        return f"{voting.RESUMED}{resumed[2]}"
    return device


def keep(response: Response, name: str, value: str) -> None:
    """Let the device keep a cookie for the day, out of reach of scripts and other sites."""
    response.set_cookie(name, value, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")


def keep_about(visit: Visit, response: Response, ballot: Ballot) -> None:
    """Let the device remember what a voter said, for the next round; said again with each ballot, it is kept once."""
    said = f"{ballot.group or ''}.{quote(ballot.sector, safe='')}"
    if said != (visit.request.cookies.get(ABOUT) or "."):
        keep(response, ABOUT, said)


def forget_person(room: Room, response: Response) -> None:
    """Let the device forget whoever used it: it goes on as a device that has just joined."""
    for name in OF_A_PERSON:
        response.delete_cookie(name, httponly=True, samesite="lax")
    keep(response, COOKIE, room.devices.let_in())


def _said(visit: Visit) -> tuple[str | None, str]:
    group, _, sector = visit.request.cookies.get(ABOUT, "")[:_LONGEST_ABOUT].partition(".")
    return group or None, unquote(sector)
