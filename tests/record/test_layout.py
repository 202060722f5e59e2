"""The layout: heads and lines that look as if somebody had set them by hand."""

from dataclasses import replace
from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_workshop
from tests.full_workshop import full_workshop
from tests.record.library import library
from tests.record.reading import pages_of, text_of
from tests.record.tagged import nodes
from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.grid import Cell
from workshop_tool.paper.text import paragraph, shortened, width
from workshop_tool.paper.text_block import TextBlock
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.posters import FieldFacts
from workshop_tool.record.pdf import make_pdf, print_record
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.poster.fitting import PADDING, fill_cells
from workshop_tool.record.pdf.style import TEXT_WIDTH, Style

TEXTS = st.text(st.sampled_from("abcdefg hijklmno  .,;:WQ-\u00e5\u0416\u4e2d\u2192"), max_size=700)
FIELDS = st.lists(st.lists(TEXTS, max_size=9), min_size=1, max_size=4)


@given(st.integers(3, 40).flatmap(lambda words: st.lists(st.integers(2, 12), min_size=words, max_size=words)))
def test_no_word_of_a_heading_is_left_alone(lengths: list[int]) -> None:
    """It takes no more lines than it needs, and the last one is at least as long as where all are filled."""
    title = " ".join("n" * length for length in lengths)
    style = Style(Anchors({})).h1
    balanced, filled = (_lines(paragraph(look, title)) for look in (style, style.clone("filled", balanced=False)))
    assert len(balanced) == len(filled)
    assert len(balanced) == 1 or len(balanced[-1]) >= len(filled[-1])


def test_a_word_of_a_real_heading_is_not_left_alone() -> None:
    """As it was in Norwegian."""
    style = Style(Anchors({})).h1
    lines = _lines(paragraph(style, "To områder leder, hvert med ni prikker for prioritet"))
    assert lines == ["To områder leder, hvert", "med ni prikker for prioritet"]


def _lines(block: TextBlock) -> list[str]:
    block.wrap(TEXT_WIDTH, 1000)
    return [" ".join(words) for _room, words in block.blPara.lines]


@given(FIELDS, st.floats(90, 260), st.floats(60, 220))
def test_no_cell_of_a_poster_clips_its_text(fields: list[list[str]], across: float, high: float) -> None:
    """Every line stands inside its cell, and what finds no room there runs on: nothing is left out, nothing doubled."""
    told = [FieldFacts(f"Field {n}", "What?", "", (), tuple(points)) for n, points in enumerate(fields)]
    cell = Cell(0, 0, across, high)
    for field, filling in zip(told, fill_cells(told, [cell] * len(told)), strict=True):
        for piece in filling.pieces:
            assert piece.down + piece.text.height <= high - 2 * PADDING + 0.01
            assert all(room >= -0.01 for room in _room_left(piece.text))
        said = "".join(part.getPlainText(identify=False) for part in (*(p.text for p in filling.pieces), *filling.rest))
        wanted = "".join((field.label, field.prompt, *(field.points or ("not filled in",))))
        assert _letters(said) == _letters(wanted)


def _room_left(text: object) -> list[float]:
    """Return how far each line ends before the edge, in points."""
    lines = text.blPara.lines  # type: ignore[attr-defined]  # ReportLab's
    return [line[0] if isinstance(line, tuple) else line.extraSpace for line in lines]


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def test_the_posters_have_a_heading_of_the_first_level() -> None:
    """Above the first sheet; each poster is one below it."""
    with pikepdf.open(BytesIO(make_pdf(library(most_posters=2)))) as file:
        said = [(node.role, str(node.element.get("/ActualText", ""))) for node in nodes(file) if node.role == "H1"]
    assert ("H1", "Two posters, in list order") in said


def test_a_long_table_begins_below_its_title() -> None:
    """No page holds a section's heading and nothing else."""
    pages = pages_of(make_pdf(full_workshop(ballots=10)))
    page = next(page for page in pages if page.startswith("Links 40 trends"))
    assert "Trends that drive the posters Trend Posters Numbers 400" in page


def test_a_line_that_is_higher_than_a_page_is_broken() -> None:
    """A trend that drives hundreds of posters: every number is found again."""
    facts = record_facts(library())
    numbers = " ".join(f"n{number:04}" for number in range(1200))
    rows = tuple(replace(row, posters=numbers) for row in facts.links.trends[:1])
    text = text_of(print_record(replace(facts, links=replace(facts.links, trends=rows))).pdf)
    assert [number for number in numbers.split() if number not in text] == []


@given(st.text(max_size=60), st.floats(-5, 300))
def test_what_is_shortened_fits_and_could_not_be_longer(text: str, most: float) -> None:
    """It keeps as many letters as there is room for."""
    short = shortened(text, REGULAR.name, 8, most)
    if short != text:
        kept = len(short) - 1
        assert kept == 0 or width(short, REGULAR.name, 8) <= most
        longer = [text[:n].rstrip() for n in range(kept + 1, len(text))]
        assert all(width(f"{more}…", REGULAR.name, 8) > most for more in longer if len(more) > kept)


def test_the_result_of_nine_posters_has_room_on_one_page() -> None:
    """The matrix makes room for the ledger, rather than sending it to a page of its own."""
    pages = pages_of(make_pdf(library()))
    assert [("How to read it" in page, "Where the dots come from" in page) for page in pages].count((True, True)) == 1


def test_the_turnout_is_shown_and_told_in_words() -> None:
    """By which way people voted, and how many of those present did not."""
    workshop = full_workshop(ballots=20)
    book = workshop.rounds[0]
    book = book.with_round(book.round.revised(present=25))
    with pikepdf.open(BytesIO(make_pdf(workshop.with_book(book)))) as file:
        said = [str(node.element.Alt) for node in nodes(file) if node.role == "Figure"]
    assert "Bar of the turnout: 20 by phone and 5 did not vote." in said


def test_a_short_introduction_needs_no_page_of_its_own() -> None:
    """Two posters and little else: it stands below the contents."""
    pages = pages_of(make_pdf(a_workshop(posters=2, trends=3, participants=4)))
    assert any(page.startswith("Contents") and "Four participants by sector" in page for page in pages)


def test_a_programme_that_is_made_up_says_so_once() -> None:
    """Not on every line."""
    workshop = library()
    plan = workshop.plan
    for part in plan.programme:
        plan = plan.with_item(part.revised(example=True))
    told = record_facts(workshop.with_plan(plan)).programme
    assert not any(entry.example for entry in told.entries)
    assert told.example_note.startswith("The whole programme")
