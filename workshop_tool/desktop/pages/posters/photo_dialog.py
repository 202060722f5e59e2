"""A photo of a poster, large, and the way to the next one."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workshop_tool.desktop.pages.posters.photos import PosterPhotos
from workshop_tool.desktop.widgets.buttons import IconButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.paper import Paper
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.services.photos import Pixels

_SHARE = 0.9
"""Of the window's width and height."""
_TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}


class PhotoDialog(Dialog):
    """Shows one photo after the other."""

    def __init__(self, title: str, photos: PosterPhotos, names: tuple[str, ...], at: int, parent: QWidget) -> None:
        super().__init__("photo_dialog", title, parent)
        self._photos, self._names, self._at = photos, names, at
        self._paper = Paper("photo")
        self._paper.turned.connect(self.turn)
        self._words = Label("", name="photo_words", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._paper)
        self._stack.addWidget(self._words)
        self.body.addWidget(self._stack, 1)
        self._where = Label("", "secondary", name="photo_where")
        self._back = IconButton("back", _("Photo before"), "photo_back", partial(self.turn, -1))
        self._next = IconButton("next", _("Next photo"), "photo_next", partial(self.turn, 1))
        for at_start, widget in enumerate((self._back, self._where, self._next)):
            self.buttons.insertWidget(at_start, widget)
            widget.setVisible(len(names) > 1)
        self.add_buttons(_("Close"), None)
        photos.drawn.connect(self._show)
        self.resize(parent.window().size() * _SHARE)
        self._paper.setFocus()
        QTimer.singleShot(0, self._ask)  # once it is known how large the paper is

    def turn(self, by: int) -> None:
        """Show the next photo (1) or the one before (-1), where there is one."""
        if 0 <= self._at + by < len(self._names):
            self._at += by
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the next photo by keyboard."""
        if event.key() in _TURNS:
            self.turn(_TURNS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        number, count = self._at + 1, len(self._names)
        self._where.setText(_("{n} of {count}").format(n=number, count=count))
        self._paper.setAccessibleName(_("Photo {n} of {count}").format(n=number, count=count))
        self._back.setEnabled(self._at > 0)
        self._next.setEnabled(number < count)
        self._photos.draw(self._names[self._at], self._paper.room)

    def _show(self, name: str, box: QSize, picture: Pixels | str) -> None:
        if name != self._names[self._at] or box != self._paper.room:
            return
        if isinstance(picture, Pixels):
            self._paper.show_picture(picture)
            self._stack.setCurrentWidget(self._paper)
        else:
            self._words.setText(picture)
            self._stack.setCurrentWidget(self._words)
