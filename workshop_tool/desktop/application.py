"""The app as a whole: the start page, the workshop that is open, and the orderly way out."""

import datetime as dt
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.background.errands import Errands
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.dress.dates import said_date
from workshop_tool.desktop.dress.speaking import said_of_next_time, speak_anew, speak_on_screen
from workshop_tool.desktop.dress.wardrobe import Wardrobe
from workshop_tool.desktop.files.letting_go import let_go
from workshop_tool.desktop.files.memory import Memory, RecentWorkshop
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.start.page import StartPage
from workshop_tool.desktop.start.thumbnail import keep_thumbnail, read_thumbnail
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.look.icons import APP_ICON
from workshop_tool.services.sample import SAMPLE

if TYPE_CHECKING:  # the start page shows before any of this is imported
    from collections.abc import Callable

    from workshop_tool.desktop.files.opening import Opened, Unreadable
    from workshop_tool.desktop.frame.window import MainWindow
    from workshop_tool.domain.earlier import CarriedPart
    from workshop_tool.domain.particulars import Particulars
    from workshop_tool.services.beginnings import KeptTemplate
    from workshop_tool.services.session import WorkshopSession

LAST_PICTURE: Final = 1.0
"""Seconds that its picture for the start page may take."""


class Application(QObject):
    """One start page, and at most one open workshop."""

    opened = Signal(object)
    """The MainWindow that has come up."""
    ended = Signal()
    """The last window is gone and everything is on the disk."""

    def __init__(self, app: QApplication, places: Places) -> None:
        super().__init__()
        self._app = app
        self._places = places
        self._memory = Memory(places.memory)
        self._errands = Errands(self)
        self._goes_home = False
        self._is_opening = False
        self._next: Path | None = None
        """What is opened once the workshop that is open is closed."""
        self.window: MainWindow | None = None
        app.setWindowIcon(QIcon(str(APP_ICON)))
        app.setQuitOnLastWindowClosed(False)
        self._wardrobe = Wardrobe(app, self._memory, self)
        speak_on_screen(app, self._memory.remembered.language)
        self.start = self._new_start()

    def _new_start(self) -> StartPage:
        start = StartPage()
        start.workshop_wanted.connect(self.make_workshop)
        start.file_wanted.connect(self.open_workshop)
        start.sample_wanted.connect(self.open_sample)
        start.forgotten.connect(self._forget)
        start.templates_wanted.connect(self._list_templates)
        start.template_wanted.connect(self.make_from_template)
        start.series_wanted.connect(self.make_continued)
        start.closed.connect(self._end_unless_open)
        start.language_wanted.connect(self.choose_language)
        return start

    @property
    def path(self) -> Path | None:
        """The file of the workshop that is open."""
        return self.window.bridge.session.path if self.window is not None else None

    def show_start(self) -> None:
        """Show the start page; files and pictures are looked for meanwhile."""
        self._speak_as_chosen()
        recent = self._memory.remembered.recent
        self.start.show_recent(recent)
        self.start.show()
        for workshop in recent:
            self._look_at(workshop.path)

    @Slot(object)
    def open_workshop(self, path: Path) -> None:
        """Open a workshop file, or unpack the zip of a copy and open that; meanwhile the window stays alive.

        One that cannot be read is opened from one of its backups, if somebody wants that.
        """
        self._open(lambda: _opening().open_or_find_copies(path, self._places.workshops))

    @Slot(object)
    def make_workshop(self, particulars: "Particulars") -> None:
        """Make a new workshop in the user's folder and open it."""
        self._open(lambda: _opening().make_new(particulars, self._places.workshops))

    @Slot()
    def open_sample(self) -> None:
        """Open a copy of the sample workshop in the user's folder."""
        self._open(lambda: _opening().open_sample(SAMPLE, self._places.workshops))

    @Slot(object, object)
    def make_from_template(self, template: Path, particulars: "Particulars") -> None:
        """Make a new workshop of a template in the user's folder and open it."""
        self._open(lambda: _opening().make_from_template(template, particulars, self._places.workshops))

    @Slot(object, object, object)
    def make_continued(self, earlier: Path, particulars: "Particulars", parts: "tuple[CarriedPart, ...]") -> None:
        """Make the next workshop of a series in the user's folder and open it."""
        self._open(lambda: _opening().make_continued(earlier, particulars, parts, self._places.workshops))

    @Slot()
    def _list_templates(self) -> None:
        def listed() -> "list[KeptTemplate]":
            from workshop_tool.services.beginnings import kept_templates  # noqa: PLC0415 - as in _opening

            return kept_templates(self._places.templates)

        self._errands.run(listed, self.start.ask_for_template, self._refuse)

    def _look_at(self, path: Path) -> None:
        """See in a thread whether a workshop is where it was, and read its picture: a drive may hang."""
        memory, dark = self._places.memory, theme.is_dark()

        def look() -> QImage | None:
            return read_thumbnail(path, memory, dark=dark) if path.exists() else None

        self._errands.run(look, lambda image: self.start.show_found(path, image), self._refuse)

    @Slot(str)
    def choose_language(self, code: str) -> None:
        """Speak a language: on the start page at once, in a workshop when it is opened next."""
        self._memory.remember_language(code)
        if self.window is None:
            self.show_start()
        else:
            self.window.bridge.noted.emit(said_of_next_time(code))

    def _speak_as_chosen(self) -> None:
        """Have the start page in the language that was chosen; a window keeps the words that it was made with."""
        if self.window is not None or not speak_anew(self._app, self._memory.remembered.language):
            return
        before, self.start = self.start, self._new_start()
        self.start.setGeometry(before.geometry())
        before.closed.disconnect(self._end_unless_open)  # its going is not the end
        before.close()
        before.deleteLater()

    def _open(self, find: "Callable[[], Opened | Unreadable]") -> None:
        if self.window is None and not self._is_opening:  # else one is about to come up
            self._is_opening = True
            self._errands.run(find, self._show_found, self._refuse)

    def _refuse(self, problem: WorkshopProblem) -> None:
        self._is_opening = False
        self.start.show()
        self.start.refuse(sentence(problem))

    def _show_found(self, found: "Opened | Unreadable") -> None:
        self._is_opening = False
        if isinstance(found, tuple):
            self._show_workshop(found[1])
            return
        from workshop_tool.desktop.files.unreadable import choose_backup  # noqa: PLC0415 - the start page needs none of it

        self.start.show()
        if backup := choose_backup(self.start, found):
            now = dt.datetime.now(dt.UTC)
            self._open(partial(_opening().open_restored, found.path, backup, now))

    def _show_workshop(self, session: "WorkshopSession") -> None:
        from workshop_tool.desktop.bridge import Bridge  # noqa: PLC0415 - the start page needs none of it
        from workshop_tool.desktop.frame.window import MainWindow  # noqa: PLC0415 - as above

        window = self.window = MainWindow(Bridge(session))
        window.bridge.memory = self._memory
        window.closed.connect(self._close_workshop)
        window.home.connect(self._go_home)
        window.look_toggled.connect(self._wardrobe.toggle_look)
        window.language_wanted.connect(self.choose_language)
        window.zoom_wanted.connect(self._wardrobe.zoom)
        self._wardrobe.changed.connect(window.refresh_look)
        self._wardrobe.zoomed.connect(window.message_bar.note)
        window.file_wanted.connect(self._open_instead)
        window.keeping.lost.connect(self._lose)
        window.keeping.templates = self._places.templates
        self._bring_back(window)

    def _come_up(self, window: "MainWindow") -> None:
        self._remember()
        window.show()
        self.start.hide()
        self.opened.emit(window)

    @Slot(object)
    def _open_instead(self, path: Path) -> None:
        """Close the workshop that is open, and open another one; while it stays open, nothing happens."""
        if self.window is None or path.resolve() == self.path:
            return
        self._next = path
        if not self.window.close():
            self._next = None

    @Slot(str)
    def _lose(self, why: str) -> None:
        """Go home from a workshop that cannot be opened again."""
        self._go_home()
        self.start.refuse(why)

    @Slot()
    def _go_home(self) -> None:
        self._goes_home = True
        if self.window is not None and not self.window.close():
            self._goes_home = False

    @Slot()
    def _close_workshop(self) -> None:
        """Stop the site, drain the writer, fold the journal; only then the window goes."""
        self._remember()
        window, self.window = self.window, None
        if window is None:
            return
        window.bridge.close()
        let_go(window.bridge.session)
        window.deleteLater()
        if self._next is not None:
            path, self._next = self._next, None
            self._speak_as_chosen()
            self.open_workshop(path)
        elif self._goes_home:
            self._goes_home = False
            self.show_start()
        else:
            self._end_unless_open()

    @Slot()
    def _end_unless_open(self) -> None:
        """End, and hear of no picture any more: the page that would show it is going."""
        if self.window is None:
            self._errands.finish(LAST_PICTURE)
            self.ended.emit()

    def _remember(self) -> None:
        from workshop_tool.desktop.start.stage import stage_of  # noqa: PLC0415 - the start page needs none of it

        if self.window is not None and self.path is not None:
            workshop = self.window.bridge.workshop
            facts = workshop.plan.particulars
            date = said_date(facts.date)
            page = self.window.page.key
            recent = RecentWorkshop(self.path, facts.title, date, stage_of(workshop), page)
            self._memory.remember_workshop(recent)
            self._memory.remember_geometry(self.window.saveGeometry().toBase64().toStdString())
            path = self.path
            keep = partial(keep_thumbnail, workshop, path, self._places.memory)
            self._errands.run(keep, lambda _nothing: self._look_at(path), self._refuse)

    def _bring_back(self, window: "MainWindow") -> None:
        """Show the window where it stood, once the page is made that was up when this workshop was closed."""
        remembered = self._memory.remembered
        window.restoreGeometry(QByteArray.fromBase64(remembered.geometry.encode()))
        page = next((recent.page for recent in remembered.recent if recent.path == self.path), "")
        key = page if page in window.page_keys else window.page_keys[0]
        # In a turn of its own: the start page is still up, and the window alone took long enough.
        QTimer.singleShot(0, window, partial(window.bring_page, key, partial(self._come_up, window)))

    @Slot(object)
    def _forget(self, path: Path) -> None:
        before = self._memory.remembered.recent
        self._memory.forget_workshop(path)
        self.show_start()
        said = _("Taken off the list. The file itself stays where it is.")
        self.start.note(said, _("Put it back"), partial(self._put_back, before))

    def _put_back(self, recent: "tuple[RecentWorkshop, ...]") -> None:
        self._memory.remember_recent(recent)
        self.show_start()


def _opening() -> ModuleType:
    """Import what opening needs, and the window that will show it, in the thread that reads."""
    from workshop_tool.desktop.files import opening  # noqa: PLC0415 - the start page shows before it
    from workshop_tool.desktop.frame import window  # noqa: F401, PLC0415 - as above

    return opening
