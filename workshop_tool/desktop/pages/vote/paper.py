"""What is on paper: dots counted off the posters, or ballots keyed in one at a time."""

from PySide6.QtWidgets import QHBoxLayout, QTabBar

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.ballot import BallotEntry
from workshop_tool.desktop.pages.vote.counts import CountsEntry
from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.desktop.widgets.stack import Stack
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class PaperPanel(Sheet):
    """Two ways to the same round; what counts is both together with the phones."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("paper")
        self._by = LineField("keyed_in_by", _("Keyed in by"), _("who keys in"))
        self._by.setMinimumWidth(10 * GRID)
        self._by.setMaximumWidth(22 * GRID)
        self._counts = CountsEntry(bridge, "counts", lambda: self._by.text)
        self._ballots = BallotEntry(bridge, lambda: self._by.text)
        self._tabs = QTabBar()
        self._tabs.setObjectName("paper_tabs")
        self._tabs.setAccessibleName(_("Votes on paper"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.addTab(_("Dots on posters"))
        self._tabs.addTab(_("Paper ballots"))
        self._pages = Stack("paper_pages")
        self._pages.addWidget(self._counts)
        self._pages.addWidget(self._ballots)
        self._tabs.currentChanged.connect(self._pages.setCurrentIndex)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self._tabs)
        top.addStretch(1)
        top.addWidget(Label(_("Keyed in by"), "caption", name="keyed_in_by_label"))
        top.addWidget(self._by, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._pages, 1)

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show this round."""
        self._counts.show_book(plan, book)
        self._ballots.show_book(plan, book)
