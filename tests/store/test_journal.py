"""The journal: what is whole counts, a torn end is dropped, and damage in the middle is never stepped over."""

import re
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.files import folder_bytes, left_by_a_crash, note, noted
from workshop_tool.store import journal
from workshop_tool.store.journal import Record, decode, encode
from workshop_tool.store.names import journal_path
from workshop_tool.store.refusals import DamagedFile, DamagedFileCopied, TornChange
from workshop_tool.store.workshop_file import WorkshopFile

VALUES = st.none() | st.dictionaries(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5), st.text(max_size=9) | st.integers() | st.none()
)


@given(st.integers(1), st.dictionaries(st.tuples(st.sampled_from("ab"), st.text("xyz:")), VALUES, max_size=3))
def test_a_record_comes_back_as_it_was(sequence: int, changes: dict[tuple[str, str], dict[str, object] | None]) -> None:
    """Any change, in any script, survives as one line."""
    line = encode(sequence, changes)
    assert line.count(b"\n") == 1
    listed = tuple((table, name, document) for (table, name), document in changes.items())
    assert decode(line.removesuffix(b"\n")) == Record(sequence, listed)


@given(st.integers(0, 10_000), st.integers(0, 7))
def test_one_flipped_bit_is_noticed(place: int, bit: int) -> None:
    """Wherever a bit falls over, the record no longer counts."""
    line = bytearray(encode(7, note("Hei på deg")).removesuffix(b"\n"))
    line[place % len(line)] ^= 1 << bit
    record = decode(bytes(line))
    assert record is None or record == decode(encode(7, note("Hei på deg")).removesuffix(b"\n"))


@pytest.mark.parametrize("body", [b"", b"x []", b"1 {}x", b"1 5", b"1 [5]", b"1 [[1,2]]", b"1"])
def test_a_line_of_another_kind_is_no_record(body: bytes) -> None:
    """A right checksum alone makes no record."""
    assert decode(b"%08x %s" % (zlib.crc32(body), body)) is None


def test_a_record_torn_at_any_byte_is_dropped_and_nothing_else(tmp_path: Path) -> None:
    """A kill in the middle of a write loses what was not acknowledged, and only that."""
    path = left_by_a_crash(tmp_path, "first", "second")
    whole = journal_path(path).read_bytes()
    first = whole.index(b"\n") + 1
    for end in range(first, len(whole) - 1):
        journal_path(path).write_bytes(whole[:end])
        assert noted(path) == "first", f"cut at byte {end}"


def test_a_record_that_only_lost_its_line_end_counts(tmp_path: Path) -> None:
    """Its checksum fits, so it is whole; and the next one starts on a line of its own."""
    path = left_by_a_crash(tmp_path, "first", "second")
    journal_path(path).write_bytes(journal_path(path).read_bytes()[:-1])
    store = WorkshopFile(path)
    assert store.load()["notes"] == {"n": {"text": "second"}}
    store.commit(note("third"))
    assert noted(path) == "third"
    store.close()


def test_what_was_torn_is_said_and_kept(tmp_path: Path) -> None:
    """Nothing is dropped silently: its owner hears of it, and the bytes are beside the file."""
    path = left_by_a_crash(tmp_path, "first", "second")
    torn = journal_path(path).read_bytes()[:-5]
    journal_path(path).write_bytes(torn)
    store = WorkshopFile(path)
    store.load()
    store.close()
    assert [type(notice) for notice in store.notices] == [TornChange]
    assert (tmp_path / "day.workshop.damaged-1.journal").read_bytes() == torn[torn.index(b"\n") + 1 :]


def test_work_goes_on_behind_a_torn_record(tmp_path: Path) -> None:
    """What is saved after the crash is not glued to the torn end."""
    path = left_by_a_crash(tmp_path, "first", "second")
    journal_path(path).write_bytes(journal_path(path).read_bytes()[:-5])
    store = WorkshopFile(path)
    store.load()
    store.commit(note("third"))
    assert noted(path) == "third"
    store.close()


def test_zeros_behind_the_last_record_are_dropped(tmp_path: Path) -> None:
    """A power cut may leave a file longer than what was written into it."""
    path = left_by_a_crash(tmp_path, "first")
    journal_path(path).write_bytes(journal_path(path).read_bytes() + bytes(500) + b"\n" + bytes(20))
    assert noted(path) == "first"


def damaged(path: Path, line: int) -> None:
    """Flip a bit in one line's text (0 = first)."""
    lines = journal_path(path).read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b"text", b"tezt")
    journal_path(path).write_bytes(b"".join(lines))


@pytest.mark.parametrize("line", [0, 1])
def test_a_bad_record_before_good_ones_is_refused(tmp_path: Path, line: int) -> None:
    """Stepping over it would lose an acknowledged word in silence."""
    path = left_by_a_crash(tmp_path, "first", "second", "third")
    damaged(path, line)
    with pytest.raises(DamagedFile, match=f"line {line + 1} of its journal"):
        WorkshopFile(path).load()


def test_two_records_run_into_one_are_refused(tmp_path: Path) -> None:
    """Where the line end itself was hit, two acknowledged records look like one torn line."""
    path = left_by_a_crash(tmp_path, "first", "second", "third")
    lines = journal_path(path).read_bytes().splitlines()
    journal_path(path).write_bytes(lines[0] + b"\n" + lines[1] + b"\x0b" + lines[2] + b"\n")
    with pytest.raises(DamagedFile):
        WorkshopFile(path).load()


def test_a_gap_in_the_sequence_is_refused(tmp_path: Path) -> None:
    """A missing record is a missing word, even where every line is whole."""
    path = left_by_a_crash(tmp_path, "first", "second", "third")
    lines = journal_path(path).read_bytes().splitlines(keepends=True)
    journal_path(path).write_bytes(lines[0] + lines[2])
    with pytest.raises(DamagedFile, match="lacks change 2"):
        WorkshopFile(path).load()


def test_a_damaged_file_is_untouched_and_copied_aside(tmp_path: Path) -> None:
    """What may still be rescued is kept, byte for byte, and the sentence says where."""
    path = left_by_a_crash(tmp_path, "first", "second")
    damaged(path, 0)
    before = folder_bytes(tmp_path)
    with pytest.raises(DamagedFileCopied, match=re.escape("day.workshop.damaged-1.json")):
        WorkshopFile(path).load()
    after = folder_bytes(tmp_path)
    assert before.items() <= after.items()
    assert after["day.workshop.damaged-1.journal"] == before["day.workshop.journal"]


def test_reading_a_damaged_file_leaves_the_folder_alone(tmp_path: Path) -> None:
    """Whoever only reads makes no copies."""
    path = left_by_a_crash(tmp_path, "first", "second")
    damaged(path, 0)
    before = folder_bytes(tmp_path)
    with pytest.raises(DamagedFile):
        WorkshopFile(path, read_only=True).load()
    assert folder_bytes(tmp_path) == before


def test_a_missing_journal_is_an_empty_one(tmp_path: Path) -> None:
    """After a clean exit there is none."""
    assert journal.read(tmp_path / "none.journal") == journal.Reading((), 0)
