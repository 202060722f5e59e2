"""The record as it would be printed, page by page; drawn by the worker process while nothing waits for it."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.record_drawing import Preview, draw_page, draw_record
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.paper import Paper
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

REST_MS: Final = 1_000
"""How long the workshop must rest before its record is drawn anew."""
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

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("record_preview")
        self._bridge = bridge
        self._page = 0
        self._preview: Preview | None = None
        self._drawn: Workshop | None = None
        self._drawing = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._draw)
        self._paper = Paper("record_page")
        self._paper.turned.connect(self._turn)
        self._where = Label("", "secondary", name="record_where")
        self._state = Label("", "secondary", name="record_state")
        self._back = IconButton("back", _("Page back"), "record_back", lambda: self._turn(-1))
        self._next = IconButton("next", _("Next page"), "record_next", lambda: self._turn(1))
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
        self._show_where()

    def show_soon(self, workshop: Workshop) -> None:
        """Draw the record of this moment: at once for the first time, else when the workshop rests."""
        if workshop is not self._drawn:
            self._rest.start(REST_MS if self._preview else 0)

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

    def _turn(self, by: int) -> None:
        if self._preview is not None and 0 <= self._page + by < self._preview.pages:
            self._page += by
            self._show_where()
            self._rest.start(0)

    def _draw(self) -> None:
        """Ask for the picture, unless one is being drawn: its answer asks again where something changed meanwhile."""
        if self._drawing or not self.isVisible():
            return
        self._drawing = True
        workshop, room = self._bridge.workshop, self._paper.room
        width, height = room.width(), room.height()
        if self._preview is not None and workshop is self._drawn:
            self._ask(draw_page, self._preview.pdf, self._page, width, height, of=workshop)
        else:
            self._state.setText(_("Drawing the record …") if self._preview is None else "")
            self._ask(draw_record, workshop, self._bridge.session.path, self._page, width, height, of=workshop)

    def _ask(self, draw: Callable[..., Preview], *args: object, of: Workshop) -> None:
        self._bridge.in_background(draw, *args, then=lambda preview: self._show(preview, of), failed=self._fail)

    def _show(self, preview: Preview, of: Workshop) -> None:
        self._drawing = False
        turned = self._preview is not None and preview.page != self._page < preview.pages
        self._preview, self._drawn = preview, of
        self._page = min(self._page, preview.pages - 1)
        self._paper.show_picture(preview.picture)
        self._state.setText("")
        self._show_where()
        if turned or self._bridge.workshop is not of:
            self._rest.start(0 if turned else REST_MS)

    def _fail(self, words: str) -> None:
        self._drawing = False
        self._state.setText(words)

    def _show_where(self) -> None:
        pages = self._preview.pages if self._preview else 0
        self._where.setText(_("Page {n} of {pages}").format(n=self._page + 1, pages=pages) if pages else "")
        self._paper.setAccessibleName(_("Preview of the record. {where}").format(where=self._where.text()))
        self._back.setEnabled(self._page > 0)
        self._next.setEnabled(self._page + 1 < pages)
