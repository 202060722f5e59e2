"""Voters by sector, beside the ranking they explain: told only where nothing leads to fewer than five of them."""

from collections.abc import Callable

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout

from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sector_table import SectorTable
from workshop_tool.desktop.widgets.sheet import Label, Sheet, clear
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.facts.sectors import SectorFacts


class SectorsSheet(Sheet):
    """Shows one criterion at a time."""

    def __init__(self, back: Callable[[], object]) -> None:
        """Make the sheet; ``back`` goes back to the ranking."""
        super().__init__("sectors_sheet")
        self._facts: SectorFacts | None = None
        self._criteria = QButtonGroup(self)
        self._criteria_row = QHBoxLayout()
        self._criteria_row.setSpacing(GRID)
        self._table = SectorTable("sectors", _("Voters by sector"))
        self._note = Label("", "small", name="sectors_note", wraps=True)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(Label(_("Voters by sector"), "section", name="sectors_title"), 1)
        top.addLayout(self._criteria_row)
        top.addWidget(QuietButton(_("Back to the ranking"), "sectors_back", back))
        self.body.addLayout(top)
        self.body.addWidget(self._table, 1)
        self.body.addWidget(self._note)

    def show_facts(self, facts: SectorFacts | None) -> None:
        """Show these voters; None empties the table."""
        if facts == self._facts:
            return
        self._facts = facts
        for button in self._criteria.buttons():
            self._criteria.removeButton(button)
        clear(self._criteria_row)
        for at, table in enumerate(facts.tables if facts else ()):
            button = QuietButton(table.criterion.label, f"sectors_{table.criterion.key}")
            button.setCheckable(True)
            button.setChecked(at == 0)
            button.clicked.connect(lambda _checked, at=at: self._choose(at))
            self._criteria.addButton(button)
            self._criteria_row.addWidget(button)
        self._note.setText(facts.note if facts else "")
        self._choose(0)

    def _choose(self, at: int) -> None:
        tables = self._facts.tables if self._facts else ()
        columns = self._facts.columns if self._facts else ()
        self._table.show_sectors(columns, tables[at].rows if tables else ())
