"""The links: which trends drive how many posters, and which problem areas the posters link."""

from reportlab.platypus import Flowable, Paragraph

from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.link_grid import GridFacts
from workshop_tool.record.facts.links import LinkRow
from workshop_tool.record.pdf.blocks import rows, space, titled
from workshop_tool.record.pdf.brand import accent_in_use
from workshop_tool.record.pdf.figures.bars import Bar
from workshop_tool.record.pdf.figures.link_grid import LinkGrid
from workshop_tool.record.pdf.plain_table import plain_table
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import EDGE, TEXT_WIDTH, Style

_BAR = 110.0
_NAME = 0.46 * TEXT_WIDTH
_NUMBER = 28.0


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return a table of trends and one of problem areas, each with a bar for how many posters."""
    told = facts.links
    parts = section_head(style, told.heading, new_page=True)
    if told.trends:
        head = (_("Trend"), _("Posters"), _("Numbers"))
        title = paragraph(style.h2, _("Trends that drive the posters"))
        parts += _titled(title, told.trend_grid, _table(told.trends, head, style))
    if told.areas:
        head = (_("Problem area"), _("Posters"), _("Linked from"))
        title = paragraph(style.h2, _("Problem areas that posters link"))
        parts += _titled(title, told.area_grid, _table(told.areas, head, style))
    if told.pairs:
        parts += rows(style, [(_("Both ways"), told.pairs)])
    return parts


def _titled(title: Paragraph, grid: GridFacts | None, table: Flowable) -> list[Flowable]:
    if not grid:
        return titled(title, table)
    drawn = LinkGrid(grid)
    return titled(title, drawn, space(6), table, picture=drawn.height)


def _table(lines: tuple[LinkRow, ...], head: tuple[str, str, str], style: Style) -> Flowable:
    rest = TEXT_WIDTH - _NAME - _BAR
    return plain_table(style, head, [_line(line, style) for line in lines], [_NAME, _BAR, rest])


def _line(line: LinkRow, style: Style) -> list[Flowable | str]:
    number = [Words(f"{line.number}  ", colour=accent_in_use(), link=line.link)] if line.number else []
    name = paragraph(style.cell_strong, *number, Words(line.label, colour=LIGHT.ink, link=line.link))
    return [name, Bar(line.share, str(line.count), EDGE, _BAR - 10), line.posters]
