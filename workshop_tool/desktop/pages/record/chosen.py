"""The section that is chosen: a title and a text of its own, and what else it lets one choose."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.fields import LineField, TextField, TypedField, labelled
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.desktop.widgets.switch import Switch
from workshop_tool.domain.fact import LINE_CAP
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.record_choices import RecordChoices, SectionChoice
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID
from workshop_tool.record.sections import KEYS, SECTIONS
from workshop_tool.services.edits.record import choose_for_record, revise_section


class ChosenSection(Sheet):
    """Saves what is typed by itself, and tells of each letter, so that the preview follows."""

    drafted = Signal(str, object)
    """Key of the section, and the edit (Plan → Plan) that what stands there would make."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("chosen_section")
        self._bridge = bridge
        self._key = ""
        self._written = ""
        """The summary as the facts write it; empty until it is known."""
        self._name = Label("", "section", name="chosen_name")
        self.title = LineField("section_title", _("Own title"), _("the record writes it"))
        self.text = TextField("section_text", _("Own text"), _("set before what comes from the workshop"), lines=3)
        self.summary = TextField("section_summary", _("Summary"), lines=12)
        self.put_back = PlainButton(_("Put back"), "put_summary_back", self._put_summary_back, icon="undo")
        self.names = self._switch("record_names", _("List participants by name"), "names")
        self.ballots = self._switch("record_ballots", _("List single ballots, without names"), "ballots")
        self._lay_out()
        self._follow()

    def show_choices(self, record: RecordChoices, key: str) -> None:
        """Show what was chosen for one section."""
        if key != self._key:
            self._leave()
            self._key = key
            self._show_parts()
        choice = next(choice for choice in record.in_order(KEYS) if choice.key == key)
        self._show_choice(record, choice)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        for field in (self.title, self.text, self.summary):
            field.flush()

    def show_written(self, summary: str, record: RecordChoices) -> None:
        """Know the summary as the facts write it."""
        self._written = summary
        self._show_summary(record)

    def _show_choice(self, record: RecordChoices, choice: SectionChoice) -> None:
        self.title.show_text(choice.title)
        self.text.show_text(choice.text)
        self._show_summary(record)
        for switch, on in ((self.names, record.names), (self.ballots, record.ballots)):
            switch.blockSignals(True)
            switch.setChecked(on)
            switch.blockSignals(False)

    def _show_summary(self, record: RecordChoices) -> None:
        self.summary.show_text(record.summary or self._written)
        self.summary.setEnabled(bool(self._written or record.summary))
        self.put_back.setEnabled(bool(record.summary))

    def _leave(self) -> None:
        """Save what was typed for one section before the fields belong to another."""
        for field in (self.title, self.text):
            field.flush()
            field.forget_saves()

    def _show_parts(self) -> None:
        labels = {section.key: section.label() for section in SECTIONS}
        self._name.setText(labels[self._key])
        self._summary_box.setVisible(self._key == "summary")
        self._appendix_box.setVisible(self._key == "appendix")

    def _follow(self) -> None:
        self.title.edited.connect(lambda text: self._save(_("Title a section"), title=text))
        self.text.edited.connect(lambda text: self._save(_("Write a section's text"), text=text))
        self.summary.edited.connect(self._save_summary)
        self._draft(self.title, lambda text: self._edit(title=text))
        self._draft(self.text, lambda text: self._edit(text=text))
        self._draft(self.summary, lambda text: partial(choose_for_record, summary=text))

    def _draft(self, field: TypedField, edit: Callable[[str], Callable[[Plan], Plan]]) -> None:
        def tell() -> None:
            if field.is_unsaved and self._key:
                self.drafted.emit(self._key, edit(field.text))

        field.editor.textChanged.connect(tell)

    def _edit(self, **changes: object) -> Callable[[Plan], Plan]:
        key = self._key
        return lambda plan: revise_section(plan, key, KEYS, **changes)

    def _save(self, label: str, **changes: object) -> None:
        self._bridge.edit(label, self._edit(**changes))

    def _save_summary(self, text: str) -> None:
        own = "" if text == self._written else text
        self._bridge.edit(_("Write the summary"), partial(choose_for_record, summary=own))

    def _put_summary_back(self) -> None:
        self.summary.flush()
        self.summary.forget_saves()
        self._bridge.edit(_("Put the summary back"), partial(choose_for_record, summary=""))

    def _switch(self, name: str, says: str, choice: str) -> Switch:
        switch = Switch(says, name)
        switch.toggled.connect(lambda on: self._bridge.edit(says, partial(choose_for_record, **{choice: on})))
        return switch

    def _lay_out(self) -> None:
        if isinstance(self.title.editor, QLineEdit):
            self.title.editor.setMaxLength(LINE_CAP)
        self._summary_box = self._column(
            "summary_box", _headed(_("Summary"), self.put_back), self.summary, _small(_summary_hint())
        )
        self._appendix_box = self._column(
            "appendix_box",
            _switched(self.names),
            _small(_("Only with their consent: a record goes further than a room.")),
            _switched(self.ballots),
            _small(_("Of published rounds with five ballots or more, and never beside voters by sector.")),
        )
        self.body.addWidget(self._name)
        self.body.addWidget(self._summary_box)
        self.body.addWidget(self._appendix_box)
        self.body.addWidget(labelled(Label(_("Own title"), "caption"), self.title))
        self.body.addWidget(labelled(Label(_("Own text"), "caption"), self.text))

    def _column(self, name: str, *widgets: QWidget) -> QWidget:
        box = QWidget()
        box.setObjectName(name)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        for widget in widgets:
            column.addWidget(widget)
        return box


def _summary_hint() -> str:
    return _("A short line without a full stop above a paragraph becomes its heading.")


def _small(words: str) -> Label:
    return Label(words, "small", name="choice_note", wraps=True)


def _headed(words: str, button: QWidget) -> QWidget:
    return _row("summary_head", Label(words, "caption"), button)


def _switched(switch: Switch) -> QWidget:
    return _row(f"{switch.objectName()}_row", Label(switch.accessibleName(), name="switch_label", wraps=True), switch)


def _row(name: str, label: Label, widget: QWidget) -> QWidget:
    box = QWidget()
    box.setObjectName(name)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID)
    row.addWidget(label, 1)
    row.addWidget(widget)
    return box
