"""The summary: a few large numbers, and what they add up to, on one page."""

from reportlab.platypus import Flowable

from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.text import paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.summary import FigureFacts, SummaryPart
from workshop_tool.record.pdf.blocks import space
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import ACCENT, HAIRLINE, LINE, TEXT_WIDTH, Style, type_style
from workshop_tool.record.pdf.tables import Columns


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return the figures across the page and the sentences below, each part under its label."""
    told = facts.summary
    parts = section_head(style, told.heading, new_page=True)
    if told.figures:
        parts += [_figures(told.figures), space(10)]
    return [*parts, *(line for part in told.parts for line in _part(part, style))]


def _figures(figures: tuple[FigureFacts, ...]) -> Columns:
    number = type_style("figure", 26, 30, colour=ACCENT)
    caption = type_style("figure caption", 8.5, 11)
    cells = [[paragraph(number, f.number) for f in figures], [paragraph(caption, f.caption) for f in figures]]
    table = Columns(cells, colWidths=[TEXT_WIDTH / len(figures)] * len(figures))
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 10),
            ("TOPPADDING", (0, 0), (-1, 0), 10),
            ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
            ("TOPPADDING", (0, 1), (-1, 1), 0),
            ("BOTTOMPADDING", (0, 1), (-1, 1), 12),
            ("LINEABOVE", (0, 0), (-1, 0), HAIRLINE, LINE),
            ("LINEBELOW", (0, 1), (-1, 1), HAIRLINE, LINE),
        ]
    )
    return table


def _part(part: SummaryPart, style: Style) -> list[Flowable]:
    label = [paragraph(style.h2, part.label)] if part.label else []
    return [*label, *(paragraph(style.body, sentence) for sentence in part.sentences)]
