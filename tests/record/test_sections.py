"""The sections of the record: each can be switched off, moved, retitled and given a text of its own."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.record.choices import only, with_choices, without
from tests.record.library import PARTICULARS, library
from tests.record.noted import noted_library
from tests.record.reading import pages_of
from workshop_tool.domain.record_choices import RecordChoices, SectionChoice
from workshop_tool.record.facts import record_facts
from workshop_tool.record.pdf import make_pdf
from workshop_tool.record.sections import KEYS, SECTIONS

OWN_TEXT = "Words of the consultancy's own about Timbuktu."
TOLD = [key for key in KEYS if key not in {"cover", "contents"}]


def outline_of(pdf: bytes) -> list[str]:
    """Return the names of the sections as the bookmarks list them."""
    return [str(item.title) for item in PdfReader(BytesIO(pdf)).outline if not isinstance(item, list)]


def is_bare(page: str) -> bool:
    """Tell whether nothing stands on a page but its foot: the title, the section, the number."""
    for words in (str(PARTICULARS["title"]), *(section.label() for section in SECTIONS)):
        page = page.replace(words, "")
    return not page.strip(" 0123456789")


@pytest.mark.parametrize("key", KEYS)
def test_a_section_is_switched_off(key: str) -> None:
    """It leaves no heading, no line in the contents and no bookmark."""
    facts = record_facts(without(noted_library(), key))
    assert key not in facts.order
    assert key not in {entry.key for entry in facts.entries}


@pytest.mark.parametrize("key", KEYS)
def test_a_section_stands_alone(key: str) -> None:
    """Whatever is switched off beside it, no empty page is left."""
    pages = pages_of(make_pdf(only(noted_library(2), key)))
    assert pages
    assert [page for page in pages if is_bare(page)] == []


@pytest.mark.parametrize("key", TOLD)
def test_a_section_takes_a_title_and_a_text_of_its_own(key: str) -> None:
    """Both stand on its first page, and the title in the contents."""
    choice = SectionChoice(key=key, title="A title of our own", text=OWN_TEXT)
    workshop = with_choices(noted_library(2), choice)
    pages = pages_of(make_pdf(workshop))
    assert sum(OWN_TEXT in page for page in pages) == 1
    assert {entry.message for entry in record_facts(workshop).entries if entry.key == key} == {"A title of our own"}
    assert sum("A title of our own" in page for page in pages) >= 1 + (key != "posters")


def test_the_cover_takes_another_title() -> None:
    """The workshop keeps its own."""
    choice = SectionChoice(key="cover", title="What the library heard", text=OWN_TEXT)
    first = pages_of(make_pdf(with_choices(library(1), choice)))[0]
    assert "What the library heard" in first
    assert OWN_TEXT in first


def test_sections_come_in_the_order_chosen() -> None:
    """The last one first, and so on: pages, contents and bookmarks agree."""
    keys = ("method", "posters", "areas", "cover", "trends")
    pdf = make_pdf(only(library(2), *keys))
    assert outline_of(pdf) == ["Method", "Posters", "Problem areas", "Trends"]
    pages = pages_of(pdf)
    assert pages[0].startswith("Method")
    assert [page for page in pages if is_bare(page)] == []


def test_a_section_that_nobody_moved_stays_behind_those_it_usually_follows() -> None:
    """Only what was named moves."""
    record = RecordChoices(sections=(SectionChoice(key="method"), SectionChoice(key="cover")))
    keys = [choice.key for choice in record.in_order(KEYS)]
    assert keys[:3] == ["method", "cover", "summary"]
    assert keys[-1] == "appendix"
    assert sorted(keys) == sorted(KEYS)


def test_a_section_that_only_a_later_version_knows_is_left_out() -> None:
    """A file from tomorrow prints today."""
    workshop = with_choices(library(1), SectionChoice(key="horoscope", title="Stars"))
    assert "Stars" not in " ".join(pages_of(make_pdf(workshop)))
    assert record_facts(workshop).order == record_facts(library(1)).order


def test_a_section_with_nothing_to_say_is_left_out_until_it_has_a_text() -> None:
    """Nobody commented; what the consultancy adds is printed."""
    assert "comments" not in record_facts(library()).order
    assert "comments" in record_facts(with_choices(library(), SectionChoice(key="comments", text=OWN_TEXT))).order


def test_every_section_has_a_builder_and_a_name() -> None:
    """The list is complete."""
    assert [section.label() for section in SECTIONS if not callable(section.builder)] == []
    assert len({section.label() for section in SECTIONS}) == len(SECTIONS)


def test_every_field_of_the_facts_is_a_section() -> None:
    """Facts, list and pages know the same sections."""
    facts = record_facts(library())
    assert [facts.heading(key).key for key in KEYS] == list(KEYS)


@pytest.mark.parametrize("text", ["", OWN_TEXT])
def test_a_record_without_any_section_is_still_a_page(text: str) -> None:
    """With everything switched off the cover stays; contents of nothing hold their own text alone."""
    hidden = [SectionChoice(key=key, shown=False) for key in KEYS if key != "contents"]
    pages = pages_of(make_pdf(with_choices(library(1), SectionChoice(key="contents", text=text), *hidden)))
    assert len(pages) == 1
    assert text in pages[0]
