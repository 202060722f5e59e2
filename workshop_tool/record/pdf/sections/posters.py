"""The posters: a landscape page each, in list order."""

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.heading import ContentsEntry
from workshop_tool.record.pdf.anchors import Anchor
from workshop_tool.record.pdf.blocks import heading
from workshop_tool.record.pdf.pages import PAGE
from workshop_tool.record.pdf.poster.sheet import poster_pages
from workshop_tool.record.pdf.style import Style


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return all posters; without any, a line that says so."""
    told = facts.posters
    if not told.posters:
        return heading(style, told.heading, new_page=False)
    pages = [poster_pages(poster, told, style) for poster in told.posters]
    section_begins = Anchor(style.anchors, ContentsEntry(told.heading.key, 0, told.heading.name, told.heading.message))
    turn, first = pages[0][:2], pages[0][2:]
    rest = [part for page in pages[1:] for part in page]
    return [*turn, section_begins, *first, *rest, NextPageTemplate(PAGE), PageBreak()]
