"""Photos beside a workshop: named by what they hold, on the disk before anybody speaks of them, swept when unwanted."""

import os
import random
from pathlib import Path

import pytest

from tests.store.failing_disk import FailingDisk
from tests.store.files import folder_bytes
from tests.store.power_loss import Disk
from tests.store.recorder import Recorder
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.store import attachments
from workshop_tool.store.attachments import (
    AttachmentNotKept,
    DamagedAttachment,
    MissingAttachment,
    NotAnAttachment,
    attachment_names,
    attachment_path,
    keep_attachment,
    names_in,
    read_attachment,
    sweep_attachments,
)
from workshop_tool.store.names import files_folder

PHOTO = b"what a camera saw"
HASH = attachment_name(PHOTO, "")


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """Name a workshop file; the attachments do not mind whether it is there."""
    return tmp_path / "day.workshop.json"


def test_a_photo_stands_beside_the_workshop_under_its_hash(workshop: Path) -> None:
    """Whoever looks into the folder finds plain files, for any program to open."""
    assert keep_attachment(workshop, PHOTO, ".jpg") == f"{HASH}.jpg"
    assert folder_bytes(workshop.parent / "day.workshop.files") == {f"{HASH}.jpg": PHOTO}


def test_a_photo_comes_back_as_it_was(workshop: Path) -> None:
    """Byte by byte."""
    assert read_attachment(workshop, keep_attachment(workshop, PHOTO, ".png")) == PHOTO


def test_keeping_a_photo_twice_changes_nothing(workshop: Path) -> None:
    """Two posters may show the same photo."""
    assert keep_attachment(workshop, PHOTO, ".jpg") == keep_attachment(workshop, PHOTO, ".jpg")
    assert attachment_names(workshop) == {f"{HASH}.jpg"}


def test_keeping_a_photo_again_mends_it(workshop: Path) -> None:
    """A photo that went bad is as good as new once it is added again."""
    attachment_path(workshop, keep_attachment(workshop, PHOTO, ".jpg")).write_bytes(b"")
    assert read_attachment(workshop, keep_attachment(workshop, PHOTO, ".jpg")) == PHOTO


@pytest.mark.parametrize(
    "name",
    [
        "../day.workshop.json",
        "/etc/passwd",
        "",
        HASH,
        f"{HASH}.gif",
        f"{HASH}.jpg\n",
        f"{HASH.upper()}.jpg",
        f"../{HASH}.jpg",
        f"{HASH[1:]}.jpg",
        f"{HASH}.jpg/../../x",
        f"{HASH}xjpg",
    ],
)
def test_only_a_hash_and_a_suffix_are_a_name(workshop: Path, name: str) -> None:
    """A name out of a document never leads to another file."""
    with pytest.raises(NotAnAttachment):
        read_attachment(workshop, name)


def test_a_missing_photo_is_said(workshop: Path) -> None:
    """The sentence says where it was looked for."""
    with pytest.raises(MissingAttachment, match=r"day\.workshop\.files"):
        read_attachment(workshop, f"{HASH}.jpg")


def test_a_pipe_is_not_waited_for(workshop: Path) -> None:
    """What is no file counts as missing."""
    files_folder(workshop).mkdir()
    os.mkfifo(attachment_path(workshop, f"{HASH}.jpg"))
    with pytest.raises(MissingAttachment):
        read_attachment(workshop, f"{HASH}.jpg")


@pytest.mark.parametrize("bit", range(0, 8 * len(PHOTO), 17))
def test_a_flipped_bit_is_noticed(workshop: Path, bit: int) -> None:
    """Nobody is shown, or given a copy of, something that changed."""
    name = keep_attachment(workshop, PHOTO, ".jpg")
    data = bytearray(PHOTO)
    data[bit // 8] ^= 1 << bit % 8
    attachment_path(workshop, name).write_bytes(data)
    with pytest.raises(DamagedAttachment):
        read_attachment(workshop, name)


def test_a_photo_that_grew_without_end_is_not_read_to_it(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is damaged, and costs no memory beyond the cap."""
    name = keep_attachment(workshop, PHOTO, ".jpg")
    monkeypatch.setattr(attachments, "ATTACHMENT_CAP", len(PHOTO) - 1)
    with pytest.raises(DamagedAttachment):
        read_attachment(workshop, name)


@pytest.mark.parametrize("trouble", ["full", "broken"])
@pytest.mark.parametrize("call", ["write", "sync", "swap"])
def test_a_disk_that_fails_keeps_nothing(workshop: Path, call: str, trouble: str) -> None:
    """It is said, and no half a photo stays under any name."""
    keep_attachment(workshop, b"another", ".jpg")
    disk = FailingDisk(files_folder(workshop), call, 1, trouble, lasting=True, armed=True)  # type: ignore[arg-type]
    before = folder_bytes(files_folder(workshop))
    with disk.failing(), pytest.raises(AttachmentNotKept):
        keep_attachment(workshop, PHOTO, ".jpg")
    assert (folder_bytes(files_folder(workshop)), disk.failures) == (before, 1)


@pytest.mark.parametrize("first", [True, False], ids=["the first photo", "a further one"])
def test_a_kept_photo_survives_the_power(workshop: Path, *, first: bool) -> None:
    """Whatever a disk may have made of it: once keeping returned, the photo is there and whole, folder and all."""
    recorder = Recorder(workshop.parent)
    with recorder.recording():
        if not first:
            keep_attachment(workshop, b"another", ".jpg")
        keep_attachment(workshop, PHOTO, ".jpg")
    for seed in range(100):
        found = Disk(recorder.operations).after_power_loss(random.Random(seed)).files
        assert found.get(f"day.workshop.files/{HASH}.jpg") == PHOTO


def test_sweeping_leaves_what_is_wanted(workshop: Path) -> None:
    """The others go, and what a kill left unfinished with them."""
    wanted, unwanted = keep_attachment(workshop, b"1", ".jpg"), keep_attachment(workshop, b"2", ".png")
    (files_folder(workshop) / f".{unwanted}.new").write_bytes(b"half")
    sweep_attachments(workshop, {wanted})
    assert folder_bytes(files_folder(workshop)) == {wanted: b"1"}


def test_sweeping_touches_no_file_of_others(workshop: Path) -> None:
    """What somebody put there, or the system, stays, and so does the folder."""
    keep_attachment(workshop, PHOTO, ".jpg")
    (files_folder(workshop) / "notes.txt").write_text("mine")
    sweep_attachments(workshop, ())
    assert folder_bytes(files_folder(workshop)) == {"notes.txt": b"mine"}


def test_an_empty_folder_goes(workshop: Path) -> None:
    """A workshop without photos is one file."""
    keep_attachment(workshop, PHOTO, ".jpg")
    sweep_attachments(workshop, ())
    assert not files_folder(workshop).exists()


def test_sweeping_needs_no_folder(workshop: Path) -> None:
    """Most workshops have no photos."""
    sweep_attachments(workshop, ())
    assert attachment_names(workshop) == frozenset()


def test_names_are_found_wherever_they_stand() -> None:
    """As values in lists and objects of any depth; as keys, or inside a longer text, they are none."""
    one, two = f"{HASH}.jpg", f"{HASH}.png"
    deep: object = two
    for _ in range(5_000):
        deep = [{"x": deep}]
    documents = {"posters": {"p": {"photos": [one], one.upper(): 3}}, "notes": {"n": {"text": f"see {two}"}}}
    assert names_in(documents) == {one}
    assert names_in([deep, None, 1.5]) == {two}
