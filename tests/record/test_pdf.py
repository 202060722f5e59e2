"""The printed record: everything is in it, in order, and the same workshop gives the same bytes."""

from io import BytesIO
from string import ascii_letters as letters

from pypdf import PdfReader

from tests.record.library import AREAS, PARTICULARS, PICKED, QUESTIONS, TRENDS, library
from tests.record.reading import pages_of, squeezed, text_of
from workshop_tool.domain.fact import FieldKey
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.paper.text import paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.wording import dots_text
from workshop_tool.record.pdf import make_pdf
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.style import Style

HEAD = "PostersNineposters,inlistorder"
"""What stands above the first sheet."""


def test_the_record_holds_every_trend_area_and_question(pdf: bytes) -> None:
    """Nothing of the lists is lost."""
    text = squeezed(text_of(pdf))
    said = [*TRENDS, *(text for _theme, text in AREAS), *QUESTIONS, *{theme for theme, _text in AREAS}]
    assert [line for line in said if squeezed(line) not in text] == []


def test_the_map_itself_holds_every_trend(pdf: bytes) -> None:
    """22 labels find room on the page of the map."""
    page = squeezed(next(page for page in pages_of(pdf) if "Very high" in page))
    assert [label for label in TRENDS if squeezed(label) not in page] == []


def test_map_and_list_share_a_page_where_both_fit(pdf: bytes) -> None:
    """The list is read beside the map; 22 trends take one page."""
    page = next(page for page in pages_of(pdf) if "Very high" in page)
    assert page.index("Very high") < page.index("22 " + TRENDS[-1])


def test_a_list_that_does_not_fit_below_the_map_goes_behind_it() -> None:
    """The map stays large enough to be read, and nothing of the list is lost."""
    workshop = library()
    plan = workshop.plan
    for trend in plan.trends:
        plan = plan.with_item(trend.revised(note=f"Remark on {trend.id}:\nto be followed up"))
    pages = pages_of(make_pdf(workshop.with_plan(plan)))
    page = next(page for page in pages if "Very high" in page)
    assert "The trends" not in page
    assert [trend.id for trend in plan.trends if f"Remark on {trend.id}:" not in " ".join(pages)] == []


def test_the_result_stands_on_one_page(pdf: bytes) -> None:
    """Ranking, matrix and where the dots come from, side by side for who wants to check them."""
    page = next(page for page in pages_of(pdf) if page.startswith("Result of the dot voting"))
    assert "How to read it" in page
    assert "Where the dots come from" in page


def test_the_record_holds_every_poster_field(pdf: bytes) -> None:
    """Each poster's page holds what was written on it."""
    pages = [squeezed(page) for page in pages_of(pdf)]
    for poster in library().plan.posters_in_list_order():
        number = library().plan.area_of(poster).number
        page = next(page for page in pages if page.startswith((f"{number}", HEAD)) and f"{number}ofahundred" in page)
        lines = [line.removeprefix("- ") for text in poster.fields.values() for line in text.splitlines()]
        assert [line for line in lines if squeezed(line) not in page] == []


def test_a_blank_field_reads_not_filled_in(pdf: bytes) -> None:
    """Two posters have four blank fields each."""
    assert text_of(pdf).count("not filled in") == 8


def test_posters_are_landscape_pages_in_list_order(pdf: bytes) -> None:
    """One landscape page each, all of one size."""
    sheets = [page for page in PdfReader(BytesIO(pdf)).pages if page.mediabox.width > page.mediabox.height]
    numbers = [int(squeezed(page.extract_text()).removeprefix(HEAD)[:2].rstrip(letters)) for page in sheets]
    assert numbers == sorted(PICKED)


def test_every_count_stands_on_the_poster_with_its_letter(pdf: bytes) -> None:
    """Letter and number; a dash where nothing was entered."""
    sheets = [page for page in PdfReader(BytesIO(pdf)).pages if page.mediabox.width > page.mediabox.height]
    for page, (_title, priority, feasibility) in zip(sheets, PICKED.values(), strict=True):
        counts = ["P", dots_text(priority), "F", dots_text(feasibility)]
        assert " ".join(counts) in " ".join(page.extract_text().split())


def test_no_participant_is_named(pdf: bytes) -> None:
    """Sectors yes, names no."""
    text = text_of(pdf)
    assert "Secret Person" not in text
    assert "town council" in text


def test_the_same_workshop_gives_the_same_bytes(pdf: bytes) -> None:
    """No clock and no chance in the file."""
    assert make_pdf(library()) == pdf


def test_the_file_says_what_it_is(pdf: bytes) -> None:
    """Title, author, subject and language are for programs that read aloud or file away."""
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata
    assert (reader.metadata.title, reader.metadata.author) == (PARTICULARS["title"], PARTICULARS["author"])
    assert reader.metadata.subject == PARTICULARS["project"]
    assert str(reader.root_object["/Lang"]) == "en"


def test_every_font_is_embedded(pdf: bytes) -> None:
    """The record prints alike everywhere."""
    fonts = [
        font.get_object()
        for page in PdfReader(BytesIO(pdf)).pages
        for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
    ]
    assert fonts
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_bookmarks_lead_to_sections_and_posters(pdf: bytes, facts: RecordFacts) -> None:
    """The outline names each section, and the posters below theirs."""
    outline = PdfReader(BytesIO(pdf)).outline
    sections = [item.title for item in outline if not isinstance(item, list)]
    posters = [item for item in outline if isinstance(item, list)]
    assert sections == [facts.heading(key).name for key in facts.order if key != "cover"]
    assert [len(below) for below in posters] == [len(PICKED)]


def test_the_contents_name_the_page_each_poster_is_on(pdf: bytes) -> None:
    """The number beside a title is the page where it stands."""
    pages = pages_of(pdf)
    contents = next(page for page in pages if page.startswith("Contents"))
    page = next(n for n, text in enumerate(pages, 1) if text.startswith("10 One person carries a branch"))
    assert f"One person carries a branch {page} " in contents


def test_the_contents_are_linked(pdf: bytes) -> None:
    """A click on any line leads somewhere."""
    contents = next(p for p in PdfReader(BytesIO(pdf)).pages if p.extract_text().startswith("Contents"))
    assert len(contents["/Annots"]) >= 2 * (7 + len(PICKED))  # type: ignore[arg-type]


def test_a_workshop_with_only_a_title_prints_three_pages() -> None:
    """A cover, a page that says what there is not, and the appendix."""
    pages = pages_of(make_pdf(Workshop(Plan(Particulars(title="Only a title")))))
    assert len(pages) == 3
    assert "Only a title" in pages[0]
    assert "No trends were listed." in pages[1]


def test_a_full_poster_runs_on_to_a_second_page() -> None:
    """Nothing is clipped: the last words stand on the page behind."""
    workshop = library()
    poster = workshop.plan.posters["p1"]
    long = "\n".join(f"Point {n} about the noise in the reading room on every working day" for n in range(60))
    full = poster.revised(fields={**poster.fields, FieldKey("solution_a"): long})
    text = pages_of(make_pdf(workshop.with_plan(workshop.plan.with_item(full))))
    assert sum("Solution A, continued" in page for page in text) == 1
    assert all(f"Point {n} about" in " ".join(text) for n in range(60))


def test_a_number_stays_with_the_word_before_it() -> None:
    """A line never begins with the 12 of "number 12"; a year may stand anywhere."""
    text = paragraph(Style(Anchors({})).body, "See number 12, and 3 more, in 2030").getPlainText()
    assert text == "See number\N{NO-BREAK SPACE}12, and\N{NO-BREAK SPACE}3 more, in 2030"
