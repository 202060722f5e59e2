"""Posters turned by the clock: each gets the same share of its part's time, and none has to look at a watch.

It is switched on for one part at a time. The timer rules: while it is held, or the picture is frozen or dark, nothing
turns; a minute more is one for the poster that is up. Behind the last poster nothing turns: the part goes on.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from workshop_tool.services.turning import Share, share_of

if TYPE_CHECKING:
    from workshop_tool.desktop.running import Running

LEAST_SHARE: Final = 5
"""Seconds that a poster stands at least; where there is less, nothing is turned."""


class Turning(QObject):
    """Presses Next when the time of a poster, or of one of its pages, is over."""

    changed = Signal()
    """It was switched on or off."""

    def __init__(self, running: "Running") -> None:
        super().__init__(running)
        self._running = running
        self._part: str | None = None
        """The part for which it is on."""
        self._poster: str | None = None
        self._share: Share | None = None
        running.changed.connect(self._follow)
        running.ticked.connect(self._follow)

    @property
    def offered(self) -> bool:
        """Whether there is something to turn, in a part that runs, and a time to turn it in."""
        timer, posters = self._running.timer, self._running.posters_left
        if self._running.part is None or timer is None or not posters:
            return False
        if self._running.step.kind not in {"page", "poster"}:
            return False
        return timer.left >= posters * LEAST_SHARE

    @property
    def on(self) -> bool:
        """Whether the part that runs is turned by the clock."""
        return self._part is not None and self._part == self._running.part

    def switch(self, *, on: bool) -> None:
        """Turn by the clock from now on, or no more."""
        self._part = self._running.part if on else None
        self._poster = self._share = None
        self._follow()
        self.changed.emit()

    @property
    def seconds_left(self) -> int | None:
        """Seconds until it turns; None where it does not."""
        timer, projector = self._running.timer, self._running.projector
        if not self.on or not self.offered or timer is None or self._share is None:
            return None
        return max(0, timer.left - self._share.page_ends(projector.page, projector.pages))

    @property
    def poster_left(self) -> int | None:
        """Seconds that are left for the poster that is up, the last one too; None where no clock turns posters."""
        timer = self._running.timer
        turns = self.offered or self._running.posters_left == 1
        if not self.on or not turns or timer is None or timer.left < 0 or self._share is None:
            return None
        return max(0, timer.left - self._share.ends)

    def toggle(self) -> bool:
        """Turn by the clock, or no more; return False where there is nothing to turn, or no time to turn it in."""
        if self.on or self.offered:
            self.switch(on=not self.on)
            return True
        return False

    def _follow(self) -> None:
        """Share out the time where another poster came up or the timer was set anew; turn where a share is over."""
        timer, poster = self._running.timer, self._running.poster
        if not self.on or poster is None or timer is None:
            self._poster = self._share = None
            return
        if self._share is None or poster != self._poster or timer.share == 0:
            self._poster, self._share = poster, share_of(max(0, timer.left), self._running.posters_left)
        projector = self._running.projector
        held = timer.paused or projector.is_frozen
        if self.seconds_left == 0 and not held:
            self._running.go_on()
