"""The introduction: what, for whom, by whom, on what ground, who was there, and the warm-up questions."""

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.text import paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.opening import IntroductionFacts
from workshop_tool.record.facts.people import PeopleFacts
from workshop_tool.record.pdf.blocks import height_of, item, rows
from workshop_tool.record.pdf.figures.bars import Bar
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import EDGE, TEXT_HEIGHT, Style
from workshop_tool.record.pdf.tables import DataTable

_SHORT = 0.45 * TEXT_HEIGHT
_SECTOR_WIDTH, _BAR_WIDTH = 150.0, 190.0


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the introduction; where nothing was written it says so. A short one needs no page of its own."""
    told = facts.introduction
    parts = _parts(told, style)
    head = section_head(style, told.heading, new_page=False)
    if height_of([*head, *parts]) > _SHORT:
        head = section_head(style, told.heading, new_page=True)
    return [*head, *parts]


def _parts(told: IntroductionFacts, style: Style) -> list[Flowable]:
    if told.empty:
        return [paragraph(style.body, _("Only the title of this workshop has been written down so far."))]
    parts: list[Flowable] = [paragraph(style.body, text) for text in told.paragraphs]
    if told.purpose:
        parts.append(paragraph(style.h2, _("Purpose")))
        parts += [paragraph(style.body, text) for text in told.purpose]
    if told.rows:
        parts.append(paragraph(style.h2, _("At a glance")))
        parts += rows(style, [(label, (value,)) for label, value in told.rows])
    if told.people.sectors:
        parts += _sectors(told.people, style)
    if told.questions:
        parts.append(paragraph(style.h2, _("Questions to warm up")))
        for number, question in enumerate(told.questions, 1):
            parts += item(style, str(number), question.text, question.answered, question.quotes)
    return parts


def _sectors(people: PeopleFacts, style: Style) -> list[Flowable]:
    bars = [
        [paragraph(style.cell, sector.name), Bar(sector.share, str(sector.count), EDGE, _BAR_WIDTH)]
        for sector in people.sectors
    ]
    table = DataTable(bars, colWidths=[_SECTOR_WIDTH, _BAR_WIDTH], hAlign="LEFT", row_heads=True)
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        ]
    )
    parts: list[Flowable] = [paragraph(style.h2, people.title), table]
    return [*parts, paragraph(style.caption, people.note)] if people.note else parts
