"""A watchdog of the window's thread: how long the event loop was away, and on what."""

import sys
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

GOAL: Final = 0.050
"""Seconds that no call on the window's thread may take."""
_BEAT: Final = 2
"""Milliseconds between two heartbeats."""
_LOOKS: Final = 0.005
"""Seconds between two looks at what the window's thread is doing."""


@dataclass
class Stalls:
    """How long the event loop was away each time it was away longer than it should."""

    longer_than: float = GOAL
    found: list["Stall"] = field(default_factory=list)

    @property
    def longest(self) -> float:
        """The longest one in seconds; 0 where there was none."""
        return max((stall.seconds for stall in self.found), default=0.0)

    @property
    def busiest(self) -> float:
        """The most seconds of the processor that one took: what it is where nobody else wants the processor."""
        return max((stall.busy for stall in self.found), default=0.0)

    def told(self) -> str:
        """Say all of them, the busiest first."""
        worst = sorted(self.found, key=lambda stall: -stall.busy)
        return "\n".join(
            f"{stall.busy * 1000:.0f} of {stall.seconds * 1000:.0f} ms in {stall.where}" for stall in worst
        )


@dataclass(frozen=True)
class Stall:
    """One time that the event loop was away."""

    seconds: float
    busy: float
    """Seconds in which the window's thread had the processor."""
    where: str
    """The lines of this project that were running."""


class _Heart(QObject):
    """Beats as long as the event loop comes round."""

    def __init__(self) -> None:
        super().__init__()
        self.last = time.perf_counter()
        self.had = time.thread_time()
        """Seconds that this thread had the processor by then."""
        self._timer = QTimer(self, interval=_BEAT)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        self.had = time.thread_time()
        self.last = time.perf_counter()

    def stop(self) -> None:
        self._timer.stop()


@contextmanager
def watching(longer_than: float = GOAL) -> Iterator[Stalls]:
    """Watch the thread that calls this, whose event loop must be run meanwhile; see ``run_for``.

    Another thread looks every few milliseconds whether the heart still beats, and at what the window's thread does.
    """
    stalls, heart, over = Stalls(longer_than), _Heart(), threading.Event()
    watched = threading.get_ident()

    def look() -> None:
        began, busy, where = 0.0, 0.0, ""
        while not over.wait(_LOOKS):
            last, had = heart.last, heart.had
            away = time.perf_counter() - last
            if away > longer_than / 2 and began != last:
                began, busy, where = last, had, _running(watched)
            elif began and last != began:
                if (lasted := last - began) > longer_than:
                    stalls.found.append(Stall(lasted, had - busy, where))
                began = 0.0

    watcher = threading.Thread(target=look, name="watchdog", daemon=True)
    watcher.start()
    try:
        yield stalls
    finally:
        run_for(longer_than)  # a stall that is still on comes to its end
        over.set()
        watcher.join()
        heart.stop()
        heart.deleteLater()


def run_for(seconds: float) -> None:
    """Let the event loop run for so long."""
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        QCoreApplication.processEvents()
        time.sleep(0.001)


def _running(thread: int) -> str:
    """Return the lines that a thread is in, the innermost first: those of this project."""
    frame = sys._current_frames().get(thread)
    lines = traceback.extract_stack(frame) if frame is not None else []
    own = [line for line in lines if "workshop_tool" in line.filename] or lines[-1:]
    return " < ".join(f"{line.filename.rsplit('/', 1)[-1]}:{line.lineno} {line.name}" for line in reversed(own[-4:]))
