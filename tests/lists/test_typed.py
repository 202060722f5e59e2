"""Office files and PDFs in which blanks and empty lines stand for what the program could have said."""

from collections.abc import Sequence
from pathlib import Path

import docx
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.lists import read_file


def _document(path: Path, paragraphs: Sequence[str]) -> Path:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path


def test_empty_paragraphs_part_the_groups_of_a_document(tmp_path: Path) -> None:
    """Whoever typed them meant them, though the program knows no headings."""
    typed = [
        "Harbour",
        "Too few boats",
        "No pier for ferries",
        "",
        "Roads",
        "Roads flood in spring",
        "Trains are late",
    ]
    drafts = read_file(_document(tmp_path / "typed.docx", typed), "problems").drafts
    assert [(draft.theme, draft.text) for draft in drafts] == [
        ("Harbour", "Too few boats"),
        ("Harbour", "No pier for ferries"),
        ("Roads", "Roads flood in spring"),
        ("Roads", "Trains are late"),
    ]


def test_paragraphs_of_a_document_are_items_where_nothing_parts_them(tmp_path: Path) -> None:
    """A paragraph is a paragraph, however short the line."""
    typed = ["Too few boats in the harbour", "No pier", "Roads that flood every spring and every autumn"]
    drafts = read_file(_document(tmp_path / "plain.docx", typed), "problems").drafts
    assert [draft.text for draft in drafts] == typed


def test_wide_blanks_part_the_columns_of_a_pdf(tmp_path: Path) -> None:
    """Also where each line is one run of characters."""
    path = tmp_path / "columns.pdf"
    canvas = Canvas(str(path))
    canvas.setFont("Courier", 10)
    rows = [("Problem area", "Theme"), ("Too few boats", "Harbour"), ("Roads flood", "Roads"), ("No pier", "Harbour")]
    for place, (text, theme) in enumerate(rows):
        canvas.drawString(72, 760 - 14 * place, f"{text:<30}{theme}")
    canvas.save()
    drafts = read_file(path, "problems").drafts
    assert [(draft.text, draft.theme) for draft in drafts] == rows[1:]
