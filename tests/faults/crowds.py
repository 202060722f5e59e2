"""Many at once: fifty processes that open one file, eight threads on one session."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.store.files import a_file
from tests.store.hammer import THREADS, hammer
from tests.store.starts import simultaneous_starts
from workshop_tool.store.workshop_file import WorkshopFile

ROUNDS = 40
STARTS = 50
HAMMERINGS = 10
TURNS = 400


def run_starts(scale: float) -> Outcome:
    """Start fifty processes at once, kill the one that writes, and open the file again."""
    rounds, named, refused, bad = scaled(ROUNDS, scale), 0, 0, []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            path = a_file(Path(folder))
            with simultaneous_starts(path, STARTS) as starts:
                writers = [start.process for start in starts if start.refused_for is None]
                refusals = [start.refused_for for start in starts if start.refused_for is not None]
            if len(writers) != 1:
                bad.append(f"{len(writers)} writers at once")
            refused += len(refusals)
            named += sum(owner.endswith(f"process {writer}") for owner in refusals for writer in writers)
            again = WorkshopFile(path)
            again.load()
            again.close()
    crowded = len(bad)
    if named < refused:
        bad.append(f"{refused - named} were refused without being told who writes")
    figures = (
        f"{rounds} times {STARTS} starts: {crowded} times not one writer, {named:,} of {refused:,} refusals name it"
    )
    return Outcome(figures, tuple(bad))


def run_hammer(scale: float) -> Outcome:
    """Let eight threads work on one session."""
    times, bad = scaled(HAMMERINGS, scale), []
    for seed in range(times):
        with tempfile.TemporaryDirectory() as folder:
            bad += hammer(Path(folder), seed, TURNS)
    figures = f"{times} times {THREADS} threads with {TURNS} changes each: {len(bad)} bad"
    return Outcome(figures, tuple(bad))
