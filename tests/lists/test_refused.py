"""What is no list is refused with a sentence that names it; nothing is guessed from bytes."""

import io
import os
import socket
import zipfile
from pathlib import Path

import pytest

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.lists import read_file, read_text
from workshop_tool.lists import refusals as no


def _zipped(name: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, "<x/>")
    return packed.getvalue()


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", no.ListEmpty),
        (b" \n\t\r\n ", no.ListEmpty),
        (b"\xef\xbb\xbf\n", no.ListEmpty),
        (b"---\n***\n", no.ListWithoutItems),
        (_zipped("xl/workbook.bin"), no.ListIsSpreadsheet),
        (_zipped("word/other.bin"), no.ListIsDocument),
        (_zipped("ppt/slides/slide1.xml"), no.ListIsSlides),
        (_zipped("word/document.xml"), no.ListWithoutItems),
        (_zipped("anything"), no.ListIsArchive),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), no.ListIsOldOffice),
        (b"<!DOCTYPE html>\n<html><body><li>One</li></body></html>", no.ListIsWebPage),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", no.ListDamaged),
        (b"{\\rtf1\\ansi list}", no.ListIsDocument),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), no.ListIsPicture),
        (b"\xff\xd8\xff\xe0" + bytes(40), no.ListIsPicture),
        (b"- one\n- t\0wo\n", no.ListIsBinary),
        (b"\x81\x8d\x8f\x90\x9d", no.ListIsBinary),
        (b"\xff\xfea", no.ListIsBinary),
        (bytes(range(1, 32)) * 4, no.ListIsBinary),
        (b"- a\n" * 20_001, no.ListTooLong),
        (b"- a list that goes on\n" * 250_000, no.ListTooLarge),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
@pytest.mark.parametrize("suffix", [".txt", ".csv"])
def test_a_file_that_is_no_list_is_refused_by_its_kind(
    tmp_path: Path, data: bytes, refusal: type[WorkshopProblem], suffix: str
) -> None:
    """Content decides, not the name."""
    path = tmp_path / f"list{suffix}"
    path.write_bytes(data)
    with pytest.raises(refusal):
        read_file(path, "problems")


def test_the_longest_list_allowed_is_read() -> None:
    """20,000 lines are the limit, and are within it."""
    assert len(read_text("- a\n" * 20_000, "problems").drafts) == 20_000


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """With the place where it was looked for."""
    with pytest.raises(no.ListMissing, match=r"away\.txt"):
        read_file(tmp_path / "away.txt", "trends")


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "file.txt/inside"])
def test_a_name_that_cannot_be_is_a_missing_file(tmp_path: Path, name: str) -> None:
    """No name makes the reader stumble."""
    (tmp_path / "file.txt").write_text("- one", encoding="utf-8")
    with pytest.raises(no.ListMissing):
        read_file(tmp_path / name, "trends")


def test_a_folder_is_said(tmp_path: Path) -> None:
    """A folder holds files, and is none."""
    with pytest.raises(no.ListIsFolder):
        read_file(tmp_path, "trends")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    """Opening it would wait for a writer for ever."""
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(no.ListNotAFile):
        read_file(tmp_path / "pipe.txt", "trends")


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="sockets with a path are a thing of Unix")
def test_a_socket_is_no_ordinary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be opened at all."""
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("here.txt")
        with pytest.raises(no.ListNotAFile):
            read_file(tmp_path / "here.txt", "trends")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_said(tmp_path: Path) -> None:
    """With what to do about it."""
    path = tmp_path / "secret.txt"
    path.write_text("- one", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(no.ListUnreadable):
        read_file(path, "trends")


def test_pasted_nothing_is_refused_by_name() -> None:
    """The sentence says what was empty."""
    with pytest.raises(no.ListEmpty, match="the pasted text is empty"):
        read_text("  \n", "trends")


def test_letters_that_turn_the_text_around_are_taken_out() -> None:
    """Bidirectional overrides and control characters never reach a workshop."""
    [draft] = read_text("- har\u202ebour\u2069 \x1b wall", "problems").drafts
    assert draft.text == "harbour wall"
