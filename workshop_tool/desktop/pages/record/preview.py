"""The record as it would be printed, page by page; drawn by the worker process while nothing waits for it.

What is being written is drawn at once, its section alone; the whole record follows when the writing rests.
"""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.background.gauge import Gauge
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.record.drawing import (
    Look,
    PagePicture,
    Preview,
    SectionPreview,
    draw_page,
    draw_record,
    draw_section,
)
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.paper import Paper
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

REST_MS: Final = 1_000
"""How long the workshop must rest before its record is drawn anew."""
SOON_MS: Final = 120
"""The same after a choice for the record, which somebody waits to see."""
_TURNS: Final = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class RecordPreview(QWidget):
    """Shows one page; asks the worker for one picture at a time, and for the newest only."""

    drawn = Signal(object)
    """The Preview of the whole record, each time it was drawn."""
    turned = Signal(int)
    """The page that is looked at now, from 0."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("record_preview")
        self._bridge = bridge
        self._page = 0
        self._preview: Preview | None = None
        self._of: Workshop | None = None
        """The workshop whose record was drawn as a whole last."""
        self._draft: tuple[Workshop, str] | None = None
        """What is being written, and in which section; None once it was drawn."""
        self._busy = False
        self._gauge: Gauge | None = None
        """Of the whole record while it is drawn."""
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._draw)
        self._paper = Paper("record_page")
        self._paper.turned.connect(self._turn)
        self._where = Label("", "secondary", name="record_where")
        self._state = Label("", "secondary", name="record_state")
        self._back = IconButton("back", _("Page back"), "record_back", lambda: self._turn(-1))
        self._next = IconButton("next", _("Next page"), "record_next", lambda: self._turn(1))
        self._lay_out()
        self._show_where()

    def show_soon(self, workshop: Workshop, *, chosen: bool = False) -> None:
        """Draw the record of this moment: at once for the first time, else when the workshop rests.

        ``chosen`` says that the change was a choice for the record itself.
        """
        if workshop is not self._of:
            wait = 0 if self._preview is None else SOON_MS if chosen else REST_MS
            self._rest.start(wait)

    def show_draft(self, workshop: Workshop, key: str) -> None:
        """Draw one section as it is being written, ahead of everything else."""
        if self._preview is not None:
            self._draft = (workshop, key)
            self._rest.start(REST_MS)
            self._draw_draft()

    def turn_to(self, key: str) -> None:
        """Show the page where a section begins; nothing where the record does not hold it."""
        if self._preview is not None and key in self._preview.places:
            self._turn(self._preview.places[key] - 1 - self._page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages by keyboard."""
        if event.key() in _TURNS:
            self._turn(_TURNS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the page again in its new size."""
        super().resizeEvent(event)
        if self._preview is not None:
            self._rest.start(REST_MS // 4)

    @property
    def _size(self) -> tuple[int, int]:
        room = self._paper.room
        return room.width(), room.height()

    def _turn(self, by: int) -> None:
        if by and self._preview is not None and 0 <= self._page + by < self._preview.pages:
            self._page += by
            self._show_where()
            self.turned.emit(self._page)
            self._rest.start(0)

    def _draw_draft(self) -> None:
        """Ask for the section that is being written; a whole record under way makes room for it."""
        if self._busy:
            if self._gauge is not None:
                self._gauge.stop()
            return
        if self._draft is None or self._preview is None or not self.isVisible():
            return
        (workshop, key), self._draft = self._draft, None
        look = Look(self._page, self._size, self._preview.places)
        self._ask(self._show_section, draw_section, workshop, self._bridge.session.path, key, look)

    def _draw(self) -> None:
        """Ask for the picture, unless one is being drawn: its answer asks again where something changed meanwhile."""
        if self._busy or not self.isVisible():
            if self._busy:  # with something that tells nothing of the whole, perhaps: look again
                self._rest.start(SOON_MS)
            return
        workshop = self._bridge.workshop
        if self._preview is not None and workshop is self._of:
            page = self._page
            self._ask(lambda drawn: self._show_page(page, drawn[2]), draw_page, self._preview.pdf, page, self._size)
            return
        self._state.setText(_("Drawing the record …") if self._preview is None else "")
        gauge = self._gauge = Gauge()
        beside, page = self._bridge.session.path, self._page
        self._ask(
            lambda drawn: self._show(drawn, workshop), draw_record, workshop, beside, page, self._size, gauge.path
        )

    def _ask(self, then: Callable[[Any], None], draw: Callable[..., Any], *args: object) -> None:
        self._busy = True

        def answered(drawn: Any) -> None:
            self._end()
            then(drawn)
            self._draw_draft()

        self._bridge.in_background(draw, *args, then=answered, failed=self._fail)

    def _end(self) -> None:
        self._busy = False
        if self._gauge is not None:
            self._gauge.remove()
            self._gauge = None

    def _show(self, preview: Preview, of: Workshop) -> None:
        turned = self._preview is not None and preview.page != self._page < preview.pages
        self._preview, self._of = preview, of
        self._page = min(self._page, preview.pages - 1)
        self._paper.show_picture(preview.picture)
        self._state.setText("")
        self._show_where()
        self.drawn.emit(preview)
        if turned or self._bridge.workshop is not of:
            self._rest.start(0 if turned else REST_MS)

    def _show_section(self, drawn: SectionPreview | None) -> None:
        """Show what is being written; a section that the last record did not hold waits for the whole one."""
        if drawn is not None:
            self._of = None
            self._show_page(drawn.page, drawn.picture)

    def _show_page(self, page: int, picture: PagePicture) -> None:
        asked, self._page = self._page, page
        self._paper.show_picture(picture)
        self._show_where()
        if asked != page:
            self.turned.emit(page)

    def _fail(self, words: str) -> None:
        stopped = self._draft is not None
        self._end()
        if stopped:  # it made room for what is being written
            self._draw_draft()
        else:
            self._state.setText(words)

    def _show_where(self) -> None:
        pages = self._preview.pages if self._preview else 0
        self._where.setText(_("Page {n} of {pages}").format(n=self._page + 1, pages=pages) if pages else "")
        self._paper.setAccessibleName(_("Preview of the record. {where}").format(where=self._where.text()))
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < pages)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._where)
        foot.addWidget(self._next)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._paper, 1)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(foot)
