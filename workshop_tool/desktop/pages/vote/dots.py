"""Another number of dots per person while voting is open: what it means is said before it is done."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.criterion_mark import CriterionMark
from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_MOST = 100
"""See ``Round.dots``."""


def ask_dots(parent: QWidget, round_: Round) -> dict[str, int]:
    """Ask for the dots per person of each criterion; return those that are to change."""
    dialog = Dialog("change_dots_dialog", _("Change the dots per person?"), parent)
    words = Label(
        _(
            "More dots: everybody may place them at once. Fewer: only as long as nobody has placed more, for no placed "
            "dot is taken away. Phones show the new number by themselves. The change is noted in the file's log."
        ),
        name="dialog_text",
        wraps=True,
    )
    words.setMinimumWidth(TEXT_WIDTH)
    dialog.body.addWidget(words)
    known = {criterion: round_.dots.get(criterion.key) for criterion in round_.criteria}
    boxes = {criterion: _row(dialog, criterion, dots) for criterion, dots in known.items() if dots is not None}
    dialog.add_buttons(_("Change"), _("Keep"))
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = {str(criterion.key): box.value() for criterion, box in boxes.items() if box.value() != known[criterion]}
    dialog.deleteLater()
    return chosen if accepted else {}


def _row(dialog: Dialog, criterion: Criterion, dots: int) -> QSpinBox:
    box = QSpinBox()
    box.setObjectName(f"new_dots_{criterion.key}")
    box.setAccessibleName(_("{criterion} dots per person").format(criterion=criterion.label))
    box.setRange(0, _MOST)
    box.setValue(dots)
    box.setFixedWidth(zoomed(9 * GRID))
    row = QHBoxLayout()
    row.setSpacing(GRID)
    row.addWidget(box)
    row.addWidget(CriterionMark(criterion))
    row.addWidget(Label(criterion.label, "strong", name="criterion_label"))
    row.addStretch(1)
    dialog.body.addLayout(row)
    return box
