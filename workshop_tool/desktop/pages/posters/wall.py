"""The wall: a card for each poster in the order of the list, and one to claim another problem area."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Final, Literal, get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.pages.posters.card import CARD_HEIGHT, CARD_WIDTH, DashedCard, PosterCard, group_names
from workshop_tool.desktop.pages.posters.marks import filled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

_GAP = 2 * GRID
_AT_ONCE: Final = 16
"""Cards that are there as the wall comes up: more than a window shows."""
_A_TURN: Final = 1
"""Cards that are made each time the window has a moment: one takes a third of a frame."""
Order = Literal["number", "group", "state"]
ORDERS: Final[tuple[Order, ...]] = get_args(Order)
Sections = tuple[tuple[str, tuple[Poster, ...]], ...]


def sections(plan: Plan, order: Order) -> Sections:
    """Return the posters by number under the headings of an order; by number itself there is one without words."""
    posters = plan.posters_in_list_order()
    if order == "number" or not posters:
        return (("", posters),)
    if order == "group":
        titles = {poster.id: group_names(plan, poster) or _("No group yet") for poster in posters}
        ranked = [group.name for group in plan.groups]
    else:
        titles = {poster.id: _state(plan, poster) for poster in posters}
        ranked = [_("Nothing written yet"), _("Being written"), _("Done"), _("Hidden")]
    found = sorted(set(titles.values()), key=lambda title: (_rank(title, ranked), title))
    return tuple((title, tuple(poster for poster in posters if titles[poster.id] == title)) for title in found)


def _rank(title: str, ranked: list[str]) -> int:
    return next((at for at, name in enumerate(ranked) if title == name or title.startswith(f"{name} + ")), len(ranked))


def _state(plan: Plan, poster: Poster) -> str:
    if plan.area_of(poster).hidden:
        return _("Hidden")
    if poster.done:
        return _("Done")
    return _("Being written") if any(filled(plan, poster)) else _("Nothing written yet")


class PosterWall(QScrollArea):
    """Lays the cards out in as many columns as fit."""

    opened = Signal(str)
    """Poster id."""
    claim_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("poster_wall")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.setWidget(inside)
        self._cards: dict[str, PosterCard] = {}
        self._free = Label("", "small", name="free_areas")
        self._another = self._claim_card()
        self._columns = 0
        self._sections: Sections = ()
        self._places: dict[str, tuple[int, int]] = {}
        """Row and column of each poster's card, by poster."""
        self._headings: list[Label] = []
        self._workshop: Workshop | None = None
        self._said: Callable[[str], str] = lambda _poster_id: ""
        self._making = QTimer(self, interval=0)
        self._making.timeout.connect(self._make_more)

    def show_posters(self, workshop: Workshop, order: Order = "number") -> None:
        """Show every poster under the headings of an order; cards that stay are kept, so that the focus stays too."""
        plan = workshop.plan
        before = [(title, [poster.id for poster in listed]) for title, listed in self._sections]
        self._sections = sections(plan, order)
        posters = self._listed
        for gone in self._cards.keys() - {poster.id for poster in posters}:
            self._cards[gone].deleteLater()
        self._cards = {poster.id: self._cards[poster.id] for poster in posters if poster.id in self._cards}
        for poster in posters:
            if poster.id in self._cards:
                self._cards[poster.id].show_poster(workshop, poster)
        free = sum(plan.poster_on(area.id) is None for area in plan.shown_areas)
        self._free.setText(ngettext("{n} is free", "{n} are free", free).format(n=free))
        self._workshop, missing = workshop, len(posters) - len(self._cards)
        at_once = min(missing, max(_AT_ONCE - len(self._cards), 0))
        made = self._make(at_once)
        if before != [(title, [poster.id for poster in listed]) for title, listed in self._sections]:
            self._lay_out()
        elif made:
            self._put(made)
            self._order_tabs()
        if missing > at_once:
            self._making.start()

    def show_writers(self, said: Callable[[str], str]) -> None:
        """Show on each card who writes there; ``said`` is asked by poster id."""
        self._said = said
        for poster_id, card in self._cards.items():
            card.show_writers(said(poster_id))

    def focus_poster(self, poster_id: str) -> None:
        """Put the focus on a card, coming back from its sheet."""
        if poster_id in self._cards:
            self._cards[poster_id].setFocus()
            self.ensureWidgetVisible(self._cards[poster_id])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit now."""
        super().resizeEvent(event)
        if self._columns != self._fitting_columns():
            self._lay_out()

    def fit_to_text(self) -> None:
        """Lay the cards out anew, as large as text is now."""
        self._lay_out()

    @property
    def _listed(self) -> list[Poster]:
        return [poster for _title, listed in self._sections for poster in listed]

    def _make(self, count: int) -> list[str]:
        """Make so many of the cards that are missing, from the top; the others keep their places free."""
        missing = [poster for poster in self._listed if poster.id not in self._cards][:count]
        for poster in missing:
            card = self._cards[poster.id] = PosterCard(poster.id, partial(self.opened.emit, poster.id))
            if self._workshop is not None:
                card.show_poster(self._workshop, poster)
            card.show_writers(self._said(poster.id))
        return [poster.id for poster in missing]

    def _make_more(self) -> None:
        self._put(self._make(_A_TURN))
        if len(self._cards) == len(self._listed):
            self._making.stop()
            self._order_tabs()  # of all at once: in every turn it would cost more with every card

    def _put(self, poster_ids: list[str]) -> None:
        """Put new cards where their places were kept free."""
        for poster_id in poster_ids:
            self._grid.addWidget(self._cards[poster_id], *self._places[poster_id])

    def _fitting_columns(self) -> int:
        return max(1, (self.viewport().width() + _GAP) // (zoomed(CARD_WIDTH) + _GAP))

    def _lay_out(self) -> None:
        self._take_down()
        self._columns = self._fitting_columns()
        row = 0
        for title, posters in self._sections:
            row = self._lay_heading(title, row)
            places = [(row + at // self._columns, at % self._columns) for at in range(len(posters) + 1)]
            for poster, place in zip(posters, places, strict=False):
                self._places[poster.id] = place
                if poster.id in self._cards:
                    self._grid.addWidget(self._cards[poster.id], *place)
            is_last = title == self._sections[-1][0]
            if is_last:
                self._grid.addWidget(self._another, *places[-1])
            behind = row - (-(len(posters) + is_last) // self._columns)
            for each in range(row, behind):  # the style sheet's least height of a button goes before the card's own
                self._grid.setRowMinimumHeight(each, zoomed(CARD_HEIGHT))
            row = behind
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(row, 1)
        self._order_tabs()

    def _order_tabs(self) -> None:
        made = [self._cards[poster.id] for poster in self._listed if poster.id in self._cards]
        for card, following in pairwise([*made, self._another]):
            QWidget.setTabOrder(card, following)

    def _take_down(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
            self._grid.setRowMinimumHeight(row, 0)
        for heading in self._headings:
            heading.hide()
            heading.deleteLater()
        self._headings.clear()

    def _lay_heading(self, title: str, row: int) -> int:
        """Put a heading across the wall; return the row behind it."""
        if not title:
            return row
        heading = Label(title, "strong", name="wall_heading")
        heading.setContentsMargins(0, GRID if row else 0, 0, 0)
        self._headings.append(heading)
        self._grid.addWidget(heading, row, 0, 1, self._columns)
        heading.show()
        return row + 1

    def _claim_card(self) -> DashedCard:
        card = DashedCard("claim_another", self.claim_wanted.emit)
        card.setAccessibleName(_("Claim another problem area"))
        words = Label(_("Another problem area"), "strong", name="another_area", wraps=True)
        card.column.addStretch(1)
        for label in (words, self._free):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            card.column.addWidget(label)
        card.column.addStretch(1)
        card.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return card
