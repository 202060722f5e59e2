"""What the menu and the banners ask for: copies, another look at the file, earlier states, forgetting."""

import datetime as dt
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from workshop_tool.desktop.background.errands import Errands
from workshop_tool.desktop.files.copying import SavedCopy, ask_where, write_copy
from workshop_tool.desktop.files.dropping import kinds
from workshop_tool.desktop.files.forgetting import ForgetDialog, said_forgotten
from workshop_tool.desktop.files.kept_copies import RestoreDialog
from workshop_tool.desktop.files.leaving import sure_to_cut_off
from workshop_tool.desktop.files.opening import Opened, open_file, open_unpacked, reopen_restored
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.files.templating import TemplateDialog, keep_template, said_still
from workshop_tool.desktop.widgets.dialogs import ask, tell
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, sentence
from workshop_tool.services.backing_up import KeptCopy, kept_copies
from workshop_tool.services.beginnings import SavedTemplate
from workshop_tool.services.forgetting import Forgotten, forget_names, names_still_said
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.backups import Backup
from workshop_tool.store.refusals import StoreFailed

if TYPE_CHECKING:
    from workshop_tool.desktop.frame.window import MainWindow

LAST_WORDS_SECONDS = 5.0
"""How long a copy waits for what was typed a moment ago."""


class Keeping(QObject):
    """Does it for one window; the file work runs in threads."""

    lost = Signal(str)
    """The workshop cannot be opened any more: why."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._bridge = window.bridge
        self.is_switching = False
        """Whether the workshop is closed at the moment, to come back as it was earlier."""
        self.errands = Errands(self)
        self.templates = Places.of_user().templates
        """Where templates are kept."""
        menu = window.menu
        menu.open_wanted.connect(self.ask_for_file)
        menu.copy_wanted.connect(self.save_copy)
        menu.template_wanted.connect(self.save_template)
        menu.restore_wanted.connect(self.choose_earlier)
        menu.forget_wanted.connect(self.choose_forgetting)

    def ask_for_file(self) -> None:
        """Ask for another workshop to open in place of this one."""
        name, _kind = QFileDialog.getOpenFileName(self._window, _("Open a workshop"), "", kinds())
        if name:
            self._window.file_wanted.emit(Path(name))

    def save_copy(self) -> None:
        """Ask where, and write what is in memory there; the workshop's own disk may be broken."""
        self._window.flush()
        session = self._bridge.session
        to = ask_where(self._window, session.path, Path(platformdirs.user_documents_dir()), dt.datetime.now().date())  # noqa: DTZ005 - the date on the wall
        if to is None:
            return
        held = frozenset(self._bridge.waiting)
        errand = partial(write_copy, self._newest, session.path, to)
        self.errands.run(errand, lambda copy: self._tell_copied(copy, held), self._refuse)

    def save_template(self) -> None:
        """Ask what the template is called and what it holds, and keep it among the user's templates."""
        self._window.flush()
        dialog = TemplateDialog(self._bridge.workshop.plan, self._window)
        if dialog.exec():
            path, folder = self._bridge.session.path, self.templates
            errand = partial(keep_template, self._newest, path, folder, dialog.name, with_lists=dialog.with_lists)
            self.errands.run(errand, self._tell_template, self._refuse)

    def reopen(self) -> None:
        """Try to become the one who may change the workshop; where that fails, at least show what is new."""
        path, old = self._bridge.session.path, self._bridge.session
        self.errands.run(partial(open_file, path), partial(self._go_on, old), self._refuse)

    def choose_earlier(self) -> None:
        """Read the backups, and let one be chosen to go back to."""
        self._window.flush()
        self.errands.run(partial(kept_copies, self._bridge.session.path), self._ask_for_earlier, self._refuse)

    def choose_forgetting(self) -> None:
        """Look where names stand, and ask whether they shall go."""
        self._window.flush()
        self.errands.run(lambda: names_still_said(self._bridge.workshop), self._ask_to_forget, self._refuse)

    def _newest(self) -> Workshop:
        """Return what is in memory, after what was typed a moment ago has had its turn; called in a thread."""
        if not self._bridge.is_for_reading:
            with suppress(TimeoutError):
                self._bridge.session.act(lambda workshop: (workshop, None)).exception(LAST_WORDS_SECONDS)
        return self._bridge.with_waiting()

    def _tell_template(self, saved: SavedTemplate) -> None:
        self._bridge.noted.emit(_("The template is saved. The start page makes workshops of it."))
        if saved.still_said:
            tell(self._window, _("A name still stands in the template"), said_still(saved), _("Go on"))

    def _tell_copied(self, copy: SavedCopy, held: frozenset[object]) -> None:
        """Say where it is; where nothing can be saved here, offer to go on in it."""
        if not isinstance(self._bridge.trouble, StoreFailed):
            self._bridge.noted.emit(copy.words)
            return
        words = _("Go on in the copy? What you entered last is in it; the file that cannot be saved stays as it is.")
        if ask(self._window, _("The copy is saved"), f"{copy.words} {words}", _("Go on in the copy"), _("Stay here")):
            self._bridge.waiting = tuple(edit for edit in self._bridge.waiting if edit not in held)
            old = self._bridge.session
            self.errands.run(
                partial(open_unpacked, copy.path, copy.path.parent), partial(self._go_on, old), self._refuse
            )

    def _go_on(self, old: WorkshopSession, opened: Opened) -> None:
        """Show another session in the same window; pages, projector and site stay."""
        self._bridge.adopt(opened[1])
        self.errands.run(old.close, lambda _nothing: None, self._refuse)

    def _ask_for_earlier(self, copies: list[KeptCopy]) -> None:
        if not copies:
            words = _(
                "There is no backup of this workshop yet. One is made each time it is opened, and while you work."
            )
            tell(self._window, _("No earlier state"), words, _("Go on"))
            return
        dialog = RestoreDialog(
            _("Go back to an earlier state?"),
            _("Everything entered after the backup you choose goes out of the workshop; photos stay."),
            _("What is there now is kept as a backup first. Voting rounds whose result was published stay sealed."),
            copies,
            self._window,
        )
        backup = dialog.copies.choice if dialog.exec() else None
        if backup is not None and sure_to_cut_off(self._window, self._bridge):
            self._restore(backup)

    def _restore(self, backup: Backup) -> None:
        """Close, go back, open again; meanwhile nothing can be typed that would be lost."""
        self._switch(on=True)
        self._bridge.waiting = ()
        now = self._bridge.session.clock()
        self.errands.run(partial(reopen_restored, self._bridge.session, backup, now), self._show_restored, self._lose)

    def _switch(self, *, on: bool) -> None:
        self.is_switching = on
        self._window.set_busy(on)

    def _show_restored(self, came: tuple[WorkshopSession, WorkshopProblem | None]) -> None:
        session, problem = came
        self._switch(on=False)
        self._bridge.adopt(session)
        if problem is not None:
            self._refuse(problem)
        else:
            self._bridge.noted.emit(_("This is the earlier state. What was there before is kept as a backup."))

    def _lose(self, problem: WorkshopProblem) -> None:
        self._switch(on=False)
        self.lost.emit(sentence(problem))

    def _ask_to_forget(self, still_said: tuple[str, ...]) -> None:
        people = len(self._bridge.workshop.plan.participants)
        if not people:
            self._bridge.noted.emit(_("There are no participants whose names could be forgotten."))
        elif ForgetDialog(people, still_said, self._window).exec():
            now = self._bridge.session.clock()
            self._bridge.forget(partial(forget_names, now=now), then=self._tell_forgotten)

    def _tell_forgotten(self, forgotten: Forgotten) -> None:
        self._bridge.noted.emit(said_forgotten(forgotten.people, len(forgotten.still_said)))

    def _refuse(self, problem: WorkshopProblem) -> None:
        self._bridge.refused.emit(sentence(problem))
