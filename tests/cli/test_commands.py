"""The command line as other programs call it: words in, words and exit statuses out."""

import json
from pathlib import Path

import pytest

from workshop_tool.cli import main

LIST = "1) Ferries are late\n2) Houses stand empty in winter\n"


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """Make a workshop file with nothing in it."""
    path = tmp_path / "coast.workshop.json"
    assert main(["new", str(path), "--title", "Coastal towns", "--date", "2026-05-01"]) == 0
    return path


@pytest.fixture
def problem_list(tmp_path: Path) -> Path:
    """Write a list of two problem areas."""
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def said(capsys: pytest.CaptureFixture[str]) -> str:
    """Return the one sentence on stderr."""
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.strip().endswith(".")
    return error


def test_new_makes_a_file_that_check_finds_whole(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What `new` made, `check` can read."""
    assert main(["check", str(workshop), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Coastal towns"


def test_new_overwrites_nothing(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second `new` is refused and leaves the first file as it was."""
    before = workshop.read_bytes()
    assert main(["new", str(workshop), "--title", "Other"]) == 1
    assert "already something" in said(capsys)
    assert workshop.read_bytes() == before


def test_new_without_title_is_wrong_usage(tmp_path: Path) -> None:
    """Exit status 2 says that the call was wrong."""
    with pytest.raises(SystemExit) as exit_:
        main(["new", str(tmp_path / "a.workshop.json")])
    assert exit_.value.code == 2


@pytest.mark.parametrize("call", [["fly"], ["add", "dreams", "a", "b"], ["host", "a", "--port", "x"], []])
def test_an_unknown_word_is_wrong_usage(call: list[str]) -> None:
    """Exit status 2 for anything the command line does not know."""
    with pytest.raises(SystemExit) as exit_:
        main(call)
    assert exit_.value.code == 2


def test_add_brings_the_list_into_the_file(
    workshop: Path, problem_list: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two areas in the list are two areas in the workshop."""
    assert main(["add", "problems", str(workshop), str(problem_list)]) == 0
    main(["check", str(workshop), "--json"])
    assert '"problem_areas": 2' in capsys.readouterr().out


def test_add_twice_adds_once(workshop: Path, problem_list: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is already there, word for word, is not added again."""
    main(["add", "problems", str(workshop), str(problem_list)])
    main(["add", "problems", str(workshop), str(problem_list)])
    assert "0 items added" in capsys.readouterr().out


def test_dry_run_changes_nothing(workshop: Path, problem_list: Path) -> None:
    """A dry run only tells."""
    before = workshop.read_bytes()
    assert main(["add", "problems", str(workshop), str(problem_list), "--dry-run"]) == 0
    assert workshop.read_bytes() == before


def test_dry_run_tells_drafts_as_json(workshop: Path, problem_list: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Other programs read drafts, what was left out, and duplicates."""
    main(["add", "problems", str(workshop), str(problem_list), "--dry-run", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert [draft["number"] for draft in told["drafts"]] == [1, 2]
    assert set(told) == {"drafts", "left_out", "duplicates"}


def test_export_and_new_from_give_the_same_workshop(workshop: Path, problem_list: Path, tmp_path: Path) -> None:
    """The exchange format carries everything there and back."""
    main(["add", "problems", str(workshop), str(problem_list)])
    first, copy, second = tmp_path / "1.json", tmp_path / "copy.workshop.json", tmp_path / "2.json"
    assert main(["export", str(workshop), "--to", str(first)]) == 0
    assert main(["new", str(copy), "--from", str(first)]) == 0
    assert main(["export", str(copy), "--to", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()


def test_export_writes_the_record(workshop: Path, tmp_path: Path) -> None:
    """A name that ends in .pdf gives the record."""
    assert main(["export", str(workshop), "--to", str(tmp_path / "record.pdf")]) == 0
    assert (tmp_path / "record.pdf").read_bytes().startswith(b"%PDF-")


def test_export_into_no_folder_is_refused(workshop: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the place."""
    assert main(["export", str(workshop), "--to", str(tmp_path / "none" / "out.json")]) == 1
    assert "out.json" in said(capsys)


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00\xff\x13" * 99, "blåbær".encode("latin-1"), b"[1, 2]", b'{"_default": {}}', b"{" * 100_000],
    ids=["empty", "binary", "latin-1", "a list", "stock tinydb", "deep"],
)
@pytest.mark.parametrize("command", ["check", "export", "add", "host"])
def test_a_wrong_file_is_refused_and_untouched(
    tmp_path: Path, problem_list: Path, content: bytes, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever is not a workshop gets one sentence, whichever command meets it."""
    path = tmp_path / "wrong.workshop.json"
    path.write_bytes(content)
    words = {
        "check": ["check", str(path)],
        "export": ["export", str(path), "--to", str(tmp_path / "out.pdf")],
        "add": ["add", "problems", str(path), str(problem_list)],
        "host": ["host", str(path), "--address", "127.0.0.1", "--port", "0"],
    }
    assert main(words[command]) == 1
    assert "is not a workshop file" in said(capsys)
    assert path.read_bytes() == content
    assert sorted(p.name for p in tmp_path.iterdir()) == ["list.txt", "wrong.workshop.json"]


@pytest.mark.parametrize("content", [b"", b"\n \n", b"PK\x03\x04" + bytes(200), b"\x00" * 50])
def test_a_list_without_items_changes_nothing(
    workshop: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty or a binary list is refused with a sentence."""
    (tmp_path / "bad.txt").write_bytes(content)
    before = workshop.read_bytes()
    assert main(["add", "trends", str(workshop), str(tmp_path / "bad.txt")]) == 1
    assert said(capsys)
    assert workshop.read_bytes() == before


def test_schema_is_a_json_schema(capsys: pytest.CaptureFixture[str]) -> None:
    """Other programs can learn the exchange format."""
    assert main(["schema"]) == 0
    assert "problem_areas" in json.loads(capsys.readouterr().out)["properties"]


def test_new_goes_on_from_an_earlier_workshop(
    workshop: Path, problem_list: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The parts named come along, under the title given."""
    main(["add", "problems", str(workshop), str(problem_list)])
    later = tmp_path / "later.workshop.json"
    assert main(["new", str(later), "--continue", str(workshop), "--parts", "problems", "--title", "Day two"]) == 0
    capsys.readouterr()
    main(["check", str(later), "--json"])
    said_of_it = json.loads(capsys.readouterr().out)
    assert (said_of_it["title"], said_of_it["problem_areas"]) == ("Day two", 2)


def test_new_begins_with_a_template(
    workshop: Path, problem_list: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Any workshop can be one; without a title it is called as the template is."""
    main(["add", "problems", str(workshop), str(problem_list)])
    later = tmp_path / "later.workshop.json"
    assert main(["new", str(later), "--template", str(workshop)]) == 0
    capsys.readouterr()
    main(["check", str(later), "--json"])
    assert json.loads(capsys.readouterr().out)["title"] == "Coastal towns"


def test_parts_without_a_workshop_to_take_them_from_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is made of half a wish."""
    path = tmp_path / "a.workshop.json"
    assert main(["new", str(path), "--title", "A", "--parts", "trends"]) == 1
    assert "--continue" in said(capsys)
    assert not path.exists()
