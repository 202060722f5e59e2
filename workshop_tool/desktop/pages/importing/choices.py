"""How a source is to be read: its letters, its sheet, its pages, and what each column of a table says."""

import re
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import zoomed
from workshop_tool.desktop.widgets.choosing import Choosing
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.lists.choices import AS_FOUND, ENCODINGS, Choices, Column
from workshop_tool.lists.drafts import ListKind, Preview
from workshop_tool.look.tokens import GRID

_ROLES: Final[dict[ListKind, tuple[str, ...]]] = {
    "trends": ("text", "importance", "certainty", "origin", "owner", "note", "new"),
    "problems": ("text", "number", "theme", "origin", "owner", "note", "new"),
    "participants": ("name", "first name", "last name", "organisation", "sector"),
    "questions": ("text",),
}
_COLUMN_WIDTH: Final = 150
_COLUMNS_HEIGHT: Final = 8 * GRID
_PAGES: Final = re.compile(r"\s*(\d{1,5})\s*(?:[-\u2013]\s*(\d{1,5}))?\s*")
_MOST_PAGES: Final = 2_000


class ChoicesBar(QWidget):
    """Shows only what there is to choose; says so at each choice."""

    chosen = Signal()

    def __init__(self, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import_choices")
        self._kind = kind
        self.choices = AS_FOUND
        self._row = QHBoxLayout()
        self._row.setSpacing(GRID)
        self._encoding = self._combo("import_encoding", _("Letters"), "encoding")
        self._sheet = self._combo("import_sheet", _("Sheet"), "sheet")
        self._pages_label = Label(_("Pages"), "caption")
        self._pages = QLineEdit()
        self._pages.setObjectName("import_pages")
        self._pages.setAccessibleName(_("Pages"))
        self._pages.setFixedWidth(zoomed(_COLUMN_WIDTH))
        self._pages.editingFinished.connect(self._choose_pages)
        self._row.addWidget(self._pages_label)
        self._row.addWidget(self._pages)
        self._row.addStretch(1)
        self._columns = QScrollArea()
        self._columns.setObjectName("import_columns")
        self._columns.setFrameShape(QFrame.Shape.NoFrame)
        self._columns.setWidgetResizable(True)
        self._columns.setFixedHeight(zoomed(_COLUMNS_HEIGHT))
        self._columns.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._roles: list[QComboBox] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        column.addWidget(self._columns)
        self.forget()

    def forget(self) -> None:
        """Begin anew with another source."""
        self.choices = AS_FOUND
        self.hide()

    def show_preview(self, preview: Preview, *, from_file: bool) -> None:
        """Offer what can be chosen otherwise."""
        offers = preview.offers
        letters = tuple(dict.fromkeys((preview.encoding, *ENCODINGS))) if from_file and preview.encoding else ()
        self._fill(self._encoding, letters, preview.encoding)
        self._fill(self._sheet, offers.sheets, self.choices.sheet or (offers.sheets or ("",))[0])
        several = offers.pages > 1
        self._pages.setVisible(several)
        self._pages_label.setVisible(several)
        if several:
            self._pages.setPlaceholderText(_("1-{count}, or 2, 5-7").format(count=offers.pages))
        self._show_columns(offers.columns)
        self.setVisible(bool(letters or offers.sheets or several or len(offers.columns) > 1))

    def _combo(self, name: str, words: str, field: str) -> QComboBox:
        combo = Choosing()
        combo.setObjectName(name)
        combo.setAccessibleName(words)
        label = Label(words, "caption")
        combo.setProperty("label", label)
        combo.activated.connect(lambda _at: self._choose(**{field: combo.currentText(), "columns": None}))
        self._row.addWidget(label)
        self._row.addWidget(combo)
        return combo

    def _fill(self, combo: QComboBox, names: tuple[str, ...], current: str) -> None:
        combo.clear()
        combo.addItems(list(names))
        combo.setCurrentText(current)
        combo.setVisible(len(names) > 1)
        label = combo.property("label")
        if isinstance(label, Label):
            label.setVisible(len(names) > 1)

    def _show_columns(self, columns: tuple[Column, ...]) -> None:
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        self._roles = [self._role_of(column, row) for column in columns]
        row.addStretch(1)
        self._columns.setWidget(inside)
        self._columns.setVisible(len(columns) > 1)

    def _role_of(self, column: Column, row: QHBoxLayout) -> QComboBox:
        combo = Choosing()
        combo.setObjectName("import_column")
        title = column.title or column.sample
        combo.setAccessibleName(_("What the column {title} says").format(title=title))
        combo.setToolTip(column.sample)
        combo.addItem(_("Not read"), "")
        for role in dict.fromkeys((*_ROLES[self._kind], column.role)):
            if role:
                combo.addItem(_role_name(role), role)
        combo.setCurrentIndex(max(0, combo.findData(column.role)))
        combo.setFixedWidth(zoomed(_COLUMN_WIDTH))
        combo.activated.connect(lambda _at: self._choose_columns())
        above = Label(combo.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, _COLUMN_WIDTH), "caption")
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(above)
        cell.addWidget(combo)
        row.addLayout(cell)
        return combo

    def _choose_columns(self) -> None:
        self._choose(columns=tuple(str(combo.currentData()) for combo in self._roles))

    def _choose_pages(self) -> None:
        pages = pages_named(self._pages.text())
        if pages != self.choices.pages:
            self._choose(pages=pages)

    def _choose(self, **choice: object) -> None:
        self.choices = Choices.model_validate(self.choices.model_dump() | choice)
        self.chosen.emit()


def pages_named(words: str) -> tuple[int, ...] | None:
    """Read "2, 5-7" as pages; None, for all of them, where the words name none."""
    found = [match for part in re.split(r"[,;]", words) if (match := _PAGES.fullmatch(part))]
    ranges = [(int(match[1]), int(match[2] or match[1])) for match in found]
    pages = [page for first, last in ranges for page in range(first, min(last, first + _MOST_PAGES) + 1)]
    return tuple(dict.fromkeys(pages))[:_MOST_PAGES] or None


def _role_name(role: str) -> str:
    return {
        "text": _("Text"),
        "number": _("Number"),
        "theme": _("Theme"),
        "name": _("Name"),
        "first name": _("First name"),
        "last name": _("Last name"),
        "organisation": _("Organisation"),
        "sector": _("Sector"),
        "importance": _("Importance"),
        "certainty": _("Certainty"),
        "origin": _("Origin"),
        "new": _("New"),
        "owner": _("Responsible"),
        "note": _("Note"),
    }.get(role, role)
