"""Files of other programs: the same four problem areas in each of them."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from reportlab.pdfgen.canvas import Canvas

from tests.lists.hostile import changed
from workshop_tool.lists import Choices, Preview, read_file
from workshop_tool.lists import refusals as no
from workshop_tool.lists.workshops import read_items_of
from workshop_tool.services.opening import read_workshop

SAMPLES = Path(__file__).with_name("samples")
SAMPLE_WORKSHOP = Path(__file__).parents[2] / "sessions" / "ho21.workshop.json"
AREAS = [("Too few boats", "Sea"), ("No pier", "Sea"), ("Roads flood", "Land"), ("Trains are late", "Land")]
FILES = [path.name for path in sorted(SAMPLES.iterdir()) if path.name != "pages.pdf"]
OFFICE = shutil.which("soffice")


def _areas(preview: Preview) -> list[tuple[str, str | None]]:
    return [(draft.text, draft.theme) for draft in preview.drafts]


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_program_is_read(name: str) -> None:
    """Word, PowerPoint, Excel, LibreOffice, JSON, Markdown, CSV and text."""
    assert _areas(read_file(SAMPLES / name, "problems")) == AREAS


@pytest.mark.parametrize("name", FILES)
def test_content_decides_and_not_the_name(tmp_path: Path, name: str) -> None:
    """A list is read under any name."""
    path = tmp_path / "list.dat"
    path.write_bytes((SAMPLES / name).read_bytes())
    assert len(read_file(path, "problems").drafts) == 4


@pytest.mark.parametrize("name", ["list.docx", "list.odt", "slides.pptx", "list.md"])
def test_what_is_nested_stays_beneath_its_item(name: str) -> None:
    """The program knows the level."""
    assert read_file(SAMPLES / name, "problems").drafts[0].children == ("small ones",)


@pytest.mark.parametrize("name", ["list.docx", "list.odt", "table.docx", "sheet.xlsx", "sheet.ods"])
def test_an_owner_is_read_from_a_line_or_a_column(name: str) -> None:
    """Responsible: whoever the file names."""
    assert read_file(SAMPLES / name, "problems").drafts[1].owner == "Harbour Office"


def test_the_pages_of_a_pdf_are_read_with_their_columns() -> None:
    """One below the other, without the running head and the page numbers."""
    preview = read_file(SAMPLES / "pages.pdf", "problems", choices=Choices(pages=(1, 2)))
    assert _areas(preview) == [
        ("Too few boats, and those that are left are old", "Sea"),
        ("No pier", "Sea"),
        ("Roads flood", "Land"),
        ("Trains are late", "Land"),
        ("Chimneys smoke", "Air"),
        ("Planes at night", "Air"),
    ]


@pytest.mark.parametrize("hyphen", ["-", "\N{SOFT HYPHEN}"])
def test_a_word_that_a_pdf_breaks_at_the_end_of_a_line_is_whole_again(tmp_path: Path, hyphen: str) -> None:
    """Be its hyphen a plain one or a soft one."""
    canvas = Canvas(str(tmp_path / "broken.pdf"))
    for line, text in enumerate((f"1. Public univer{hyphen}", "sities are far away", "2. Long-term plans fail")):
        canvas.drawString(72, 760 - 14 * line, text)
    canvas.save()
    preview = read_file(tmp_path / "broken.pdf", "problems")
    assert [draft.text for draft in preview.drafts] == ["Public universities are far away", "Long-term plans fail"]


def test_thanks_on_the_last_slide_are_no_item(tmp_path: Path) -> None:
    """Nor is an address to write to."""
    last = changed(
        "slides.pptx", {"ppt/slides/slide2.xml": lambda data: data.replace(b"Trains are late", b"Thank you!")}
    )
    (tmp_path / "slides.pptx").write_bytes(last)
    preview = read_file(tmp_path / "slides.pptx", "problems")
    assert [left.reason for left in preview.left_out if left.text == "Thank you!"] == ["thanks at the end"]


def test_only_the_chosen_pages_are_read() -> None:
    """The second of three."""
    preview = read_file(SAMPLES / "pages.pdf", "problems", choices=Choices(pages=(2,)))
    assert (len(preview.drafts), preview.offers.pages) == (4, 3)


def test_a_page_that_is_not_there_is_refused() -> None:
    """With the number of pages there are."""
    with pytest.raises(no.PagesMissing, match="3 pages"):
        read_file(SAMPLES / "pages.pdf", "problems", choices=Choices(pages=(4,)))


def test_the_chosen_sheet_is_read() -> None:
    """By its name."""
    preview = read_file(SAMPLES / "sheet.xlsx", "problems", choices=Choices(sheet="Other"))
    assert [draft.text for draft in preview.drafts] == ["nothing of interest"]


def test_what_a_column_says_can_be_changed() -> None:
    """The theme column is the text, say."""
    preview = read_file(SAMPLES / "sheet.xlsx", "problems", choices=Choices(columns=("", "theme", "text", "")))
    assert (preview.drafts[0].text, preview.drafts[0].theme) == ("Sea", "Too few boats")


def test_a_formula_without_a_result_is_warned_of(tmp_path: Path) -> None:
    """It is never worked out; the cell is named."""
    book = xlsxwriter.Workbook(tmp_path / "list.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Problem area", "Responsible"])
    for row, (text, stored) in enumerate([("Fog", "Harbour Office"), ("Wind", "")], start=1):
        sheet.write(row, 0, text)
        sheet.write_formula(row, 1, "=1+1", value=stored)
    book.close()
    preview = read_file(tmp_path / "list.xlsx", "problems")
    assert [draft.owner for draft in preview.drafts] == ["Harbour Office", None]
    assert any("B3" in note for note in preview.notes)


def test_a_cell_in_the_last_corner_of_a_sheet_is_left_out_in_sight(tmp_path: Path) -> None:
    """XFD1048576 costs nothing."""
    book = xlsxwriter.Workbook(tmp_path / "list.xlsx")
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Problem area"])
    sheet.write_row(1, 0, ["Fog"])
    sheet.write(1_048_575, 16_383, "far away")
    book.close()
    preview = read_file(tmp_path / "list.xlsx", "problems")
    assert _areas(preview) == [("Fog", None)]
    assert [(part.text, part.line) for part in preview.left_out] == [("far away", 1_048_576)]


@pytest.mark.parametrize("kind", ["trends", "problems"])
def test_another_workshop_is_a_list_too(kind: str) -> None:
    """Opened by whoever imports it, or read as it was last saved."""
    opened = read_items_of(read_workshop(SAMPLE_WORKSHOP), kind, "other")  # type: ignore[arg-type]
    saved = read_file(SAMPLE_WORKSHOP, kind)  # type: ignore[arg-type]
    assert [draft.text for draft in opened.drafts] == [draft.text for draft in saved.drafts]


def test_what_dry_run_prints_has_the_agreed_keys() -> None:
    """Other programs read it."""
    told = json.loads(json.dumps(read_file(SAMPLES / "list.docx", "problems", ["no pier"]).told()))
    assert list(told) == ["drafts", "left_out", "duplicates"]
    assert list(told["drafts"][0]) == [
        "text", "theme", "number", "new", "children", "owner", "name", "organisation", "sector", "importance",
        "certainty", "confidence", "line",
    ]  # fmt: skip
    assert told["duplicates"] == [{"draft": 1, "of": "no pier", "exact": True}]
    assert list(told["left_out"][0]) == ["text", "reason", "line"]


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
@pytest.mark.parametrize(
    ("sample", "ending"),
    [
        ("list.docx", "docx"),
        ("list.docx", "pdf"),
        ("list.docx", "odt"),
        ("table.docx", "odt"),
        ("table.docx", "docx"),
        ("sheet.xlsx", "xlsx"),
        ("sheet.xlsx", "ods"),
        ("slides.pptx", "pptx"),
    ],
)
def test_what_libreoffice_writes_is_read(tmp_path: Path, sample: str, ending: str) -> None:
    """The same four areas, saved by the program itself."""
    given = tmp_path / "given" / sample
    given.parent.mkdir()
    given.write_bytes((SAMPLES / sample).read_bytes())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path), str(given)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    assert _areas(read_file((tmp_path / sample).with_suffix(f".{ending}"), "problems")) == AREAS
