"""The record as PDF: ``make_pdf`` lays the sections out until every page number in the contents is right."""

from io import BytesIO

from workshop_tool.domain.workshop import Workshop
from workshop_tool.paper.text import characters_without_glyph
from workshop_tool.record.facts import RecordFacts, record_facts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.pages import RecordDocument
from workshop_tool.record.pdf.sections import SECTIONS
from workshop_tool.record.pdf.style import Style

__all__ = ["characters_without_glyph", "make_pdf"]

_MOST_BUILDS = 4
"""The first build finds the pages and the second prints them; more only if page numbers change the line breaks."""


def make_pdf(workshop: Workshop) -> bytes:
    """Return the record of a workshop as PDF. The same workshop gives the same bytes.

    It takes a moment and can run in a process of its own; the words are in the language in use there
    (``workshop_tool.language.speak``).
    """
    return _printed(record_facts(workshop))


def _printed(facts: RecordFacts) -> bytes:
    known: dict[str, int] = {}
    for _build in range(_MOST_BUILDS):
        anchors = Anchors(known)
        style = Style(anchors)
        out = BytesIO()
        RecordDocument(out, facts.document, anchors).build([p for section in SECTIONS for p in section(facts, style)])
        if anchors.found == known or not anchors.asked:
            break
        known = anchors.found
    return out.getvalue()
