"""The start page: the workshops of late as cards, and the ways to another one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from workshop_tool.desktop.dress.theme import dress
from workshop_tool.desktop.files.dropping import dropped_workshop, kinds
from workshop_tool.desktop.files.memory import RecentWorkshop
from workshop_tool.desktop.files.menu import LanguageMenu
from workshop_tool.desktop.start.card import CardPlace
from workshop_tool.desktop.widgets.buttons import PlainButton, PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.message_bar import MessageBar
from workshop_tool.desktop.widgets.page_header import PageHeader
from workshop_tool.language import LANGUAGES, _, spoken
from workshop_tool.look.tokens import GRID

if TYPE_CHECKING:
    from workshop_tool.services.beginnings import KeptTemplate

COLUMNS = 3


class StartPage(QWidget):
    """Shows and asks; the application opens."""

    workshop_wanted = Signal(object)
    """Particulars of a new workshop."""
    file_wanted = Signal(object)
    """Path of a workshop file, or of the zip of a copy."""
    sample_wanted = Signal()
    templates_wanted = Signal()
    """Their list, to make a workshop of one: ``ask_for_template`` is called with it."""
    template_wanted = Signal(object, object)
    """Path of a template, and the particulars of a new workshop."""
    series_wanted = Signal(object, object, object)
    """Path of an earlier workshop, the particulars of the next, and what comes along."""
    forgotten = Signal(object)
    """Path to take off the list."""
    closed = Signal()
    language_wanted = Signal(str)
    """Code of the language that the screen shall speak."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start_page")
        dress(self)
        self.setWindowTitle(_("Workshop Tool"))
        self._message_bar = MessageBar()
        self._recent: tuple[RecentWorkshop, ...] = ()
        self._places = list[CardPlace]()
        self._cards = QWidget()
        self._cards.setObjectName("recent_cards")
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(2 * GRID)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("recent_scroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._cards)
        self._empty = self._empty_state()
        self._heading = self._make_heading()
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GRID, 5 * GRID, 6 * GRID, 3 * GRID)
        column.setSpacing(3 * GRID)
        column.addWidget(self._heading)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(self._message_bar)
        for keys, then in (
            ("Ctrl+N", self.ask_for_new),
            ("Ctrl+Shift+N", self.templates_wanted.emit),
            ("Ctrl+O", self.ask_for_file),
            ("Ctrl+Q", self.close),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(then)
        self.setAcceptDrops(True)
        self.resize(1120, 760)

    def show_recent(self, recent: Sequence[RecentWorkshop]) -> None:
        """Show these workshops, the latest first; pictures and missing files are told afterwards: ``show_found``."""
        for place in self._places:
            place.hide()
            place.deleteLater()
        self._recent = tuple(recent)
        self._places = [CardPlace(workshop) for workshop in recent]
        for at, place in enumerate(self._places):
            card = place.card
            card.clicked.connect(lambda _checked, path=card.recent.path: self.file_wanted.emit(path))
            card.forgotten.connect(self.forgotten)
            card.stepped.connect(lambda across, down, at=at: self._step(at + across + COLUMNS * down))
            self._grid.addWidget(place, at // COLUMNS, at % COLUMNS)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self._grid.setRowStretch(len(recent) // COLUMNS + 1, 1)
        self._scroll.setVisible(bool(recent))
        self._heading.setVisible(bool(recent))
        self._empty.setVisible(not recent)
        if self._places:
            self._places[0].card.setFocus()  # Enter goes on where one left off

    def show_found(self, path: Path, image: QImage | None) -> None:
        """Show the picture of a workshop on its card; None says that its file is gone."""
        for place in self._places:
            if place.card.recent.path == path:
                place.show_found(image)

    def note(self, text: str, offer: str, then: Callable[[], object]) -> None:
        """Say what was done, and offer a way back."""
        self._message_bar.note(text, offer, then)

    def refuse(self, text: str) -> None:
        """Say why a workshop was not opened."""
        self._message_bar.refuse(text)

    def ask_for_new(self) -> None:
        """Ask what the new workshop is called."""
        from workshop_tool.desktop.start.new_workshop import NewWorkshopDialog  # noqa: PLC0415 - the page shows sooner

        dialog = NewWorkshopDialog(self)
        if dialog.exec():
            self.workshop_wanted.emit(dialog.particulars())

    def ask_for_template(self, templates: "Sequence[KeptTemplate]") -> None:
        """Let one of the templates be chosen; where there is none, say how one is made."""
        from workshop_tool.desktop.start.beginning import FromTemplateDialog  # noqa: PLC0415 - the page shows sooner

        if not templates:
            words = _("There is no template yet. Open a workshop and choose “Save as a template…” in its menu.")
            self._message_bar.note(words)
            return
        dialog = FromTemplateDialog(templates, self)
        if dialog.exec():
            self.template_wanted.emit(dialog.source, dialog.particulars())

    def ask_for_earlier(self) -> None:
        """Ask which workshop is continued, and with what."""
        from workshop_tool.desktop.start.beginning import ContinueDialog  # noqa: PLC0415 - the page shows sooner

        dialog = ContinueDialog(self._recent, self)
        if dialog.exec():
            self.series_wanted.emit(dialog.source, dialog.particulars(), dialog.parts)

    def ask_for_file(self) -> None:
        """Ask for a workshop file, or the zip of a copy."""
        name, _kind = QFileDialog.getOpenFileName(self, _("Open a workshop"), "", kinds())
        if name:
            self.file_wanted.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a workshop, or a copy."""
        if dropped_workshop(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it."""
        self.file_wanted.emit(dropped_workshop(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the page is gone."""
        super().closeEvent(event)
        self.closed.emit()

    def _make_heading(self) -> PageHeader:
        return PageHeader(
            _("Workshops"),
            _("Everything you enter is saved as you type."),
            self._language_button(),
            QuietButton(
                _("Sample"), "open_sample", self.sample_wanted.emit, tip=_("Open a copy of the sample workshop")
            ),
            QuietButton(_("Open…"), "open_file", self.ask_for_file, icon="open"),
            QuietButton(_("Continue a series…"), "continue_series", self.ask_for_earlier),
            QuietButton(_("New from template…"), "new_from_template", self.templates_wanted.emit),
            PrimaryButton(_("New workshop…"), "new_workshop", self.ask_for_new, icon="add"),
        )

    def _language_button(self) -> QuietButton:
        button = QuietButton(LANGUAGES[spoken()], "language", tip=_("Language"))
        button.setAccessibleName(_("Language"))
        button.setMenu(LanguageMenu(button, self.language_wanted))
        return button

    def _empty_state(self) -> QWidget:
        hint = _(
            "Make a workshop to prepare its trends, problem areas and programme, or open one you have. "
            "The sample shows a finished one; you get a copy to try things in."
        )
        empty = EmptyState(
            "prepare",
            _("Welcome"),
            hint,
            PrimaryButton(_("New workshop…"), "first_workshop", self.ask_for_new, icon="add"),
            QuietButton(_("Open…"), "first_file", self.ask_for_file),
            QuietButton(_("Sample workshop"), "first_sample", self.sample_wanted.emit),
            name="start_empty",
        )
        more = QHBoxLayout()
        more.setSpacing(GRID)
        more.addStretch(1)
        more.addWidget(PlainButton(_("New from template…"), "first_template", self.templates_wanted.emit))
        more.addWidget(PlainButton(_("Continue a series…"), "first_series", self.ask_for_earlier))
        more.addStretch(1)
        both = QWidget()
        both.setObjectName("start_empty_page")
        column = QVBoxLayout(both)
        column.addWidget(empty, 1)
        column.addLayout(more)
        column.addSpacing(4 * GRID)
        return both

    def _step(self, to: int) -> None:
        """Give the focus to another card, by its place in the list."""
        if 0 <= to < len(self._places):
            place = self._places[to]
            (place.card if place.card.isEnabled() else place.findChildren(QuietButton)[0]).setFocus()
            self._scroll.ensureWidgetVisible(place)
