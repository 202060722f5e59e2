"""Trend cards: eight to a page, to be laid out on a table or pinned on a map, with both scales to mark."""

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.trends import Trend
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.cutting import Cards
from workshop_tool.kit.lettering import Box, draw_words
from workshop_tool.kit.pages import EDGE, INK, QUIET, Pages
from workshop_tool.language import _
from workshop_tool.look.fonts import REGULAR, SEMIBOLD
from workshop_tool.paper.text import draw_line

CARDS = Cards(2, 4, 97 * mm, 68 * mm)
_PADDING = 14.0
_MARKS = 5
"""Strokes across a scale."""


def make_trend_cards(workshop: Workshop) -> bytes:
    """Return a card for each trend as PDF, in list order; where a trend was placed is not on it."""
    pages = Pages(workshop, _("Trend cards"))
    trends = tuple(workshop.plan.trends)
    for first in range(0, len(trends), len(CARDS)):
        if first:
            pages.turn()
        CARDS.draw_cuts(pages.canvas)
        for box, trend in zip(CARDS, trends[first:], strict=False):
            _draw_card(pages.canvas, box, trend)
    return pages.done()


def _draw_card(canvas: Canvas, box: Box, trend: Trend) -> None:
    inner = Box(box.left + _PADDING, box.top - _PADDING, box.width - 2 * _PADDING, box.height - 2 * _PADDING)
    label = inner._replace(height=inner.height - 72)
    draw_words(canvas, trend.label, label, (26, 23, 20, 17, 14, 12, 10, 9), SEMIBOLD)
    scales = ((_("Importance"), _("High"), _("Very high")), (_("Certainty"), _("Uncertain"), _("Certain")))
    for at, (name, low, high) in enumerate(scales):
        _draw_scale(canvas, inner, inner.bottom + 42 - at * 36, name, (low, high))


def _draw_scale(canvas: Canvas, inner: Box, y: float, name: str, ends: tuple[str, str]) -> None:
    left, right = inner.left, inner.left + inner.width
    canvas.setFillColor(INK)
    draw_line(canvas, ((left + right) / 2, y + 9), name, SEMIBOLD.name, 9, align=0.5)
    canvas.setFillColor(QUIET)
    draw_line(canvas, (left, y + 9), ends[0], REGULAR.name, 9)
    draw_line(canvas, (right, y + 9), ends[1], REGULAR.name, 9, align=1.0)
    canvas.setStrokeColor(EDGE)
    canvas.setLineWidth(1)
    canvas.line(left, y, right, y)
    for at in range(_MARKS):
        x = left + at * (right - left) / (_MARKS - 1)
        canvas.line(x, y - 4, x, y + 4)
