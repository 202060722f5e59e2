"""The record in a consultancy's own colour, with its logo and its client's."""

from io import BytesIO

from PIL import Image
from pypdf import PdfReader

from tests.record.choices import with_choices
from tests.record.library import library
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.record.facts import record_facts
from workshop_tool.record.pdf import make_pdf


def a_logo(colour: str) -> bytes:
    """Return a small picture."""
    out = BytesIO()
    Image.new("RGBA", (40, 20), colour).save(out, "PNG")
    return out.getvalue()


def drawn_with(pdf: bytes, page: int) -> str:
    """Return the drawing of one page."""
    contents = PdfReader(BytesIO(pdf)).pages[page].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


def test_the_accent_colours_the_cover() -> None:
    """As the colour of what is filled; the house's own is nowhere on it."""
    first = drawn_with(make_pdf(with_choices(library(1), accent="#8A1538")), 0)
    assert ".541176 .082353 .219608 rg" in first
    assert ".058824 .298039 .360784" not in first


def test_the_next_record_has_its_own_colour_again() -> None:
    """One record's accent never reaches another."""
    before = make_pdf(library(1))
    make_pdf(with_choices(library(1), accent="#8A1538"))
    assert make_pdf(library(1)) == before


def test_a_pale_accent_is_printed_darker() -> None:
    """It would not be read."""
    assert record_facts(with_choices(library(1), accent="#FFDDEE")).look.accent != "#FFDDEE"


def test_both_logos_stand_on_the_cover_with_their_words() -> None:
    """Whoever does not see them hears whose they are."""
    own, client = a_logo("#8A1538"), a_logo("#334455")
    pictures = {attachment_name(data, ".png"): data for data in (own, client)}
    names = list(pictures)
    workshop = with_choices(library(1), logo=names[0], client_logo=names[1])
    pdf = make_pdf(workshop, pictures)
    assert len(PdfReader(BytesIO(pdf)).pages[0].images) == 2
    said = [logo.alt for logo in record_facts(workshop).look.logos]
    assert said == ["Logo of Harbour Consulting", "Logo of Department of Culture, Brackwater"]


def test_a_logo_that_is_missing_or_broken_leaves_the_record_whole() -> None:
    """It is simply not there."""
    name = attachment_name(b"gone", ".png")
    workshop = with_choices(library(1), logo=name)
    for pictures in ({}, {name: b"no picture"}):
        assert len(PdfReader(BytesIO(make_pdf(workshop, pictures))).pages[0].images) == 0
