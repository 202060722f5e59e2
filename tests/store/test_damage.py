"""Nothing changes in silence: whatever happens to a file's bytes, it is refused, or holds what was once saved.

A journal that ends exactly between two records cannot be told from one of an earlier moment: see tests/store/damage.py.
"""

import itertools
import os
import tempfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store import damage
from tests.store.damage import Damage, Original, flips, overwritten, shuffled_lines, truncations, verdicts
from workshop_tool.store import journal, snapshot
from workshop_tool.store.journal import Record

EVERY = int(os.environ.get("DAMAGE_EVERY", "29"))
"""Of the bits of a file, which are turned over here: one in so many. `make faults` turns over each."""


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder in memory where there is one: thousands of files are opened in it, and none has to last."""
    memory = Path("/dev/shm")  # noqa: S108 - the folder in it has a name of its own
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        yield Path(name)


@pytest.fixture(params=["closed", "crashed"])
def whole(request: pytest.FixtureRequest, tmp_path: Path) -> Original:
    """Give a file that was closed, and one with a journal of thirty records."""
    return damage.original(tmp_path, closed=request.param == "closed")


@pytest.fixture
def crashed(tmp_path: Path) -> Original:
    """Give a file with a journal of thirty records."""
    return damage.original(tmp_path, closed=False)


def wrong(whole: Original, damages: Iterable[Damage], folder: Path) -> list[str]:
    """Open each of them to read and, one in ten, to write; return what is wrong."""
    reads, some = itertools.tee(damages)
    read = verdicts(whole, reads, folder, writing=False)
    written = verdicts(whole, itertools.islice(some, 0, None, 10), folder, writing=True)
    return [verdict for verdict in (*read, *written) if verdict]


def test_no_bit_turns_over_in_silence_in_a_snapshot(whole: Original, folder: Path) -> None:
    """Documents, row numbers, version, sequence, checksum: each is covered."""
    assert wrong(whole, flips(whole, "snapshot", every=EVERY), folder) == []


def test_no_bit_turns_over_in_silence_in_a_journal(crashed: Original, folder: Path) -> None:
    """In the checksum, the number, the text or the line end of any record."""
    assert wrong(crashed, flips(crashed, "journal", every=EVERY // 3), folder) == []


def test_a_snapshot_cut_anywhere_is_refused(whole: Original, folder: Path) -> None:
    """Half a file is no file."""
    assert wrong(whole, truncations(whole, "snapshot", every=7), folder) == []


def test_a_journal_cut_anywhere_is_an_earlier_moment_and_says_so(crashed: Original, folder: Path) -> None:
    """At every length; between two records it is whole, and nobody can tell."""
    assert wrong(crashed, truncations(crashed, "journal"), folder) == []


@pytest.mark.parametrize("part", ["snapshot", "journal"])
def test_random_bytes_are_noticed(crashed: Original, folder: Path, part: damage.Part) -> None:
    """A stretch of noise, of zeros, or of the file's own beginning."""
    assert wrong(crashed, overwritten(crashed, part, seed=1, count=400), folder) == []


def test_lines_in_another_order_are_refused(crashed: Original, folder: Path) -> None:
    """Swapped, doubled or missing, although each line by itself is whole."""
    assert wrong(crashed, shuffled_lines(crashed), folder) == []


def believing_each_line(patch: pytest.MonkeyPatch) -> None:
    """Read the journal without its checksums."""
    decode = journal.decode

    def trusting(line: bytes) -> Record | None:
        body = line.partition(b" ")[2]
        return decode(b"%08x %s" % (zlib.crc32(body), body))

    patch.setattr(journal, "decode", trusting)


def without_numbers(patch: pytest.MonkeyPatch) -> None:
    """Take the records as they come, whatever they are numbered."""
    read = journal.read

    def renumbered(path: Path) -> journal.Reading:
        found = read(path)
        start = damage.SNAPSHOT_AFTER + 1
        return replace(found, records=tuple(Record(n, r.changes) for n, r in enumerate(found.records, start)))

    patch.setattr(journal, "read", renumbered)


def without_the_snapshots_checksum(patch: pytest.MonkeyPatch) -> None:
    """Believe whatever is valid JSON."""
    patch.setattr(snapshot, "checksum", lambda _tables, meta: meta.get("sha256"))


def dropping_the_torn_end_in_silence(patch: pytest.MonkeyPatch) -> None:
    """Leave out a record that was cut short, and say nothing."""
    read = journal.read
    patch.setattr(journal, "read", lambda path: replace(read(path), torn=b""))


@pytest.mark.parametrize(
    "mutant",
    [believing_each_line, without_numbers, without_the_snapshots_checksum, dropping_the_torn_end_in_silence],
)
def test_a_trusting_reader_is_caught(
    crashed: Original, folder: Path, monkeypatch: pytest.MonkeyPatch, mutant: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Each check that a reader might leave out lets some damage through."""
    mutant(monkeypatch)
    damages = (
        *flips(crashed, "snapshot", every=EVERY * 4),
        *flips(crashed, "journal", every=EVERY),
        *truncations(crashed, "journal", every=5),
        *itertools.islice(shuffled_lines(crashed), 40),
    )
    assert any(verdicts(crashed, damages, folder, writing=False))
