"""Saving a workshop as a template: asking for a name and what comes along, and writing it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from workshop_tool.desktop.widgets.dialogs import TEXT_WIDTH, Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.fact import LINE_CAP, clean_line
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.services.beginnings import SavedTemplate, save_template
from workshop_tool.store.refusals import CannotWriteHere


class TemplateDialog(Dialog):
    """A name, and whether trends and problem areas come along."""

    def __init__(self, plan: Plan, parent: QWidget) -> None:
        super().__init__("template_dialog", _("Save as a template"), parent)
        words = _(
            "Programme, questions, the poster template, the rules of your votes and the choices for the record go into "
            "the template. Participants, groups, posters, votes and minutes never do."
        )
        said = Label(words, name="template_words", wraps=True)
        said.setMinimumWidth(TEXT_WIDTH)
        label = Label(_("Name of the template"), "secondary")
        self._name = QLineEdit(plan.particulars.title)
        self._name.setObjectName("template_name")
        self._name.setAccessibleName(_("Name of the template"))
        self._name.setMaxLength(LINE_CAP)
        self._name.selectAll()
        label.setBuddy(self._name)
        self._lists = QCheckBox(_("With the trends and problem areas, without their notes"))
        self._lists.setObjectName("template_lists")
        for widget in (said, label, self._name, self._lists):
            self.body.addWidget(widget)
        save = self.add_buttons(_("Save template"), _("Cancel"))
        self._name.textChanged.connect(lambda text: save.setEnabled(bool(clean_line(text))))
        self._name.setFocus()

    @property
    def name(self) -> str:
        """What it is called."""
        return clean_line(self._name.text())

    @property
    def with_lists(self) -> bool:
        """Whether trends and problem areas come along."""
        return self._lists.isChecked()


def keep_template(
    workshop: Callable[[], Workshop], workshop_file: Path, folder: Path, name: str, *, with_lists: bool
) -> SavedTemplate:
    """Keep the workshop as it is now as a template.

    Raises:
        CannotWriteHere: the folder of templates is missing, full or read-only.
    """
    try:
        return save_template(workshop(), workshop_file, folder, name, with_lists=with_lists)
    except OSError as problem:
        raise CannotWriteHere(folder=folder, reason=(problem.strerror or str(problem)).lower()) from problem


def said_still(saved: SavedTemplate) -> str:
    """Say where a participant's name still stands in a template."""
    first = _("These words name a participant. Open the template and change them if they should not go on:")
    return "\n".join((first, *saved.still_said))
