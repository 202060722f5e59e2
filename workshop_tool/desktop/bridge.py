"""Between the window and the session: Qt asks and never waits, and hears of changes as queued signals."""

import time
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workshop_tool.desktop.background.counting import count_if_touched
from workshop_tool.desktop.background.waiting import WaitingEdit, with_waiting
from workshop_tool.desktop.background.worker import Background
from workshop_tool.domain.plan import Key, Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, sentence
from workshop_tool.services.moment import Announcement, Undone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.refusals import BackupFailed, CopiesLeft, NotFolded, StoreFailed

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workshop_tool.desktop.files.memory import Memory
    from workshop_tool.desktop.hosting.site import Hosting
    from workshop_tool.desktop.running import Running

T = TypeVar("T")

LEAST_PAUSE_MS: Final = 100
"""``changed`` is heard at most ten times a second, however fast the room votes."""


class ValueOutOfRange(WorkshopProblem):
    """This value is empty, too long or out of range. Nothing was changed."""


class Bridge(QObject):
    """A workshop session as the window sees it. Lives in Qt's thread; call ``close`` before the session is closed."""

    changed = Signal(object)
    """frozenset[Key]: the documents that changed since the last time; None = anything may have."""
    refused = Signal(str)
    """Why something was not done: a sentence for the message bar."""
    noted = Signal(str)
    """Something worth saying that is no refusal."""
    stepped = Signal()
    """An undo or redo was made: what fields believe to be their newest value may no longer be."""
    undo_offered = Signal(str)
    """Something was removed: the message bar says so and offers Undo."""
    offered = Signal(str, str, object)
    """Something to decide without haste: what happened, what can be done about it, and the call that does it."""
    save_state = Signal(str)
    """ "All changes saved", or what is wrong."""
    left_waiting = Signal()
    """The disk refused an edit, which waits; what was typed stays where it is."""
    trouble_changed = Signal()
    """``trouble`` is another one, or none."""
    adopted = Signal()
    """Another session is shown from now on."""
    warned = Signal(object)
    """WorkshopProblem beside the saving, which works: no backup could be made, say."""

    _heard = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, session: WorkshopSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.background = Background(self)
        self.background.failed.connect(self.refused)
        self.saved = True
        """False while the last save failed; ``save_state`` said why."""
        self.trouble: WorkshopProblem | None = session.read_only
        """Why nothing can be saved just now, or from the start; None where all is well."""
        self.waiting: tuple[WaitingEdit, ...] = ()
        """Edits that could not be saved, in the order they were made."""
        self.memory: Memory | None = None
        """What the app remembers between runs; None where nothing is to be remembered."""
        self._open = True
        self._touched = frozenset[Key]()
        self._last_shown = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._show)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        session.listen(partial(self._announce, session))

    @cached_property
    def hosting(self) -> "Hosting":
        """The local site: off until somebody starts it. Made when it is first asked for."""
        from workshop_tool.desktop.hosting.site import Hosting  # noqa: PLC0415 - most of a day needs no site

        hosting = Hosting(self.session, self)
        hosting.refused.connect(self.refused)
        hosting.noted.connect(self.noted)
        return hosting

    @cached_property
    def running(self) -> "Running":
        """The day and the projector, which move together. Made when first asked for; its window is not shown yet."""
        from workshop_tool.desktop.projector.window import ProjectorWindow  # noqa: PLC0415 - when it is first wanted
        from workshop_tool.desktop.running import Running  # noqa: PLC0415 - as above

        return Running(self, ProjectorWindow(self, self.hosting))

    @property
    def is_hosting(self) -> bool:
        """Whether the local site is on."""
        return "hosting" in vars(self) and self.hosting.site is not None

    @property
    def workshop(self) -> Workshop:
        """The workshop as it was last saved."""
        return self.session.current

    @property
    def is_for_reading(self) -> bool:
        """Whether nothing can be changed, from the start or since the disk failed for good."""
        return self.session.read_only is not None

    def adopt(self, session: WorkshopSession) -> None:
        """Go on with another session: the same workshop opened again, or a copy. The old one is the caller's to close.

        What the disk refused before is asked for once more.
        """
        self.session = session
        self.saved, self._touched = True, frozenset()
        session.listen(partial(self._announce, session))
        if "hosting" in vars(self):
            self.hosting.serve(session)
        self._show_trouble(session.read_only)
        self.changed.emit(None)
        self.save_state.emit(self.state)
        self.adopted.emit()
        if self.waiting and not self.is_for_reading:
            self.ask_again()

    def with_waiting(self) -> Workshop:
        """Return the workshop as it was last saved, and on top of it what waits."""
        return with_waiting(self.workshop, self.waiting, self.session.clock())

    def ask_again(self, *, quietly: bool = False) -> None:
        """Ask once more for the edits that wait; ``quietly`` says nothing where the disk still refuses."""
        if self.waiting:
            self._ask_waiting(quietly=quietly)
        else:  # a checkpoint tells whether there is trouble still
            self.saved = True
            self._show_trouble(self.session.read_only)
            self.save_state.emit(self.state)
            self._ask(self.session.checkpoint, None)

    def edit(self, label: str, change: Callable[[Plan], Plan], *, then: Callable[[], object] | None = None) -> None:
        """Ask for an undoable edit; ``then`` is called in Qt's thread once it is on the disk.

        One that the disk refuses waits, and is asked for again.
        """
        if not self.is_for_reading:  # what waits comes first, or an old word would replace a newer one
            self._ask_waiting(quietly=True)
        self._ask_edit(WaitingEdit(label, change), then)

    def act(
        self,
        action: Callable[[Workshop], tuple[Workshop, T]],
        *,
        then: Callable[[T], object] | None = None,
        seals: bool = False,
    ) -> None:
        """Ask for something that is recorded, not undoable; ``then`` gets the answer in Qt's thread."""
        self._ask(lambda: self.session.act(action, seals=seals), then)

    def forget(self, action: Callable[[Workshop], tuple[Workshop, T]], *, then: Callable[[T], object]) -> None:
        """Ask for something that nobody may get back; ``then`` gets the answer in Qt's thread."""
        self._ask(lambda: self.session.forget(action), then)

    def undo(self) -> None:
        """Ask to take back the facilitator's last edit, and note what that did."""
        self._ask(self.session.undo, partial(self._note_step, _("Undone: {label}.")))

    def redo(self) -> None:
        """Ask to make the last undone edit again, and note what that did."""
        self._ask(self.session.redo, partial(self._note_step, _("Done again: {label}.")))

    def in_background(
        self,
        function: Callable[..., T],
        *args: object,
        then: Callable[[T], object],
        failed: Callable[[str], object] | None = None,
    ) -> None:
        """Run a top-level function in the worker process; ``then`` or ``failed`` (a sentence) come in Qt's thread.

        Without ``failed``, a refusal is heard as ``refused``.
        """
        self.background.run(function, *args, then=then, failed=failed)

    def close(self) -> None:
        """Stop the site, hear nothing any more, and let the worker process go."""
        if "running" in vars(self):
            self.running.close()
        if "hosting" in vars(self):
            self.hosting.close()
        self._open = False
        self._pause.stop()
        self.background.close()

    def _ask_waiting(self, *, quietly: bool) -> None:
        waiting, self.waiting = self.waiting, ()
        for edit in waiting:
            self._ask_edit(edit, None, quietly=quietly)

    def _ask_edit(self, edit: WaitingEdit, then: Callable[[], object] | None, *, quietly: bool = False) -> None:
        def keep(problem: WorkshopProblem) -> None:
            self.waiting = (*self.waiting, edit)
            self.left_waiting.emit()
            if not quietly and self.trouble is not None:  # the first time, the banner says it
                self.refused.emit(sentence(problem))

        self._ask(lambda: self.session.edit(edit.label, edit.change), lambda _answer: then() if then else None, keep)

    def _ask(
        self,
        ask: Callable[[], "Future[Any]"],
        then: Callable[[Any], object] | None,
        unsaved: Callable[[WorkshopProblem], object] | None = None,
    ) -> None:
        """Queue something; where the disk refuses it, ``unsaved`` is told instead of everybody."""
        try:
            future = ask()
        except WorkshopProblem as problem:
            self.refused.emit(sentence(problem))
            return
        future.add_done_callback(lambda done: self._answered.emit((then, unsaved), done))

    @Slot(object, object)
    def _answer(self, told: tuple[Callable[[Any], object] | None, ...], done: "Future[Any]") -> None:
        then, unsaved = told
        problem = done.exception()
        if isinstance(problem, ValidationError):
            problem = ValueOutOfRange()
        if isinstance(problem, StoreFailed) and unsaved is not None:
            unsaved(problem)
        elif isinstance(problem, WorkshopProblem):
            self.refused.emit(sentence(problem))
        elif problem is not None:
            raise problem
        elif then is not None and self._open:
            then(done.result())

    def _announce(self, session: WorkshopSession, announcement: Announcement) -> None:
        """Pass on what the writer's thread says; a session that was left is heard no more."""
        if self._open and session is self.session:
            count_if_touched(session.current, announcement.touched)
            self._heard.emit(announcement)

    @Slot(object)
    def _hear(self, announcement: Announcement) -> None:
        failure = announcement.failure
        if isinstance(failure, BackupFailed | CopiesLeft | NotFolded):
            self.warned.emit(failure)
        elif isinstance(failure, StoreFailed):
            self.saved = False
            self._show_trouble(failure)
            self.save_state.emit(self.state)
        elif failure is None:
            self.saved = True
            self._show_trouble(self.session.read_only)
            self._touched |= announcement.touched
            if not self._pause.isActive() and self._open:
                waited = (time.monotonic() - self._last_shown) * 1000
                self._pause.start(max(0, round(LEAST_PAUSE_MS - waited)))

    @Slot()
    def _show(self) -> None:
        self._last_shown = time.monotonic()
        touched, self._touched = self._touched, frozenset()
        self.save_state.emit(self.state)
        self.changed.emit(touched)

    @property
    def state(self) -> str:
        """What ``save_state`` said last: that all is saved, or what is wrong."""
        if self.trouble is None:
            return _("All changes saved")
        return _("The last change is not saved") if isinstance(self.trouble, StoreFailed) else _("For reading only")

    def _show_trouble(self, trouble: WorkshopProblem | None) -> None:
        if trouble is not self.trouble:
            self.trouble = trouble
            self.trouble_changed.emit()

    def _note_step(self, words: str, answer: object) -> None:
        """Say which step was taken; a step that could not be taken is answered with its refusal."""
        self.stepped.emit()
        if isinstance(answer, WorkshopProblem):
            self.refused.emit(sentence(answer))
        elif isinstance(answer, Undone):
            kept = _("What somebody else changed since was left alone.") if answer.kept else ""
            self.noted.emit(" ".join(filter(None, (words.format(label=answer.label), kept))))
