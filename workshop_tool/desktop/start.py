"""The start page: the workshops of late as cards, and the ways to another one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from workshop_tool.desktop.dropping import dropped_workshop, kinds
from workshop_tool.desktop.memory import RecentWorkshop
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.message_bar import MessageBar
from workshop_tool.desktop.widgets.sheet import Label, PageHeader, Pill
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

COLUMNS = 3
CARD_HEIGHT = 18 * GRID


class RecentCard(QPushButton):
    """One recent workshop: title, date, stage."""

    forgotten = Signal(object)

    def __init__(self, recent: RecentWorkshop) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setObjectName("recent_card")
        self.setAccessibleName(", ".join(filter(None, (recent.title, recent.date, recent.stage))))
        self.setToolTip(str(recent.path))
        self.setFixedHeight(CARD_HEIGHT)
        self._path = recent.path
        is_there = recent.path.exists()
        self.setEnabled(is_there)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        column.setSpacing(GRID // 2)
        title = Label(recent.title, "strong", name="recent_title", wraps=True)
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        title.setMaximumHeight(3 * title.fontMetrics().lineSpacing())
        column.addWidget(title, 1)
        foot = QHBoxLayout()
        foot.addWidget(Label(recent.date, "small", name="recent_date"), 1)
        stage = recent.stage if is_there else _("File not found")
        foot.addWidget(Pill(stage, "quiet" if is_there else "attention", name="recent_stage"))
        column.addLayout(foot)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take it off the list."""
        menu = QMenu(self)
        forget = QAction(_("Take off this list"), menu)
        forget.triggered.connect(lambda: self.forgotten.emit(self._path))
        menu.addAction(forget)
        menu.exec(event.globalPos())


class StartPage(QWidget):
    """Shows and asks; the application opens."""

    workshop_wanted = Signal(object)
    """Particulars of a new workshop."""
    file_wanted = Signal(object)
    """Path of a workshop file, or of the zip of a copy."""
    sample_wanted = Signal()
    forgotten = Signal(object)
    """Path to take off the list."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start_page")
        self.setWindowTitle(_("Workshop Tool"))
        self._message_bar = MessageBar()
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
        for keys, then in (("Ctrl+N", self.ask_for_new), ("Ctrl+O", self.ask_for_file), ("Ctrl+Q", self.close)):
            QShortcut(QKeySequence(keys), self).activated.connect(then)
        self.setAcceptDrops(True)
        self.resize(1040, 700)

    def show_recent(self, recent: Sequence[RecentWorkshop]) -> None:
        """Show these workshops, the latest first."""
        for card in self._cards.findChildren(RecentCard):
            card.hide()
            card.deleteLater()
        for at, workshop in enumerate(recent):
            card = RecentCard(workshop)
            if at == 0:
                card.setFocus()  # Enter goes on where one left off
            card.clicked.connect(lambda _checked, path=workshop.path: self.file_wanted.emit(path))
            card.forgotten.connect(self.forgotten)
            self._grid.addWidget(card, at // COLUMNS, at % COLUMNS)
        for at in range(COLUMNS):
            self._grid.setColumnStretch(at, 1)
        self._grid.setRowStretch(len(recent) // COLUMNS + 1, 1)
        self._scroll.setVisible(bool(recent))
        self._heading.setVisible(bool(recent))
        self._empty.setVisible(not recent)

    def refuse(self, text: str) -> None:
        """Say why a workshop was not opened."""
        self._message_bar.refuse(text)

    def ask_for_new(self) -> None:
        """Ask what the new workshop is called."""
        from workshop_tool.desktop.new_workshop import NewWorkshopDialog  # noqa: PLC0415 - the page shows sooner

        dialog = NewWorkshopDialog(self)
        if dialog.exec():
            self.workshop_wanted.emit(dialog.particulars())

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
            QuietButton(_("Sample workshop"), "open_sample", self.sample_wanted.emit),
            QuietButton(_("Open…"), "open_file", self.ask_for_file, icon="open"),
            PrimaryButton(_("New workshop…"), "new_workshop", self.ask_for_new, icon="add"),
        )

    def _empty_state(self) -> EmptyState:
        hint = _(
            "Make a workshop to prepare its trends, problem areas and programme, or open one you have. "
            "The sample shows a finished one; you get a copy to try things in."
        )
        return EmptyState(
            "prepare",
            _("Welcome"),
            hint,
            PrimaryButton(_("New workshop…"), "first_workshop", self.ask_for_new, icon="add"),
            QuietButton(_("Open…"), "first_file", self.ask_for_file),
            QuietButton(_("Sample workshop"), "first_sample", self.sample_wanted.emit),
            name="start_empty",
        )
