"""Guards what is typed while nothing can be saved: the banner that says why, and editors that only show."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.frame.banners import Banner, Banners, button
from workshop_tool.desktop.widgets.editors import TypedLine, TypedText
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.store.refusals import NewerFile, StoreFailed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

RETRY_MS: Final = 5_000
"""How often what the disk refused is asked for again."""
_GUARDED: Final = "workshop_guarded"
_OPENS_CELL: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}


class Guard(QObject):
    """Follows what the bridge says of saving, for one window."""

    def __init__(
        self,
        window: QWidget,
        bridge: Bridge,
        banners: Banners,
        *,
        reopen: Callable[[], object],
        save_copy: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._bridge = bridge
        self._banners = banners
        self._reopen = reopen
        self._save_copy = save_copy
        self._retry = QTimer(self, interval=RETRY_MS)
        self._retry.timeout.connect(self._ask_again)
        bridge.trouble_changed.connect(self.follow)
        bridge.warned.connect(lambda problem: banners.show_notice(sentence(problem)))
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101 - there is no window without one
        app.focusChanged.connect(self._guard_focus)
        self.follow()

    def follow(self) -> None:
        """Show the trouble that there is, and let the editors take words only where they can be saved."""
        trouble = self._bridge.trouble
        self._banners.show_trouble(None if trouble is None else self._banner(trouble))
        self.follow_editors()
        if isinstance(trouble, StoreFailed) and not self._bridge.is_for_reading:
            self._retry.start()
        else:
            self._retry.stop()

    def follow_editors(self) -> None:
        """Let the editors that there are take words, or only show them; those made later are met on focus."""
        for line in self._window.findChildren(TypedLine):
            self._guard_words(line)
        for text in self._window.findChildren(TypedText):
            self._guard_words(text)
        for table in self._window.findChildren(QTableView):
            self._guard_table(table)

    def show_notices(self) -> None:
        """Say once what opening found; a newer file's banner says more than its notice."""
        self._banners.clear_notices()
        for problem in self._bridge.session.notices:
            if not isinstance(problem, NewerFile):
                self._banners.show_notice(sentence(problem))

    def _ask_again(self) -> None:
        if self._bridge.waiting:
            self._bridge.ask_again(quietly=True)

    def _banner(self, trouble: WorkshopProblem) -> Banner:
        again = button(_("Open it again"), "banner_reopen", self._reopen)
        copy = button(_("Save a copy…"), "banner_copy", self._save_copy, icon="download")
        elsewhere = button(_("Save a copy elsewhere…"), "banner_copy", self._save_copy, icon="download")
        says = sentence(trouble)
        if isinstance(trouble, StoreFailed) and self._bridge.is_for_reading:
            more = _("Nothing more can be saved in this file. What you entered last waits, and goes into the copy.")
            title = _("The last change is not saved")
            return Banner("trouble", "attention", "warning", title, f"{says} {more}", elsewhere)
        if isinstance(trouble, StoreFailed):
            more = _("What you entered last waits, and is saved as soon as that is possible.")
            title = _("The last change is not saved yet")
            retry = button(_("Try again"), "banner_retry", self._bridge.ask_again)
            return Banner("trouble", "attention", "warning", title, f"{says} {more}", retry, elsewhere)
        title = _("You can read this workshop, but not change it")
        if isinstance(trouble, NewerFile):
            more = _("A copy holds only what this version knows of it.")
            return Banner("trouble", "quiet", "lock", title, f"{says} {more}", copy)
        more = _("What you see was saved when it was opened here; projector and export work.")
        return Banner("trouble", "quiet", "lock", title, f"{says} {more}", again, copy)

    def _guard_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Guard an editor that was made since."""
        if new is None or not self._window.isAncestorOf(new):
            return
        if isinstance(new, TypedLine | TypedText):
            self._guard_words(new)
        elif isinstance(new, QTableView):
            self._guard_table(new)

    def _guard_words(self, editor: TypedLine | TypedText) -> None:
        """Keep the words that stand in it; only what is read-only because of this guard becomes writable again."""
        guarded, guards = bool(editor.property(_GUARDED)), self._bridge.is_for_reading
        if guards != guarded and (guarded or not editor.isReadOnly()):
            editor.setProperty(_GUARDED, guards)
            editor.setReadOnly(guards)

    def _guard_table(self, table: QTableView) -> None:
        """Let no cell open for words that could not be saved."""
        kept, guards = table.property(_GUARDED), self._bridge.is_for_reading
        if guards and kept is None:
            table.setProperty(_GUARDED, table.editTriggers())
            table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
            table.installEventFilter(self)
        elif not guards and kept is not None:
            table.setEditTriggers(kept)
            table.setProperty(_GUARDED, None)
            table.removeEventFilter(self)

    def eventFilter(self, _table: QObject, event: QEvent) -> bool:
        """Say why, where a key would open a cell of a guarded table."""
        is_key = event.type() == QEvent.Type.KeyPress and cast("QKeyEvent", event).key() in _OPENS_CELL
        if is_key and self._bridge.session.read_only is not None:
            self._bridge.refused.emit(sentence(self._bridge.session.read_only))
        return is_key
