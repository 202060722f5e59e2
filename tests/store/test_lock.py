"""One writer at a time; the second is told who has the file, and a killed one leaves nothing in the way."""

import getpass
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.store.files import a_file, folder_bytes, note, noted
from workshop_tool.store.refusals import OpenElsewhere
from workshop_tool.store.workshop_file import WorkshopFile

HOLD = """
import sys
from pathlib import Path
from workshop_tool.store.workshop_file import WorkshopFile
store = WorkshopFile(Path(sys.argv[1]))
store.load()
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_by_another_process(path: Path, root: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Have another process open the file; it is killed at the end."""
    command = [sys.executable, "-c", HOLD, str(path)]
    process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def root() -> Path:
    """Give the folder that holds the project."""
    return Path(__file__).parents[2]


def test_the_same_process_opens_a_file_once(tmp_path: Path) -> None:
    """Two windows on one file would write over one another."""
    path = a_file(tmp_path)
    first = WorkshopFile(path)
    first.load()
    with pytest.raises(OpenElsewhere):
        WorkshopFile(path).load()
    first.close()


def test_a_second_process_is_told_who_has_the_file(tmp_path: Path, root: Path) -> None:
    """The sentence names the user and the process."""
    path = a_file(tmp_path)
    with held_by_another_process(path, root) as other:
        with pytest.raises(OpenElsewhere) as refused:
            WorkshopFile(path).load()
        assert refused.value.details["owner"] == f"by {getpass.getuser()}, process {other.pid}"


def test_a_refused_second_opening_takes_nothing_away(tmp_path: Path) -> None:
    """The first one goes on writing, and nobody slips in after the refusal."""
    path = a_file(tmp_path)
    first = WorkshopFile(path)
    first.load()
    for _ in range(2):
        with pytest.raises(OpenElsewhere):
            WorkshopFile(path).load()
    first.commit(note("still here"))
    first.close()
    assert noted(path) == "still here"


def test_a_killed_process_leaves_no_lock(tmp_path: Path, root: Path) -> None:
    """Power cut, crash, kill: the next start opens the file at once."""
    path = a_file(tmp_path)
    with held_by_another_process(path, root):
        pass
    store = WorkshopFile(path)
    store.load()
    store.close()


def test_somebody_may_read_while_another_writes(tmp_path: Path) -> None:
    """Reading takes no lock and sees what was acknowledged."""
    path = a_file(tmp_path)
    writer = WorkshopFile(path)
    writer.load()
    writer.commit(note("live"))
    assert noted(path) == "live"
    writer.close()


def test_after_closing_one_file_is_all_there_is(tmp_path: Path) -> None:
    """A folder of workshops holds workshops."""
    path = a_file(tmp_path)
    store = WorkshopFile(path)
    store.load()
    store.commit(note("kept"))
    store.close()
    assert list(folder_bytes(tmp_path)) == ["day.workshop.json"]


def test_a_link_leads_to_the_same_lock(tmp_path: Path) -> None:
    """Opened by another name, it is the same workshop: two writers would each keep a journal of their own."""
    path, link = a_file(tmp_path), tmp_path / "link.workshop.json"
    link.symlink_to(path)
    first = WorkshopFile(path)
    first.load()
    with pytest.raises(OpenElsewhere):
        WorkshopFile(link).load()
    first.close()


def test_what_is_saved_through_a_link_is_in_the_file(tmp_path: Path) -> None:
    """The link stays a link, and nothing is left beside it."""
    (tmp_path / "elsewhere").mkdir()
    path, link = a_file(tmp_path / "elsewhere"), tmp_path / "link.workshop.json"
    link.symlink_to(path)
    store = WorkshopFile(link)
    store.load()
    store.commit(note("through the link"))
    store.close()
    assert noted(path) == "through the link"
    assert link.is_symlink()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["elsewhere", "link.workshop.json"]
