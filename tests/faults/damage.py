"""Every bit, every length, random bytes and shuffled lines."""

import tempfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from tests.faults.part import Outcome, scaled
from tests.faults.power import memory
from tests.store.damage import Damage, Original, flips, original, overwritten, shuffled_lines, truncations, verdicts

OVERWRITTEN = 10_000
WRITTEN_EVERY = 20
"""Of the damaged files, one in so many is opened to write too; all are opened to read."""


def run(scale: float) -> Outcome:
    """Damage a closed file, and one with a journal, in every way."""
    files, bad = 0, []
    with tempfile.TemporaryDirectory(dir=memory()) as name:
        for closed in (True, False):
            folder = Path(name) / f"closed {closed}"
            folder.mkdir()
            whole = original(folder, closed=closed)
            read = verdicts(whole, _damages(whole, scale), folder, writing=False)
            written = verdicts(whole, islice(_damages(whole, scale), 0, None, WRITTEN_EVERY), folder, writing=True)
            for verdict in chain(read, written):
                files += 1
                bad += [verdict] if verdict else []
    return Outcome(f"{files:,} damaged files opened: {len(bad)} silent changes", tuple(bad))


def _damages(whole: Original, scale: float) -> Iterator[Damage]:
    every = max(1, round(1 / scale))
    yield from flips(whole, "snapshot", every=every)
    yield from truncations(whole, "snapshot", every=every)
    yield from overwritten(whole, "snapshot", 1, scaled(OVERWRITTEN, scale))
    if whole.journal:
        yield from flips(whole, "journal", every=every)
        yield from truncations(whole, "journal", every=every)
        yield from overwritten(whole, "journal", 1, scaled(OVERWRITTEN, scale))
        yield from shuffled_lines(whole)
