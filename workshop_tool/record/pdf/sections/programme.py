"""The programme: the parts of the day with their times."""

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.opening import ProgrammeEntry
from workshop_tool.record.pdf.blocks import GAP
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import Style


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the programme."""
    told = facts.programme
    parts = section_head(style, told.heading, new_page=False)
    for entry in told.entries:
        parts += _entry(entry, style)
    if told.example_note:
        parts.append(paragraph(style.caption, told.example_note))
    return parts


def _entry(entry: ProgrammeEntry, style: Style) -> list[Flowable]:
    words = [Words(entry.title)]
    if entry.example:
        words.append(Words(GAP + _("example"), colour=LIGHT.ink_2))
    notes = [paragraph(style.row_note, note) for note in entry.notes]
    return [paragraph(style.row, *words, bullet=entry.time), *notes]
