"""The posters: a landscape page each, in list order."""

from collections.abc import Iterable

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.heading import ContentsEntry
from workshop_tool.record.pdf.anchors import Anchor
from workshop_tool.record.pdf.pages import PAGE
from workshop_tool.record.pdf.poster.sheet import SheetsHead, poster_pages
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import Style


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return all posters; without any, a line that says so."""
    told = facts.posters
    if not told.posters:
        return section_head(style, told.heading, new_page=False)
    if told.heading.text:
        before = section_head(style, told.heading, new_page=True)
        return [*before, *_turned(poster_pages(poster, told, style) for poster in told.posters)]
    pages = [poster_pages(poster, told, style) for poster in told.posters]
    section_begins = Anchor(style.anchors, ContentsEntry(told.heading.key, 0, told.heading.name, told.heading.message))
    turn, first = pages[0][:2], pages[0][2:]
    return [*turn, section_begins, SheetsHead(told.heading), *first, *_turned(pages[1:])]


def _turned(pages: Iterable[list[Flowable]]) -> list[Flowable]:
    """Return the pages, and behind them the turn to an ordinary one."""
    return [*(part for page in pages for part in page), NextPageTemplate(PAGE), PageBreak()]
