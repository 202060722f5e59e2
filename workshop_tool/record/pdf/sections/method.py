"""The method: how the result came about, and what to keep in mind when reading it."""

from reportlab.platypus import Flowable

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.pdf.blocks import rows
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import Style


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the labelled sentences on rules, limits, examples and source."""
    told = facts.method
    return [
        *section_head(style, told.heading, new_page=False),
        *rows(style, [(part.label, part.sentences) for part in told.parts]),
    ]
