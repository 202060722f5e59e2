"""A published round: the ranking with its bars, the matrix, and the ledger of where the dots came from."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.pages.vote.counts import CountsEntry
from workshop_tool.desktop.pages.vote.ledger import LedgerPanel
from workshop_tool.desktop.pages.vote.sectors import SectorsSheet
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.flow import Flow, in_lines
from workshop_tool.desktop.widgets.ranking_table import NOT_ENTERED, RankedPoster, Ranking, RankingTable
from workshop_tool.desktop.widgets.sheet import Label, Sheet, breakable, clear
from workshop_tool.desktop.widgets.stack import Stack
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.facts.leading import lead_message
from workshop_tool.record.facts.sectors import sector_facts

if TYPE_CHECKING:
    from workshop_tool.domain.voting.result import Result

_LONGEST_ORDER: Final = 20 * GRID
"""Pixels of words on a button, at the usual size of text."""
_ASIDE_WIDTH = 37 * GRID


class ResultView(QWidget):
    """Shows; a count can be corrected, with a reason."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("vote_result")
        self._plan: Plan | None = None
        self._book: Book | None = None
        self._result: Result | None = None
        self._criterion = ""
        self._title = Label("", "section", name="result_title", wraps=True)
        self._orders = QButtonGroup(self)
        self._order_row = Flow(spacing=GRID)
        self._ranking = RankingTable("ranking", _("Ranking"))
        self._counts = CountsEntry(bridge, "corrections", lambda: "")
        self._by_sector = QuietButton(
            _("Voters by sector"), "show_sectors", lambda: self._left.setCurrentWidget(self._sectors)
        )
        self._ledger = LedgerPanel()
        self._left = Stack("result_left")
        self._left.addWidget(self._ranking_sheet())
        self._left.addWidget(self._correction_sheet())
        self._sectors = SectorsSheet(self._show_first)
        self._left.addWidget(self._sectors)
        self._left.currentChanged.connect(self._make_room)
        row = Beside(self)
        row.add(self._left, 1, tall=TALL)
        row.add(self._ledger, width=_ASIDE_WIDTH)

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show the result of this round; counting happens once for each state of it."""
        if book is self._book and plan is self._plan:
            return
        if self._book is None or book.round.id != self._book.round.id:
            self._left.setCurrentIndex(0)
            self._criterion = str(book.round.asked[0].key)
            self._offer_orders(book)
        self._plan, self._book = plan, book
        self._result = book.result
        self._title.setText(breakable(lead_message(plan, self._result)))
        self._ledger.show_book(plan, book, self._result)
        self._counts.show_book(plan, book)
        sectors = sector_facts(plan, book.round)
        self._sectors.show_facts(sectors)
        self._by_sector.setVisible(sectors is not None)
        self._show_ranking()

    def _make_room(self) -> None:
        """Let the voters by sector have the whole width."""
        self._ledger.setVisible(self._left.currentWidget() is not self._sectors)

    def _show_first(self) -> None:
        self._left.setCurrentIndex(0)

    def _show_ranking(self) -> None:
        if self._plan is None or self._result is None:
            return
        criteria = self._result.round.asked
        rows = []
        for row in self._result.ranked(self._criterion):
            poster = self._plan.posters[row.poster]
            dots = tuple(row.dots[criterion.key] for criterion in criteria)
            number, title = self._plan.area_of(poster).number, self._plan.title_of(poster)
            rows.append(RankedPoster(row.ranks[self._criterion], number, title, dots))
        self._ranking.show_ranking(Ranking(criteria, tuple(rows)))

    def _offer_orders(self, book: Book) -> None:
        for button in self._orders.buttons():
            self._orders.removeButton(button)
        clear(self._order_row)
        for criterion in book.round.asked:
            words = _("By {criterion}").format(criterion=criterion.label.lower())
            button = QuietButton(words, f"rank_by_{criterion.key}")
            short = button.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, zoomed(_LONGEST_ORDER))
            if short != words:  # a name as long as a sentence would push the ranking out of sight
                button.setText(short)
                button.setToolTip(words)
            button.setCheckable(True)
            button.setChecked(criterion.key == self._criterion)
            button.clicked.connect(lambda _checked, key=str(criterion.key): self._order_by(key))
            self._orders.addButton(button)
            self._order_row.addWidget(button)

    def _order_by(self, criterion: str) -> None:
        self._criterion = criterion
        self._show_ranking()

    def _ranking_sheet(self) -> Sheet:
        sheet = Sheet("ranking_sheet")
        orders = QWidget()
        orders.setObjectName("rank_orders")
        orders.setLayout(self._order_row)
        top = Beside(wide=0)
        top.add(self._title, 1)
        top.add(orders)
        note = _("{dash} is not entered, which is not zero.").format(dash=NOT_ENTERED)
        correct = QuietButton(_("Correct a count…"), "correct_count", lambda: self._left.setCurrentIndex(1))
        foot = Beside(wide=0, spacing=GRID)
        foot.add(Label(note, "small", name="ranking_note", wraps=True), 1)
        foot.add(in_lines("ranking_does", self._by_sector, correct))
        sheet.body.addLayout(top)
        sheet.body.addWidget(self._ranking, 1)
        sheet.body.addLayout(foot)
        return sheet

    def _correction_sheet(self) -> Sheet:
        sheet = Sheet("correction_sheet")
        top = QVBoxLayout()
        top.setSpacing(2)
        top.addWidget(Label(_("Counts taken off the posters"), "section", name="correction_title"))
        row = QHBoxLayout()
        row.addLayout(top, 1)
        row.addWidget(QuietButton(_("Back to the ranking"), "back_to_ranking", self._show_first))
        sheet.body.addLayout(row)
        sheet.body.addWidget(self._counts, 1)
        return sheet
