"""Vote: one round at a time, from its settings to its published result."""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.page import Page, Touched, touches
from workshop_tool.desktop.pages.vote.asking import (
    sure_to_close,
    sure_to_publish,
    sure_to_reopen,
    sure_to_run_off,
    sure_to_vote_again,
    terms_of_opening,
)
from workshop_tool.desktop.pages.vote.dots import ask_dots
from workshop_tool.desktop.pages.vote.empty import no_round_yet, nothing_to_vote_on
from workshop_tool.desktop.pages.vote.result import ResultView
from workshop_tool.desktop.pages.vote.running import RunningView
from workshop_tool.desktop.pages.vote.settings import SettingsView
from workshop_tool.desktop.pages.vote.steps import StepsPanel
from workshop_tool.desktop.pages.vote.ties import ask_order
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.desktop.widgets.stack import Stack
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.voting.ties import leading_tie, undecided_ties
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.services import voting
from workshop_tool.services.changing_dots import change_dots
from workshop_tool.services.closing_round import GRACE_SECONDS, finish_closings

_TABLES = ("rounds", "ballots", "counts", "posters", "areas", "particulars", "participants", "log")

_TICK_MS = 200
"""Often enough that no second of the countdown is left out."""

Step = Callable[[Workshop, str, dt.datetime], tuple[Workshop, None]]
View = SettingsView | RunningView | ResultView
_VIEWS: Final[dict[str, type[View]]] = {"prepared": SettingsView, "published": ResultView}
"""By state; in all others the round runs."""


class VotePage(Page):
    """Shows the chosen round; every step but preparing asks first."""

    key = "vote"

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._hosting = bridge.hosting
        self._chosen = ""
        self._rounds = Choosing("rounds", _("Round"))
        self._rounds.setMinimumWidth(200)
        self._rounds.activated.connect(lambda at: self.choose(str(self._rounds.itemData(at))))
        self._new = QuietButton(_("New round"), "new_round", self._prepare, icon="add")
        self._header = PageHeader(_("Vote"), "", self._rounds, self._new)
        self._steps = StepsPanel()
        self._ticking = QTimer(self)
        self._ticking.setInterval(_TICK_MS)
        self._views = Stack("vote_views")
        self._made: dict[type[View], View] = {}
        """The views that were needed so far."""
        self._no_posters = nothing_to_vote_on(partial(self.page_wanted.emit, "posters"))
        self._no_round = no_round_yet(self._prepare)
        for view in (self._no_posters, self._no_round):
            self._views.addWidget(view)
        self.body.addWidget(self._header)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._views, 1)
        self._connect()

    @property
    def book(self) -> Book | None:
        """The round that is shown: the chosen one, or the last."""
        workshop = self.bridge.workshop
        return workshop.books.get(self._chosen) or next(reversed(workshop.rounds), None)

    def choose(self, round_id: str) -> None:
        """Show another round."""
        self.flush()
        self._chosen = round_id
        self.show_workshop(self.bridge.workshop, None)

    def show_workshop(self, workshop: Workshop, touched: Touched) -> None:
        """Show the round, and the view that goes with its state."""
        if not touches(touched, _TABLES):
            return
        book = self.book
        self._show_rounds(workshop, book)
        self._steps.setVisible(book is not None)
        if book is None:
            self._header.subtitle.setText(
                _("Everybody places dots on the posters: what matters most, what can be done.")
            )
            self._views.setCurrentWidget(self._no_round if workshop.plan.posters else self._no_posters)
            return
        self._show_steps(workshop, book)
        said = _said(book.round) if workshop.plan.posters else _("There is no poster to vote on. Claim one on Posters.")
        self._header.subtitle.setText(said)
        view = self._view(_VIEWS.get(book.round.state, RunningView))
        view.show_book(workshop.plan, book)
        self._views.setCurrentWidget(view)

    def make_ahead(self) -> Iterator[None]:
        """Make the views of all states, so that a round that opens or is published shows at once."""
        for view in (ResultView, RunningView, SettingsView):
            self._view(view)
            yield

    def _view(self, kind: type[View]) -> View:
        """Return the view of a state, made when it is first needed."""
        if kind not in self._made:
            view = self._made[kind] = kind(self.bridge)
            self._views.addWidget(view)
            if isinstance(view, RunningView):
                view.start_wanted.connect(self._start_site)
                view.show_hosting(self._hosting)
        return self._made[kind]

    def _show_steps(self, workshop: Workshop, book: Book) -> None:
        self._steps.show_round(
            book.round,
            can_open=bool(workshop.plan.posters),
            ties=len(undecided_ties(book)) if book.round.state == "closed" else 0,
            run_off=leading_tie(book, workshop.rounds) is not None,
        )
        self._show_countdown()

    def _show_countdown(self) -> None:
        """Show the seconds that phones have left, as long as there are some."""
        book = self.book
        at = book.round.closing_at if book and book.round.state == "open" else None
        if at is None:
            self._ticking.stop()
            self._steps.show_countdown(None)
            return
        left = (at - self.bridge.session.clock()).total_seconds()
        self._steps.show_countdown(max(0, math.ceil(left)))
        self._ticking.start()

    def _show_rounds(self, workshop: Workshop, book: Book | None) -> None:
        self._rounds.setVisible(len(workshop.rounds) > 1)
        self._new.setVisible(book is not None and book.round.state in {"closed", "published"})
        self._rounds.clear()
        for other in workshop.rounds:
            self._rounds.addItem(f"{other.round.name} · {_state(other.round)}", other.round.id)
        if book is not None:
            self._rounds.setCurrentIndex(self._rounds.findData(book.round.id))

    def _connect(self) -> None:
        steps = self._steps
        steps.open_wanted.connect(self._open)
        steps.close_wanted.connect(self._announce_close)
        steps.close_now_wanted.connect(self._close_now)
        steps.ties_wanted.connect(self._decide_ties)
        steps.dots_wanted.connect(self._change_dots)
        steps.again_wanted.connect(self._vote_again)
        steps.run_off_wanted.connect(self._run_off)
        self._ticking.timeout.connect(self._show_countdown)
        steps.publish_wanted.connect(self._publish)
        steps.reopen_wanted.connect(self._reopen)
        steps.show_wanted.connect(self._show_to_room)
        self._hosting.changed.connect(self._show_hosting)

    def _show_hosting(self) -> None:
        if isinstance(view := self._made.get(RunningView), RunningView):
            view.show_hosting(self._hosting)

    def _start_site(self) -> None:
        self._hosting.start()

    def _prepare(self) -> None:
        plan, rounds = self.bridge.workshop.plan, self.bridge.workshop.rounds
        name = _("Dot voting") if not rounds else _("Round {n}").format(n=len(rounds) + 1)
        present = plan.particulars.present or len(plan.participants) or None
        round_ = Round(id=new_id(), name=name, present=present)
        if rounds:
            last = rounds[-1].round
            kept = ("dots", "most_per_poster", "voters", "own_poster", "poster_order", "tie_rule")
            round_ = round_.revised(**{rule: getattr(last, rule) for rule in kept})
        self.bridge.act(partial(voting.prepare_round, round_=round_), then=self.choose)

    def _open(self) -> None:
        self.flush()
        book = self.book
        terms = terms_of_opening(self, self.bridge.workshop, book, self._hosting) if book else None
        if book is None or terms is None:
            return
        if terms.start_site:
            self._hosting.start()
        self._act(voting.open_round, book)

    def _announce_close(self) -> None:
        if (book := self.book) and sure_to_close(self, book.round):
            at = self.bridge.session.clock() + dt.timedelta(seconds=GRACE_SECONDS)
            announce = partial(voting.announce_close, round_id=book.round.id, at=at)
            self.bridge.act(announce, then=lambda _done: finish_closings(self.bridge.session))

    def _change_dots(self) -> None:
        book = self.book
        if book is None:
            return
        for criterion, dots in ask_dots(self, book.round).items():
            change = partial(
                change_dots, round_id=book.round.id, criterion=criterion, dots=dots, now=self.bridge.session.clock()
            )
            self.bridge.act(change)

    def _close_now(self) -> None:
        if (book := self.book) is not None:
            self._act(voting.close_round, book)

    def _decide_ties(self) -> None:
        """Go through the ties, those with the most dots first, until all are decided or one is put off."""
        self.flush()
        book = self.book
        for tie in undecided_ties(book) if book else ():
            order = ask_order(self, self.bridge.workshop.plan, tie)
            if book is None or order is None:
                return
            decide = partial(voting.decide_tie, round_id=book.round.id, criterion=tie.criterion.key)
            self.bridge.act(partial(decide, posters=order.posters, reason=order.reason))

    def _vote_again(self) -> None:
        if (book := self.book) and sure_to_vote_again(self, book.round):
            prepare = partial(voting.prepare_rerun, round_id=book.round.id, now=self.bridge.session.clock())
            self.bridge.act(prepare, then=self.choose)

    def _run_off(self) -> None:
        book = self.book
        tie = leading_tie(book, self.bridge.workshop.rounds) if book else None
        if book and tie and sure_to_run_off(self, self.bridge.workshop.plan, tie):
            prepare = partial(voting.prepare_run_off, round_id=book.round.id, criterion=tie.criterion.key)
            self.bridge.act(prepare, then=self.choose)

    def _reopen(self) -> None:
        if (book := self.book) and sure_to_reopen(self, book.round):
            self._act(voting.reopen_round, book)

    def _publish(self) -> None:
        self.flush()
        if (book := self.book) and sure_to_publish(self, book):
            self._act(voting.publish_round, book, seals=True)

    def _act(self, step: Step, book: Book, *, seals: bool = False) -> None:
        now = self.bridge.session.clock()
        self.bridge.act(lambda workshop: step(workshop, book.round.id, now), seals=seals)

    def _show_to_room(self) -> None:
        if (book := self.book) is not None:
            self.present.emit("result" if book.round.state == "published" else "vote", book.round.id)


def _state(round_: Round) -> str:
    return {
        "prepared": _("prepared"),
        "open": _("open"),
        "closed": _("closed"),
        "published": _("published"),
    }[round_.state]


def _said(round_: Round) -> str:
    return {
        "prepared": _("Choose the rules. They are fixed when voting opens."),
        "open": _("Phones can vote now. Only the turnout shows until you publish."),
        "closed": _("Phones can no longer vote. Key in what is on paper, then publish."),
        "published": _("The result is published and sealed. Corrections need a reason."),
    }[round_.state]
