"""A room on a network that loses every seventh packet, whose laptop is killed in the middle of it and starts again.

``python -m tests.crowd.losing FOLDER`` does it, as the only thing in a network namespace of its own where that is
allowed, and otherwise with ``proxy`` behind it, which cuts and stalls connections. It prints what came of it as JSON.
"""

import asyncio
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

from tests.crowd.bursts import some_dots
from tests.crowd.phones import GONE, Phone
from tests.crowd.proxy import lossy
from tests.crowd.serving import ROOT, a_file, free_port, served
from workshop_tool.rehearsal.messages import BallotPage, Dots, Request, read_ballot_page
from workshop_tool.services import voting
from workshop_tool.services.opening import read_workshop

PHONES: Final = 100
BALLOTS: Final = 3
"""That each phone casts."""
LOSS: Final = 15
"""Packets of a hundred that are dropped, in each direction."""
PATIENCE: Final = 6.0
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0
"""Seconds that a page waits for an answer, and between two tries; as the ballot's script has it."""
KILLED_AFTER: Final = 1.5
"""Seconds of voting."""
LIMIT: Final = 60.0
MOST: Final = 150.0
"""Seconds for all of it, joining included, after which it is given up."""
APART: Final = ("unshare", "--map-root-user", "--net")
RULES: Final = (
    "table inet loss { chain input { type filter hook input priority 0; policy accept; "
    f"numgen random mod 100 < {LOSS} drop; }}; }}"
)

T = TypeVar("T")


@dataclass
class Voter:
    """A phone with a retry queue like that of the page."""

    phone: Phone
    rng: random.Random
    last: Dots = field(default_factory=dict)
    tries: int = 0

    async def read(self) -> BallotPage:
        """Join and open the ballot."""
        await self._insist(self.phone.join)
        return await self._insist(self._page)

    async def vote(self, page: BallotPage) -> float:
        """Cast all ballots, each until it is acknowledged; return after how many seconds the last one was."""
        started = time.monotonic()
        for revision in range(1, BALLOTS + 1):
            self.last = some_dots(page.posters, self.rng)
            self.phone.revision = revision - 1
            await self._insist(lambda: self._cast(page.round))
            await asyncio.sleep(self.rng.random())
        return time.monotonic() - started

    async def _page(self) -> BallotPage:
        page = read_ballot_page((await self.phone.ask(Request("GET", "/vote"), PATIENCE)).body.decode())
        if page is None:
            raise ConnectionError("no ballot came")
        return page

    async def _cast(self, round_id: str) -> None:
        revision = self.phone.revision
        answer = await self.phone.cast(round_id, self.last, PATIENCE)
        if answer.status != 200:
            self.phone.revision = revision
            raise ConnectionError(f"the ballot was answered with {answer.status}")

    async def _insist(self, act: Callable[[], Awaitable[T]]) -> T:
        wait, revision = FIRST_WAIT, self.phone.revision
        while True:
            self.tries += 1
            try:
                return await act()
            except GONE:
                self.phone.hang_up()
                self.phone.revision = revision
            await asyncio.sleep(wait * (1 - self.rng.random() / 3))
            wait = min(LONGEST_WAIT, wait * 2)


async def hold(folder: Path, *, proxy: bool) -> dict[str, Any]:
    """Let the room vote while the site is killed and started again; return what came of it."""
    path, port = a_file(folder), free_port()
    with served(path, port=port) as first:
        async with lossy(port) if proxy else nullcontext() as via:
            voters = [Voter(Phone(first.join_url, via), random.Random(n)) for n in range(PHONES)]
            pages = await asyncio.gather(*(voter.read() for voter in voters))
            votes = asyncio.gather(*(voter.vote(page) for voter, page in zip(voters, pages, strict=True)))
            await asyncio.sleep(KILLED_AFTER)
            before = sum(voter.phone.revision for voter in voters)
            first.kill()
            with served(path, port=port):
                took = await votes
    workshop = read_workshop(path)
    kept = [voting.ballot_of(workshop, pages[0].round, voter.phone.token) for voter in voters]
    lost = sum(
        ballot is None or ballot.allocation.dots != voter.last for ballot, voter in zip(kept, voters, strict=True)
    )
    tries = sum(voter.tries for voter in voters)
    return {"seconds": max(took), "lost": lost, "tries": tries, "before": before, "proxy": proxy}


def may_be_apart() -> bool:
    """Tell whether a network namespace that drops packets can be made here."""
    if not all(shutil.which(tool) for tool in ("unshare", "ip", "nft")):
        return False
    rules = [*APART, "sh", "-c", f"nft '{RULES}'"]
    return subprocess.run(rules, capture_output=True, check=False, timeout=30).returncode == 0


def lose() -> dict[str, Any]:
    """Run it in a process of its own, apart from the network if that can be; return what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.crowd.losing", folder]
        if may_be_apart():
            inside = f"ip link set lo up && nft '{RULES}' && exec " + " ".join(f"'{word}'" for word in words)
            words = [*APART, "sh", "-c", inside]
        else:
            words.append("proxy")
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=MOST)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(hold(Path(sys.argv[1]), proxy="proxy" in sys.argv[2:]))))
