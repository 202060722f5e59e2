"""Paper ballots, keyed in one at a time; a slip number finds one again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.counts import poster_rows
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.counts_table import CountsTable
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services import voting

_SLIP_LENGTH = 40


class BallotEntry(QWidget):
    """One ballot: its slip number and its dots, kept here until it is saved."""

    def __init__(self, bridge: Bridge, by: Callable[[], str]) -> None:
        """Make the form; ``by`` tells who keys in."""
        super().__init__()
        self.setObjectName("ballot_entry")
        self._bridge = bridge
        self._by = by
        self._book: Book | None = None
        self._dots: dict[tuple[str, str], int] = {}
        self._slip = QLineEdit()
        self._slip.setObjectName("slip")
        self._slip.setAccessibleName(_("Slip number"))
        self._slip.setMaxLength(_SLIP_LENGTH)
        self._slip.setFixedWidth(14 * GRID)
        self._slip.editingFinished.connect(self._find)
        self._sector = Choosing()
        self._sector.setObjectName("ballot_sector")
        self._sector.setAccessibleName(_("Sector of the voter"))
        self._found = Label("", "secondary", name="slip_found", wraps=True)
        self._spent = Label("", "secondary", name="dots_spent", wraps=True)
        self._table = CountsTable("ballot", _("Dots on this ballot"), blank="")
        self._table.keyed.connect(self._place)
        self._save = PrimaryButton(_("Save ballot"), "save_ballot", self._save_ballot, tip=_("Ctrl+Return"))
        QShortcut(QKeySequence("Ctrl+Return"), self, self._save_ballot, Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()

    def show_book(self, plan: Plan, book: Book) -> None:
        """Show this round; the ballot that is being keyed in stays."""
        is_other = self._book is None or self._book.round.id != book.round.id
        self._book = book
        self._table.show_rows(poster_rows(plan, book), book.round.asked)
        self._offer_sectors(plan.sectors)
        if is_other:
            self._start_next()
        self._show_spent()

    def _offer_sectors(self, sectors: tuple[str, ...]) -> None:
        """Offer the participants' sectors; the one that is chosen stays chosen."""
        offered = ("", *sectors)
        if offered == tuple(self._sector.itemData(at) for at in range(self._sector.count())):
            return
        chosen = self._sector.currentData()
        self._sector.clear()
        for sector in offered:
            self._sector.addItem(sector or _("no sector given"), sector)
        self._sector.setCurrentIndex(max(0, self._sector.findData(chosen)))
        self._sector.setVisible(bool(sectors))

    def _find(self) -> None:
        """Bring up the ballot that was keyed in under this slip number."""
        earlier = self._earlier()
        if earlier is not None and not self._dots:
            self._dots = {(p, c): n for p, by in earlier.allocation.dots.items() for c, n in by.items()}
            self._table.show_counts(self._dots)
            self._sector.setCurrentIndex(max(0, self._sector.findData(earlier.sector)))
        said = _("Keyed in before; saving replaces it.") if earlier is not None else ""
        self._found.setText(said)
        self._show_spent()

    def _place(self, poster: str, criterion: str, dots: int | None) -> None:
        self._dots.pop((poster, criterion), None)
        if dots:
            self._dots[poster, criterion] = dots
        self._table.show_counts(self._dots)
        self._show_spent()

    def _save_ballot(self) -> None:
        self._table.flush()
        slip = clean_line(self._slip.text())
        if self._book is None or not slip:
            self._found.setText(_("Write the number on the slip first."))
            self._slip.setFocus()
            return
        dots: dict[str, dict[str, int]] = {}
        for (poster, criterion), n in self._dots.items():
            dots.setdefault(poster, {})[criterion] = n
        keyed_in = partial(voting.key_in_ballot, round_id=self._book.round.id, slip=slip, dots=dots, by=self._by())
        self._bridge.act(partial(keyed_in, sector=str(self._sector.currentData() or "")), then=self._go_on)

    def _go_on(self, ballot: Ballot) -> None:
        self._start_next(after=ballot.receipt)
        self._found.setText(_("Ballot {slip} is saved.").format(slip=ballot.receipt))
        self._slip.setFocus()
        self._slip.selectAll()

    def _start_next(self, after: str = "0") -> None:
        """Empty the form; slips that are numbered go on counting."""
        self._dots = {}
        self._slip.setText(str(int(after) + 1) if after.isdecimal() else "")
        self._found.setText("")
        self._sector.setCurrentIndex(0)
        self._table.show_counts({})
        self._table.start_at_top()
        self._show_spent()

    def _earlier(self) -> Ballot | None:
        slip = clean_line(self._slip.text())
        return self._book.ballots.get(f"paper:{slip}") if self._book and slip else None

    def _show_spent(self) -> None:
        if self._book is None:
            return
        said = []
        for criterion in self._book.round.asked:
            spent = sum(n for (_poster, key), n in self._dots.items() if key == criterion.key)
            dots = self._book.round.dots.get(criterion.key)
            text = _("{label} {spent}") if dots is None else _("{label} {spent} of {dots}")
            said.append(text.format(label=criterion.label, spent=spent, dots=dots))
        self._spent.setText(" · ".join(said))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(Label(_("Slip number"), "strong", name="slip_label"))
        top.addWidget(self._slip)
        top.addWidget(self._sector)
        top.addWidget(self._found, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._spent, 1)
        foot.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(top)
        column.addWidget(self._table, 1)
        column.addLayout(foot)
