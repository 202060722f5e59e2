"""The problem areas: the full numbered list by theme, the picked ones by tint, bold type and dot."""

from reportlab.platypus import Flowable

from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.areas import AreaFacts
from workshop_tool.record.pdf.blocks import item
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import Style


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the list; without areas, a line that says so."""
    told = facts.areas
    parts = section_head(style, told.heading, new_page=bool(told.themes))
    if told.legend:
        parts.append(paragraph(style.caption, told.legend))
    for theme in told.themes:
        if theme.name:
            parts.append(paragraph(style.h2, theme.name))
        for area in theme.areas:
            parts += _area(area, style)
    return parts


def _area(area: AreaFacts, style: Style) -> list[Flowable]:
    text = Words(area.text, colour=LIGHT.ink, link=area.poster) if area.picked else area.text
    return item(style, str(area.number), text, area.details, area.notes, picked=area.picked)
