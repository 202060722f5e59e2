"""Kill the process at any moment, open the file again: whatever it was told is saved, is there, and is there once."""

import os
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.kills import Nursery, kill_repeatedly
from tests.store.kills import nursery as a_nursery

KILLS_PER_FILE = 25


@pytest.fixture(scope="module")
def nursery() -> Iterator[Nursery]:
    """Give the process that starts the victims."""
    if not hasattr(os, "fork"):
        pytest.skip("processes are forked to be killed, and there is no fork on this system")
    with a_nursery() as process:
        yield process


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_nothing_acknowledged_is_lost_by_a_kill(nursery: Nursery, tmp_path: Path, seed: int) -> None:
    """Kill -9 while typing, voting, importing, folding, sealing, closing, over and over on one file: 100 in all."""
    told = deque(kill_repeatedly(nursery, tmp_path, seed, KILLS_PER_FILE), maxlen=1).pop()
    assert told.acknowledged > KILLS_PER_FILE, "the processes got no work done before they were killed"


def test_a_store_that_acknowledges_too_early_is_caught(nursery: Nursery, tmp_path: Path) -> None:
    """A record that waits in memory for the next one is lost by some kill, and the comparison says so."""
    with pytest.raises(AssertionError, match="lost"):
        deque(kill_repeatedly(nursery, tmp_path, 1, 4 * KILLS_PER_FILE, careless=True), maxlen=0)
