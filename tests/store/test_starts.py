"""Fifty starts in the same moment: one of them writes, and the others are told who."""

import getpass
import os
from pathlib import Path

import pytest

from tests.store.files import a_file
from tests.store.starts import simultaneous_starts
from workshop_tool.store.workshop_file import WorkshopFile

STARTS = 50

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the processes are forked to start at once")


def test_of_fifty_simultaneous_starts_one_writes(tmp_path: Path) -> None:
    """Forty-nine are refused, and told by whom it is open."""
    with simultaneous_starts(a_file(tmp_path), STARTS) as starts:
        [winner] = [start for start in starts if start.refused_for is None]
        owners = {start.refused_for for start in starts if start is not winner}
    assert owners == {f"by {getpass.getuser()}, process {winner.process}"}


def test_after_the_one_writer_is_killed_another_opens(tmp_path: Path) -> None:
    """None of the forty-nine that were refused stands in the way either."""
    path = a_file(tmp_path)
    with simultaneous_starts(path, STARTS):
        pass
    store = WorkshopFile(path)
    store.load()
    store.close()


def test_a_lock_that_locks_nothing_is_caught(tmp_path: Path) -> None:
    """Without the system's lock there are many writers."""
    with simultaneous_starts(a_file(tmp_path), STARTS, careless=True) as starts:
        assert sum(start.refused_for is None for start in starts) > 1
