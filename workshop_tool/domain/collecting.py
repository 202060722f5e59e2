"""Python's collector of cycles, held back where it would do harm or only take time."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final


class _Holding:
    """Counts who holds the collector back, in whatever thread; the last one lets it go."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holders = 0
        self._ran = False

    def begin(self) -> None:
        with self._lock:
            if self._holders == 0:
                self._ran = gc.isenabled()
                gc.disable()
            self._holders += 1

    def end(self) -> None:
        with self._lock:
            self._holders -= 1
            if self._holders == 0 and self._ran:
                gc.enable()


_HOLDING: Final = _Holding()


@contextmanager
def uncollected() -> Iterator[None]:
    """Let the collector rest meanwhile, in a block or a function."""
    _HOLDING.begin()
    try:
        yield
    finally:
        _HOLDING.end()
