"""SIGKILL at random moments of random scripts."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.store.kills import Nursery, kill_repeatedly, nursery

KILLS = 1000
KILLS_PER_FILE = 25


def run(scale: float) -> Outcome:
    """Kill a thousand processes, on forty files one after the other."""
    wanted = scaled(KILLS, scale)
    kills, acknowledged, bad = 0, 0, []
    with nursery() as start:
        for seed in range(-(-wanted // KILLS_PER_FILE)):
            survived, heard, problem = _on_one_file(start, 1000 + seed, min(KILLS_PER_FILE, wanted - kills))
            kills, acknowledged = kills + survived + bool(problem), acknowledged + heard
            bad += [f"seed {1000 + seed}: {problem}"] if problem else []
    unreadable, lost = (sum(word in problem for problem in bad) for word in ("unreadable", "lost"))
    counted = f"{unreadable} unreadable, {lost} lost or doubled, {len(bad) - unreadable - lost} otherwise wrong"
    return Outcome(f"{kills:,} kills, {acknowledged:,} acknowledgements: {counted}", tuple(bad))


def _on_one_file(start: Nursery, seed: int, kills: int) -> tuple[int, int, str | None]:
    """Return how many kills did no harm, how much was acknowledged, and what is wrong if anything is."""
    survived, acknowledged = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        try:
            for told in kill_repeatedly(start, Path(folder), seed, kills):
                survived, acknowledged = survived + 1, told.acknowledged
        except AssertionError as problem:
            return survived, acknowledged, str(problem)
    return survived, acknowledged, None
