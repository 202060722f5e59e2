"""Dialogs for a workshop that begins with something: a template, or an earlier workshop of a series."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QListWidget, QListWidgetItem, QWidget

from workshop_tool.desktop.files.dropping import kinds
from workshop_tool.desktop.files.memory import RecentWorkshop
from workshop_tool.desktop.start.new_workshop import NewWorkshopDialog
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.earlier import CarriedPart
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.services.beginnings import KeptTemplate

LIST_HEIGHT: Final = 18 * GRID
USUAL: Final[tuple[CarriedPart, ...]] = ("trends", "areas", "posters")
"""What comes along where nobody says otherwise."""


class FromTemplateDialog(NewWorkshopDialog):
    """Choose a template, and say what the new workshop is called."""

    def __init__(self, templates: Sequence["KeptTemplate"], parent: QWidget | None = None) -> None:
        super().__init__(parent, name="from_template_dialog", title=_("New from a template"))
        self._list = _list("template_list", _("Templates"))
        for template in templates:
            _add(self._list, f"{template.title}\n{_holds(template)}", template.path)
        self._list.setCurrentRow(0)
        self.head.addWidget(self._list)
        self.head.addWidget(Label(_("The template itself stays as it is."), "secondary"))

    @property
    def source(self) -> Path:
        """The template that is chosen."""
        return _path_of(self._list)


class ContinueDialog(NewWorkshopDialog):
    """Choose an earlier workshop and what comes along from it, and say what the new one is called."""

    def __init__(self, recent: Sequence[RecentWorkshop], parent: QWidget | None = None) -> None:
        super().__init__(parent, name="continue_dialog", title=_("Continue a series"))
        self._list = _list("earlier_list", _("Earlier workshops"))
        for workshop in recent:
            _add(self._list, " · ".join(filter(None, (workshop.title, workshop.date))), workshop.path)
        self._list.setCurrentRow(0)
        self._list.currentItemChanged.connect(lambda *_rows: self.show_ready())
        other = QuietButton(_("Another file…"), "earlier_other", self._ask_for_file, icon="open")
        self._parts: dict[CarriedPart, QCheckBox] = {}
        parts = QGridLayout()
        parts.setSpacing(GRID)
        for at, (part, words) in enumerate(_part_words().items()):
            box = QCheckBox(words)
            box.setObjectName(f"carry_{part}")
            box.setChecked(part in USUAL)
            self._parts[part] = box
            parts.addWidget(box, at // 3, at % 3)
        self._parts["posters"].toggled.connect(self._hold_areas)
        self._hold_areas(held=True)
        self.head.addWidget(self._list)
        self.head.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        self.head.addWidget(Label(_("What comes along"), "caption"))
        self.head.addLayout(parts)
        self.head.addWidget(Label(_("Votes, minutes and groups stay with their day."), "secondary"))
        self.show_ready()

    @property
    def source(self) -> Path:
        """The earlier workshop that is chosen."""
        return _path_of(self._list)

    @property
    def parts(self) -> tuple[CarriedPart, ...]:
        """What comes along."""
        return tuple(part for part, box in self._parts.items() if box.isChecked())

    @property
    def is_ready(self) -> bool:
        """Whether there is a title, and a workshop to go on from."""
        return super().is_ready and self._list.currentItem() is not None

    def _hold_areas(self, held: bool) -> None:
        """Posters need the problem areas they are on."""
        areas = self._parts["areas"]
        areas.setChecked(areas.isChecked() or held)
        areas.setEnabled(not held)

    def _ask_for_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("The earlier workshop"), "", kinds())
        if name:
            self._list.insertItem(0, _item(Path(name).name, Path(name)))
            self._list.setCurrentRow(0)


def _part_words() -> dict[CarriedPart, str]:
    return {
        "trends": _("Trends"),
        "areas": _("Problem areas"),
        "posters": _("Posters"),
        "participants": _("Participants"),
        "programme": _("Programme"),
        "questions": _("Questions"),
    }


def _holds(template: "KeptTemplate") -> str:
    """Say what is in it, as far as it is anything."""
    said = [
        ngettext("{n} part", "{n} parts", template.parts).format(n=template.parts) if template.parts else "",
        ngettext("{n} question", "{n} questions", template.questions).format(n=template.questions)
        if template.questions
        else "",
        ngettext("{n} vote", "{n} votes", template.rounds).format(n=template.rounds) if template.rounds else "",
        ngettext("{n} trend", "{n} trends", template.trends).format(n=template.trends) if template.trends else "",
        ngettext("{n} problem area", "{n} problem areas", template.areas).format(n=template.areas)
        if template.areas
        else "",
    ]
    return " · ".join(filter(None, said)) or _("Poster template and settings")


def _list(name: str, says: str) -> QListWidget:
    listed = QListWidget()
    listed.setObjectName(name)
    listed.setAccessibleName(says)
    listed.setMinimumHeight(LIST_HEIGHT)
    listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listed.setProperty("boxed", True)
    return listed


def _item(words: str, path: Path) -> QListWidgetItem:
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, path)
    item.setToolTip(f"{words}\n{path}")
    return item


def _add(listed: QListWidget, words: str, path: Path) -> None:
    listed.addItem(_item(words, path))


def _path_of(listed: QListWidget) -> Path:
    return cast("Path", listed.currentItem().data(Qt.ItemDataRole.UserRole))
