"""Ten thousand schedules of a vote on bad Wi-Fi against the model that ``make test`` tries five hundred of."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor

from hypothesis import given, seed, settings

from tests.faults.part import Outcome, scaled
from tests.services import schedules

SCHEDULES = 10_000
PORTION = 1_000
"""Schedules that a process works through with one seed."""


def run(scale: float) -> Outcome:
    """Share the schedules out among the processors; a portion that fails is told with its shortest schedule."""
    wanted = scaled(SCHEDULES, scale)
    portions = [min(PORTION, wanted - done) for done in range(0, wanted, PORTION)]
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(os.cpu_count(), mp_context=context) as pool:
        told = list(pool.map(_work_through, range(len(portions)), portions))
    steps = sum(steps for steps, _problem in told)
    bad = tuple(f"seed {number}: {problem}" for number, (_, problem) in enumerate(told) if problem)
    return Outcome(f"{wanted:,} schedules, {steps:,} steps: {len(bad)} unlike the model", bad)


def _work_through(number: int, count: int) -> tuple[int, str]:
    """Return how many steps were taken, and what is wrong if anything is."""
    steps: list[int] = []

    @seed(number)
    @settings(max_examples=count, database=None, deadline=None)
    @given(schedule=schedules.SCHEDULES)
    def search(schedule: list[schedules.Step]) -> None:
        steps.append(len(schedule))
        schedules.run(schedule)

    try:
        search()
    except (AssertionError, ExceptionGroup) as problem:
        return sum(steps), f"{problem} {' '.join(getattr(problem, '__notes__', ()))}"
    return sum(steps), ""
