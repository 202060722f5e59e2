"""What a part of the campaign gives: its figures, and everything that is bad."""

import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """The figures of one part, as a line's middle, and what is wrong; nothing should be."""

    figures: str
    bad: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of the campaign."""

    name: str
    run: Callable[[float], Outcome]
    """Runs it at a scale: 1.0 is the whole of it, 0.1 a tenth."""

    def line(self, scale: float) -> tuple[str, Outcome]:
        """Run the part; return its row of the table, and its outcome."""
        started = time.monotonic()
        outcome = self.run(scale)
        verdict = f"{len(outcome.bad)} BAD" if outcome.bad else "good"
        return f"{self.name:<12} {outcome.figures:<92} {time.monotonic() - started:>5.0f} s  {verdict}", outcome


def scaled(count: int, scale: float) -> int:
    """Return so many at a scale, at least one."""
    return max(1, round(count * scale))
