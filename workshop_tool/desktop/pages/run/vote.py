"""How a round stands while the day runs: the turnout, and the way to Vote, where rounds are opened and closed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from workshop_tool.desktop.pages.vote.turnout import said_turnout
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.voting.result import turnout
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class VoteSheet(Sheet):
    """Shows only while a round is open. ``wanted``: the Vote page."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("run_vote", margin=GRID + 4)
        self._said = Label("", "strong", name="run_turnout")
        self._ways = Label("", "small", name="run_turnout_ways")
        to_vote = QuietButton(_("To Vote…"), "run_to_vote", self.wanted.emit)
        to_vote.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(_("Voting is open"), "caption", name="run_vote_title"))
        words.addWidget(self._said)
        words.addWidget(self._ways)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(to_vote)
        self.body.addLayout(row)
        self.hide()  # until it is known that a round is open

    def show_workshop(self, workshop: Workshop) -> None:
        """Show the turnout of the open round; nothing where none is open."""
        book = workshop.open_book
        self.setVisible(book is not None)
        if book is not None:
            seen = turnout(book)
            self._said.setText(said_turnout(seen))
            self._ways.setText(_("{phone} by phone · {paper} on paper").format(phone=seen.phone, paper=seen.paper))
