"""One worker process for what burns the processor (reading files, drawing PDF), so that typing never stutters."""

from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property
from multiprocessing import get_context
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import sentence, speaking, spoken

T = TypeVar("T")
Told = Callable[[str], object]


class WorkStopped(WorkshopProblem):
    """This was stopped before it was done. Nothing was changed; try again."""


class Background(QObject):
    """A queue of work for one process, which starts with the first piece of it. Lives in Qt's thread."""

    failed = Signal(str)
    """A refusal that nobody asked to hear."""
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._closed = False
        self._under_way = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether something was begun that nobody has heard of yet."""
        return self._under_way > 0 or ("_short" in vars(self) and self._short.busy)

    def run(
        self, function: Callable[..., T], *args: object, then: Callable[[T], object], failed: Told | None = None
    ) -> None:
        """Run a top-level function with arguments that can be pickled; then or failed come in Qt's thread."""
        if self._pool is None:
            self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
        self._under_way += 1
        future = self._pool.submit(_spoken_in, spoken(), function, *args)
        future.add_done_callback(lambda done: None if self._closed else self._answered.emit(then, failed, done))

    def soon(
        self, function: Callable[..., T], *args: object, then: Callable[[T], object], failed: Told | None = None
    ) -> None:
        """Run something short that somebody waits for: it stands behind no record that is exported."""
        self._short.run(function, *args, then=then, failed=failed)

    def close(self) -> None:
        """Drop what has not begun, and hear nothing any more."""
        self._closed = True
        if "_short" in vars(self):
            self._short.close()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    @cached_property
    def _short(self) -> "Background":
        """A process of its own, which starts when it is first wanted."""
        short = Background(self)
        short.failed.connect(self.failed)
        return short

    @Slot(object, object, object)
    def _answer(self, then: Callable[[Any], object], failed: Told | None, done: "Future[Any]") -> None:
        self._under_way -= 1
        if self._closed:
            return
        problem = None if done.cancelled() else done.exception()
        if done.cancelled() or isinstance(problem, BrokenProcessPool):
            self._pool = None
            problem = WorkStopped()
        if isinstance(problem, WorkshopProblem):
            (failed or self.failed.emit)(sentence(problem))
        elif problem is not None:
            raise problem
        else:
            then(done.result())


def _spoken_in(language: str, function: Callable[..., T], *args: object) -> T:
    """Run it in the worker process as the window would: a process that begins knows no chosen language."""
    with speaking(language):
        return function(*args)
