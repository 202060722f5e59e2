"""Ten thousand damaged files of each format that lists are read from."""

import tempfile
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.lists.mutating import ORIGINALS, verdicts

EACH = 10_000


def run(scale: float) -> Outcome:
    """Read them all: each is a list or a refusal."""
    each, bad = scaled(EACH, scale), []
    with tempfile.TemporaryDirectory() as name:
        for original in ORIGINALS:
            bad += [verdict for verdict in verdicts(original, range(each), Path(name)) if verdict]
    files = each * len(ORIGINALS)
    return Outcome(f"{files:,} damaged files of {len(ORIGINALS)} formats read: {len(bad)} crashes or hangs", tuple(bad))
