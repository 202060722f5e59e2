"""A site that may open few files: whom it cannot serve it sends away with a word, and it is well again afterwards."""

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from typing import Final

from tests.crowd.bursts import join_all
from tests.crowd.phones import GONE, Phone
from workshop_tool.rehearsal.messages import Request, read_ballot_page

PATIENCE: Final = 12.0
"""Seconds that one of the crowd waits for a word: longer than a request may last."""
RETRY: Final = 0.5
LIMIT: Final = 30.0
"""Seconds after which a phone gives up."""


@dataclass(frozen=True)
class Scarcity:
    """What came of more connections than there are files."""

    answers: Counter[int]
    """What the crowd was answered, by status; 0 for a connection that was closed without a word."""
    voted: float
    """Seconds until every phone that had joined before had its receipt; infinite where one never got it."""
    recovered: float
    """Seconds from the crowd's leaving until a new phone had joined; infinite where none ever did."""


async def crowd_out(join_url: str, phones: int, crowd: int) -> Scarcity:
    """Let some phones join; hundreds of others press in and stay connected; the phones vote; the crowd leaves."""
    room = await join_all(join_url, phones)
    page = read_ballot_page((await room[0].ask(Request("GET", "/vote"))).body.decode())
    assert page is not None
    pressing = [Phone(join_url) for _ in range(crowd)]
    asked = asyncio.gather(*(_press(phone) for phone in pressing))
    votes = [_until_acknowledged(phone, page.round, page.posters[0]) for phone in room]
    voted = max(await asyncio.gather(*votes))
    answers = Counter(await asked)
    for phone in (*pressing, *room):
        phone.hang_up()
    left = time.monotonic()
    while time.monotonic() < left + LIMIT:
        try:
            (await Phone(join_url).join()).hang_up()
        except GONE:
            await asyncio.sleep(RETRY)
        else:
            return Scarcity(answers, voted, time.monotonic() - left)
    return Scarcity(answers, voted, float("inf"))


async def _press(phone: Phone) -> int:
    try:
        return (await phone.ask(Request("GET", "/"), PATIENCE)).status
    except GONE:
        return 0


async def _until_acknowledged(phone: Phone, round_id: str, poster: str) -> float:
    """Send the same ballot until there is a receipt; return how many seconds that took."""
    started = time.monotonic()
    while time.monotonic() < started + LIMIT:
        phone.revision = 0
        try:
            if (await phone.cast(round_id, {poster: {"priority": 1}})).status == 200:
                return time.monotonic() - started
        except GONE:
            phone.hang_up()
        await asyncio.sleep(RETRY)
    return float("inf")
