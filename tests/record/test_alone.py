"""A quick look at one section: it says what the whole record says there, under the same page numbers."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.record.noted import noted_library
from tests.record.reading import pages_of, squeezed
from workshop_tool.record.facts import RecordFacts, record_facts
from workshop_tool.record.pdf import Printed, print_record
from workshop_tool.record.pdf.alone import print_section
from workshop_tool.record.sections import KEYS


@pytest.fixture(scope="module")
def facts() -> RecordFacts:
    """Give the facts of a workshop that has something to say in every section."""
    return record_facts(noted_library())


@pytest.fixture(scope="module")
def printed(facts: RecordFacts) -> Printed:
    """Give its record."""
    return print_record(facts)


@pytest.mark.parametrize("key", [key for key in KEYS if key not in {"links", "method", "comments", "appendix"}])
def test_a_section_that_begins_a_page_looks_as_in_the_whole(key: str, facts: RecordFacts, printed: Printed) -> None:
    """Word for word, page number and all."""
    first = pages_of(print_section(facts, key, printed.places, pages=1))[0]
    assert _whole_words(first) == _whole_words(pages_of(printed.pdf)[printed.places[key] - 1])


def test_of_many_posters_only_those_looked_at_are_drawn(facts: RecordFacts, printed: Printed) -> None:
    """Nine are there."""
    assert len(PdfReader(BytesIO(print_section(facts, "posters", printed.places, pages=2))).pages) == 2


def _whole_words(text: str) -> str:
    """Return a text without blanks and hyphens: how a reader's program joins broken words is the tags' business."""
    return squeezed(text).replace("-", "")
