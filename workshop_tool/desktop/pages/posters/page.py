"""Posters: the wall of all, and one opened as its sheet."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.posters.claim import ClaimDialog, claimed, said_claim
from workshop_tool.desktop.pages.posters.opened import OpenedPoster
from workshop_tool.desktop.pages.posters.presence import PosterPresence
from workshop_tool.desktop.pages.posters.wall import ORDERS, PosterWall
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID


class PostersPage(Page):
    """The wall, or the poster that is open."""

    key = "posters"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._claim = QuietButton(_("Claim a problem area"), "claim_area", self.ask_for_claim, icon="add")
        show = PrimaryButton(_("Show the wall"), "show_wall", partial(self.present.emit, "wall", ""), icon="projector")
        self._show_wall = show
        self._order = Choosing()
        self._order.setObjectName("wall_order")
        self._order.setAccessibleName(_("Order of the wall"))
        self._order.addItems([_("By number"), _("By group"), _("By state")])
        self._order.activated.connect(lambda _at: self.show_workshop(self.bridge.workshop, None))
        self._header = PageHeader(_("Posters"), "", self._order, self._claim, show)
        self._wall = PosterWall()
        self._wall.opened.connect(self.open_poster)
        self._wall.claim_wanted.connect(self.ask_for_claim)
        self._empty = QStackedWidget()
        self._empty.addWidget(self._wall)
        self._empty.addWidget(self._nothing_yet())
        wall = QWidget()
        column = QVBoxLayout(wall)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._header)
        column.addWidget(self._empty, 1)
        self._presence = PosterPresence(bridge, self)
        self._presence.changed.connect(self._show_writers)
        self._opened = OpenedPoster(bridge)
        self._opened.left.connect(self.show_wall)
        self._opened.present.connect(partial(self.present.emit, "poster"))
        self._stack = QStackedWidget()
        self._stack.addWidget(wall)
        self._stack.addWidget(self._opened)
        self.body.addWidget(self._stack)
        back = QShortcut(QKeySequence("Esc"), self._opened)
        back.activated.connect(self.show_wall)

    def make_ahead(self) -> Iterator[None]:
        """Make the sheet of the poster that is opened first."""
        self._opened.make_spare()
        yield

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the wall, or the open poster, as it is now; an open poster that is gone leads back to the wall."""
        if not touches(touched, ["posters", "areas", "trends", "groups", "rounds", "template", "minutes"]):
            return
        plan = workshop.plan
        if self._opened.poster_id is not None and self._opened.poster_id not in plan.posters:
            self.show_wall()
        if self._opened.poster_id is not None:
            self._opened.show_workshop(workshop)
            return
        self._header.subtitle.setText(_subtitle(plan))
        filled = bool(plan.posters)
        self._empty.setCurrentIndex(0 if filled else 1)
        self._claim.setVisible(filled)
        self._show_wall.setVisible(filled)
        self._order.setVisible(filled)
        self._wall.show_posters(workshop, ORDERS[self._order.currentIndex()])
        self._show_writers()

    def open_poster(self, poster_id: str) -> None:
        """Open one poster as its sheet."""
        self._opened.open(self.bridge.workshop, poster_id)
        self._show_writers()
        self._stack.setCurrentIndex(1)
        self._opened.begin()

    def show_item(self, table: str, item_id: str) -> None:
        """Open a poster."""
        if table == "posters" and item_id in self.bridge.workshop.plan.posters:
            self.open_poster(item_id)

    def show_wall(self) -> None:
        """Save what is typed and go back to the wall."""
        self.flush()
        before, self._opened.poster_id = self._opened.poster_id, None
        self._stack.setCurrentIndex(0)
        self.show_workshop(self.bridge.workshop, None)
        if before is not None:
            self._wall.focus_poster(before)

    def ask_for_claim(self) -> None:
        """Let a problem area be chosen, then open its poster."""
        dialog = ClaimDialog(self.bridge.workshop.plan, self)
        dialog.accepted.connect(lambda: self._claim_chosen(dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_writers(self) -> None:
        said = partial(self._presence.said, self.bridge.workshop.plan)
        self._wall.show_writers(said)
        self._opened.show_writers(said(self._opened.poster_id or ""))

    def _claim_chosen(self, dialog: ClaimDialog) -> None:
        """Start the posters; one alone is opened, of several the wall is shown."""
        claim = dialog.claim
        poster_ids = tuple(new_id() for _area in claim.area_ids or (claim.new_text,))
        change = partial(claimed, claim=claim, poster_ids=poster_ids, new_area_id=new_id())
        if len(poster_ids) > 1:
            self.bridge.edit(said_claim(len(poster_ids)), change)
        else:
            self.bridge.edit(_("Claim a problem area"), change, then=partial(self.open_poster, poster_ids[0]))

    def _nothing_yet(self) -> EmptyState:
        hint = _("A group picks the problem area it would put first, and fills in a poster on it.")
        button = PrimaryButton(_("Claim a problem area"), "claim_first", self.ask_for_claim, icon="add")
        return EmptyState("posters", _("No posters yet"), hint, button, name="posters_empty")


def _subtitle(plan: Plan) -> str:
    posters, areas = len(plan.posters), len(plan.areas)
    if not areas:
        return _("The list of problem areas is still empty; a new one can be added here.")
    if not posters:
        return ngettext("{n} problem area is free.", "{n} problem areas are free.", areas).format(n=areas)
    picked = ngettext(
        "{posters} of {n} problem areas is being worked on.",
        "{posters} of {n} problem areas are being worked on.",
        posters,
    ).format(posters=posters, n=areas)
    return picked + " " + _("Bars show what is filled in.")
