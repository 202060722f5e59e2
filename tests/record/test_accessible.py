"""The record is read aloud as it is seen: every word belongs to an element, and every picture has words."""

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from tests.record.library import PARTICULARS, PICKED, QUESTIONS, library
from tests.record.tagged import Node, kids, links, marks, nodes, unmarked_operators, verdict
from workshop_tool.record.pdf import make_pdf
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE


@pytest.fixture
def opened(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """Give the record of the whole workshop, opened."""
    with pikepdf.open(BytesIO(pdf)) as file:
        yield file


@pytest.fixture
def tree(opened: pikepdf.Pdf) -> list[Node]:
    """Give its elements in reading order."""
    return nodes(opened)


def test_verapdf_finds_nothing_to_say(pdf: bytes, tmp_path: Path) -> None:
    """The sample and the invented workshop are PDF/UA-1 and PDF/A-2a."""
    files = [tmp_path / "library.pdf", tmp_path / "sample.pdf"]
    files[0].write_bytes(pdf)
    files[1].write_bytes(make_pdf(read_workshop(SAMPLE)))
    said = verdict(*files)
    if not said:
        pytest.skip("the script that runs veraPDF is not beside the project")
    assert said.count("compliant=true") == 4, said


def test_nothing_is_painted_outside_of_marked_content(opened: pikepdf.Pdf) -> None:
    """Whatever a page shows is either content of an element or told to be decoration."""
    assert [unmarked_operators(page) for page in opened.pages] == [[] for _page in opened.pages]


def test_every_mark_belongs_to_an_element(opened: pikepdf.Pdf) -> None:
    """The marks of a page are numbered from 0, and the page knows the element of each."""
    numbers = opened.Root.StructTreeRoot.ParentTree.Nums
    owners = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    for page in opened.pages:
        found = marks(page)
        assert sorted(found) == list(range(len(found)))
        assert len(owners[int(page.obj.StructParents)]) == len(found)


def test_headings_come_in_order(tree: list[Node]) -> None:
    """No level is skipped on the way down, and the first heading is a first one."""
    levels = [int(node.role[1]) for node in tree if node.role in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_poster_is_a_heading(tree: list[Node]) -> None:
    """One finds a poster by leafing from heading to heading: a field's label is one too."""
    roles = Counter(node.role for node in tree)
    assert roles["H3"] >= 6 * len(PICKED)


def test_every_figure_says_what_it_shows(tree: list[Node]) -> None:
    """The map and the matrix, each with words and its place on the page."""
    figures = [node.element for node in tree if node.role == "Figure"]
    assert len(figures) >= 2
    assert all(len(str(figure.Alt)) > 40 and len(figure.A.BBox) == 4 for figure in figures)


def test_every_link_says_where_it_leads(opened: pikepdf.Pdf, tree: list[Node]) -> None:
    """A link is an element that holds what can be clicked, which names its target."""
    clicked = [
        kid.Obj.objgen
        for node in tree
        if node.role == "Link"
        for kid in kids(node.element)
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"
    ]
    assert sorted(clicked) == sorted(link.objgen for link in links(opened))
    assert all(str(link.Contents) for link in links(opened))


def test_the_rows_of_a_table_are_alike(tree: list[Node]) -> None:
    """Every row has as many cells as the first, and the first are heads of columns or of their rows."""
    for table in (node.element for node in tree if node.role == "Table"):
        rows = [[str(cell.S) for cell in kids(row)] for row in kids(table)]  # type: ignore[attr-defined,arg-type]
        assert len({len(row) for row in rows}) == 1
        assert "/TH" in rows[0]


def test_a_list_is_a_list(tree: list[Node]) -> None:
    """The questions are items with a label and a body, in one list."""
    lists = [node.element for node in tree if node.role == "L"]
    assert len(QUESTIONS) in {len(kids(found)) for found in lists}
    items = [node.element for node in tree if node.role == "LI"]
    assert all([str(kid.S) for kid in kids(item)] == ["/Lbl", "/LBody"] for item in items)  # type: ignore[attr-defined]


def test_a_table_over_two_pages_is_one(tmp_path: Path) -> None:
    """Its head is told once, however often it is printed."""
    del tmp_path
    workshop = library()
    plan = workshop.plan
    for poster in plan.posters:
        plan = plan.with_item(poster.revised(title="A title that takes three lines " * 14))
    with pikepdf.open(BytesIO(make_pdf(workshop.with_plan(plan)))) as file:
        tables = [node.element for node in nodes(file) if node.role == "Table"]
        heads = [[row for row in kids(table) if str(kids(row)[-1].S) == "/TH"] for table in tables]  # type: ignore[attr-defined,arg-type]
        longest = max(range(len(tables)), key=lambda at: len(kids(tables[at])))
        assert len(kids(tables[longest])) == len(PICKED) + 1
        assert len(heads[longest]) == 1


def test_the_file_names_its_language_and_title(opened: pikepdf.Pdf) -> None:
    """A reader's program speaks the language and shows the title."""
    assert str(opened.Root.Lang) == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as told:
        assert told["dc:title"] == PARTICULARS["title"]


def test_a_title_of_markup_is_kept_in_the_file_s_own_words() -> None:
    """What the file says of itself is XML, and a title may look like it."""
    title = "<b>Water & wind</b> ]]> \N{GREEK SMALL LETTER PI}"
    with pikepdf.open(BytesIO(make_pdf(library(title=title)))) as file, file.open_metadata() as told:
        assert told["dc:title"] == title
