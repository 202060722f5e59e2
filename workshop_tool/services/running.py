"""Running the day: what comes next, what stands in its way, and how the time stands. Nothing here changes anything."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.now import seconds_left

Tone = Literal["calm", "low", "last", "over"]
"""How urgent a timer is."""

LOW: Final = 0.2
LAST: Final = 0.05
"""Shares of its length from which a timer is low, and nearly at its end."""
FAR: Final = 2 * 60
"""Minutes off the programme beyond which this is another day, or a rehearsal: nothing is said then."""


@dataclass(frozen=True)
class Timer:
    """One moment of a timer, in seconds."""

    left: int
    """Negative behind the end."""
    length: int | None
    """None where nobody knows how long it was set to."""
    paused: bool = False

    @property
    def tone(self) -> Tone:
        """How urgent it is: low at a fifth of its length, last at a twentieth, over behind its end."""
        if self.left < 0:
            return "over"
        if not self.length:
            return "calm"
        return "last" if self.left <= LAST * self.length else "low" if self.left <= LOW * self.length else "calm"

    @property
    def share(self) -> float:
        """How much of it is gone, 0 to 1."""
        return 0.0 if not self.length else max(0.0, min(1.0, 1 - self.left / self.length))


def timer_at(plan: Plan, at: dt.datetime) -> Timer | None:
    """Return the timer as it stands at a moment; None where there is none."""
    now = plan.now
    left = seconds_left(now, at)
    if left is None:
        return None
    part = running_part(plan)
    length = now.length or (part.minutes * 60 if part and part.minutes else None)
    return Timer(left, length, now.ends is None)


def running_part(plan: Plan) -> ProgrammePart | None:
    """Return the part that runs."""
    return plan.programme.get(plan.now.part) if plan.now.part else None


def part_after(plan: Plan) -> ProgrammePart | None:
    """Return the part that comes next: the first where none runs, None behind the last."""
    return _beside(plan, 1)


def part_before(plan: Plan) -> ProgrammePart | None:
    """Return the part before the one that runs; None at the first."""
    return _beside(plan, -1) if running_part(plan) else None


def round_in_the_way(workshop: Workshop, part: ProgrammePart | None) -> Round | None:
    """Return the open round that has to be closed before a part may run; a part for voting waits for none."""
    book = workshop.open_book
    if book is None or (part is not None and is_voting(part)):
        return None
    return book.round


def is_voting(part: ProgrammePart) -> bool:
    """Tell whether dots are placed in a part."""
    return part.stage == "voting" or part.shows == "vote"


def minutes_ahead(plan: Plan, at: dt.datetime) -> int | None:
    """Return how many minutes the day is ahead of its programme (negative: behind); None where that is not known.

    Args:
        plan: The plan with its programme.
        at: Now, in the programme's own time zone.
    """
    part, now = running_part(plan), plan.now
    left = seconds_left(now, at)
    if part is None or part.starts is None or part.minutes is None or left is None:
        return None
    planned = dt.datetime.combine(at.date(), part.starts, at.tzinfo) + dt.timedelta(minutes=part.minutes)
    ahead = round((planned - (at + dt.timedelta(seconds=max(0, left)))).total_seconds() / 60)
    return ahead if abs(ahead) <= FAR else None


def _beside(plan: Plan, by: int) -> ProgrammePart | None:
    parts = list(plan.programme)
    ids = [part.id for part in parts]
    at = ids.index(plan.now.part) + by if plan.now.part in ids else 0
    return parts[at] if 0 <= at < len(parts) else None
