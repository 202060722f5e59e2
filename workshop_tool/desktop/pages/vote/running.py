"""A round that is open or closed: the turnout and nothing else of the vote, the way in, and what is on paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.hosting.site import Hosting
from workshop_tool.desktop.pages.vote.paper import PaperPanel
from workshop_tool.desktop.pages.vote.turnout import TurnoutPanel
from workshop_tool.desktop.pages.vote.way_in import WayInPanel
from workshop_tool.desktop.widgets.beside import TALL, Beside
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.look.tokens import GRID

_ASIDE_WIDTH = 38 * GRID


class RunningView(QWidget):
    """Shows and takes in; the phones' dots stay out of sight."""

    start_wanted = Signal()
    """The site should be on."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("vote_running")
        self._turnout = TurnoutPanel()
        self._way_in = WayInPanel()
        self._way_in.start_wanted.connect(self.start_wanted)
        self._paper = PaperPanel(bridge)
        aside = QWidget()
        aside.setObjectName("vote_aside")
        column = QVBoxLayout(aside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._turnout)
        column.addWidget(self._way_in)
        column.addStretch(1)
        row = Beside(self)
        row.add(aside, width=_ASIDE_WIDTH)
        row.add(self._paper, 1, tall=TALL)

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show this round."""
        self._turnout.show_book(book)
        self._way_in.setVisible(book.round.state == "open")
        self._paper.show_book(plan, book)

    def show_hosting(self, hosting: Hosting) -> None:
        """Show where phones join."""
        self._way_in.show_hosting(hosting)
