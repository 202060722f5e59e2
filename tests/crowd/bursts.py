"""A whole room at once: hundreds of phones send their ballot in the same moment, each with an event stream open."""

import asyncio
import random
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.crowd.phones import Phone
from workshop_tool.domain.voting.book import Book
from workshop_tool.rehearsal.messages import Dots, Request, read_ballot_page
from workshop_tool.services import voting
from workshop_tool.services.opening import read_workshop

AT_ONCE: Final = 50
"""Phones that join in the same moment; what is measured is the voting."""


@dataclass(frozen=True)
class Burst:
    """What became of a room's ballots."""

    took: tuple[float, ...]
    """Seconds from sending to the receipt, sorted; one for each ballot that was acknowledged."""
    refused: int
    streams: int
    """Event streams that were open all the while, and still are at the end."""
    wrong: tuple[str, ...]
    """Acknowledged ballots that the file does not hold."""

    @property
    def p99(self) -> float:
        """Seconds that 99 of 100 acknowledgements did not exceed."""
        return percentile(self.took, 0.99)


def percentile(times: Sequence[float], share: float) -> float:
    """Return the smallest of the sorted times that this share (0 to 1) of them does not exceed."""
    return times[min(len(times) - 1, int(share * len(times)))] if times else float("nan")


async def join_all(join_url: str, phones: int) -> list[Phone]:
    """Let so many phones join."""
    door = asyncio.Semaphore(AT_ONCE)

    async def join() -> Phone:
        async with door:
            return await Phone(join_url).join()

    return list(await asyncio.gather(*(join() for _ in range(phones))))


async def burst(path: Path, join_url: str, phones: int, streams: int, seed: int) -> Burst:
    """Let all phones join and read their ballot, and then vote at once."""
    room = await join_all(join_url, phones)
    page = read_ballot_page((await room[0].ask(Request("GET", "/vote"))).body.decode())
    assert page is not None
    rng = random.Random(seed)
    ballots = [some_dots(page.posters, rng) for _ in room]
    async with AsyncExitStack() as opened:
        readers = []
        for phone in room[:streams]:
            reader, writer = await phone.listen()
            opened.callback(writer.transport.abort)
            readers.append(reader)
        sent = zip(room, ballots, strict=True)
        answers = await asyncio.gather(*(phone.cast(page.round, dots) for phone, dots in sent))
        alive = sum(not reader.at_eof() for reader in readers)
    for phone in room:
        phone.hang_up()
    book = read_workshop(path).book(page.round)
    votes = zip(room, ballots, answers, strict=True)
    wrong = [phone.token[:6] for phone, dots, answer in votes if answer.status == 200 and not _kept(book, phone, dots)]
    took = sorted(answer.took for answer in answers if answer.status == 200)
    return Burst(tuple(took), len(answers) - len(took), alive, tuple(wrong))


def some_dots(posters: Sequence[str], rng: random.Random) -> Dots:
    """Return three priority dots and one feasibility dot somewhere."""
    dots: Dots = {}
    for criterion in ("priority", "priority", "priority", "feasibility"):
        placed = dots.setdefault(rng.choice(posters), {})
        placed[criterion] = placed.get(criterion, 0) + 1
    return dots


def _kept(book: Book, phone: Phone, dots: Dots) -> bool:
    ballot = book.ballots.get(voting.voter_key(book.round, phone.token))
    return ballot is not None and ballot.allocation.dots == dots
