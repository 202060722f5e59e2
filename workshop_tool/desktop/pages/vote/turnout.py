"""How many have voted, by phone and on paper: the only thing that is told of a vote while it runs."""

from PySide6.QtWidgets import QProgressBar

from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.result import Turnout, turnout
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.changing_dots import finished


class TurnoutPanel(Sheet):
    """Shows."""

    def __init__(self) -> None:
        super().__init__("turnout", margin=3 * GRID)
        self._voted = Label("", "title", name="turnout_voted", wraps=True)
        self._bar = QProgressBar()
        self._bar.setObjectName("turnout_bar")
        self._bar.setTextVisible(False)
        self._ways = Label("", "secondary", name="turnout_ways", wraps=True)
        self._done = Label("", "secondary", name="turnout_done", wraps=True)
        self._note = Label("", "secondary", name="turnout_note", wraps=True)
        self.body.addWidget(Label(_("Turnout"), "caption", name="turnout_title"))
        self.body.addWidget(self._voted)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._ways)
        self.body.addWidget(self._done)
        self.body.addWidget(self._note)

    def show_book(self, book: Book) -> None:
        """Show the turnout of this round."""
        seen = turnout(book)
        self._voted.setText(said_turnout(seen))
        self._bar.setVisible(bool(seen.present))
        self._bar.setRange(0, max(seen.present or 1, seen.voted))
        self._bar.setValue(seen.voted)
        self._bar.setAccessibleName(said_turnout(seen))
        self._ways.setText(_("{phone} by phone · {paper} on paper").format(phone=seen.phone, paper=seen.paper))
        done = finished(book) if seen.phone else None
        said = ngettext("{n} has placed all dots.", "{n} have placed all dots.", done or 0).format(n=done)
        self._done.setText(said)
        self._done.setVisible(done is not None)
        self._note.setText(_("Results stay hidden until you publish."))


def said_turnout(seen: Turnout) -> str:
    """Return "11 of 15 have voted"."""
    if seen.present is None:
        return ngettext("{n} has voted", "{n} have voted", seen.voted).format(n=seen.voted)
    return _("{n} of {present} have voted").format(n=seen.voted, present=seen.present)
