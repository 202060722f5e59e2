"""The record from the command line: its language and sections for this once, the file untouched."""

from pathlib import Path

import pytest

from tests.record.library import library
from tests.record.reading import text_of
from workshop_tool.cli import main
from workshop_tool.services import opening


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a workshop file."""
    path = tmp_path / "day.workshop.json"
    opening.save_new(library(1), path)
    return path


def record(path: Path, *options: str) -> str:
    """Return the text of a record that was exported with these options."""
    out = path.with_name("record.pdf")
    assert main(["export", str(path), "--to", str(out), *options]) == 0
    return text_of(out.read_bytes())


def test_the_record_is_written_in_another_language(path: Path) -> None:
    """The workshop file keeps its own."""
    before = path.read_bytes()
    assert "Problemområder" in record(path, "--language", "nb")
    assert path.read_bytes() == before


def test_only_some_sections_are_written(path: Path) -> None:
    """In their usual order."""
    text = record(path, "--only", "method,summary")
    assert text.index("Who came") < text.index("Way of working")
    assert "Questions to warm up" not in text


def test_some_sections_are_left_out(path: Path) -> None:
    """All others stay."""
    text = record(path, "--without", "appendix")
    assert "Made with" not in text
    assert "Way of working" in text


def test_names_are_listed_only_where_that_is_asked(path: Path) -> None:
    """The option says that they agreed."""
    assert "Secret Person" not in record(path)
    assert "Secret Person" in record(path, "--names")


def test_an_unknown_section_is_wrong_usage(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The answer lists those there are."""
    with pytest.raises(SystemExit) as ended:
        main(["export", str(path), "--to", "record.pdf", "--only", "stars"])
    assert ended.value.code == 2
    assert "stars is no section; there are cover, summary" in capsys.readouterr().err
