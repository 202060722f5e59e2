"""Asks for the few things a new workshop begins with; all of them can be changed later."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from workshop_tool.desktop.widgets.date_field import DateField
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.particulars import Particulars
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

WIDTH = 480


class NewWorkshopDialog(Dialog):
    """Title, date, place and client; only the title must be given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("new_workshop_dialog", _("New workshop"), parent)
        self._title = _line("new_title", _("Title"))
        self._date = DateField("new_date", _("Date"))
        self._place = _line("new_place", _("Place"))
        self._client = _line("new_client", _("Client"))
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.setVerticalSpacing(GRID)
        for field, says in (
            (self._title, _("Title")),
            (self._date, _("Date")),
            (self._place, _("Place")),
            (self._client, _("Client")),
        ):
            label = Label(says, "secondary")
            label.setBuddy(field)
            form.addRow(label, field)
        self.body.addWidget(Label(_("You can change all of this later."), "secondary"))
        self.body.addLayout(form)
        make = self.add_buttons(_("Make workshop"), _("Cancel"))
        make.setEnabled(False)
        self._title.textChanged.connect(lambda text: make.setEnabled(bool(clean_line(text))))
        self._title.setFocus()
        self.setMinimumWidth(WIDTH)

    def accept(self) -> None:
        """Go on, but not past a date that is not understood: it would be lost."""
        if self._date.is_understood:
            super().accept()
        else:
            self._date.flush()
            self._date.setFocus()

    def particulars(self) -> Particulars:
        """Return what was entered."""
        return Particulars(
            title=self._title.text(), date=self._date.date, place=self._place.text(), client=self._client.text()
        )


def _line(name: str, says: str) -> QLineEdit:
    line = QLineEdit()
    line.setObjectName(name)
    line.setAccessibleName(says)
    line.setMaxLength(LINE_CAP)
    return line
