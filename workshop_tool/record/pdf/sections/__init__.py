"""The sections of the record in the order of its pages. Another one is another file and another line here."""

from collections.abc import Callable

from reportlab.platypus import Flowable

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.pdf.sections import (
    areas,
    contents,
    cover,
    introduction,
    method,
    posters,
    programme,
    trends,
    voting,
)
from workshop_tool.record.pdf.style import Style

Section = Callable[[RecordFacts, Style], list[Flowable]]

SECTIONS: tuple[Section, ...] = (
    cover.section,
    contents.section,
    introduction.section,
    programme.section,
    trends.section,
    areas.section,
    voting.section,
    posters.section,
    method.section,
)


def story(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return all that the record says, section by section."""
    return [part for section in SECTIONS for part in section(facts, style)]
