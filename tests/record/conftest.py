"""What the record's tests share: the invented workshop, printed once."""

import pytest

from tests.record.library import library
from workshop_tool.record.facts import RecordFacts, record_facts
from workshop_tool.record.pdf import make_pdf


@pytest.fixture(scope="session")
def facts() -> RecordFacts:
    """Give the facts of the whole workshop."""
    return record_facts(library())


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """Give the record of the whole workshop."""
    return make_pdf(library())
