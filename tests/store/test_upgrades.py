"""Every file that any version ever saved opens for ever."""

import shutil
from pathlib import Path

import pytest

from workshop_tool.services.opening import open_workshop, read_workshop
from workshop_tool.store import snapshot
from workshop_tool.store.backups import backups_of
from workshop_tool.store.names import journal_path
from workshop_tool.store.snapshot import SCHEMA, Snapshot
from workshop_tool.store.upgrades import UPGRADES, upgraded

OLD_FILES = Path(__file__).parent / "old_files"
OLD = sorted(OLD_FILES.glob("*.workshop.json"))


@pytest.fixture(params=OLD, ids=lambda path: path.name.removesuffix(".workshop.json"))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Give a copy of each old file, with its journal where it has one."""
    source: Path = request.param
    for part in (source, journal_path(source)):
        if part.exists():
            shutil.copy(part, tmp_path)
    return tmp_path / source.name


def test_there_is_an_old_file_of_every_earlier_version() -> None:
    """Whoever raises the version leaves a file of the one before."""
    assert {snapshot.load(path).schema for path in OLD} >= set(range(1, SCHEMA))


def test_there_is_a_step_from_every_earlier_version() -> None:
    """None is skipped."""
    assert sorted(UPGRADES) == list(range(1, SCHEMA))


def test_an_old_file_opens_and_stays_open_to_this_version(old: Path) -> None:
    """What was read from the old one is read from the new one."""
    before = read_workshop(old)
    session = open_workshop(old)
    session.close()
    assert snapshot.load(old).schema == SCHEMA
    after = read_workshop(old)
    assert (after.plan, after.books, after.log) == (before.plan, before.books, before.log)


def test_the_old_file_is_kept_as_a_backup(old: Path) -> None:
    """In its own version, so that an older program can go on with it."""
    schema = snapshot.load(old).schema
    open_workshop(old).close()
    kept = {backup.occasion: snapshot.load(backup.path).schema for backup in backups_of(old)}
    if schema < SCHEMA:
        assert kept["before-upgrade"] == schema
    else:
        assert "before-upgrade" not in kept


def test_reading_only_leaves_an_old_file_as_it_is(old: Path) -> None:
    """`check` and `export` upgrade in memory alone."""
    before = old.read_bytes()
    assert read_workshop(old).plan.particulars.title
    assert old.read_bytes() == before


def test_what_an_old_file_said_is_still_said(tmp_path: Path) -> None:
    """Not only does it open: the words, the dots and the states are those that were saved."""
    for part in OLD_FILES.glob("version-1*"):
        shutil.copy(part, tmp_path)
    workshop = read_workshop(tmp_path / "version-1.workshop.json")
    assert "Ærø, Århus.\nTwo lines." in workshop.plan.posters["p1"].text("evidence")
    rounds = [(book.round.state, len(book.ballots), len(book.counts)) for book in workshop.rounds]
    assert rounds == [("published", 2, 1), ("closed", 2, 0)]
    unclosed = read_workshop(tmp_path / "version-1-with-journal.workshop.json")
    assert unclosed.plan.posters["p1"].text("evidence") == "In the journal only."


def test_an_upgrade_works_on_a_copy() -> None:
    """What was read stays as it was, for the backup."""
    tables = {"posters": {"p1": {"id": "p1"}}}
    new = upgraded(Snapshot(tables, sequence=4, sealed=2, schema=1))
    assert (tables["posters"]["p1"], new.sequence, new.sealed, new.schema) == ({"id": "p1"}, 4, 2, SCHEMA)
