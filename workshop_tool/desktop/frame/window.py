"""The window of one workshop: header, rail, the page that is up, and a quiet bar for messages."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QMainWindow, QWidget

from workshop_tool.desktop.background.counting import count_beside
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.commands.window import add_shortcuts, window_commands
from workshop_tool.desktop.dress.measures import measure_anew
from workshop_tool.desktop.dress.theme import dress, undress, zoomed
from workshop_tool.desktop.files.dropping import dropped_workshop
from workshop_tool.desktop.files.keeping import Keeping
from workshop_tool.desktop.files.leaving import sure_to_cut_off, sure_to_lose
from workshop_tool.desktop.files.menu import WorkshopMenu
from workshop_tool.desktop.frame.banners import Banners
from workshop_tool.desktop.frame.guard import Guard
from workshop_tool.desktop.frame.header import Header
from workshop_tool.desktop.frame.page_area import PageArea
from workshop_tool.desktop.frame.page_stack import PageStack
from workshop_tool.desktop.frame.presenting import Presenting
from workshop_tool.desktop.frame.rail import Rail
from workshop_tool.desktop.page import Page, touches
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.widgets.fields import TypedField
from workshop_tool.desktop.widgets.message_bar import MessageBar
from workshop_tool.domain.plan import Key
from workshop_tool.language import _
from workshop_tool.services.moment import SessionEnded

_ROOMY = 1000
"""Pixels, at the usual size of text, from which the rail says its words."""
LAST_SAVE_SECONDS = 10.0
"""How long closing waits for a slow disk."""


class MainWindow(QMainWindow):
    """Shows one workshop, once a page is brought up. ``closed`` is heard when all is saved and the window is gone."""

    closed = Signal()
    home = Signal()
    """The start page is wanted."""
    look_toggled = Signal()
    zoom_wanted = Signal(int)
    """A step larger (1) or smaller (-1), or the usual size (0)."""
    file_wanted = Signal(object)
    """Path of another workshop, or of a copy."""
    language_wanted = Signal(str)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.setObjectName("main_window")
        dress(self)
        self.bridge = bridge
        count_beside(bridge.workshop)
        self.header = Header()
        self.rail = Rail()
        self._stack = PageStack(bridge)
        self.message_bar = MessageBar(narrow=True)
        self.banners = Banners()
        self.menu = WorkshopMenu(self)
        self._lay_out()
        self.presenting = Presenting(bridge, self._lay_over_page, self)
        self._connect()
        self.commands = window_commands(self)
        add_shortcuts(self, self.commands)
        self.keeping = keeping = Keeping(self)
        self.guard = Guard(self, bridge, self.banners, reopen=keeping.reopen, save_copy=keeping.save_copy)
        bridge.adopted.connect(self.guard.show_notices)
        self.header.menu.connect(lambda: self.menu.show_below(self.header.menu_button, for_reading=self._reads))
        self.menu.home_wanted.connect(self.home)
        self.menu.language_wanted.connect(self.language_wanted)
        self.resize(1280, 800)
        self._stack.shown.connect(self._come_up)
        self._show_frame()
        self.header.show_state(bridge.state, saved=not bridge.is_for_reading)
        self.guard.show_notices()
        self._stack.setFocus()  # no control: a ring around the first button says nothing

    @property
    def page(self) -> Page:
        """The page that is up."""
        return self._stack.page

    @property
    def pages(self) -> dict[str, Page]:
        """The pages that are made, by key."""
        return self._stack.pages

    @property
    def page_keys(self) -> tuple[str, ...]:
        """The keys of all pages there are."""
        return tuple(entry.key for entry in PAGES)

    def set_busy(self, busy: bool) -> None:
        """Take nothing in while the workshop is closed for a moment."""
        self._ground.setEnabled(not busy)

    def flush(self) -> None:
        """Save what was typed on any page and is not saved yet."""
        self._stack.flush()

    def show_page(self, key: str) -> None:
        """Bring a page up at once, made in one go where it is not made yet."""
        self._stack.show_page(key)

    def bring_page(self, key: str, then: Callable[[], object] = lambda: None) -> None:
        """Bring a page up, a moment later where it is still to be made, and do something there; see ``PageStack``."""
        self._stack.bring_page(key, then)

    def bring_item(self, key: str, table: str, item_id: str) -> None:
        """Bring a page up likewise and choose on it one thing of a table ("areas", "posters" ...)."""
        self._stack.bring_item(key, table, item_id)

    def search(self) -> None:
        """Open the palette that finds everything in the workshop."""
        from workshop_tool.desktop.commands.palette import show_palette  # noqa: PLC0415 - when it is first wanted

        self.page.flush()
        show_palette(self.bridge.workshop, self.commands, self.bring_item, self)

    def present(self) -> None:
        """Open the projector's window, and beside the page the panel that says what it shows."""
        self.presenting.present(panel=self.page.key != "run")
        if self.page.key == "run":
            self.page.setFocus()  # the next key is meant for the day, not for the button again

    def show_to_room(self, view: str, item: str) -> None:
        """Show one view on the projector, which is opened where it is not yet."""
        self.presenting.show_to_room(view, item)

    def undo(self) -> None:
        """Take back the facilitator's last edit, and before it save what is being typed."""
        self.page.flush()
        self.bridge.undo()

    def redo(self) -> None:
        """Make the last undone edit again."""
        self.page.flush()
        self.bridge.redo()

    def refresh_look(self) -> None:
        """Follow a change between light and dark."""
        self.header.show_look()
        measure_anew(self)
        self._fit_rail()
        self.rail.refresh_look()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the page the room that words in the rail would take."""
        super().resizeEvent(event)
        self._fit_rail()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the other pages one by one while the first one is being read, so that their first visit is quick."""
        super().showEvent(event)
        gc.freeze()  # the collector of cycles would walk through the whole workshop now and then, window and all
        self._stack.warm_up.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save what is still being typed; where that fails, or while the room votes, ask before letting go."""
        if self.keeping.is_switching:
            event.ignore()
            return
        self.flush()
        if not sure_to_cut_off(self, self.bridge) or not (self._all_saved() or sure_to_lose(self)):
            event.ignore()
            return
        self.presenting.close()
        super().closeEvent(event)
        undress(self)
        self._stack.rest()
        gc.unfreeze()
        self.keeping.errands.finish(LAST_SAVE_SECONDS)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take another workshop, or a copy."""
        if dropped_workshop(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open it in place of this one."""
        self.file_wanted.emit(dropped_workshop(event.mimeData()))

    def _all_saved(self) -> bool:
        """Wait until the writer has answered everything asked so far, and hear its answers."""
        try:
            self.bridge.session.settle().exception(timeout=LAST_SAVE_SECONDS)
        except SessionEnded:  # it was closed to go back to a backup, and could not be opened again
            return True
        except TimeoutError:
            return False
        QCoreApplication.sendPostedEvents(self.bridge)
        return (
            self.bridge.saved
            and not self.bridge.waiting
            and not any(field.is_unsaved for field in self.findChildren(TypedField))
        )

    def _lay_out(self) -> None:
        ground = self._ground = QWidget()
        ground.setObjectName("ground")
        grid = self._grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.header, 0, 0, 1, 2)
        grid.addWidget(self.banners, 1, 0, 1, 2)
        grid.addWidget(self.rail, 2, 0)
        grid.addWidget(PageArea(self._stack), 2, 1)
        self.rail.hold(self.message_bar)  # where it covers nothing that somebody may be writing in
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2, 1)
        self.setCentralWidget(ground)
        self.setAcceptDrops(True)

    def _fit_rail(self) -> None:
        """Put the message bar where it can be read: in the rail's column, or below all where that is narrow."""
        narrow = self.width() < zoomed(_ROOMY)
        if narrow == self.rail.is_narrow:
            return
        self.rail.make_narrow(narrow=narrow)
        self.message_bar.make_narrow(narrow=not narrow)
        if narrow:
            self._grid.addWidget(self.message_bar, 3, 0, 1, 2)
        else:
            self.rail.hold(self.message_bar)

    def _connect(self) -> None:
        bridge, header = self.bridge, self.header
        bridge.changed.connect(self._show_change)
        bridge.refused.connect(self._refuse)
        bridge.left_waiting.connect(self._keep_typed)
        bridge.stepped.connect(self._show_step)
        bridge.noted.connect(self.message_bar.note)
        bridge.offered.connect(self.message_bar.offer)
        bridge.undo_offered.connect(lambda text: self.message_bar.note(text, _("Undo"), bridge.undo))
        bridge.save_state.connect(lambda words: header.show_state(words, saved=bridge.saved))
        header.undo.connect(self.undo)
        header.redo.connect(self.redo)
        header.search.connect(self.search)
        header.home.connect(self.home)
        header.look_toggled.connect(self.look_toggled)
        header.present.connect(self.present)
        self.rail.chosen.connect(self._stack.bring_page)
        self._stack.badge_changed.connect(self.rail.show_badge)
        self._stack.present.connect(self.show_to_room)

    @property
    def _reads(self) -> bool:
        return self.bridge.is_for_reading

    def _lay_over_page(self, panel: QWidget) -> None:
        """Lay something over the page, at the top right."""
        self._grid.addWidget(panel, 2, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)

    def _come_up(self, key: str) -> None:
        self.rail.show_chosen(key)
        self.guard.follow_editors()
        if key == "run":
            self.presenting.put_panel_away()

    def _show_step(self) -> None:
        self.page.show_step()

    def _refuse(self, words: str) -> None:
        """Say it, and show again what stands: a cell may show what was typed and refused.

        A text stays in its field to be tried again, except where nothing may be changed at all.
        """
        self.message_bar.refuse(words)
        is_approved = self.bridge.workshop.plan.particulars.standing == "approved"
        for field in self.findChildren(TypedField):
            field.refuse_saves(gives_way=is_approved)
        self.page.show_workshop(self.bridge.workshop, None)

    def _keep_typed(self) -> None:
        for field in self.findChildren(TypedField):
            field.refuse_saves(gives_way=False)

    def _show_change(self, touched: frozenset[Key] | None) -> None:
        self._show_frame(touched)
        self.page.show_workshop(self.bridge.workshop, touched)

    def _show_frame(self, touched: frozenset[Key] | None = None) -> None:
        workshop = self.bridge.workshop
        if touches(touched, ["particulars"]):
            title = workshop.plan.particulars.title
            self.header.show_title(title)
            self.setWindowTitle(_("{title} · Workshop Tool").format(title=title))
        self.rail.show_counts(workshop)
        session = self.bridge.session
        self.header.show_steps(*((None, None) if self._reads else (session.undoable(), session.redoable())))
