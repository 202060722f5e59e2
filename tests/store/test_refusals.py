"""What is no workshop file is refused with a sentence, and keeps every byte."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from tests.builders import a_workshop
from tests.store.files import a_file, folder_bytes, left_by_a_crash
from workshop_tool.domain.documents import NotAWorkshop, all_documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.opening import open_workshop, read_workshop
from workshop_tool.store import snapshot
from workshop_tool.store.refusals import (
    CannotWriteHere,
    DamagedFile,
    FileExists,
    NewerFile,
    NoSuchFile,
    NotAWorkshopFile,
)
from workshop_tool.store.workshop_file import WorkshopFile, create


def with_bytes(data: bytes) -> Callable[[Path], object]:
    """Return what writes these bytes into a file."""
    return lambda path: path.write_bytes(data)


def a_tinydb_file(path: Path) -> None:
    """Write a file with TinyDB as it comes."""
    with TinyDB(path) as database:
        database.table("areas").insert({"text": "No version"})


def a_changed_file(change: Callable[[dict[str, Any]], object], *, resealed: bool = True) -> Callable[[Path], None]:
    """Return what writes a workshop file that was changed by hand, with a checksum that fits or does not."""

    def write(path: Path) -> None:
        data = json.loads(a_file(path.parent).read_text("utf-8"))
        change(data)
        if resealed and "1" in data["_meta"]:
            tables = {name: table for name, table in data.items() if name != "_meta"}
            meta = data["_meta"]["1"]
            meta |= {"sha256": "" if isinstance(meta["schema"], str) else snapshot.checksum(tables, meta)}
        path.write_text(json.dumps(data), "utf-8")

    return write


NO_WORKSHOP: dict[str, tuple[Callable[[Path], object], type[WorkshopProblem]]] = {
    "empty": (with_bytes(b""), NotAWorkshopFile),
    "not JSON": (with_bytes(b"1. More people at sea\n2. Fewer ports\n"), NotAWorkshopFile),
    "binary": (with_bytes(bytes(range(256)) * 40), NotAWorkshopFile),
    "UTF-16": (with_bytes('{"_meta": {}}'.encode("utf-16")), NotAWorkshopFile),
    "Latin-1": (with_bytes('{"areas": {"1": {"text": "på"}}}'.encode("latin-1")), NotAWorkshopFile),
    "half a file": (with_bytes(b'{"areas": {"1": {"text": "'), NotAWorkshopFile),
    "NaN": (with_bytes(b'{"areas": {"1": {"x": NaN}}}'), NotAWorkshopFile),
    "a list": (with_bytes(b"[1, 2]"), NotAWorkshopFile),
    "a table of texts": (with_bytes(b'{"areas": {"1": "text"}}'), NotAWorkshopFile),
    "nested beyond reason": (with_bytes(b"[" * 100_000), NotAWorkshopFile),
    "a TinyDB file without a version": (a_tinydb_file, NotAWorkshopFile),
    "a folder": (lambda path: path.mkdir(), NotAWorkshopFile),
    "nothing there": (lambda _: None, NoSuchFile),
    "a newer version": (a_changed_file(lambda data: data["_meta"]["1"].update(schema=9)), NewerFile),
    "a version in words": (a_changed_file(lambda data: data["_meta"]["1"].update(schema="1")), NotAWorkshopFile),
    "a sequence in words": (a_changed_file(lambda data: data["_meta"]["1"].update(sequence="x")), NotAWorkshopFile),
    "documents without ids": (a_changed_file(lambda data: data["areas"]["1"].pop("_id")), NotAWorkshopFile),
    "documents of something else": (a_changed_file(lambda data: data["areas"]["1"].update(cow=1)), NotAWorkshop),
    "edited without the checksum": (
        a_changed_file(lambda data: data["areas"]["1"].update(text="Cows"), resealed=False),
        DamagedFile,
    ),
}


@pytest.mark.parametrize("kind", NO_WORKSHOP)
def test_what_is_no_workshop_file_is_refused(tmp_path: Path, kind: str) -> None:
    """Each of them gets its sentence."""
    make, refusal = NO_WORKSHOP[kind]
    path = tmp_path / "day.workshop.json"
    make(path)
    with pytest.raises(refusal):
        open_workshop(path)


@pytest.mark.parametrize("kind", NO_WORKSHOP)
def test_what_is_refused_keeps_every_byte_and_no_lock(tmp_path: Path, kind: str) -> None:
    """Opening the wrong file does it no harm, and leaves nothing open beside it."""
    make, _ = NO_WORKSHOP[kind]
    path = tmp_path / "day.workshop.json"
    make(path)
    before = {} if path.is_dir() else folder_bytes(tmp_path)
    with pytest.raises(WorkshopProblem):
        open_workshop(path)
    after = {} if path.is_dir() else folder_bytes(tmp_path)
    assert {name: data for name, data in after.items() if ".damaged-" not in name} == before


def test_a_name_longer_than_any_file_has_is_refused(tmp_path: Path) -> None:
    """The system's own refusal becomes a sentence."""
    with pytest.raises(CannotWriteHere):
        open_workshop(tmp_path / f"{'x' * 400}.workshop.json")


@pytest.mark.parametrize("beside", ["day.workshop.json", "day.workshop.journal"])
def test_making_a_workshop_overwrites_nothing(tmp_path: Path, beside: str) -> None:
    """Neither a file of that name nor what a crashed session left of one."""
    (tmp_path / beside).write_bytes(b"mine")
    with pytest.raises(FileExists):
        create(tmp_path / "day.workshop.json", all_documents(a_workshop()))
    assert folder_bytes(tmp_path) == {beside: b"mine"}


READ_ONLY = Path("/proc")


@pytest.mark.skipif(not READ_ONLY.is_dir(), reason="no folder here is read-only for everybody")
def test_a_workshop_is_not_made_in_a_read_only_folder() -> None:
    """Not even the administrator may write there."""
    with pytest.raises(CannotWriteHere, match="/proc"):
        create(READ_ONLY / "day.workshop.json", all_documents(a_workshop()))


def test_a_workshop_is_not_made_in_a_folder_that_is_missing(tmp_path: Path) -> None:
    """A mistyped folder is not made up."""
    with pytest.raises(CannotWriteHere):
        create(tmp_path / "none" / "day.workshop.json", all_documents(a_workshop()))


@pytest.fixture
def locked_folder(tmp_path: Path) -> Path:
    """Give a workshop file in a folder in which no file can be made."""
    path = a_file(tmp_path)
    (tmp_path / "day.workshop.lock").mkdir()  # real refusal to open the lock, for the administrator as well
    return path


def test_a_workshop_in_a_folder_that_takes_no_files_is_not_opened(locked_folder: Path) -> None:
    """Opening needs a place for lock and journal."""
    with pytest.raises(CannotWriteHere):
        open_workshop(locked_folder)


def test_a_workshop_in_a_folder_that_takes_no_files_can_be_read(locked_folder: Path) -> None:
    """The record can still be made from it."""
    assert len(read_workshop(locked_folder).plan.areas) == 5


def test_reading_changes_nothing_after_a_crash(tmp_path: Path) -> None:
    """Looking at a file replays its journal in memory only."""
    path = left_by_a_crash(tmp_path, "first")
    before = folder_bytes(tmp_path)
    WorkshopFile(path, read_only=True).load()
    assert folder_bytes(tmp_path) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["day.workshop.json", "day.workshop.journal"])
@pytest.mark.parametrize("door", [open_workshop, read_workshop])
def test_a_pipe_is_not_waited_for(tmp_path: Path, name: str, door: Callable[[Path], object]) -> None:
    """Nobody may ever write into it: it is refused at once, as the file or beside it."""
    if name.endswith(".journal"):
        a_file(tmp_path)
    os.mkfifo(tmp_path / name)
    with pytest.raises(NotAWorkshopFile, match="not a plain file"):
        door(tmp_path / "day.workshop.json")


def test_making_a_workshop_replaces_no_link(tmp_path: Path) -> None:
    """Not even one that leads nowhere."""
    path = tmp_path / "day.workshop.json"
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExists):
        create(path, all_documents(a_workshop()))
    assert path.is_symlink()
