"""The facts of the workshop as a form that saves itself."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.date_field import DateField
from workshop_tool.desktop.widgets.fields import LineField, TextField, TypedField, labelled
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP
from workshop_tool.domain.particulars import Particulars
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.particulars import revise_particulars

MOST: Final = 99_999


class FactsForm(QWidget):
    """Title to number present, each saved as it is typed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("facts_form")
        self._bridge = bridge
        self._fields: dict[str, tuple[TypedField, Callable[[Particulars], str]]] = {}
        self._date = DateField("fact_date", _("Date"))
        self._date.edited.connect(lambda date: self._save(_("Change date"), date=date))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GRID, 0)
        column.setSpacing(GRID + GRID // 2)
        title = self._line("title", _("Title"))
        title.require()
        column.addWidget(_under(_("Title"), title))
        date = _under(_("Date"), self._date)
        column.addLayout(_pair(date, self._lined("place", _("Place"))))
        column.addLayout(_pair(self._lined("client", _("Client")), self._lined("host", _("Host"))))
        column.addLayout(_pair(self._lined("project", _("Project")), self._lined("author", _("Author of the record"))))
        column.addWidget(_under(_("Facilitators, separated by commas"), self._facilitators()))
        column.addWidget(_under(_("Purpose"), self._text("purpose", _("Purpose"), lines=3)))
        column.addWidget(_under(_("Introduction"), self._text("introduction", _("Introduction"), lines=6)))
        column.addWidget(Label(_("What it builds on, and who came"), "strong"))
        column.addLayout(
            _pair(
                self._counted("interviews", _("Interviews")),
                self._counted("documents", _("Documents")),
                self._counted("present", _("Number present")),
            )
        )
        column.addStretch(1)
        self._date.reach_calendar_after(self._fields["present"][0].editor)

    def show_facts(self, facts: Particulars) -> None:
        """Show the facts, except where something newer is being typed."""
        self._date.show_date(facts.date)
        for field, shown in self._fields.values():
            field.show_text(shown(facts))

    def _save(self, label: str, **changes: object) -> None:
        self._bridge.edit(label, lambda plan: revise_particulars(plan, **changes))

    def _keep(self, key: str, says: str, field: TypedField, shown: Callable[[Particulars], str]) -> None:
        field.edited.connect(lambda text: self._save(_label(says), **{key: text}))
        self._fields[key] = field, shown

    def _line(self, key: str, says: str) -> LineField:
        field = LineField(f"fact_{key}", says)
        _cap(field)
        self._keep(key, says, field, lambda facts: str(getattr(facts, key)))
        return field

    def _lined(self, key: str, says: str) -> QWidget:
        return _under(says, self._line(key, says))

    def _text(self, key: str, says: str, *, lines: int) -> TextField:
        field = TextField(f"fact_{key}", says, lines=lines)
        self._keep(key, says, field, lambda facts: str(getattr(facts, key)))
        return field

    def _facilitators(self) -> LineField:
        field = LineField("fact_facilitators", _("Facilitators"))
        _cap(field)
        field.edited.connect(lambda text: self._save(_label(_("Facilitators")), facilitators=_names(text)))
        self._fields["facilitators"] = field, lambda facts: ", ".join(facts.facilitators)
        return field

    def _counted(self, key: str, says: str) -> QWidget:
        field = LineField(f"fact_{key}", says, _("not known"))
        if isinstance(field.editor, QLineEdit):
            field.editor.setValidator(QIntValidator(0, MOST, field))
        field.edited.connect(lambda text: self._save(_label(says), **{key: int(text) if text else None}))
        self._fields[key] = field, lambda facts: _count(getattr(facts, key))
        return _under(says, field)


def _label(says: str) -> str:
    return _("Change {what}").format(what=says.lower())


def _names(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for name in text.split(","))))


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _cap(field: LineField) -> None:
    if isinstance(field.editor, QLineEdit):
        field.editor.setMaxLength(LINE_CAP)


def _under(says: str, field: QWidget) -> QWidget:
    label = Label(says, "caption", wraps=True)
    label.setBuddy(field)
    return labelled(label, field)


def _pair(*boxes: QWidget) -> QGridLayout:
    """Return boxes of one width side by side."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID)
    for at, box in enumerate(boxes):
        grid.addWidget(box, 0, at, Qt.AlignmentFlag.AlignBottom)
        grid.setColumnStretch(at, 1)
    return grid
