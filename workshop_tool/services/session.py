"""The one writer: a thread that takes what is queued, makes it durable with one sync, and then shows it to all."""

import datetime as dt
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from workshop_tool.domain.collecting import uncollected
from workshop_tool.domain.documents import changed_documents, workshop_from
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.backing_up import occasion_between
from workshop_tool.services.history import History, Step, changes_between
from workshop_tool.services.inbox import Answers, Inbox, Task, answer
from workshop_tool.services.moment import (
    FACILITATOR,
    Announcement,
    Moment,
    NothingToRedo,
    NothingToUndo,
    Undone,
    check_may_edit,
    marked,
    retraced,
)
from workshop_tool.store.backups import Occasion
from workshop_tool.store.protocol import Store
from workshop_tool.store.refusals import StoreFailed

log = logging.getLogger(__name__)

IDLE_SECONDS: Final = 20.0
"""After so long without a change the journal is folded into the snapshot."""
BACKUP_SECONDS: Final = 600.0
"""While changes are made, a backup is never older than this."""

T = TypeVar("T")


class WorkshopSession:
    """An open workshop. Any thread reads ``current``; all changes go through the queue of one writer."""

    def __init__(self, store: Store, *, clock: Callable[[], dt.datetime] | None = None) -> None:
        """Load the workshop in the writer's thread and wait for it.

        Raises:
            WorkshopProblem: it cannot be loaded; the sentence says why.
        """
        self._store = store
        self.clock = clock or (lambda: dt.datetime.now(dt.UTC))
        self._inbox = Inbox()
        self._listeners: tuple[Callable[[Announcement], None], ...] = ()
        self._opening_problems: tuple[WorkshopProblem, ...] = ()
        self._backed_up = time.monotonic()
        self._wants_fold = False
        self._fold_problem: type[WorkshopProblem | None] = type(None)
        loaded: Future[None] = Future()
        self._writer = threading.Thread(target=self._write, args=(loaded,), name="workshop-writer", daemon=True)
        self._writer.start()
        loaded.result()

    @property
    def path(self) -> Path:
        """The workshop file."""
        return self._store.path

    @property
    def read_only(self) -> WorkshopProblem | None:
        """Why nothing can be saved any more, or from the start; None where it can."""
        return self._store.read_only

    @property
    def notices(self) -> tuple[WorkshopProblem, ...]:
        """What opening found that somebody should hear of, although everything works."""
        return self._store.notices + self._opening_problems

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

        return self._inbox.put(job)

    def act(self, action: Callable[[Workshop], tuple[Workshop, T]], *, seals: bool = False) -> "Future[T]":
        """Queue something that is recorded but not undoable: a ballot, a step of a round, closing the workshop.

        With ``seals`` a new snapshot is made at once, and journal and backups go: what went leaves nothing behind.
        """

        def job(moment: Moment) -> tuple[Moment, T]:
            workshop, answer = action(moment.workshop)
            return replace(moment, workshop=workshop), answer

        return self._inbox.put(job, seals=seals)

    def forget(self, action: Callable[[Workshop], tuple[Workshop, T]]) -> "Future[T]":
        """Queue something that nobody may get back: sealed, and out of everybody's undo as well."""

        def job(moment: Moment) -> tuple[Moment, T]:
            workshop, answer = action(moment.workshop)
            return replace(moment, workshop=workshop, history=History()), answer

        return self._inbox.put(job, seals=True)

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

        return self._inbox.put(job)

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

        return self._inbox.put(job)

    def checkpoint(self) -> "Future[None]":
        """Queue folding the journal into the snapshot; done when it was tried."""

        def job(moment: Moment) -> tuple[Moment, None]:
            self._wants_fold = True
            return moment, None

        return self._inbox.put(job)

    def settle(self) -> "Future[None]":
        """Queue nothing; done when everything that was asked before is answered, and so on the disk or refused."""

        def job(moment: Moment) -> tuple[Moment, None]:
            return moment, None

        return self._inbox.put(job)

    def close(self) -> None:
        """Save everything that is queued, fold the journal, let go of the file. A second call does nothing."""
        self._inbox.close()
        self._writer.join()

    def _write(self, loaded: "Future[None]") -> None:
        try:
            with uncollected():
                self._moment = Moment(workshop_from(self._store.load(), newer=self._store.newer))
            # A session that was killed while it sealed a round left the voters' keys in the journal.
            if self._store.read_only is None:
                self._notice(self._warned(self._store.checkpoint))
            loaded.set_result(None)
        except Exception as problem:  # noqa: BLE001 - whoever waits for the workshop must hear of it, whatever it is
            self._store.release()
            loaded.set_exception(problem)
            return
        if self._store.read_only is None:  # nobody waits for it
            self._notice(self._warned(partial(self._store.back_up, "opened", self.clock())))
        while (batch := self._inbox.next_batch(IDLE_SECONDS)) is not None:
            if batch:
                self._commit(batch)
            elif self._store.read_only is None:
                self._fold()
                self._back_up_if_due(None)
        self._warned(self._store.close)

    def _notice(self, problem: WorkshopProblem | None) -> None:
        """Keep what went wrong while opening for whoever asks, and say it to whoever listens already."""
        if problem is not None:
            self._opening_problems = (*self._opening_problems, problem)
            self._announce(Announcement(self.revision, frozenset(), problem))

    def _commit(self, batch: list[Task]) -> None:
        """Run each job against the newest state, save all their changes with one sync, then show and answer."""
        moment, answers = self._worked(batch)
        touched = moment.workshop.touched
        seals = any(task.seals and not isinstance(came, Exception) for task, came in answers)
        if touched:
            try:
                self._store.commit(changed_documents(moment.workshop), seals=seals)
            except Exception as problem:  # noqa: BLE001 - the writer goes on, and nobody waits for ever
                answer((task, came if isinstance(came, Exception) else problem) for task, came in answers)
                failure = problem if isinstance(problem, WorkshopProblem) else StoreFailed(reason=problem)
                self._announce(Announcement(self.revision, frozenset(), failure))
                return
            moment = replace(moment, workshop=moment.workshop.settled(), revision=self.revision + 1)
        occasion = occasion_between(self.current, moment.workshop, seals=seals)
        self._moment = moment
        if seals or self._wants_fold or self._store.wants_checkpoint:
            self._wants_fold = False
            self._fold()
        answer(answers)
        if touched:
            self._announce(Announcement(self.revision, touched))
            self._back_up_if_due(occasion)

    def _worked(self, batch: list[Task]) -> tuple[Moment, Answers]:
        """Run the jobs one after another; a refusal spoils nobody else's."""
        moment, answers = self._moment, Answers()
        for task in batch:
            if not task.future.set_running_or_notify_cancel():
                continue
            try:
                moment, came = task.job(moment)
            except Exception as problem:  # noqa: BLE001 - whoever asked gets it from the future; the others go on
                came = problem
            answers.append((task, came))
        return moment, answers

    def _fold(self) -> None:
        """Checkpoint; where that fails the journal still holds everything, and the next occasion tries again."""
        problem = self._warned(self._store.checkpoint)
        if problem is not None and type(problem) is not self._fold_problem:  # said once, not every idle while
            self._announce(Announcement(self.revision, frozenset(), problem))
        self._fold_problem = type(problem)

    def _back_up_if_due(self, occasion: Occasion | None) -> None:
        """Back up on an occasion, or when the last backup was long ago; answers were given before, so nobody waits."""
        if occasion is None and time.monotonic() - self._backed_up < BACKUP_SECONDS:
            return
        self._backed_up = time.monotonic()
        if problem := self._warned(partial(self._store.back_up, occasion or "working", self.clock())):
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
