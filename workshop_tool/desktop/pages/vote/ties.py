"""Deciding a tie: the posters with equal dots are put in order, with a reason that the record prints."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.ties import Tie
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_LEAST_ROWS, _MOST_ROWS = 2, 8
_ROW = 4 * GRID


@dataclass(frozen=True)
class Order:
    """What was decided."""

    posters: tuple[str, ...]
    """The best first."""
    reason: str


class _Posters(QListWidget):
    """Posters that move up and down, by the buttons beside them or by Alt and the arrow keys."""

    def __init__(self, plan: Plan, tie: Tie) -> None:
        super().__init__()
        self.setObjectName("tied_posters")
        self.setAccessibleName(_("Posters with equal dots, the best first"))
        self.setWordWrap(True)
        for poster in tie.posters:
            shown = plan.posters[poster]
            item = QListWidgetItem(f"{plan.area_of(shown).number}   {plan.title_of(shown)}")
            item.setData(Qt.ItemDataRole.UserRole, poster)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setMinimumHeight(_ROW * max(_LEAST_ROWS, min(len(tie.posters), _MOST_ROWS)) + GRID)
        QShortcut(QKeySequence("Alt+Up"), self, lambda: self.move_chosen(-1), Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Alt+Down"), self, lambda: self.move_chosen(1), Qt.ShortcutContext.WidgetShortcut)

    def move_chosen(self, by: int) -> None:
        """Move the chosen poster up (-1) or down (1)."""
        at = self.currentRow()
        if 0 <= at + by < self.count():
            self.insertItem(at + by, self.takeItem(at))
            self.setCurrentRow(at + by)

    def order(self) -> tuple[str, ...]:
        """Return the posters as they stand now."""
        return tuple(str(self.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.count()))


def ask_order(parent: QWidget, plan: Plan, tie: Tie) -> Order | None:
    """Ask for an order and a reason, and wait for the answer; None = not now."""
    dialog = Dialog("decide_tie", _("Decide a tie"), parent)
    asks = _("These posters have equal {criterion} dots. Put them in order, the best first.")
    words = Label(asks.format(criterion=tie.criterion.label.lower()), name="dialog_text", wraps=True)
    words.setMinimumWidth(TEXT_WIDTH)
    posters = _Posters(plan, tie)
    reason = QLineEdit()
    reason.setObjectName("tie_reason")
    reason.setAccessibleName(_("Reason"))
    reason.setPlaceholderText(_("such as: it can be started this year"))
    reason.setMaxLength(LINE_CAP)
    up = QuietButton(_("Move up"), "tie_up", lambda: posters.move_chosen(-1), tip=_("Alt+Up"))
    down = QuietButton(_("Move down"), "tie_down", lambda: posters.move_chosen(1), tip=_("Alt+Down"))
    beside = QVBoxLayout()
    beside.setSpacing(GRID)
    for button in (up, down):
        beside.addWidget(button)
    beside.addStretch(1)
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(posters, 1)
    row.addLayout(beside)
    dialog.body.addWidget(words)
    dialog.body.addLayout(row)
    dialog.body.addWidget(Label(_("Reason, printed in the record"), "caption", name="tie_reason_label"))
    dialog.body.addWidget(reason)
    decide = dialog.add_buttons(_("Decide"), _("Not now"))
    decide.setEnabled(False)
    reason.textChanged.connect(lambda typed: decide.setEnabled(bool(clean_line(typed))))
    posters.setFocus()
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return Order(posters.order(), clean_line(reason.text()))
