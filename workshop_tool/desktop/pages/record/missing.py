"""What is missing in the record, and the way to where it is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import set_icon
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet, clear
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class Missing(Sheet):
    """Shows, and asks for the page where a text is written."""

    page_wanted = Signal(str)
    """Key of a page of the window."""

    def __init__(self) -> None:
        super().__init__("missing")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID)
        self._told: tuple[str, ...] | None = None
        write = QuietButton(
            _("Author, introduction"), "write_introduction", lambda: self.page_wanted.emit("prepare"), icon="edit"
        )
        top = QHBoxLayout()
        top.addWidget(Label(_("Before it goes out"), "section", name="missing_title"), 1)
        top.addWidget(write)
        self.body.addLayout(top)
        self.body.addLayout(self._lines)

    def show_missing(self, warnings: tuple[str, ...], *, names: bool) -> None:
        """Show what a reader would miss, and what is printed of people."""
        if names:
            note = _("Participants are listed by name in the appendix.")
        else:
            note = _("Names of participants are not printed.")
        if self._told == (*warnings, note):
            return
        self._told = (*warnings, note)
        clear(self._lines)
        for words in warnings:
            self._lines.addWidget(_Note("warning", "attention", words, "record_warning"))
        self._lines.addWidget(_Note("lock", "ink_3", note, "names_note"))


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
