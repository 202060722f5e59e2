"""The wall: a card for each poster in the order of the list, and one to claim another problem area."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QSizePolicy, QWidget

from workshop_tool.desktop.pages.poster_card import CARD_HEIGHT, CARD_WIDTH, DashedCard, PosterCard
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

_GAP = 2 * GRID


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

    def show_posters(self, workshop: Workshop) -> None:
        """Show every poster; cards that stay are kept, so that the focus stays too."""
        plan = workshop.plan
        posters = plan.posters_in_list_order()
        for gone in self._cards.keys() - {poster.id for poster in posters}:
            self._cards.pop(gone).deleteLater()
        cards = {}
        for poster in posters:
            card = self._cards.get(poster.id) or PosterCard(poster.id, partial(self.opened.emit, poster.id))
            card.show_poster(workshop, poster)
            cards[poster.id] = card
        self._cards = cards
        free = len(plan.areas) - len(plan.posters)
        self._free.setText(ngettext("{n} is free", "{n} are free", free).format(n=free))
        self._lay_out()

    def show_writers(self, said: Callable[[str], str]) -> None:
        """Show on each card who writes there; ``said`` is asked by poster id."""
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

    def _fitting_columns(self) -> int:
        return max(1, (self.viewport().width() + _GAP) // (CARD_WIDTH + _GAP))

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = self._fitting_columns()
        cards = [*self._cards.values(), self._another]
        before: QWidget | None = None
        for at, card in enumerate(cards):
            self._grid.addWidget(card, at // self._columns, at % self._columns)
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 1)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
            self._grid.setRowMinimumHeight(row, CARD_HEIGHT if row <= (len(cards) - 1) // self._columns else 0)
        self._grid.setRowStretch(len(cards) // self._columns + 1, 1)

    def _claim_card(self) -> DashedCard:
        card = DashedCard("claim_another", self.claim_wanted.emit)
        card.setAccessibleName(_("Claim another problem area"))
        words = Label(_("Another problem area"), "strong", name="another_area")
        card.column.addStretch(1)
        for label in (words, self._free):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            card.column.addWidget(label)
        card.column.addStretch(1)
        card.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        return card
