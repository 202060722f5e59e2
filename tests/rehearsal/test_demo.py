"""The demo: a whole workshop over real HTTP, and a record that holds all of it."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.builders import a_session
from workshop_tool.cli import main
from workshop_tool.domain.voting.result import count
from workshop_tool.domain.workshop import Workshop
from workshop_tool.rehearsal import demo
from workshop_tool.services.opening import read_workshop


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold the demo once, with few participants."""
    folder = tmp_path_factory.mktemp("demo")
    assert main(["demo", "--out", str(folder), "--participants", "6", "--seed", "3"]) == 0
    return folder


@pytest.fixture(scope="module")
def workshop(out: Path) -> Workshop:
    """Read the workshop that the demo left."""
    return read_workshop(out / "demo.workshop.json")


@pytest.fixture(scope="module")
def printed(out: Path) -> str:
    """Return all words of the record, without blanks: lines break where they like."""
    return "".join(_squeezed(page.extract_text()) for page in PdfReader(out / "record.pdf").pages)


def test_every_participant_voted_once(workshop: Workshop) -> None:
    """Six phones are six ballots, also where somebody changed their mind."""
    assert count(workshop.rounds[0]).turnout.phone == 6


def test_no_dot_is_lost(workshop: Workshop) -> None:
    """Six phones and three people on paper, each with three priority dots and one for feasibility."""
    assert count(workshop.rounds[0]).totals == {"priority": 27, "feasibility": 9}


def test_the_record_holds_every_problem_area(workshop: Workshop, printed: str) -> None:
    """All 21 of them."""
    assert [area.text for area in workshop.plan.areas if _squeezed(area.text) not in printed] == []


def test_the_record_holds_every_trend(workshop: Workshop, printed: str) -> None:
    """All 22 of them."""
    assert [trend.label for trend in workshop.plan.trends if _squeezed(trend.label) not in printed] == []


def test_the_record_holds_every_poster_field(workshop: Workshop, printed: str) -> None:
    """Every point that a group wrote."""
    points = [
        point for poster in workshop.plan.posters for text in poster.fields.values() for point in text.split("\n")
    ]
    assert len(points) > 80
    assert [point for point in points if _squeezed(point) not in printed] == []


def test_the_record_holds_every_count(workshop: Workshop, out: Path) -> None:
    """Each poster's page carries its own dots."""
    pages = [page.extract_text() for page in PdfReader(out / "record.pdf").pages]
    plan = workshop.plan
    for row in count(workshop.rounds[0]).rows:
        title = _squeezed(plan.title_of(plan.posters[row.poster]))
        sheet = next(page for page in reversed(pages) if title in _squeezed(page) and "Solution A" in page)
        head = _squeezed(sheet)
        assert f"P{row.dots['priority']}F{row.dots['feasibility']}" in head


def test_the_journal_is_gone(out: Path) -> None:
    """After a clean end the one workshop file is all there is of it, beside its backups."""
    assert {path.name for path in out.glob("*.workshop.*")} <= {"demo.workshop.json", "demo.workshop.backups"}


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence names the folder."""
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert main(["demo", "--out", str(tmp_path / "file" / "demo")]) == 1
    assert "cannot write" in capsys.readouterr().err


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """The disk may say no at the end as well: a sentence, not a traceback."""
    session = a_session(tmp_path)
    (tmp_path / "record.pdf").mkdir()
    try:
        with pytest.raises(demo.CannotWriteDemo, match="is a directory"):
            demo._export(session, tmp_path)
    finally:
        session.close()


def _squeezed(text: str) -> str:
    """Return the text without blanks and without hyphens at line ends."""
    return re.sub(r"\s+", "", text.replace("-\n", "").replace("\u00ad", ""))
