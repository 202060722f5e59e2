"""How many ballots a site takes in a second from phones that each send the next one when they have the receipt."""

import asyncio
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.crowd.bursts import join_all, some_dots
from tests.crowd.phones import Phone
from tests.crowd.serving import ROOT

PHONES: Final = 64
"""That vote at once, on connections that are kept."""
DRAWN: Final = 256
"""Different ballots that are sent in turn, drawn beforehand."""


@contextmanager
def flask_served(database: Path) -> Iterator[str]:
    """Serve the vote made of Flask, waitress and SQLite; give the address at which one joins."""
    words = [sys.executable, "-m", "tests.crowd.flask_vote", str(database)]
    with subprocess.Popen(words, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.kill()


class Race:
    """A room of phones that have joined one of the sites."""

    def __init__(self, join_url: str, round_id: str, posters: Sequence[str]) -> None:
        """Remember where to join and what is voted on."""
        self._join_url, self._round = join_url, round_id
        rng = random.Random(1)
        self._ballots = [some_dots(posters, rng) for _ in range(DRAWN)]
        self._phones: list[Phone] = []

    async def turn(self, seconds: float) -> float:
        """Let all of them vote for so long; return the ballots acknowledged in a second."""
        self._phones = self._phones or await join_all(self._join_url, PHONES)
        started = time.perf_counter()
        counts = await asyncio.gather(*(self._vote(phone, started + seconds) for phone in self._phones))
        took = time.perf_counter() - started
        for phone in self._phones:
            phone.hang_up()
        return sum(counts) / took

    async def _vote(self, phone: Phone, until: float) -> int:
        count = 0
        while time.perf_counter() < until:
            answer = await phone.cast(self._round, self._ballots[phone.revision % DRAWN])
            assert answer.status == 200, answer
            count += 1
        return count
