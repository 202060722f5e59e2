"""Beside the ranking: the matrix, and the ledger in plain lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.matrix import Matrix
from workshop_tool.desktop.widgets.sheet import Label, Sheet, breakable, clear
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.result import Result
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.facts.ledger import LedgerFacts, ledger_facts
from workshop_tool.record.facts.matrix import matrix_facts
from workshop_tool.record.facts.rules import decisions_said, late_said, rules_said, voters_said


class LedgerPanel(QWidget):
    """Shows; it scrolls where there is much to tell."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ledger")
        self._matrix = Matrix("matrix")
        self._matrix_sheet = Sheet("matrix_sheet")
        self._matrix_title = Label("", "strong", name="matrix_title", wraps=True)
        self._readings = QVBoxLayout()
        self._matrix_sheet.body.addWidget(self._matrix_title)
        self._matrix_sheet.body.addWidget(self._matrix)
        self._matrix_sheet.body.addLayout(self._readings)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        ledger = Sheet("ledger_sheet")
        ledger.body.addWidget(Label(_("How it came about"), "strong", name="ledger_title"))
        ledger.body.addLayout(self._lines)
        inside = QWidget()
        inside.setObjectName("ledger_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GRID)
        column.addWidget(self._matrix_sheet)
        column.addWidget(ledger)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setObjectName("ledger_scroll")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_book(self, plan: Plan, book: Book, result: Result) -> None:
        """Show matrix and ledger of a published round."""
        facts = matrix_facts(plan, result)
        self._matrix_sheet.setVisible(facts is not None)
        if facts is not None:
            self._matrix_title.setText(facts.title)
            self._matrix.show_matrix(facts)
            readings = tuple(said for said in facts.readings if said.rstrip(".") != facts.title)
            _write(self._readings, readings, "matrix_reading")
        ledger = ledger_facts(plan, book)
        by = _("Keyed in by {names}.").format(names=ledger.keyed_in_by) if ledger.keyed_in_by else ""
        missing = _("Not entered: {what}.").format(what=ledger.not_entered) if ledger.not_entered else ""
        lines = (
            ledger.turnout,
            *_ways(ledger, book.round),
            late_said(book.round),
            *voters_said(book),
            *rules_said(plan, book.round),
            *decisions_said(plan, book.round),
            by,
            missing,
            *ledger.corrections,
        )
        _write(self._lines, tuple(filter(None, lines)), "ledger_line")


def _ways(ledger: LedgerFacts, round_: Round) -> tuple[str, ...]:
    """Return by which way how many dots came: "Phone: 33 priority, 11 feasibility."."""
    labels = [criterion.label.lower() for criterion in round_.asked]
    said = []
    for row in ledger.rows:
        dots = ", ".join(_("{n} {criterion}").format(n=n, criterion=c) for n, c in zip(row.dots, labels, strict=True))
        said.append(_("{way}: {dots}.").format(way=row.way, dots=dots))
    return tuple(said)


def _write(column: QVBoxLayout, lines: tuple[str, ...], name: str) -> None:
    clear(column)
    for line in lines:
        column.addWidget(Label(breakable(line), "secondary", name=name, wraps=True))
