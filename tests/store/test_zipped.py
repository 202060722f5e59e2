"""A copy as one zip: what is written comes back, and a disk that fails leaves the earlier copy."""

import os
import resource
import stat
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.store.failing_disk import FailingDisk
from tests.store.zips import HEAD, INSIDE, NAME, PHOTO, a_copy, content, entry
from workshop_tool.store.zipped import write_zip


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    """Name, workshop and photos."""
    assert content(a_copy(tmp_path / "a.zip")) == ("day", HEAD, [(NAME, PHOTO)])


def test_any_program_can_unpack_a_copy(tmp_path: Path) -> None:
    """The workshop and its folder of photos, to be read by whoever owns them."""
    with zipfile.ZipFile(a_copy(tmp_path / "a.zip")) as archive:
        assert archive.testzip() is None
        assert {info.filename: info.external_attr >> 16 for info in archive.infolist()} == {
            "day.workshop.json": stat.S_IFREG | 0o644,
            INSIDE: stat.S_IFREG | 0o644,
        }


def test_a_copy_says_nothing_of_when_it_was_made(tmp_path: Path) -> None:
    """The same workshop gives the same bytes."""
    assert a_copy(tmp_path / "a.zip").read_bytes() == a_copy(tmp_path / "b.zip").read_bytes()


@pytest.mark.parametrize("call", ["sync", "swap"])
def test_a_disk_that_fails_leaves_the_earlier_copy(tmp_path: Path, call: str) -> None:
    """And nothing half written beside it."""
    before = a_copy(tmp_path / "a.zip").read_bytes()
    disk = FailingDisk(tmp_path, call, 1, "full", lasting=True, armed=True)
    with disk.failing(), pytest.raises(OSError, match="space"):
        write_zip(tmp_path / "a.zip", "day", HEAD * 2, [])
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.zip": before}


@pytest.mark.skipif(os.name == "nt", reason="only there does the system limit how large a file may grow")
def test_a_disk_that_fills_up_leaves_the_earlier_copy(tmp_path: Path) -> None:
    """Also in the middle of a photo."""
    before = a_copy(tmp_path / "a.zip").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match="large"):
            write_zip(tmp_path / "a.zip", "day", HEAD, [(NAME, PHOTO * 1000)])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.zip": before}


def test_an_error_on_the_way_leaves_the_earlier_copy(tmp_path: Path) -> None:
    """Whatever goes wrong while the photos are read."""
    before = a_copy(tmp_path / "a.zip").read_bytes()

    def photos() -> Iterable[tuple[str, bytes]]:
        yield NAME, PHOTO
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_zip(tmp_path / "a.zip", "day", HEAD * 2, photos())
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.zip": before}


def test_a_large_kind_of_zip_is_read_too(tmp_path: Path) -> None:
    """Zip64, as other programs write it even where it is not needed."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name, data in (("day.workshop.json", HEAD), (INSIDE, PHOTO)):
            with archive.open(entry(name), "w", force_zip64=True) as opened:
                opened.write(data)
    assert content(tmp_path / "a.zip") == ("day", HEAD, [(NAME, PHOTO)])


def test_a_zip_behind_something_else_is_read_as_its_table_says(tmp_path: Path) -> None:
    """Bytes in front of a zip change nothing of what is in it."""
    whole = a_copy(tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(b"#!/bin/sh\n" + whole)
    assert content(tmp_path / "a.zip")[1] == HEAD
