"""``add`` from the command line: what it tells, and that nothing half-done is left behind."""

import json
import shutil
from pathlib import Path

import pytest

from workshop_tool.cli import main
from workshop_tool.services.opening import read_workshop

SAMPLES = Path(__file__).with_name("samples")
SAMPLE_WORKSHOP = Path(__file__).parents[2] / "sessions" / "ho21.workshop.json"


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """Give an empty workshop."""
    path = tmp_path / "day.workshop.json"
    assert main(["new", str(path), "--title", "Day"]) == 0
    return path


def test_a_dry_run_tells_one_object(workshop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Drafts, what was left out, and duplicates."""
    capsys.readouterr()
    assert main(["add", "problems", str(workshop), str(SAMPLES / "list.docx"), "--dry-run", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["drafts", "left_out", "duplicates"]


def test_the_items_of_another_workshop_are_added(workshop: Path, tmp_path: Path) -> None:
    """All its problem areas, under their numbers."""
    other = tmp_path / "other.workshop.json"
    shutil.copy(SAMPLE_WORKSHOP, other)
    assert main(["add", "problems", str(workshop), str(other)]) == 0
    areas, others = read_workshop(workshop).plan.areas, read_workshop(other).plan.areas
    assert [(area.number, area.text) for area in areas] == [(area.number, area.text) for area in others]


def test_an_owner_of_the_list_follows_up_the_problem_area(workshop: Path) -> None:
    """In a field of its own, not in the note."""
    assert main(["add", "problems", str(workshop), str(SAMPLES / "list.docx")]) == 0
    areas = read_workshop(workshop).plan.areas
    assert [(area.owner, area.note) for area in areas if area.owner] == [("Harbour Office", "")]


def test_the_owner_of_a_trend_is_kept_in_its_note(workshop: Path) -> None:
    """A trend has none; no word of the list is lost."""
    assert main(["add", "trends", str(workshop), str(SAMPLES / "list.docx")]) == 0
    notes = [trend.note for trend in read_workshop(workshop).plan.trends]
    assert any("Responsible: Harbour Office" in note for note in notes)


def test_a_refused_list_changes_nothing(workshop: Path, tmp_path: Path) -> None:
    """All or nothing."""
    before = workshop.read_bytes()
    (tmp_path / "list.json").write_text('[{"text": "fog", "text": "wind"}]', encoding="utf-8")
    assert main(["add", "problems", str(workshop), str(tmp_path / "list.json")]) != 0
    assert workshop.read_bytes() == before
