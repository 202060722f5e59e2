"""Voter cards: ten to a page, each a code that lets one person vote once, on whichever device."""

import secrets
from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.cutting import Cards
from workshop_tool.kit.lettering import Box, draw_words
from workshop_tool.kit.pages import Pages
from workshop_tool.kit.qr import draw_qr
from workshop_tool.language import _
from workshop_tool.look.fonts import BOLD

CARDS = Cards(2, 5, 85.6 * mm, 54 * mm)
"""The size of a credit card (ISO/IEC 7810, ID-1)."""
_SIDE = 29 * mm
_PADDING = 16.0


def make_voter_cards(workshop: Workshop, address: str, codes: Sequence[str]) -> bytes:
    """Return the cards as PDF.

    They lie in an order that nobody knows and that is another one each time, and there is nothing on a card but its
    code: who deals them out learns nothing about who took which.

    Args:
        workshop: Whose title the document bears; none of it is on the cards.
        address: ``http://IP:PORT`` of the site.
        codes: ``XXXX-XXXX``, as ``services.cards`` gives them.
    """
    pages = Pages(workshop, _("Voter cards"))
    shuffled = list(codes)
    secrets.SystemRandom().shuffle(shuffled)
    for first in range(0, len(shuffled), len(CARDS)):
        if first:
            pages.turn()
        CARDS.draw_cuts(pages.canvas)
        for box, code in zip(CARDS, shuffled[first:], strict=False):
            _draw_card(pages.canvas, box, address, code)
    return pages.done()


def _draw_card(canvas: Canvas, box: Box, address: str, code: str) -> None:
    quiet = draw_qr(canvas, f"{address}/c/{code.replace('-', '')}", box.left + _PADDING, box.top - _PADDING, _SIDE)
    left = box.left + _PADDING + _SIDE + quiet + 2
    beside = Box(left, box.top - _PADDING + 4, box.left + box.width - left - 10, _SIDE + 4)
    draw_words(canvas, _("Scan to vote, or type this code on the page. Keep the card."), beside, (13, 12, 11, 10, 9))
    below = Box(box.left + 8, box.top - _PADDING - _SIDE - 10, box.width - 16, box.height - _PADDING - _SIDE - 14)
    draw_words(canvas, code, below, (32, 28, 24), BOLD, centred=True)
