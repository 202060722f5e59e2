"""What there is to print, a line each: whether it is wanted, how many of it, or why there can be none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.contents import Counted, Printable, kit
from workshop_tool.kit.order import MOST_BALLOTS, KitOrder, people_expected
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.cards import MOST_CARDS

_MOST = {"cards": MOST_CARDS, "ballots": MOST_BALLOTS}


class PrintingChoice(QWidget):
    """All printables of a workshop; those that it lacks the data for say so and cannot be chosen."""

    def __init__(self, workshop: Workshop) -> None:
        super().__init__()
        self.setObjectName("printing_choice")
        self._boxes: dict[str, QCheckBox] = {}
        self._numbers: dict[Counted, QSpinBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(2, 1)
        trial = _trial(workshop)
        for row, printable in enumerate(kit()):
            self._add(row, printable, printable.lacks(trial), workshop)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the files that are wanted."""
        return tuple(name for name, box in self._boxes.items() if box.isChecked())

    def number(self, counted: Counted) -> int:
        """Return how many are wanted; 0 where none are."""
        number = self._numbers.get(counted)
        return number.value() if number is not None and number.isEnabledTo(self) else 0

    def _add(self, row: int, printable: Printable, lack: str, workshop: Workshop) -> None:
        box = QCheckBox(printable.title)
        box.setObjectName(f"print_{printable.file_name.removesuffix('.pdf')}")
        box.setEnabled(not lack)
        box.setChecked(not lack)
        self._boxes[printable.file_name] = box
        self._grid.setRowMinimumHeight(row, 4 * GRID)
        self._grid.addWidget(box, row, 0)
        if lack:
            self._grid.addWidget(Label(lack, "secondary", name="print_lacks", wraps=True), row, 1, 1, 2)
        elif printable.counted is not None:
            self._add_number(row, printable, printable.counted, workshop)

    def _add_number(self, row: int, printable: Printable, counted: Counted, workshop: Workshop) -> None:
        expected = people_expected(workshop)
        made = workshop.plan.particulars.cards if counted == "cards" else 0
        box, number = self._boxes[printable.file_name], QSpinBox()
        number.setObjectName(f"print_number_{counted}")
        number.setAccessibleName(_("How many: {what}").format(what=printable.title))
        number.setMinimumHeight(4 * GRID)
        number.lineEdit().setTextMargins(GRID, 0, 0, 0)
        # Cards that were made stay good, so that a set has at least those.
        number.setRange(max(1, made), _MOST[counted])
        number.setValue(max(expected, made))
        box.setChecked(bool(expected or made))
        number.setEnabled(box.isChecked())
        box.toggled.connect(number.setEnabled)
        self._numbers[counted] = number
        self._grid.addWidget(number, row, 1, Qt.AlignmentFlag.AlignLeft)
        if made:
            words = ngettext("The {n} made earlier is among them.", "The {n} made earlier are among them.", made)
            self._grid.addWidget(Label(words.format(n=made), "secondary", name="print_made", wraps=True), row, 2)


def _trial(workshop: Workshop) -> KitOrder:
    """Return an order that lacks nothing but what the workshop lacks."""
    plan = workshop.plan
    carded = plan.with_particulars(plan.particulars.revised(cards=max(1, plan.particulars.cards)))
    return KitOrder(Workshop(carded), "", "", ballots=1)
