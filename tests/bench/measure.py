"""What a benchmark gives: a ratio or a time, beside its goal."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure; ``most`` is the goal it should not exceed, None where it is only told."""

    name: str
    value: float
    unit: str
    most: float | None
    how: str

    def line(self) -> str:
        """Return the figure as a row of the table."""
        goal = "" if self.most is None else f"goal ≤ {self.most:g}"
        verdict = "" if self.most is None else ("met" if self.value <= self.most else "MISSED")
        return f"{self.name:<46} {self.value:>9.3g} {self.unit:<6} {goal:<12} {verdict:<7} {self.how}"


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def median(times: Iterable[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)
