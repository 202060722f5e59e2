"""Errands: calls that touch the disk, each in a thread of its own, so that a slow or broken one holds nobody up."""

import contextlib
import threading
import time
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workshop_tool.domain.refusals import WorkshopProblem

T = TypeVar("T")


class Errands(QObject):
    """Runs calls; what they come to is heard in Qt's thread, in which this lives."""

    _came = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._threads: list[threading.Thread] = []
        self._came.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        errand: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[WorkshopProblem], object],
    ) -> None:
        """Run a call in a thread; its answer goes to ``then``, a refusal to ``failed``."""

        def work() -> None:
            try:
                answer = errand()
            except WorkshopProblem as problem:
                self._tell(failed, problem)
            except Exception as mishap:  # noqa: BLE001 - Qt's thread raises it again, where mishaps are said calmly
                self._tell(_raise, mishap)
            else:
                self._tell(then, answer)

        thread = threading.Thread(target=work, name="workshop-errand", daemon=True)
        self._threads = [other for other in self._threads if other.is_alive()] + [thread]
        thread.start()

    def finish(self, seconds: float) -> None:
        """Hear nothing any more, and wait for what is under way, but no longer than this."""
        self._closed = True
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _tell(self, then: Callable[[Any], object], answer: object) -> None:
        if not self._closed:
            with contextlib.suppress(RuntimeError):  # whoever asked has gone meanwhile, Qt's half of this with it
                self._came.emit(then, answer)

    @Slot(object, object)
    def _hear(self, then: Callable[[Any], object], answer: object) -> None:
        if not self._closed:
            then(answer)


def _raise(mishap: Exception) -> None:
    raise mishap
