"""Who is writing what at this moment, as the group stations say it; kept in memory only, and for seconds."""

import threading
import time
from typing import Final

LASTS: Final = 12.0
"""Seconds after a keystroke during which a group counts as writing there."""


class Presence:
    """What each group is writing. Any thread notes and asks."""

    def __init__(self) -> None:
        """Start with nobody there."""
        self._lock = threading.Lock()
        self._noted: dict[str, tuple[float, str, str]] = {}

    def note(self, group_id: str, poster_id: str, field: str, at: float | None = None) -> None:
        """Say that a group is in a field of a poster; ``at`` is a moment of ``time.monotonic``, by default now."""
        with self._lock:
            self._noted[group_id] = (time.monotonic() if at is None else at, poster_id, field)

    def who(self, at: float | None = None) -> tuple[tuple[str, str, str], ...]:
        """Return (group id, poster id, field) of everybody who is writing at that moment, by group."""
        moment = time.monotonic() if at is None else at
        with self._lock:
            self._noted = {group: noted for group, noted in self._noted.items() if moment - noted[0] <= LASTS}
            return tuple((group, poster, field) for group, (_at, poster, field) in sorted(self._noted.items()))
