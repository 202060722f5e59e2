"""The poster wall: a card for each poster in the order of the list."""

from PySide6.QtCore import QRectF, QSizeF

from workshop_tool.desktop.projector.cards import card_height, write_card
from workshop_tool.desktop.projector.columns import column_count
from workshop_tool.desktop.projector.showing import Showing, notice, titled
from workshop_tool.desktop.projector.slide import Slide, numbered
from workshop_tool.language import _
from workshop_tool.look.tokens import LIGHT


def slides(showing: Showing, size: QSizeF) -> list[Slide]:
    """Return the wall in as many pages as its cards take."""
    plan = showing.workshop.plan
    posters = tuple(poster for poster in plan.posters_in_list_order() if not plan.area_of(poster).hidden)
    if not posters:
        return notice(size, _("Posters"), _("No group has picked a problem area yet."))
    book = showing.book_at_hand("published")
    result = book.result if book and book.round.state == "published" else None
    first, top = titled(size, _("Posters"))
    room = QRectF(first.inside.left(), top, first.inside.width(), first.inside.bottom() - top)
    cells = _cells(room, size)
    made = []
    for at in range(0, len(posters), len(cells)):
        slide, _top = titled(size, _("Posters"))
        slide.ground = LIGHT.ground
        for cell, poster in zip(cells, posters[at:], strict=False):
            write_card(slide, cell, plan, poster, result)
        made.append(slide)
    return numbered(made)


def _cells(room: QRectF, size: QSizeF) -> list[QRectF]:
    """Return the places of the cards on one page, row by row."""
    air, tall = size.height() * 0.022, card_height(size.height())
    columns = column_count(size.width(), size.height())
    rows = max(1, int((room.height() + air) / (tall + air)))
    wide = (room.width() - air * (columns - 1)) / columns
    return [
        QRectF(room.left() + column * (wide + air), room.top() + row * (tall + air), wide, tall)
        for row in range(rows)
        for column in range(columns)
    ]
