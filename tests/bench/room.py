"""How the room is served: five hundred phones at once, a slow disk, trickling connections, the window beside it all.

Ballots a second are measured beside Flask with waitress and SQLite, in turns.
"""

import asyncio
from collections.abc import Iterator

from tests.bench.disk import a_folder
from tests.bench.measure import Measure, median
from tests.crowd.bursts import Burst, burst, percentile
from tests.crowd.racing import Race, flask_served
from tests.crowd.serving import POSTERS, a_file, served
from tests.crowd.trickling import trickle
from tests.crowd.windowed import PHONES as VOTERS
from tests.crowd.windowed import stalls
from workshop_tool.services.opening import read_workshop

PHONES = 500
BURSTS = 3
SLOW = 0.05
"""Seconds that each wait for the disk takes longer on the slow one."""
TRICKLING, TRICKLING_FOR = 800, 10.0
TURNS, TURN = 5, 1.5
VOTING_FOR = 10.0


def measures() -> Iterator[Measure]:
    """Measure one thing after the other."""
    yield from _at_once()
    yield from _on_a_slow_disk()
    yield from _beside_trickling()
    yield from _beside_flask()
    told = stalls(VOTING_FOR)
    how = f"{told['ballots']} ballots in {VOTING_FOR:g} s"
    yield Measure(f"longest stall of the window, {VOTERS} phones voting", told["longest"], "ms", 100, how)


def _at_once() -> Iterator[Measure]:
    bursts = _bursts(0.0)
    p99 = 1000 * max(one.p99 for one in bursts)
    half = 1000 * median(percentile(one.took, 0.5) for one in bursts)
    unheard = sum(PHONES - len(one.took) + len(one.wrong) for one in bursts)
    streams = min(one.streams for one in bursts)
    how = f"the worst of {BURSTS}, half of them within {half:.0f} ms"
    yield Measure(f"{PHONES} phones at once: 99 of 100 acknowledged", p99, "ms", 500, how)
    yield Measure("  of them without a receipt, or not in the file", unheard, "", 0, f"of {BURSTS * PHONES:,}")
    yield Measure("  event streams that stayed open meanwhile", streams, "", None, "", least=PHONES)


def _on_a_slow_disk() -> Iterator[Measure]:
    bursts = _bursts(SLOW)
    p99 = 1000 * max(one.p99 for one in bursts)
    unheard = sum(PHONES - len(one.took) + len(one.wrong) for one in bursts)
    how = f"the worst of {BURSTS}, {unheard} without a receipt"
    yield Measure(f"the same on a disk that is {SLOW * 1000:g} ms slower", p99, "ms", 1000, how)


def _bursts(sync_delay: float) -> list[Burst]:
    with a_folder() as folder:
        path = a_file(folder)
        with served(path, sync_delay=sync_delay) as site:
            return [asyncio.run(burst(path, site.join_url, PHONES, PHONES, seed)) for seed in range(BURSTS)]


def _beside_trickling() -> Iterator[Measure]:
    with a_folder() as folder, served(a_file(folder)) as site:
        came = asyncio.run(trickle(site.join_url, TRICKLING, TRICKLING_FOR))
    p99 = 1000 * percentile(came.took, 0.99)
    how = f"{len(came.took)} ballots in {TRICKLING_FOR:g} s, {came.refused} refused"
    yield Measure(f"beside {TRICKLING} trickling connections: 99 of 100", p99, "ms", 500, how)
    yield Measure("  the longest life of one of these", max(came.lasted), "s", 10, f"of {len(came.lasted):,}")


def _beside_flask() -> Iterator[Measure]:
    with a_folder() as folder:
        path = a_file(folder)
        with served(path) as site, flask_served(folder / "ballots.sqlite") as flask:
            round_id = read_workshop(path).rounds[0].round.id
            posters = [f"p{n}" for n in range(1, POSTERS + 1)]
            ours, theirs = Race(site.join_url, round_id, posters), Race(flask, "r1", posters)
            turns = [(asyncio.run(ours.turn(TURN)), asyncio.run(theirs.turn(TURN))) for _ in range(TURNS + 1)][1:]
    how = f"median of {TURNS} turns"
    yield Measure("ballots acknowledged over HTTP", median(our for our, _ in turns), "/s", None, how)
    yield Measure("the same of Flask, waitress and SQLite", median(their for _, their in turns), "/s", None, how)
    ratio = median(our / their for our, their in turns)
    yield Measure("  ours against theirs", ratio, "times", None, f"median of the ratios of {TURNS} turns", least=5)
