"""Connections that send a byte a second, by the hundred, and what they do to a phone that votes meanwhile."""

import asyncio
import itertools
import time
from dataclasses import dataclass, field
from typing import Final

from tests.crowd.bursts import join_all
from tests.crowd.phones import GONE, Phone
from workshop_tool.rehearsal.messages import Request, read_ballot_page

OTHERS: Final = 10
"""Phones that vote all the while."""
PAUSE: Final = 0.5
"""Seconds between two ballots of one of them."""
HEAD: Final = b"GET /vote HTTP/1.1\r\nHost: "
DRIP: Final = 1.0
"""Seconds from byte to byte."""


@dataclass
class Trickle:
    """What came of it."""

    took: list[float] = field(default_factory=list)
    """Seconds that each ballot of the others waited for its receipt."""
    refused: int = 0
    """Ballots of the others that were not acknowledged."""
    lasted: list[float] = field(default_factory=list)
    """Seconds that each trickling connection lived before the site closed it."""


async def trickle(join_url: str, connections: int, seconds: float) -> Trickle:
    """Keep so many trickling connections open, each opened anew when it was closed, while others vote."""
    came = Trickle()
    others = await join_all(join_url, OTHERS)
    page = read_ballot_page((await others[0].ask(Request("GET", "/vote"))).body.decode())
    assert page is not None
    until = time.monotonic() + seconds
    drips = [_drip(others[0], came, until, place / connections) for place in range(connections)]
    votes = [_vote(phone, page.round, page.posters[0], came, until) for phone in others]
    await asyncio.gather(*drips, *votes)
    for phone in others:
        phone.hang_up()
    came.took.sort()
    return came


async def _drip(phone: Phone, came: Trickle, until: float, delay: float) -> None:
    """Send a request's head a byte at a time, over and over; the last connection is watched to its end."""
    await asyncio.sleep(delay)
    name, _, port = phone.host.partition(":")
    while time.monotonic() < until:
        try:
            reader, writer = await asyncio.open_connection(name, int(port))
        except OSError:
            await asyncio.sleep(DRIP)
            continue
        started = time.monotonic()
        closed = asyncio.ensure_future(reader.read())
        for byte in itertools.chain(HEAD, itertools.repeat(ord("x"))):
            writer.write(bytes((byte,)))
            done, _pending = await asyncio.wait({closed}, timeout=DRIP)
            if done:
                break
        closed.exception()  # reset or ended: both are the site's doing
        came.lasted.append(time.monotonic() - started)
        writer.transport.abort()


async def _vote(phone: Phone, round_id: str, poster: str, came: Trickle, until: float) -> None:
    """Vote again and again."""
    while time.monotonic() < until:
        try:
            answer = await phone.cast(round_id, {poster: {"priority": phone.revision % 3 + 1}})
            came.took.append(answer.took)
            came.refused += answer.status != 200
        except GONE:
            came.refused += 1
        await asyncio.sleep(PAUSE)
