"""The left side of the Record page: its sections with a line each, and what is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_tool.desktop.pages.record_contents import Section
from workshop_tool.desktop.theme import set_icon
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Divider, Label, Sheet, clear
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class Holdings(Sheet):
    """Shows, and asks for the page where a text is written."""

    page_wanted = Signal(str)
    """Key of a page of the window."""

    def __init__(self) -> None:
        super().__init__("holdings")
        self._lines: dict[str, Label] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnStretch(1, 1)
        self._missing = QVBoxLayout()
        self._missing.setSpacing(GRID)
        write = QuietButton(
            _("Author, introduction"), "write_introduction", lambda: self.page_wanted.emit("prepare"), icon="edit"
        )
        top = QHBoxLayout()
        top.addWidget(Label(_("In the record"), "section", name="holdings_title"), 1)
        top.addWidget(write)
        self.body.addLayout(top)
        self.body.addLayout(self._grid)
        self._divider = Divider()
        self.body.addSpacing(GRID // 2)
        self.body.addWidget(self._divider)
        self.body.addLayout(self._missing)

    def show_sections(self, sections: tuple[Section, ...]) -> None:
        """Show what each section holds."""
        for row, section in enumerate(sections):
            if section.title not in self._lines:
                line = self._lines[section.title] = Label("", "secondary", name="section_holds", wraps=True)
                self._grid.addWidget(Label(section.title, "strong", name="section_title"), row, 0)
                self._grid.addWidget(line, row, 1)
            self._lines[section.title].setText(section.holds)

    def show_missing(self, warnings: tuple[str, ...]) -> None:
        """Show what a reader would miss, and what is never printed."""
        clear(self._missing)
        for words in warnings:
            self._missing.addWidget(_Note("warning", "attention", words, "record_warning"))
        names = _("Names of participants and ballots of single people are never printed.")
        self._missing.addWidget(_Note("lock", "ink_3", names, "names_note"))


class _Note(QWidget):
    """An icon with a sentence behind it."""

    def __init__(self, icon: str, role: str, words: str, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        picture = QLabel()
        picture.setObjectName(f"{name}_icon")
        set_icon(picture, icon, role, 18)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(words, "secondary", name=name, wraps=True), 1)
