"""Waits in the site's loop for what the writer saves, and lets hundreds of answers wake that loop once."""

import asyncio
import contextlib
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")


class Landing:
    """Where the writer leaves its answers for the site's loop.

    A wake-up for each of them would let the loop take over from the writer hundreds of times in one batch. Appending
    to a deque and popping from it need no lock.
    """

    def __init__(self) -> None:
        """Start with nobody waiting; the first who waits says in which loop."""
        self._arrived: deque[tuple[asyncio.Future[Any], Future[Any]]] = deque()
        self._woken = False

    async def saved(self, queued: "Future[T]") -> T:
        """Wait until it is on the disk; return its answer or raise its refusal.

        A site that stops, or a phone that goes, cancels nothing of what the writer is about to save.
        """
        loop = asyncio.get_running_loop()
        waiting: asyncio.Future[T] = loop.create_future()
        queued.add_done_callback(lambda done: self._leave(loop, waiting, done))
        return await waiting

    def _leave(self, loop: asyncio.AbstractEventLoop, waiting: "asyncio.Future[T]", done: "Future[T]") -> None:
        """Leave an answer, in the writer's thread."""
        self._arrived.append((waiting, done))
        if not self._woken:
            self._woken = True
            with contextlib.suppress(RuntimeError):  # the loop has ended, and nobody waits any more
                loop.call_soon_threadsafe(self._hand_out)

    def _hand_out(self) -> None:
        self._woken = False  # before the first look: what comes after the last one wakes the loop again
        while self._arrived:
            waiting, done = self._arrived.popleft()
            if waiting.done():  # whoever waited has been cancelled
                continue
            problem = done.exception()
            if problem is None:
                waiting.set_result(done.result())
            else:
                waiting.set_exception(problem)
