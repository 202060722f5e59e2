"""Many people's days at once: each is a generator that says when it goes on, and some threads keep them going."""

import time
from collections.abc import Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from heapq import heapify, heappop, heappush
from typing import Final

AT_ONCE: Final = 16
"""People who are busy in the same moment."""

Life = Generator[float, None, None]
"""Yields the moment (a share of the whole, 0 to 1) at which it wants to go on; what it does between is its own."""


def live_through(lives: Iterable[Life], seconds: float) -> None:
    """Let all of them live through so many seconds; with 0 they go on as fast as they can, roughly in order.

    What one of them raises ends it all.
    """
    started = time.monotonic()
    due = [(0.0, place, life) for place, life in enumerate(lives)]
    heapify(due)
    busy: dict[Future[float | None], tuple[int, Life]] = {}
    with ThreadPoolExecutor(AT_ONCE, thread_name_prefix="participant") as pool:
        while due or busy:
            elapsed = time.monotonic() - started
            while due and due[0][0] * seconds <= elapsed and len(busy) < AT_ONCE:
                _moment, place, life = heappop(due)
                busy[pool.submit(next, life, None)] = (place, life)
            if not busy:
                time.sleep(due[0][0] * seconds - elapsed)
                continue
            until_next = max(0.0, due[0][0] * seconds - elapsed) if due and len(busy) < AT_ONCE else None
            done, _ = wait(busy, until_next, FIRST_COMPLETED)
            for future in done:
                place, life = busy.pop(future)
                if (moment := future.result()) is not None:
                    heappush(due, (moment, place, life))
