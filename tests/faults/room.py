"""The room on a bad day: hundreds of phones, a slow disk, trickling connections, few files, lost packets, a restart."""

import asyncio
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.crowd.bursts import Burst, burst, percentile
from tests.crowd.losing import LIMIT, LOSS, PHONES, lose
from tests.crowd.scarcity import crowd_out
from tests.crowd.serving import Served, a_file, served
from tests.crowd.trickling import trickle
from tests.crowd.windowed import stalls
from tests.faults.part import Outcome, scaled

ROOM = 500
BURSTS = 6
SLOW = 0.05
TRICKLING, TRICKLING_FOR = 800, 60.0
AT_MOST, AT_MOST_SLOW = 0.5, 1.0
"""Seconds within which 99 of 100 ballots are acknowledged, on this disk and on one that is slower."""
CLOSED_WITHIN = 10.0
FILES, MEMBERS, CROWD = 256, 20, 500
SERVED_WITHIN = 15.0
"""Seconds within which those who were in before the crowd have their receipt, and a new phone can join after it."""
LOSSES = 2
STALL, STALLING_FOR = 100.0, 30.0


def run_bursts(scale: float) -> Outcome:
    """Let five hundred phones vote at once, with as many event streams open, on this disk and on a slower one."""
    figures, bad = [], []
    for sync_delay, limit in ((0.0, AT_MOST), (SLOW, AT_MOST_SLOW)):
        bursts = _bursts(sync_delay, scaled(BURSTS, scale))
        p99 = max(one.p99 for one in bursts)
        figures.append(f"p99 {p99 * 1000:.0f} ms{' with 50 ms per sync' if sync_delay else ''}")
        bad += [f"p99 {p99 * 1000:.0f} ms, the goal is {limit * 1000:.0f}"] if p99 > limit else []
        bad += [f"{one.refused} of {ROOM} without a receipt" for one in bursts if one.refused]
        bad += [f"{len(one.wrong)} receipts, but not in the file" for one in bursts if one.wrong]
        bad += [f"{ROOM - one.streams} event streams ended" for one in bursts if one.streams < ROOM]
    return Outcome(f"{ROOM} phones at once, {ROOM} event streams: {', '.join(figures)}", tuple(bad))


def run_trickling(scale: float) -> Outcome:
    """Let eight hundred connections send a byte a second while others vote."""
    with _site() as site:
        came = asyncio.run(trickle(site.join_url, TRICKLING, TRICKLING_FOR * scale))
    p99, longest = percentile(came.took, 0.99), max(came.lasted)
    bad = [f"p99 of the others {p99 * 1000:.0f} ms"] if p99 > AT_MOST else []
    bad += [f"{came.refused} ballots of the others were not taken"] if came.refused else []
    bad += [f"a trickling connection lasted {longest:.0f} s"] if longest > CLOSED_WITHIN else []
    figures = f"{TRICKLING} connections: others p99 {p99 * 1000:.0f} ms, all closed within {longest:.1f} s"
    return Outcome(figures, tuple(bad))


def run_scarcity(_scale: float) -> Outcome:
    """Let five hundred press into a site that may open 256 files."""
    with _site(files=FILES) as site:
        came = asyncio.run(crowd_out(site.join_url, MEMBERS, CROWD))
    odd = {status: count for status, count in came.answers.items() if status not in {0, 200, 503}}
    bad = [f"{count} were answered with {status}" for status, count in odd.items()]
    bad += [] if came.answers[503] else ["nobody was sent away with a word"]
    bad += [f"those inside waited {came.voted:.1f} s"] if came.voted > SERVED_WITHIN else []
    bad += [f"it was well again only after {came.recovered:.1f} s"] if came.recovered > SERVED_WITHIN else []
    told = ", ".join(f"{count} times {status or 'closed'}" for status, count in sorted(came.answers.items()))
    figures = f"{FILES} files, {CROWD} press in: {told}; inside {came.voted:.1f} s, well after {came.recovered:.1f} s"
    return Outcome(figures, tuple(bad))


def run_losses(scale: float) -> Outcome:
    """Vote on a network that loses packets while the site is killed and started again."""
    told = [lose() for _ in range(scaled(LOSSES, scale))]
    longest = max(one["seconds"] for one in told)
    bad = [f"{one['lost']} last ballots are not in the file" for one in told if one["lost"]]
    bad += [f"the last was in after {longest:.0f} s"] if longest > LIMIT else []
    bad += ["the site was killed before anybody voted" for one in told if not one["before"]]
    how = "a proxy that cuts (no network namespace here)" if told[0]["proxy"] else f"{LOSS} % packet loss"
    figures = f"{len(told)} times {PHONES} phones, {how}, killed and restarted: all in within {longest:.1f} s"
    return Outcome(figures, tuple(bad))


def run_window(scale: float) -> Outcome:
    """Let a hundred phones vote while the window is open."""
    told = stalls(max(5.0, STALLING_FOR * scale))
    bad = (f"the window stood still for {told['longest']:.0f} ms",) if told["longest"] > STALL else ()
    return Outcome(f"{told['ballots']:,} ballots beside the window: longest stall {told['longest']:.0f} ms", bad)


def _bursts(sync_delay: float, count: int) -> list[Burst]:
    with tempfile.TemporaryDirectory() as folder:
        path = a_file(Path(folder))
        with served(path, sync_delay=sync_delay) as site:
            return [asyncio.run(burst(path, site.join_url, ROOM, ROOM, seed)) for seed in range(count)]


@contextmanager
def _site(files: int | None = None) -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder, served(a_file(Path(folder)), files=files) as site:
        yield site
