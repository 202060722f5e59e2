"""A disk that is really full: a sentence, nothing lost, and once there is space again, work goes on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.full_disk import NoSmallDisk, fill_and_free, small_disk
from workshop_tool.store.journal import Journal
from workshop_tool.store.refusals import StoreFailed


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of less than a megabyte."""
    try:
        with small_disk(tmp_path / "small") as folder:
            yield folder
    except NoSmallDisk as reason:
        pytest.skip(f"no small disk can be mounted here: {reason}")


@pytest.mark.parametrize("close_while_full", [False, True])
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_space(disk: Path, close_while_full: bool) -> None:
    """Filled to the last byte, refused, freed again: all that was acknowledged is there, and nothing else."""
    filling = fill_and_free(disk, close_while_full=close_while_full)
    assert filling.wrong == []
    assert filling.acknowledged > 5


def test_a_full_disk_is_told_in_a_sentence(disk: Path) -> None:
    """What happened, what is safe, and what to do; the window hears of it too."""
    filling = fill_and_free(disk, close_while_full=False)
    assert set(filling.refusals) == {str(StoreFailed(reason="no space left on device"))}
    assert len([told for told in filling.announced if told.failure]) >= len(filling.refusals)


def test_a_store_that_does_not_look_whether_it_could_write_is_caught(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It acknowledges what never fitted on the disk."""
    append = Journal.append

    def hopeful(journal: Journal, record: bytes) -> None:
        try:
            append(journal, record)
        except OSError:
            return

    monkeypatch.setattr(Journal, "append", hopeful)
    assert fill_and_free(disk, close_while_full=False).wrong != []
