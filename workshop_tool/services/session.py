"""The one writer: a thread that takes what is queued, makes it durable with one sync, and then shows it to all."""

import datetime as dt
import logging
import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from workshop_tool.domain.documents import changed_documents, workshop_from
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.history import Step, changes_between
from workshop_tool.services.moment import (
    FACILITATOR,
    Announcement,
    Moment,
    NothingToRedo,
    NothingToUndo,
    SessionEnded,
    Undone,
    check_may_edit,
    marked,
    retraced,
)
from workshop_tool.store.protocol import Store
from workshop_tool.store.refusals import StoreFailed

log = logging.getLogger(__name__)

IDLE_SECONDS: Final = 20.0
"""After so long without a change the journal is folded into the snapshot."""

T = TypeVar("T")


Job = Callable[[Moment], tuple[Moment, Any]]


@dataclass(frozen=True)
class _Task:
    job: Job
    future: "Future[Any]"
    seals: bool = False


class WorkshopSession:
    """An open workshop. Any thread reads ``current``; all changes go through the queue of one writer."""

    def __init__(self, store: Store, *, clock: Callable[[], dt.datetime] | None = None) -> None:
        """Load the workshop in the writer's thread and wait for it.

        Raises:
            WorkshopProblem: it cannot be loaded; the sentence says why.
        """
        self._store = store
        self.clock = clock or (lambda: dt.datetime.now(dt.UTC))
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._listeners: tuple[Callable[[Announcement], None], ...] = ()
        self._door = threading.Lock()  # held while something is queued, so that nothing comes behind the end
        self._ended = False
        loaded: Future[Workshop] = Future()
        self._writer = threading.Thread(target=self._write, args=(loaded,), name="workshop-writer", daemon=True)
        self._writer.start()
        self._moment = Moment(loaded.result())

    @property
    def current(self) -> Workshop:
        """The workshop as it was last saved."""
        return self._moment.workshop

    @property
    def revision(self) -> int:
        """Counts the commits of this session."""
        return self._moment.revision

    def undoable(self, actor: str = FACILITATOR) -> str | None:
        """Return the label of the edit that undo would take back."""
        done = self._moment.history.of(actor).done
        return done[-1].label if done else None

    def redoable(self, actor: str = FACILITATOR) -> str | None:
        """Return the label of the edit that redo would make again."""
        undone = self._moment.history.of(actor).undone
        return undone[-1].label if undone else None

    def listen(self, listener: Callable[[Announcement], None]) -> None:
        """Call the listener, in the writer's thread, after each commit; it must return at once."""
        self._listeners = (*self._listeners, listener)

    def edit(self, label: str, change: Callable[[Plan], Plan], *, actor: str = FACILITATOR) -> "Future[None]":
        """Queue an undoable edit; the future is done when it is on the disk, or holds the refusal."""

        def job(moment: Moment) -> tuple[Moment, None]:
            before = moment.workshop
            check_may_edit(before, actor)
            workshop = before.with_plan(change(before.plan))
            changes = changes_between(before.plan, workshop.plan)
            if not changes:
                return moment, None
            workshop = marked(workshop, label, actor, self.clock())
            history = moment.history.with_step(actor, Step(label, changes, self.clock()))
            return replace(moment, workshop=workshop, history=history), None

        return self._put(job)

    def act(self, action: Callable[[Workshop], tuple[Workshop, T]], *, seals: bool = False) -> "Future[T]":
        """Queue something that is recorded but not undoable: a ballot, a step of a round, closing the workshop.

        With ``seals`` the journal is folded into a new snapshot at once, so that what went leaves nothing behind.
        """

        def job(moment: Moment) -> tuple[Moment, T]:
            workshop, answer = action(moment.workshop)
            return replace(moment, workshop=workshop), answer

        return self._put(job, seals=seals)

    def undo(self, actor: str = FACILITATOR) -> "Future[Undone]":
        """Queue taking back an actor's last edit where nobody changed it since."""

        def job(moment: Moment) -> tuple[Moment, object]:
            check_may_edit(moment.workshop, actor)
            if not (done := moment.history.of(actor).done):
                raise NothingToUndo
            turned = tuple(change.turned() for change in reversed(done[-1].changes))
            workshop, made, answer = retraced(moment.workshop, done[-1], turned)
            forward = replace(done[-1], changes=tuple(change.turned() for change in reversed(made)))
            if made:
                workshop = marked(workshop, f"Undo: {forward.label}", actor, self.clock())
            return replace(moment, workshop=workshop, history=moment.history.undone(actor, forward)), answer

        return self._put(job)

    def redo(self, actor: str = FACILITATOR) -> "Future[Undone]":
        """Queue making an actor's last undone edit again where nobody changed it since."""

        def job(moment: Moment) -> tuple[Moment, object]:
            check_may_edit(moment.workshop, actor)
            if not (undone := moment.history.of(actor).undone):
                raise NothingToRedo
            workshop, made, answer = retraced(moment.workshop, undone[-1], undone[-1].changes)
            if made:
                workshop = marked(workshop, f"Redo: {undone[-1].label}", actor, self.clock())
            history = moment.history.redone(actor, replace(undone[-1], changes=made))
            return replace(moment, workshop=workshop, history=history), answer

        return self._put(job)

    def checkpoint(self) -> "Future[None]":
        """Queue folding the journal into the snapshot."""
        return self._put(lambda moment: (moment, None), seals=True)

    def close(self) -> None:
        """Save everything that is queued, fold the journal, let go of the file. A second call does nothing."""
        with self._door:
            if not self._ended:
                self._ended = True
                self._queue.put(None)
        self._writer.join()

    def _put(self, job: Job, *, seals: bool = False) -> "Future[Any]":
        future: Future[Any] = Future()
        with self._door:
            if self._ended:
                raise SessionEnded
            self._queue.put(_Task(job, future, seals))
        return future

    def _write(self, loaded: "Future[Workshop]") -> None:
        try:
            workshop = workshop_from(self._store.load())
            # A session that was killed while it sealed a round left the voters' keys in the journal.
            self._warned(self._store.checkpoint)
            loaded.set_result(workshop)
        except Exception as problem:  # noqa: BLE001 - whoever waits for the workshop must hear of it, whatever it is
            self._store.release()
            loaded.set_exception(problem)
            return
        while (batch := self._next_batch()) is not None:
            self._commit(batch)
        self._warned(self._store.close)

    def _next_batch(self) -> list[_Task] | None:
        """Wait for work and take all of it; None ends the session, after what came before it."""
        try:
            first = self._queue.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            self._fold()
            return []
        batch = []
        while first is not None:
            batch.append(first)
            try:
                first = self._queue.get_nowait()
            except queue.Empty:
                return batch
        if batch:
            self._queue.put(None)
            return batch
        return None

    def _commit(self, batch: list[_Task]) -> None:
        """Run each job against the newest state, save all their changes with one sync, then show and answer."""
        moment, answers = self._moment, list[tuple[_Task, Any]]()
        for task in batch:
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                moment, answer = task.job(moment)
            except Exception as problem:  # noqa: BLE001 - whoever asked gets it from the future; the others go on
                answer = problem
            answers.append((task, answer))
        touched = moment.workshop.touched
        if touched:
            try:
                self._store.commit(changed_documents(moment.workshop))
            except Exception as problem:  # noqa: BLE001 - the writer goes on, and nobody waits for ever
                _answer((task, answer if isinstance(answer, Exception) else problem) for task, answer in answers)
                failure = problem if isinstance(problem, WorkshopProblem) else StoreFailed(reason=problem)
                self._announce(Announcement(self.revision, frozenset(), failure))
                return
            moment = replace(moment, workshop=moment.workshop.settled(), revision=self.revision + 1)
        self._moment = moment
        if self._store.wants_checkpoint or any(task.seals for task, _ in answers):
            self._fold()
        _answer(answers)
        if touched:
            self._announce(Announcement(self.revision, touched))

    def _fold(self) -> None:
        """Checkpoint; where that fails the journal still holds everything, and the next occasion tries again."""
        if problem := self._warned(self._store.checkpoint):
            self._announce(Announcement(self.revision, frozenset(), problem))

    @staticmethod
    def _warned(step: Callable[[], None]) -> WorkshopProblem | None:
        """Do a step that may fail without harm to what is saved; the log says if it did."""
        try:
            step()
        except WorkshopProblem as problem:
            log.warning("%s", problem)
            return problem
        return None

    def _announce(self, announcement: Announcement) -> None:
        for listener in self._listeners:
            try:
                listener(announcement)
            except Exception:
                log.exception("a listener failed; the workshop goes on")


def _answer(answers: Iterable[tuple[_Task, Any]]) -> None:
    for task, answer in answers:
        if isinstance(answer, Exception):
            task.future.set_exception(answer)
        else:
            task.future.set_result(answer)
