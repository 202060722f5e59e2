"""Power loss behind every operation of many scripts."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.store.power_script import bad_states, recorded

SCRIPTS = 24
STATES_PER_CUT = 6


def run(scale: float) -> Outcome:
    """Lose power in some fifty thousand states."""
    states, cuts, bad = 0, 0, []
    scripts = scaled(SCRIPTS, scale)
    for seed in range(1000, 1000 + scripts):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory(dir=memory()) as state:
            operations = recorded(Path(folder), seed)
            verdicts = list(bad_states(operations, Path(state), seed, STATES_PER_CUT))
        cuts, states = cuts + len(verdicts) // STATES_PER_CUT, states + len(verdicts)
        bad += [f"seed {seed}, {verdict}" for verdict in verdicts if verdict]
    return Outcome(f"{states:,} states at {cuts:,} moments of {scripts} scripts: {len(bad)} bad", tuple(bad))


def memory() -> Path | None:
    """Return a folder in memory where there is one: what is opened there need not last."""
    shared = Path("/dev/shm")  # noqa: S108 - each folder in it gets a name of its own
    return shared if shared.is_dir() else None
