"""Add from a list: paste it or choose a file, see what was understood, add it in one step."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QStackedWidget, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.importing.choices import ChoicesBar
from workshop_tool.desktop.pages.importing.left_out import LeftOutList
from workshop_tool.desktop.pages.importing.place import PlaceRow
from workshop_tool.desktop.pages.importing.preview import PreviewModel
from workshop_tool.desktop.pages.importing.table import ImportTable
from workshop_tool.desktop.pages.importing.words import adding, said, title_of
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.lists import Choices, read_file, read_text
from workshop_tool.lists.correcting import Proposal
from workshop_tool.lists.drafts import Draft, ListKind, Preview
from workshop_tool.lists.items import existing_texts, items_from
from workshop_tool.lists.workshops import read_items_of
from workshop_tool.look.tokens import GRID
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.opening import read_workshop
from workshop_tool.store.names import SUFFIX

PAUSE_MS: Final = 250
SHORT: Final = 20_000
"""Characters that are read at once; longer lists are read in the worker process."""
SIZE: Final = (980, 760)


def kinds_of_file() -> str:
    """Return the kinds of file that are read, in the words of a file dialog."""
    return _("Lists (*.txt *.md *.csv *.tsv *.xlsx *.ods *.docx *.odt *.pptx *.pdf *.json)")


def add_drafts(plan: Plan, drafts: tuple[Draft, ...], kind: ListKind) -> Plan:
    """Add what was accepted; a problem area whose number is taken gets the next free one."""
    return add_items(plan, items_from(drafts, kind))


def read_any_file(path: Path, kind: ListKind, existing: tuple[str, ...], choices: Choices) -> Preview:
    """Read a list, or the items of another workshop with all that was last saved of it."""
    if path.name.endswith(SUFFIX) and path.is_file():
        return read_items_of(read_workshop(path), kind, path.name, existing)
    return read_file(path, kind, existing, choices)


class ImportDialog(Dialog):
    """Shows what a list holds while it is pasted; nothing is changed before Add."""

    kind_wanted = Signal(str)
    """One of several files holds another kind of list: the dialog ends with ``OTHER_KIND``."""
    OTHER_KIND: Final = 2

    def __init__(self, bridge: Bridge, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__("import_dialog", title_of(kind), parent)
        self._bridge, self._kind = bridge, kind
        self._existing = existing_texts(bridge.workshop.plan, kind)
        self._asked = 0
        self._file: Path | None = None
        self._model = PreviewModel(kind)
        self._paste = QPlainTextEdit()
        self._paste.setObjectName("import_text")
        self._paste.setAccessibleName(_("The list"))
        self._paste.setPlaceholderText(
            _("Paste the list here, or drop a file: one a line, numbered or not, or a table.")
        )
        self._paste.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._read_pasted)
        self._paste.textChanged.connect(self._forget_source)
        self._paste_instead = QuietButton(_("Paste instead"), "import_paste", self._leave_file)
        self._paste_instead.hide()
        self._shown = QStackedWidget()
        self._shown.addWidget(
            EmptyState(
                "import",
                _("No list yet"),
                _("Paste one above, drop a file here, or choose one. You see what was understood before it is added."),
            )
        )
        self._shown.addWidget(ImportTable(self._model))
        self._shown.addWidget(QWidget())
        self._state = Label("", "secondary", name="import_state", wraps=True)
        self._choices = ChoicesBar(kind)
        self._choices.chosen.connect(self._read_again)
        self._left_out = LeftOutList()
        self._left_out.hide()
        self._left_out.wanted.connect(lambda at: self._model.correct(lambda proposal: proposal.taken_in(at)))
        self._model.corrected.connect(lambda: self._left_out.show_parts(self._model.proposal.left_out))
        self._place = PlaceRow(kind)
        self._place.kind_wanted.connect(self._leave_for)
        self._lay_out()
        self._add = self.add_buttons("", _("Cancel"))
        self._model.accepted_changed.connect(self._count)
        self._count()
        self.setAcceptDrops(True)
        self._paste.setAcceptDrops(False)
        self.resize(*SIZE)

    def read_file(self, path: Path) -> None:
        """Show what a file holds; it is read in the worker process."""
        self._choices.forget()
        self._show_source(path)
        self._read_again()

    def show_place(self, at: int, count: int) -> None:
        """Say that this is one of several files, which may hold another kind of list; the answer No goes on."""
        self._place.show_place(at, count)
        skip = self.findChild(QuietButton, "dialog_no")
        if isinstance(skip, QuietButton) and count > 1:
            skip.setText(_("Skip this list"))
            skip.setAccessibleName(skip.text())

    def accept(self) -> None:
        """Add what is ticked, as one step of undo."""
        if self._pause.isActive():
            self._pause.stop()
            self._read_pasted()
        drafts = self._model.accepted
        if drafts:
            self._bridge.edit(adding(self._kind, len(drafts)), partial(add_drafts, drafts=drafts, kind=self._kind))
            super().accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and texts."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a file that was dropped, or paste a text."""
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.read_file(Path(urls[0].toLocalFile()))
        else:
            self._paste.setPlainText(event.mimeData().text())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._state, 1)
        row.addWidget(self._paste_instead)
        row.addWidget(QuietButton(_("Choose a file…"), "import_file", self._choose_file, icon="open"))
        sheet = Sheet("import_preview_sheet", margin=GRID)
        sheet.body.addWidget(self._shown)
        self._paste.setFixedHeight(13 * GRID)
        self.body.addWidget(self._place)
        self.body.addWidget(self._paste)
        self.body.addLayout(row)
        self.body.addWidget(self._choices)
        self.body.addWidget(sheet, 1)
        self.body.addWidget(self._left_out)

    def _leave_for(self, kind: ListKind) -> None:
        self.kind_wanted.emit(kind)
        self.done(self.OTHER_KIND)

    def _choose_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a list"), "", kinds_of_file())
        if name:
            self.read_file(Path(name))

    def _show_source(self, file: Path | None) -> None:
        """Show the box for pasting only where nothing is read from a file."""
        self._file = file
        self._paste.setVisible(file is None)
        self._paste_instead.setVisible(file is not None)
        self._count()

    def _leave_file(self) -> None:
        self._forget_source()
        self._paste.setFocus()

    def _forget_source(self) -> None:
        self._show_source(None)
        self._choices.forget()
        self._pause.start()

    def _read_again(self) -> None:
        """Read the source as it is chosen now."""
        if self._file is None:
            self._read_pasted()
            return
        self._state.setText(_("Reading {file} ...").format(file=self._file.name))
        self._read_elsewhere(read_any_file, self._file)

    def _read_pasted(self) -> None:
        text = self._paste.toPlainText()
        if not text.strip():
            self._show(None)
        elif len(text) > SHORT:
            self._read_elsewhere(read_text, text)
        else:
            self._asked += 1
            try:
                self._show(read_text(text, self._kind, self._existing, self._choices.choices))
            except WorkshopProblem as problem:
                self._refuse(sentence(problem))

    def _read_elsewhere(self, read: object, source: object) -> None:
        self._asked += 1
        asked = self._asked

        def show(preview: Preview) -> None:
            if asked == self._asked:
                self._show(preview)

        def refuse(words: str) -> None:
            if asked == self._asked:
                self._refuse(words)

        assert callable(read)  # noqa: S101 - one of the two readers
        arguments = (source, self._kind, self._existing, self._choices.choices)
        self._bridge.in_background(read, *arguments, then=show, failed=refuse)

    def _show(self, preview: Preview | None) -> None:
        if preview is None:
            self._model.show_proposal(Proposal(self._kind, self._existing))
        else:
            self._model.show_proposal(Proposal.of(preview, self._existing))
            self._choices.show_preview(preview, from_file=self._file is not None)
        self._state.setText(said(preview, self._file.name if self._file else ""))
        if self._file is not None:
            self._add.setFocus()  # Enter adds; an arrow key shall not take the file for something else

    def _refuse(self, words: str) -> None:
        self._show(None)
        self._state.setText(words)

    def _count(self) -> None:
        self._shown.setCurrentIndex(1 if self._model.rowCount() else 2 if self._file else 0)
        count = len(self._model.accepted)
        self._add.setEnabled(count > 0)
        self._add.setText(adding(self._kind, count) if count else _("Add"))
        self._add.setAccessibleName(self._add.text())
