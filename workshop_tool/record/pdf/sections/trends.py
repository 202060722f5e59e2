"""The trends: the map, and the list with origins and what the workshop changed."""

from reportlab.platypus import Flowable, PageBreak

from workshop_tool.language import _
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.trends import TrendFacts
from workshop_tool.record.pdf.blocks import heading, item
from workshop_tool.record.pdf.figures.trend_map import TrendMap
from workshop_tool.record.pdf.style import TEXT_WIDTH, Style
from workshop_tool.record.pdf.text import paragraph


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return map and list; without trends, a line that says so."""
    told = facts.trends
    parts = heading(style, told.heading, new_page=bool(told.trends))
    if told.placed:
        plot = TrendMap(told, TEXT_WIDTH)
        notes = list(told.notes)
        if plot.numbered:
            notes.append(_("Where the map holds no more labels, numbers stand for the trends in the list."))
        parts += [plot, paragraph(style.caption, " ".join(notes)), PageBreak()]
    if told.trends:
        parts.append(paragraph(style.h2, _("The trends")))
    for trend in told.trends:
        parts += _trend(trend, style)
    return parts


def _trend(trend: TrendFacts, style: Style) -> list[Flowable]:
    return item(style, str(trend.number), trend.label, trend.details, trend.notes)
