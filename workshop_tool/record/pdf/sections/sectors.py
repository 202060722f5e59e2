"""Voters by sector, a table for each criterion: part of the result, where anything may be told."""

from typing import Any

from reportlab.platypus import Flowable

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts.sectors import SectorFacts, SectorRow, SectorTable
from workshop_tool.record.pdf.brand import accent_in_use
from workshop_tool.record.pdf.figures.marks import CriterionLabel
from workshop_tool.record.pdf.style import HAIRLINE, LINE, TEXT_WIDTH, Style
from workshop_tool.record.pdf.tables import DataTable

_NUMBER = 28.0
_WIDEST_CELL = 84.0
_TITLE_SHARE = 0.4
"""Of the width, kept for the titles however many sectors there are."""
_TABLE = (
    ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
    ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
    ("VALIGN", (0, 1), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, LINE),
)


def by_sector(facts: SectorFacts, style: Style) -> list[Flowable]:
    """Return the tables with their heading and the sentence on what is suppressed."""
    tables = [_table(facts, table, style) for table in facts.tables]
    return [paragraph(style.h2, _("Voters by sector")), *tables, paragraph(style.caption, facts.note)]


def _table(facts: SectorFacts, table: SectorTable, style: Style) -> DataTable:
    cell = min(_WIDEST_CELL, TEXT_WIDTH * (1 - _TITLE_SHARE) / len(facts.columns))
    title = TEXT_WIDTH - _NUMBER - cell * len(facts.columns)
    head: list[Any] = [
        "",
        CriterionLabel(table.criterion, table.criterion.label),
        *([paragraph(style.cell_strong, c.sectors), paragraph(style.cell_quiet, c.voters)] for c in facts.columns),
    ]
    lines: list[list[Any]] = [head, *(_line(row, style) for row in table.rows)]
    return DataTable(
        lines, colWidths=[_NUMBER, title] + [cell] * len(facts.columns), repeatRows=1, style=_TABLE, spaceAfter=10
    )


def _line(row: SectorRow, style: Style) -> list[Flowable | str]:
    return [
        paragraph(style.cell_strong, Words(str(row.number), colour=accent_in_use(), link=row.poster)),
        paragraph(style.cell, Words(row.title, colour=LIGHT.ink, link=row.poster)),
        *(paragraph(style.cell, text) for text in row.cells),
    ]
