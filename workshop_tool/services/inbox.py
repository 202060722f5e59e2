"""What waits for the one writer: tasks from any thread, taken all at once, with nothing behind the end."""

import queue
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from workshop_tool.services.moment import Moment, SessionEnded

Job = Callable[[Moment], tuple[Moment, Any]]


@dataclass(frozen=True)
class Task:
    """One job, and the future that whoever queued it waits for."""

    job: Job
    future: "Future[Any]"
    seals: bool = False


Answers = list[tuple[Task, Any]]
"""What each task came to: what it answers with, or the refusal."""


class Inbox:
    """A queue that is closed once."""

    def __init__(self) -> None:
        """Start empty."""
        self._queue: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._door = threading.Lock()  # held while something is queued, so that nothing comes behind the end
        self._ended = False

    def put(self, job: Job, *, seals: bool = False) -> "Future[Any]":
        """Queue a job. Raises SessionEnded once the inbox is closed."""
        future: Future[Any] = Future()
        with self._door:
            if self._ended:
                raise SessionEnded
            self._queue.put(Task(job, future, seals))
        return future

    def close(self) -> None:
        """Let nothing more in; a second call does nothing."""
        with self._door:
            if not self._ended:
                self._ended = True
                self._queue.put(None)

    def next_batch(self, idle: float) -> list[Task] | None:
        """Wait for work and take all of it; empty after ``idle`` seconds; None once it is closed and all was taken."""
        try:
            first = self._queue.get(timeout=idle)
        except queue.Empty:
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


def answer(answers: Iterable[tuple[Task, Any]]) -> None:
    """Tell everybody who waits what their task came to."""
    for task, came in answers:
        if isinstance(came, Exception):
            task.future.set_exception(came)
        else:
            task.future.set_result(came)
