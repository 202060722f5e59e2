"""The contents: every section and poster with its page, each line a link."""

from typing import Any

from reportlab.platypus import Flowable, PageBreak

from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.heading import ContentsEntry
from workshop_tool.record.pdf.blocks import GAP, height_of
from workshop_tool.record.pdf.page_number import PageNumber
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import HAIRLINE, INK_3, LINE, TEXT_HEIGHT, TEXT_WIDTH, Style, type_style
from workshop_tool.record.pdf.tables import ContentsTable

_PAGE_COLUMN = 36.0
_SHORT = 0.45 * TEXT_HEIGHT


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the contents on pages of their own."""
    head = section_head(style, facts.contents.heading, new_page=True)
    if not facts.entries:
        return [*head, PageBreak()]
    lines = [_line(entry, style) for entry in facts.entries]
    table = ContentsTable(lines, colWidths=[TEXT_WIDTH - _PAGE_COLUMN, _PAGE_COLUMN])
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR.name, 10),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
            *_rules(facts.entries),
        ]
    )
    # a few lines leave the page to a short introduction
    turn = [PageBreak()] if height_of([*head, table]) > _SHORT else []
    return [*head, table, *turn]


def _rules(entries: tuple[ContentsEntry, ...]) -> list[Any]:
    """Return a hairline above each section."""
    return [("LINEABOVE", (0, at), (-1, at), HAIRLINE, LINE) for at, e in enumerate(entries) if e.level == 0]


def _line(entry: ContentsEntry, style: Style) -> list[Flowable]:
    number = PageNumber(style.anchors, entry.key)
    if entry.level:
        poster = type_style("contents poster", 10, 13, leftIndent=40, bulletIndent=14, colour=INK_3)
        return [paragraph(poster, Words(entry.message, colour=LIGHT.ink, link=entry.key), bullet=entry.name), number]
    line = type_style("contents line", 10, 14, rightIndent=20)
    words = [Words(entry.name, font=SEMIBOLD.name, link=entry.key)]
    if entry.message:
        words.append(Words(GAP + entry.message, colour=LIGHT.ink_2, link=entry.key))
    return [paragraph(line, *words), number]
