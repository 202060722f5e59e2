"""Ten minutes of a monkey at the window, with seeds of the moment; each run is played again by its seed."""

import secrets
import time
from typing import Final

from tests.audit import loose
from tests.faults.part import Outcome

SECONDS: Final = 600
GESTURES: Final = 400
"""Of one run, in a process of its own."""


def run(scale: float) -> Outcome:
    """Let one monkey loose after another, until the time is over."""
    until, runs = time.monotonic() + SECONDS * scale, list[loose.Run]()
    while time.monotonic() < until:
        runs.append(loose.run(secrets.randbelow(1_000_000), "full" if len(runs) % 2 else "typical", GESTURES))
    bad = tuple(one.problem for one in runs if one.problem)
    longest = max(one.stall for one in runs) * 1000
    return Outcome(
        f"{len(runs)} runs of {GESTURES} gestures, longest stall {longest:,.0f} ms: {len(bad)} broke it", bad
    )
