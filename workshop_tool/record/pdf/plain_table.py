"""Plain tables of the record: a head, lines with a hairline below each, cells that are paragraphs."""

from collections.abc import Iterable, Sequence

from reportlab.platypus import Flowable

from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.text import paragraph
from workshop_tool.record.pdf.style import HAIRLINE, LINE, Style
from workshop_tool.record.pdf.tables import DataTable

Cell = str | Flowable

_LOOK = (
    ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 8),
    ("TOPPADDING", (0, 0), (-1, -1), 3.5),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ("LINEBELOW", (0, 0), (-1, -1), HAIRLINE, LINE),
)


def plain_table(
    style: Style, head: Sequence[str], lines: Iterable[Sequence[Cell]], widths: Sequence[float]
) -> DataTable:
    """Return a table whose head comes again on every page; strings become cells, widths are in points."""
    cells: list[list[Flowable]] = [[paragraph(style.cell_quiet, title) for title in head]]
    cells += [[paragraph(style.cell, cell) if isinstance(cell, str) else cell for cell in line] for line in lines]
    return DataTable(cells, colWidths=list(widths), repeatRows=1, hAlign="LEFT", style=_LOOK, spaceAfter=6)
