"""What the command line says of backups, and how it goes back to one or forgets names."""

import json
from functools import partial
from pathlib import Path

import pytest

from tests.builders import a_session, a_workshop
from workshop_tool.cli import main
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.opening import open_workshop, read_workshop


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a workshop with one backup of an empty poster and one of three words on it."""
    session = a_session(tmp_path, a_workshop(posters=3, participants=2))
    session.edit("Write", partial(write_field, poster_id="p1", field="evidence", text="three good words")).result()
    session.close()
    open_workshop(session.path).close()
    return session.path


def damage(path: Path) -> None:
    """Change one letter of a saved file."""
    path.write_bytes(path.read_bytes().replace(b"good", b"food"))


def test_check_lists_the_backups(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what each holds, for a program to read."""
    assert main(["check", str(path), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(backup["occasion"], backup["holds"]["words"]) for backup in said["backups"]] == [
        ("opened", 3),
        ("opened", 0),
    ]


def test_check_of_a_damaged_file_offers_the_backups(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal is one sentence; what one can go back to is listed."""
    damage(path)
    assert main(["check", str(path)]) == 1
    output = capsys.readouterr()
    assert "is damaged" in output.err
    assert "words: 3" in output.out.splitlines()[1]


def test_check_of_a_damaged_file_is_json_where_json_was_asked_for(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A program reads the problem and the backups."""
    damage(path)
    assert main(["check", str(path), "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["ok"], len(said["backups"])) == (False, 2)


@pytest.mark.parametrize(("number", "text"), [("1", "three good words"), ("2", "")])
def test_restore_goes_back_to_the_backup_of_that_number(path: Path, number: str, text: str) -> None:
    """Numbered as check lists them."""
    damage(path)
    assert main(["restore", str(path), number]) == 0
    assert read_workshop(path).plan.posters["p1"].text("evidence") == text


def test_restore_without_a_number_changes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It lists."""
    before = path.read_bytes()
    assert main(["restore", str(path)]) == 0
    assert "when it was opened" in capsys.readouterr().out
    assert path.read_bytes() == before


@pytest.mark.parametrize("number", ["0", "x", "-1", "²"])
def test_what_is_no_number_is_wrong_usage(path: Path, number: str) -> None:
    """Exit status 2, as for any wrong word."""
    with pytest.raises(SystemExit) as ended:
        main(["restore", str(path), number])
    assert ended.value.code == 2


def test_a_backup_that_is_not_there_is_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says where to look."""
    assert main(["restore", str(path), "9"]) == 1
    assert "no backup 9" in capsys.readouterr().err


def test_a_damaged_backup_is_listed_as_such_and_refused(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is not put in the place of a good file."""
    for backup in path.with_name("day.workshop.backups").iterdir():
        damage(backup)
    assert main(["check", str(path)]) == 0
    assert "is damaged" in capsys.readouterr().out
    assert main(["restore", str(path), "1"]) == 1


def test_forget_says_how_many_names_went(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And they are gone."""
    assert main(["forget", str(path)]) == 0
    assert "2 names were forgotten" in capsys.readouterr().out
    assert b"Number 1" not in path.read_bytes()


def test_a_copy_is_carried_elsewhere_and_unpacked(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One zip, and on the other side the same workshop."""
    copy = tmp_path / "carried.workshop.zip"
    assert main(["export", str(path), "--to", str(copy)]) == 0
    capsys.readouterr()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert main(["unpack", str(copy), "--to", str(elsewhere)]) == 0
    made = Path(capsys.readouterr().out.strip())
    assert made.parent == elsewhere
    assert read_workshop(made).plan == read_workshop(path).plan


def test_what_is_no_copy_is_not_unpacked(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says what it lacks, and nothing appears."""
    assert main(["unpack", str(path), "--to", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["day.workshop.backups", "day.workshop.json"]
