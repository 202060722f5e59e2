"""A full or broken disk at every Nth call, and a small disk that is really full."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.store.disk_errors import CASES, problem_with
from tests.store.full_disk import NoSmallDisk, fill_and_free, small_disk

FURTHEST = 60
FILLINGS = 6


def run_errors(scale: float) -> Outcome:
    """Fail each call of a script in each way, once and lastingly."""
    runs, failures, bad = 0, 0, []
    for call, trouble, lasting in CASES:
        for at in range(1, scaled(FURTHEST, scale) + 1):
            with tempfile.TemporaryDirectory() as folder:
                failed, problem = problem_with(Path(folder), call, trouble, at, lasting=lasting)
            runs, failures = runs + 1, failures + failed
            if problem:
                bad.append(f"{call} {at}, {trouble}, {'lasting' if lasting else 'once'}: {problem}")
    figures = f"{runs:,} runs, {failures:,} failed writes, syncs, renames and cuts: {len(bad)} bad"
    return Outcome(figures, tuple(bad))


def run_full(scale: float) -> Outcome:
    """Fill a small disk, be refused, free it, go on; close it while full every second time."""
    acknowledged, refused, bad = 0, 0, []
    for number in range(scaled(FILLINGS, scale)):
        try:
            with tempfile.TemporaryDirectory() as folder, small_disk(Path(folder) / "small") as disk:
                filling = fill_and_free(disk, close_while_full=number % 2 == 1)
        except NoSmallDisk as reason:
            return Outcome(f"not run: no small disk can be mounted here ({reason})")
        acknowledged, refused = acknowledged + filling.acknowledged, refused + len(filling.refusals)
        bad += filling.wrong
    figures = f"{number + 1} small disks filled, {acknowledged:,} edits acknowledged, {refused} refused: {len(bad)} bad"
    return Outcome(figures, tuple(bad))
