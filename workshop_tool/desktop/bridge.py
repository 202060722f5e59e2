"""Between the window and the session: Qt asks and never waits, and hears of changes as queued signals."""

import time
from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pydantic import ValidationError
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from workshop_tool.desktop.background import Background
from workshop_tool.domain.plan import Key, Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, sentence
from workshop_tool.services.moment import Announcement, Undone
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workshop_tool.desktop.hosting import Hosting

T = TypeVar("T")

LEAST_PAUSE_MS: Final = 100
"""``changed`` is heard at most ten times a second, however fast the room votes."""


class ValueOutOfRange(WorkshopProblem):
    """This value is empty, too long or out of range. Nothing was changed."""


class Bridge(QObject):
    """A workshop session as the window sees it. Lives in Qt's thread; call ``close`` before the session is closed."""

    changed = Signal(object)
    """frozenset[Key]: the documents that changed since the last time."""
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

    _heard = Signal(object)
    _answered = Signal(object, object)

    def __init__(self, session: WorkshopSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.background = Background(self)
        self.background.failed.connect(self.refused)
        self.saved = True
        """False while the last save failed; ``save_state`` said why."""
        self._open = True
        self._touched = frozenset[Key]()
        self._last_shown = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._show)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        session.listen(self._announce)

    @cached_property
    def hosting(self) -> "Hosting":
        """The local site: off until somebody starts it. Made when it is first asked for."""
        from workshop_tool.desktop.hosting import Hosting  # noqa: PLC0415 - most of a day needs no site

        hosting = Hosting(self.session, self)
        hosting.refused.connect(self.refused)
        hosting.noted.connect(self.noted)
        return hosting

    @property
    def is_hosting(self) -> bool:
        """Whether the local site is on."""
        return "hosting" in vars(self) and self.hosting.site is not None

    @property
    def workshop(self) -> Workshop:
        """The workshop as it was last saved."""
        return self.session.current

    def edit(self, label: str, change: Callable[[Plan], Plan], *, then: Callable[[], object] | None = None) -> None:
        """Ask for an undoable edit; ``then`` is called in Qt's thread once it is on the disk."""
        self._ask(lambda: self.session.edit(label, change), lambda _answer: then() if then else None)

    def act(
        self,
        action: Callable[[Workshop], tuple[Workshop, T]],
        *,
        then: Callable[[T], object] | None = None,
        seals: bool = False,
    ) -> None:
        """Ask for something that is recorded, not undoable; ``then`` gets the answer in Qt's thread."""
        self._ask(lambda: self.session.act(action, seals=seals), then)

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
        if "hosting" in vars(self):
            self.hosting.close()
        self._open = False
        self._pause.stop()
        self.background.close()

    def _ask(self, ask: Callable[[], "Future[Any]"], then: Callable[[Any], object] | None) -> None:
        try:
            future = ask()
        except WorkshopProblem as problem:
            self.refused.emit(sentence(problem))
            return
        future.add_done_callback(lambda done: self._answered.emit(then, done))

    @Slot(object, object)
    def _answer(self, then: Callable[[Any], object] | None, done: "Future[Any]") -> None:
        problem = done.exception()
        if isinstance(problem, ValidationError):
            problem = ValueOutOfRange()
        if isinstance(problem, WorkshopProblem):
            self.refused.emit(sentence(problem))
        elif problem is not None:
            raise problem
        elif then is not None and self._open:
            then(done.result())

    def _announce(self, announcement: Announcement) -> None:
        """Pass on what the writer's thread says."""
        if self._open:
            self._heard.emit(announcement)

    @Slot(object)
    def _hear(self, announcement: Announcement) -> None:
        if announcement.failure is not None:
            self.saved = False
            self.save_state.emit(sentence(announcement.failure))
            return
        self.saved = True
        self._touched |= announcement.touched
        if not self._pause.isActive() and self._open:
            waited = (time.monotonic() - self._last_shown) * 1000
            self._pause.start(max(0, round(LEAST_PAUSE_MS - waited)))

    @Slot()
    def _show(self) -> None:
        self._last_shown = time.monotonic()
        touched, self._touched = self._touched, frozenset()
        self.save_state.emit(_("All changes saved"))
        self.changed.emit(touched)

    def _note_step(self, words: str, answer: object) -> None:
        """Say which step was taken; a step that could not be taken is answered with its refusal."""
        self.stepped.emit()
        if isinstance(answer, WorkshopProblem):
            self.refused.emit(sentence(answer))
        elif isinstance(answer, Undone):
            kept = _("What somebody else changed since was left alone.") if answer.kept else ""
            self.noted.emit(" ".join(filter(None, (words.format(label=answer.label), kept))))
