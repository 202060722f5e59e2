"""Asks for the few things a new workshop begins with; all of them can be changed later."""

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.widgets.date_field import DateField
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.particulars import Particulars
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

WIDTH = 480


class NewWorkshopDialog(Dialog):
    """Title, date, place and client; only the title must be given. ``head`` is for what a workshop begins with."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "new_workshop_dialog", title: str = "") -> None:
        super().__init__(name, title or _("New workshop"), parent)
        self.head = QVBoxLayout()
        self.head.setSpacing(GRID)
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
        self.body.addLayout(self.head)
        self.body.addWidget(Label(_("You can change all of this later."), "secondary"))
        self.body.addLayout(form)
        self._date.reach_calendar_after(self._client)
        self._make = self.add_buttons(_("Make workshop"), _("Cancel"))
        self._make.setEnabled(False)
        self._title.textChanged.connect(lambda _text: self.show_ready())
        self._title.setFocus()
        self.setMinimumWidth(WIDTH)

    @property
    def is_ready(self) -> bool:
        """Whether there is enough to make a workshop of."""
        return bool(clean_line(self._title.text()))

    def show_ready(self) -> None:
        """Let the button follow whether there is enough."""
        self._make.setEnabled(self.is_ready)

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
