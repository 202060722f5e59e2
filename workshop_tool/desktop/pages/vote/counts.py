"""Dots counted off the posters: keyed in by keyboard alone; what is doubtful is kept with a reason."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.reason import ask_reason
from workshop_tool.desktop.widgets.counts_model import PosterRow
from workshop_tool.desktop.widgets.counts_table import CountsTable
from workshop_tool.desktop.widgets.ranking_table import NOT_ENTERED
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import CriterionKey, PosterId, new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.casting import exceeds_dots
from workshop_tool.domain.voting.rounds import CountEntry
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services import voting


class CountsEntry(QWidget):
    """Shows what was entered by hand, never what phones cast."""

    def __init__(self, bridge: Bridge, name: str, by: Callable[[], str]) -> None:
        """Make the table; ``by`` tells who keys in."""
        super().__init__()
        self.setObjectName(f"{name}_entry")
        self._bridge = bridge
        self._by = by
        self._book: Book | None = None
        self._table = CountsTable(name, _("Dots counted on each poster"), blank=NOT_ENTERED)
        # Asking opens a window, which the cell must have closed before.
        self._table.keyed.connect(lambda *keyed: QTimer.singleShot(0, self, lambda: self._enter(*keyed)))
        bridge.refused.connect(self._table.counts.forget_keyed)
        hint = _("{dash} is not entered, which is not zero. Enter goes down, Tab goes on, Delete takes a count back.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(Label(hint.format(dash=NOT_ENTERED), "secondary", name="counts_hint", wraps=True))
        column.addWidget(self._table, 1)

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show the counts of this round."""
        self._book = book
        self._table.show_rows(poster_rows(plan, book), book.round.asked)
        self._table.show_counts(book.standing_counts())

    def _enter(self, poster: str, criterion: str, count: int | None) -> None:
        book = self._book
        if book is None:
            return
        entry = CountEntry(
            id=new_id(), poster=PosterId(poster), criterion=CriterionKey(criterion), count=count, by=self._by()
        )
        title, why = _doubt(book, entry)
        if why:
            reason = ask_reason(self, title, why)
            if not reason:
                self._table.counts.forget_keyed()
                return
            entry = entry.revised(reason=reason)
        self._bridge.act(partial(voting.enter_count, round_id=book.round.id, entry=entry))


def poster_rows(plan: Plan, book: Book) -> list[PosterRow]:
    """Return the posters of a round as a table names them, in list order."""
    posters = [plan.posters[poster] for poster in book.round.posters]
    return [PosterRow(poster.id, plan.area_of(poster).number, plan.title_of(poster)) for poster in posters]


def _doubt(book: Book, entry: CountEntry) -> tuple[str, str]:
    """Return title and text of what makes a count doubtful; two empty texts where nothing does."""
    round_ = book.round
    if round_.state == "published":
        return _("Correct a published result?"), _("The correction and its reason are printed in the record.")
    if exceeds_dots(book, entry):
        criterion, present = round_.criterion(entry.criterion), round_.present or 0
        words = _(
            "{label}: {present} people had {dots} dots each, {all} together. With this count there are more. It can be "
            "kept with a reason, which is printed in the record."
        )
        dots = round_.dots.get(entry.criterion) or 0
        text = words.format(label=criterion.label, present=present, dots=dots, all=dots * present)
        return _("More dots than were handed out"), text
    return "", ""
