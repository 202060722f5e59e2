"""A copy to carry away: one zip of all, and a workshop made of it again; all of it or nothing."""

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.builders import a_session, a_workshop, publish, start_round, vote
from tests.services.pictures_taken import keep_a_photo
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.copies import open_copy, save_copy
from workshop_tool.services.edits.posters import add_photo
from workshop_tool.services.opening import read_workshop
from workshop_tool.store import zipped
from workshop_tool.store.attachments import attachment_names, attachment_path, keep_attachment, read_attachment
from workshop_tool.store.names import files_folder
from workshop_tool.store.refusals import CannotWriteHere, NewerFile
from workshop_tool.store.zipped import NotACopy


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Name the workshop file whose photos are copied."""
    return tmp_path / "day.workshop.json"


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """Give another folder."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder


def with_photos(file: Path, *colours: str) -> Workshop:
    """Return a workshop whose first poster names photos, and keep them beside the file."""
    plan = a_workshop(posters=2).plan
    for colour in colours:
        plan = add_photo(plan, "p1", keep_a_photo(file, colour))
    return Workshop(plan.settled())


def found(folder: Path) -> list[str]:
    """Return the name of every file and folder below, hidden ones too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_copy_becomes_the_same_workshop(file: Path, elsewhere: Path) -> None:
    """Every fact, and every photo byte by byte."""
    workshop = with_photos(file, "red", "green")
    assert save_copy(workshop, file, elsewhere / "day.workshop.zip") == ()
    path = open_copy(elsewhere / "day.workshop.zip", elsewhere)
    assert (path.name, read_workshop(path)) == ("day.workshop.json", workshop)
    photos = workshop.plan.posters["p1"].photos
    assert [read_attachment(path, name) for name in photos] == [read_attachment(file, name) for name in photos]


def test_a_copy_of_an_open_workshop_holds_its_votes(tmp_path: Path, elsewhere: Path) -> None:
    """As they are in memory at that moment, whatever the file's own disk is up to."""
    session = a_session(tmp_path)
    round_id = start_round(session)
    vote(session, "phone", {"p1": {"priority": 2}})
    publish(session, round_id)
    save_copy(session.current, session.path, elsewhere / "day.workshop.zip")
    session.close()
    assert read_workshop(open_copy(elsewhere / "day.workshop.zip", elsewhere)) == session.current


def test_only_photos_that_the_workshop_names_go_along(file: Path, elsewhere: Path) -> None:
    """One that was removed from a poster is in no copy, although it may still stand beside the file."""
    workshop = with_photos(file, "red")
    keep_a_photo(file, "green")
    save_copy(workshop, file, elsewhere / "day.workshop.zip")
    assert attachment_names(open_copy(elsewhere / "day.workshop.zip", elsewhere)) == set(
        workshop.plan.posters["p1"].photos
    )


def test_missing_and_damaged_photos_are_told_and_stop_nothing(file: Path, elsewhere: Path) -> None:
    """Words and votes matter more than a photo."""
    workshop = with_photos(file, "red", "green", "yellow")
    red, green, yellow = workshop.plan.posters["p1"].photos
    attachment_path(file, red).unlink()
    attachment_path(file, green).write_bytes(b"dust")
    assert save_copy(workshop, file, elsewhere / "day.workshop.zip") == tuple(sorted((red, green)))
    assert attachment_names(open_copy(elsewhere / "day.workshop.zip", elsewhere)) == {yellow}


def test_saving_a_copy_leaves_one_file(file: Path, elsewhere: Path) -> None:
    """And nothing of what was needed on the way."""
    save_copy(with_photos(file, "red"), file, elsewhere / "Møte 12.workshop.zip")
    assert found(elsewhere) == ["Møte 12.workshop.zip"]


def test_a_copy_carries_the_name_it_was_saved_under(file: Path, elsewhere: Path) -> None:
    """So that whoever unpacks it by hand finds what they expect."""
    save_copy(with_photos(file), file, elsewhere / "Møte 12.zip")
    with zipfile.ZipFile(elsewhere / "Møte 12.zip") as archive:
        assert archive.namelist() == ["Møte 12.workshop.json"]


def test_a_copy_that_cannot_be_written_is_said(file: Path, tmp_path: Path) -> None:
    """With the folder that was chosen."""
    with pytest.raises(CannotWriteHere, match="nowhere"):
        save_copy(with_photos(file), file, tmp_path / "nowhere" / "day.workshop.zip")


def test_a_copy_opens_beside_what_is_there(file: Path, elsewhere: Path) -> None:
    """Twice: neither the workshop nor the photos of the first are touched."""
    save_copy(with_photos(file, "red"), file, elsewhere / "day.workshop.zip")
    first = open_copy(elsewhere / "day.workshop.zip", elsewhere)
    before = first.read_bytes()
    second = open_copy(elsewhere / "day.workshop.zip", elsewhere)
    assert (first.read_bytes(), second.name) == (before, "day-2.workshop.json")
    assert attachment_names(first) == attachment_names(second)


def test_photos_of_a_workshop_that_is_gone_are_left_alone(file: Path, elsewhere: Path) -> None:
    """Their name is taken."""
    save_copy(with_photos(file, "red"), file, elsewhere / "day.workshop.zip")
    files_folder(elsewhere / "day.workshop.json").mkdir()
    assert open_copy(elsewhere / "day.workshop.zip", elsewhere).name == "day-2.workshop.json"


@pytest.mark.parametrize("stem", ["..", "CON", "a b c", "日本", "x."])
def test_any_name_in_the_copy_becomes_a_name_that_is_safe(file: Path, elsewhere: Path, stem: str) -> None:
    """Whatever the copy calls itself, the workshop stands in the folder that was chosen."""
    workshop = with_photos(file)
    save_copy(workshop, file, elsewhere / "day.workshop.zip")
    with zipfile.ZipFile(elsewhere / "day.workshop.zip") as archive:
        head = archive.read("day.workshop.json")
    zipped.write_zip(elsewhere / "named.zip", stem, head, [])
    try:
        path = open_copy(elsewhere / "named.zip", elsewhere)
    except NotACopy:
        assert stem == ".."
    else:
        assert path.parent == elsewhere
        assert path.name.isascii()


def _hurt(copy: Path, name: str, data: bytes) -> None:
    """Put other bytes in the place of one entry's."""
    with zipfile.ZipFile(copy) as archive:
        entries = {entry: archive.read(entry) for entry in archive.namelist()}
    with zipfile.ZipFile(copy, "w") as archive:
        for entry, held in entries.items():
            archive.writestr(entry, data if entry.endswith(name) else held)


@pytest.mark.parametrize("what", ["a photo", "the workshop", "no workshop", "a newer one", "another file", "cut off"])
def test_a_bad_copy_leaves_nothing(file: Path, elsewhere: Path, tmp_path: Path, what: str) -> None:
    """It is refused before anything of it appears, also where the trouble comes last."""
    copy = tmp_path / "day.workshop.zip"
    save_copy(with_photos(file, "red"), file, copy)
    with zipfile.ZipFile(copy) as archive:
        head = json.loads(archive.read("day.workshop.json"))
    match what:
        case "a photo":
            _hurt(copy, ".jpg", b"other bytes")
        case "the workshop":
            head["areas"]["1"]["text"] = "Nobody said this"
            _hurt(copy, ".json", json.dumps(head).encode())
        case "no workshop":
            _hurt(copy, ".json", b"[]")
        case "a newer one":
            head["_meta"]["1"]["schema"] = 99
            _hurt(copy, ".json", json.dumps(head).encode())
        case "another file":
            with zipfile.ZipFile(copy, "a") as archive:
                archive.writestr("../evil.workshop.json", b"{}")
        case _:
            os.truncate(copy, copy.stat().st_size - 30)
    with pytest.raises((NotACopy, NewerFile), match=r"day\.workshop\.zip"):
        open_copy(copy, elsewhere)
    assert found(elsewhere) == []


def test_a_folder_that_takes_nothing_is_said(file: Path, tmp_path: Path) -> None:
    """The copy itself is fine, so it is not the copy that is blamed."""
    save_copy(with_photos(file, "red"), file, tmp_path / "day.workshop.zip")
    with pytest.raises(CannotWriteHere, match="nowhere"):
        open_copy(tmp_path / "day.workshop.zip", tmp_path / "nowhere")


@pytest.mark.parametrize("ending", [".json", ".jpg", ".files", "day.workshop.json"])
def test_a_disk_that_fails_leaves_nothing(
    file: Path, elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    """Neither a workshop without its photos nor photos without a workshop; and the folder is named that was chosen."""
    save_copy(with_photos(file, "red"), file, tmp_path / "day.workshop.zip")

    def failing(real: Callable[..., None]) -> Callable[..., None]:
        def call(source: Path, target: Path) -> None:
            if str(target).endswith(ending):
                raise OSError(28, "No space left on device")
            real(source, target)

        return call

    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, failing(getattr(os, name)))
    with pytest.raises(CannotWriteHere, match="no space") as refused:
        open_copy(tmp_path / "day.workshop.zip", elsewhere)
    assert (refused.value.details["folder"], found(elsewhere)) == (elsewhere, [])


def test_a_copy_can_be_made_of_a_copy(file: Path, elsewhere: Path) -> None:
    """A workshop that came out of a copy is like any other: it opens, takes an edit, and is copied."""
    save_copy(with_photos(file, "red"), file, elsewhere / "day.workshop.zip")
    path = open_copy(elsewhere / "day.workshop.zip", elsewhere)
    shutil.rmtree(files_folder(file))
    workshop = read_workshop(path)
    name = keep_attachment(path, b"a photo", ".jpg")
    edited = workshop.with_plan(partial(add_photo, poster_id="p2", name=name)(workshop.plan))
    assert save_copy(edited, path, elsewhere / "again.workshop.zip") == ()
