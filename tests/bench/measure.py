"""What a benchmark gives: a ratio or a time, beside its goal."""

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """One figure; ``most`` is the goal it should not exceed, ``least`` the one it should reach; None: only told."""

    name: str
    value: float
    unit: str
    most: float | None
    how: str
    least: float | None = None

    def line(self) -> str:
        """Return the figure as a row of the table."""
        goal, verdict = "", ""
        if self.most is not None:
            goal, verdict = f"goal ≤ {self.most:g}", "met" if self.value <= self.most else "MISSED"
        if self.least is not None:
            goal, verdict = f"goal ≥ {self.least:g}", "met" if self.value >= self.least else "MISSED"
        figure = f"{self.value:,.0f}" if self.value >= 1000 else f"{self.value:.3g}"
        return f"{self.name:<52} {figure:>8} {self.unit:<6} {goal:<12} {verdict:<7} {self.how}"


def seconds(action: Callable[[], object]) -> float:
    """Return how long one call takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def median(times: Iterable[float]) -> float:
    """Return the middle one."""
    return statistics.median(times)
