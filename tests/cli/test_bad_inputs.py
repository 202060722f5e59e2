"""What goes wrong outside the tool: each is one sentence on stderr, exit status 1, and nothing changed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import a_workshop
from tests.cli.hosting import ROOT
from tests.store.files import folder_bytes
from workshop_tool.cli import main
from workshop_tool.services.opening import open_workshop, save_new

DISPLAYS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
COMMANDS = ("check", "export", "add", "host", "new")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Make a workshop with three posters, in a folder of its own."""
    path = tmp_path / "room" / "day.workshop.json"
    path.parent.mkdir()
    save_new(a_workshop(posters=3), path)
    return path


def words(command: str, path: Path, out: Path) -> list[str]:
    """Return a call of a command that is given this file to read."""
    listed = out / "list.txt"
    listed.write_text("1. One\n2. Two\n", encoding="utf-8")
    return {
        "check": ["check", str(path)],
        "export": ["export", str(path), "--to", str(out / "out.json")],
        "add": ["add", "problems", str(path), str(listed)],
        "host": ["host", str(path), "--address", "127.0.0.1", "--port", "0"],
        "new": ["new", str(out / "new.workshop.json"), "--from", str(path)],
    }[command]


def refusal(capsys: pytest.CaptureFixture[str], *call: str) -> str:
    """Make a call that is refused and return its one sentence."""
    assert main(call) == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n"), said.err.strip()[-1]) == ("", 1, ".")
    return said.err


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_is_no_file(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder was named where a file belongs."""
    folder = tmp_path / "day.workshop.json"
    folder.mkdir()
    assert "not a plain file" in refusal(capsys, *words(command, folder, tmp_path))
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.timeout(20)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_is_not_waited_for(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody may ever write into it."""
    pipe = tmp_path / "day.workshop.json"
    os.mkfifo(pipe)
    assert "not a plain file" in refusal(capsys, *words(command, pipe, tmp_path))


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_not_there_is_named(tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped name makes no file."""
    missing = tmp_path / "room.workshop.json"
    assert "room.workshop.json" in refusal(capsys, *words(command, missing, tmp_path))
    assert not missing.exists()


@pytest.mark.parametrize("command", ["add", "host"])
def test_a_file_from_a_newer_version_is_left_alone(
    path: Path, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says that a newer version is needed."""
    data = json.loads(path.read_text("utf-8"))
    data["_meta"]["1"]["schema"] = 9
    path.write_text(json.dumps(data), "utf-8")
    before = folder_bytes(path.parent)
    assert "newer version" in refusal(capsys, *words(command, path, tmp_path))
    assert folder_bytes(path.parent) == before


@pytest.mark.parametrize("command", ["add", "host"])
def test_a_workshop_that_is_open_elsewhere_is_not_written(
    path: Path, tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence says who has it."""
    session = open_workshop(path)
    try:
        assert f"process {os.getpid()}" in refusal(capsys, *words(command, path, tmp_path))
    finally:
        session.close()


@pytest.mark.parametrize("command", ["check", "export"])
def test_a_workshop_that_is_open_elsewhere_can_be_read(path: Path, tmp_path: Path, command: str) -> None:
    """Somebody looks at the record while the room is still voting."""
    session = open_workshop(path)
    try:
        assert main(words(command, path, tmp_path)) == 0
    finally:
        session.close()


@pytest.mark.parametrize("command", ["check", "export", "add"])
def test_a_link_is_followed(path: Path, tmp_path: Path, command: str) -> None:
    """The file behind it is meant, and the link stays one."""
    link = tmp_path / "link.workshop.json"
    link.symlink_to(path)
    assert main(words(command, link, tmp_path)) == 0
    assert link.is_symlink()


@pytest.mark.parametrize("command", ["check", "export"])
def test_a_file_that_may_only_be_read_is_read(path: Path, tmp_path: Path, command: str) -> None:
    """Nothing is written into its folder: neither lock nor journal can be made there."""
    path.chmod(0o444)
    (path.parent / "day.workshop.lock").mkdir()  # in the way for the administrator as well
    assert main(words(command, path, tmp_path)) == 0


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="no folder here is read-only for everybody")
def test_nothing_is_made_in_a_read_only_folder(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a workshop nor an export; the sentence names the place."""
    assert "/proc" in refusal(capsys, "new", "/proc/day.workshop.json", "--title", "A")
    assert "/proc" in refusal(capsys, "export", str(path), "--to", "/proc/out.json")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", "line 1, column 1"),
        (b'{"workshop": {"title": "a",', "line 1"),
        (b"[1, 2]", "file"),
        (b'{"workshop": {"title": "a", "colour": "red"}}', "workshop.colour"),
        (b'{"workshop": {"title": "a"}, "posters": [{"problem": 9}]}', "posters[1].problem"),
        ('{"workshop": {"title": "Blåbær"}}'.encode("latin-1"), "not UTF-8"),
    ],
    ids=["empty", "cut", "a list", "unknown key", "unknown problem", "latin-1"],
)
def test_data_that_does_not_fit_makes_no_workshop(
    tmp_path: Path, content: bytes, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sentence names the place, and no file is there afterwards."""
    source = tmp_path / "data.json"
    source.write_bytes(content)
    assert place in refusal(capsys, *words("new", source, tmp_path))
    assert not (tmp_path / "new.workshop.json").exists()


def test_an_export_replaces_no_workshop(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A workshop file ends in .json as well: neither itself, under whichever name, nor another one is written over."""
    other, link = tmp_path / "other.workshop.json", tmp_path / "link.json"
    save_new(a_workshop(), other)
    link.symlink_to(path)
    before = path.read_bytes(), other.read_bytes()
    for target in (path, other, link):
        assert "must not replace" in refusal(capsys, "export", str(path), "--to", str(target))
    assert (path.read_bytes(), other.read_bytes()) == before


@pytest.mark.parametrize("date", ["yesterday", "2026-13-01", ""])
def test_a_date_that_is_none_is_wrong_usage(tmp_path: Path, date: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit status 2, and an example of a date."""
    with pytest.raises(SystemExit) as exit_:
        main(["new", str(tmp_path / "a.workshop.json"), "--title", "A", "--date", date])
    assert exit_.value.code == 2
    assert "such as 2026-06-19" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="only here does a display have to be named")
def test_without_a_display_no_window_is_tried() -> None:
    """Qt itself would abort the program."""
    blind = {name: text for name, text in os.environ.items() if name not in DISPLAYS}
    run = [sys.executable, "-m", "workshop_tool", "run"]
    done = subprocess.run(run, cwd=ROOT, env=blind, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "no display" in done.stderr
