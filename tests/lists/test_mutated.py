"""Damaged files of each format are read or refused, never a crash or a hang; ``make faults`` reads far more."""

from pathlib import Path

import pytest

from tests.lists.mutating import ORIGINALS, verdicts


@pytest.mark.parametrize("name", ORIGINALS)
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    """Two hundred of each."""
    assert [verdict for verdict in verdicts(name, range(200), tmp_path) if verdict] == []
