"""Whatever else calls itself a copy is refused with a sentence, before anything of it is believed."""

import io
import os
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from tests.store.zips import HEAD, INSIDE, NAME, PHOTO, a_copy, a_zip, content, entry
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.store import zipped
from workshop_tool.store.zipped import NotACopy, write_zip


@pytest.mark.parametrize(
    "name",
    [
        "../evil.workshop.json",
        "../../etc/cron.d/x",
        "/etc/passwd",
        "C:\\Windows\\x.dll",
        "C:evil.workshop.json",
        "notes.txt",
        "__MACOSX/._day.workshop.json",
        "day.workshop.files/",
        f"day.workshop.files/../{NAME}",
        f"day.workshop.files//{NAME}",
        f"day.workshop.files\\{NAME}",
        f"other.workshop.files/{NAME}",
        f"sub/day.workshop.files/{NAME}",
        f"day.workshop.files/{NAME.upper()}",
        f"day.workshop.files/{NAME[:-4]}.exe",
        f"day.workshop.files/{NAME}:stream",
        "day.workshop.journal",
        "inner.workshop.zip",
        "day.workshop.files/notes\u202egpj.exe",
        "\x1b[2J.txt",
    ],
)
def test_what_does_not_belong_in_a_copy_is_refused(tmp_path: Path, name: str) -> None:
    """Nothing is left out quietly: the sentence names the entry, and shows no control character."""
    with pytest.raises(NotACopy) as refused:
        content(a_zip(tmp_path / "a.zip", (entry(name), PHOTO)))
    said = str(refused.value)
    assert ("does not belong" in said, said.isprintable()) == (True, True)


@pytest.mark.parametrize(
    "head",
    ["", "notes.json", "../day.workshop.json", ".workshop.json", "a/b.workshop.json", f"{'x' * 300}.workshop.json"],
)
def test_a_copy_has_a_workshop(tmp_path: Path, head: str) -> None:
    """Under a plain name at the top."""
    with pytest.raises(NotACopy, match="holds no workshop"):
        content(a_zip(tmp_path / "a.zip", head=head or "x"))


def test_a_copy_has_one_workshop(tmp_path: Path) -> None:
    """Of two, nobody knows which."""
    with pytest.raises(NotACopy, match="more than one workshop"):
        content(a_zip(tmp_path / "a.zip", (entry("other.workshop.json"), HEAD)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """One program would unpack the first, another the second."""
    with pytest.raises(NotACopy, match="twice"):
        content(a_zip(tmp_path / "a.zip", (entry(INSIDE), PHOTO), (entry(INSIDE), PHOTO)))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_a_link_is_refused(tmp_path: Path, kind: int) -> None:
    """And whatever else is no plain file."""
    with pytest.raises(NotACopy, match="is no plain file"):
        content(a_zip(tmp_path / "a.zip", (entry(INSIDE, mode=kind | 0o777), b"/etc/passwd")))


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_only_packings_that_every_zip_knows_are_taken(tmp_path: Path, packing: int) -> None:
    """The others may ask for any amount of memory."""
    with pytest.raises(NotACopy, match="packed in a way"):
        content(a_zip(tmp_path / "a.zip", (entry(INSIDE, packing=packing), PHOTO)))


def test_an_encrypted_entry_is_refused(tmp_path: Path) -> None:
    """Nobody is asked for a password that the tool never set."""
    data = bytearray(a_copy(tmp_path / "a.zip").read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(NotACopy, match="is encrypted"):
        content(tmp_path / "a.zip")


def test_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip of many is a zip of something else."""
    monkeypatch.setattr(zipped, "ENTRY_CAP", 1)
    with pytest.raises(NotACopy, match="more than 2000 files"):
        content(a_copy(tmp_path / "a.zip"))


def test_a_table_without_end_is_not_even_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The standard library would make an object of each entry before anybody could count them."""
    monkeypatch.setattr(zipped, "ENTRY_CAP", 10**9)
    names = (f"day.workshop.files/{n}{'x' * 500}" for n in range(2_500))
    with pytest.raises(NotACopy, match="more than 2000 files"):
        content(a_zip(tmp_path / "a.zip", *((entry(name), b"") for name in names)))


@pytest.mark.parametrize("cap", ["ATTACHMENT_CAP", "SIZE_CAP", "TOTAL_CAP"])
def test_what_unpacks_without_end_is_refused_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cap: str
) -> None:
    """Each photo, the workshop, and all together have a limit."""
    monkeypatch.setattr(zipped, cap, 100_000)
    bomb = (entry(INSIDE, packing=zipfile.ZIP_DEFLATED), bytes(2_000_000))
    path = a_zip(tmp_path / "a.zip", bomb)
    if cap == "SIZE_CAP":
        write_zip(path, "day", bytes(2_000_000), [])
    with pytest.raises(NotACopy, match="far too large"):
        content(path)


def test_many_photos_share_one_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is of a harmless size, and all together would fill the disk."""
    monkeypatch.setattr(zipped, "TOTAL_CAP", 100_000)
    photos = [bytes([n]) * 40_000 for n in range(3)]
    names = [f"day.workshop.files/{attachment_name(data, '.png')}" for data in photos]
    with pytest.raises(NotACopy, match="far too large"):
        content(a_zip(tmp_path / "a.zip", *((entry(name), data) for name, data in zip(names, photos, strict=True))))


def test_a_head_that_lies_about_its_size_gets_no_more(tmp_path: Path) -> None:
    """What the zip says is not believed: more bytes than it says are damage."""
    data = bytearray(
        a_zip(tmp_path / "a.zip", (entry(INSIDE, packing=zipfile.ZIP_DEFLATED), bytes(5_000_000))).read_bytes()
    )
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<L", data, at + 24, 10)
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(NotACopy, match="damaged"):
        content(tmp_path / "a.zip")


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"Dear Sir", b"PK\x05\x06" + bytes(18)], ids=["empty", "pk", "text", "no entry"]
)
def test_what_is_no_zip_is_refused(tmp_path: Path, data: bytes) -> None:
    """Whatever its name ends in."""
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(NotACopy, match=r"a\.zip is not a copy"):
        content(tmp_path / "a.zip")


@pytest.mark.parametrize("kind", ["missing", "a folder", "a pipe"])
def test_what_is_no_file_is_refused(tmp_path: Path, kind: str) -> None:
    """A pipe would be waited for."""
    if kind == "a folder":
        (tmp_path / "a.zip").mkdir()
    elif kind == "a pipe":
        os.mkfifo(tmp_path / "a.zip")
    with pytest.raises(NotACopy, match="no such file"):
        content(tmp_path / "a.zip")


def test_a_copy_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    """At any length."""
    whole = a_copy(tmp_path / "a.zip").read_bytes()
    for length in range(0, len(whole), 7):
        (tmp_path / "a.zip").write_bytes(whole[:length])
        with pytest.raises(NotACopy):
            content(tmp_path / "a.zip")


def test_a_damaged_copy_is_whole_or_refused(tmp_path: Path) -> None:
    """Whatever bytes are changed: never a traceback, never other bytes under the same name."""
    whole, rng = a_copy(tmp_path / "a.zip").read_bytes(), random.Random(7)
    for _ in range(1_500):
        hurt = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            hurt[rng.randrange(len(hurt))] = rng.randrange(256)
        (tmp_path / "a.zip").write_bytes(hurt)
        try:
            _stem, head, photos = content(tmp_path / "a.zip")
        except NotACopy:
            continue
        assert (head, [data for _, data in photos]) in ((HEAD, [PHOTO]), (HEAD, []))


def test_names_in_the_two_tables_must_agree(tmp_path: Path) -> None:
    """A zip names each entry twice; a harmless name in one place covers up for no other in the other."""
    data = a_copy(tmp_path / "a.zip").read_bytes()
    out = io.BytesIO(data.replace(b"day.workshop.json", b"../.workshop.json", 1))
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    with pytest.raises(NotACopy, match="damaged"):
        content(tmp_path / "a.zip")
