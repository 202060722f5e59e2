"""The programme: the parts of the day with their times, and how long each was planned to take as a bar."""

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.opening import ProgrammeEntry
from workshop_tool.record.pdf.blocks import GAP
from workshop_tool.record.pdf.figures.bars import Bar
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import ACCENT, HAIRLINE, LINE, TEXT_WIDTH, Style
from workshop_tool.record.pdf.tables import DataTable

_TIME, _BAR = 84.0, 132.0
_BESIDE_THE_BAR = 14.0
"""Room for the minutes in words, beyond what a number alone would take."""

_IN_A_CELL = 800
"""Most characters of a note that stands in the table: a cell breaks badly over pages, a paragraph well."""

Line = list[Flowable | str]


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the programme."""
    told = facts.programme
    parts = section_head(style, told.heading, new_page=False)
    if any(len(note) > _IN_A_CELL for entry in told.entries for note in entry.notes):
        for entry in told.entries:
            parts += _in_full(entry, style)
    elif told.entries:
        parts.append(_day(told.entries, style))
    if told.example_note:
        parts.append(paragraph(style.caption, told.example_note))
    return parts


def _day(entries: tuple[ProgrammeEntry, ...], style: Style) -> DataTable:
    """Return a table with a line for each part and one for each of its notes, a hairline below the last of them."""
    titles = (_("When"), _("What"), _("Planned"))
    lines: list[Line] = [[paragraph(style.cell_quiet, title) for title in titles]]
    rules = [_rule(0)]
    for entry in entries:
        lines.append(_line(entry, style))
        for note in entry.notes:
            rules.append(("TOPPADDING", (0, len(lines)), (-1, len(lines)), 0))
            line: Line = ["", paragraph(style.cell, note), ""]
            lines.append(line)
        rules.append(_rule(len(lines) - 1))
    widths = [_TIME, TEXT_WIDTH - _TIME - _BAR, _BAR]
    return DataTable(lines, colWidths=widths, repeatRows=1, hAlign="LEFT", style=[*_TABLE, *rules], spaceAfter=8)


def _line(entry: ProgrammeEntry, style: Style) -> Line:
    return [
        paragraph(style.cell, entry.time) if entry.time != entry.planned else "",
        paragraph(style.cell_strong, *_titled(entry)),
        Bar(entry.share, entry.planned, ACCENT, _BAR - _BESIDE_THE_BAR) if entry.planned else "",
    ]


def _in_full(entry: ProgrammeEntry, style: Style) -> list[Flowable]:
    """Return a part as paragraphs, where what was written about the day fills pages."""
    notes = [paragraph(style.row_note, note) for note in entry.notes]
    return [paragraph(style.row, *_titled(entry), bullet=entry.time), *notes]


def _titled(entry: ProgrammeEntry) -> list[Words]:
    example = Words(GAP + _("example"), font=REGULAR.name, colour=LIGHT.ink_2)
    return [Words(entry.title), *([example] if entry.example else [])]


def _rule(row: int) -> tuple[object, ...]:
    return ("LINEBELOW", (0, row), (-1, row), HAIRLINE, LINE)


_TABLE: tuple[tuple[object, ...], ...] = (
    ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 6),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
)
