"""The trends: the map, and the list with origins and what the workshop changed."""

from reportlab.platypus import Flowable, PageBreak

from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import Words, paragraph
from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.facts.trends import TrendFacts, TrendsFacts
from workshop_tool.record.pdf.blocks import GAP, height_of, item, titled
from workshop_tool.record.pdf.figures.trend_map import TrendMap
from workshop_tool.record.pdf.plain_table import plain_table
from workshop_tool.record.pdf.section_head import section_head
from workshop_tool.record.pdf.style import TEXT_HEIGHT, TEXT_WIDTH, Style
from workshop_tool.record.pdf.tables import Columns

_LEAST_MAP = 0.72 * TEXT_WIDTH
"""A map smaller than this is hard to read: it takes the whole width then, and the list goes on the next page."""
_BETWEEN_COLUMNS = 18.0
_NUMBER, _SPREAD = 24.0, 68.0
_ROOM = TEXT_HEIGHT - 4
"""What a page surely holds: the layout rounds, and what is a hair too high moves to the next page."""


def section(facts: RecordFacts, style: Style) -> list[Flowable]:
    """Return map and list, on one page where both fit; without trends, a line that says so."""
    told = facts.trends
    head = section_head(style, told.heading, new_page=bool(told.trends))
    if not told.trends:
        return head
    title = paragraph(style.h2, _("The trends"))
    after = _room(told, style)
    columns = [title, _columns(told.trends, style)]
    items = [title, *_items(told, style)]
    if not told.placed:
        return [*head, *(columns if height_of([*head, *columns]) <= _ROOM else items), *after]
    whole = _map(TrendMap(told, TEXT_WIDTH), told, style)
    for below in ([*columns, *after], columns) if after else (columns,):
        side = TEXT_WIDTH + min(0.0, _ROOM - height_of([*head, *whole, *below]))
        if side >= _LEAST_MAP and not (plot := TrendMap(told, side)).numbered:
            return [*head, *_map(plot, told, style), *columns, *after]
    return [*head, *whole, PageBreak(), *items, *after]


def _room(told: TrendsFacts, style: Style) -> list[Flowable]:
    """Return where the room placed the trends, where it did."""
    if not told.room:
        return []
    head = ("", _("Trend"), _("Certainty"), _("Importance"), _("Placed by"))
    lines = [(row.number, row.label, row.certainty, row.importance, row.devices) for row in told.room]
    table = plain_table(style, head, lines, (_NUMBER, TEXT_WIDTH - _NUMBER - 3 * _SPREAD, *(3 * [_SPREAD])))
    return [
        *titled(paragraph(style.h2, _("Where the room placed them")), table),
        paragraph(style.caption, told.room_note),
    ]


def _map(plot: TrendMap, told: TrendsFacts, style: Style) -> list[Flowable]:
    notes = list(told.notes)
    if plot.numbered:
        notes.append(_("Where the map holds no more labels, numbers stand for the trends in the list."))
    return [plot, paragraph(style.caption, " ".join(notes))]


def _items(told: TrendsFacts, style: Style) -> list[Flowable]:
    return [part for t in told.trends for part in item(style, str(t.number), t.label, t.details, t.notes)]


def _columns(trends: tuple[TrendFacts, ...], style: Style) -> Columns:
    """Return the list in two columns, to be read down the left one first: for one page only."""
    half = (len(trends) + 1) // 2
    cells = [[part for trend in column for part in _entry(trend, style)] for column in (trends[:half], trends[half:])]
    table = Columns([cells], colWidths=[TEXT_WIDTH / 2] * 2)
    table.setStyle(
        [
            ("FONT", (0, 0), (-1, -1), REGULAR.name, 8.5),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), _BETWEEN_COLUMNS),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
        ]
    )
    return table


def _entry(trend: TrendFacts, style: Style) -> list[Flowable]:
    behind = [Words(GAP + trend.details, colour=LIGHT.ink_2, size=8)] if trend.details else []
    notes = [paragraph(style.entry_note, note) for note in trend.notes]
    return [paragraph(style.entry, trend.label, *behind, bullet=str(trend.number)), *notes]
