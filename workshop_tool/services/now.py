"""Edits of the moment of the day: which part of the programme runs, its timer, and what the room is asked to do."""

import datetime as dt
from typing import Final

from workshop_tool.domain.now import Now
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import Gone

LONGEST: Final = 24 * 60 * 60
"""Seconds that a timer holds at most, before its end and behind it."""


def start_part(plan: Plan, part_id: str, now: dt.datetime) -> Plan:
    """Let a part of the programme run from now, with a timer where it has minutes; the last part's message goes.

    Raises:
        Gone: the part is no longer there.
    """
    part = plan.programme.get(part_id)
    if part is None:
        raise Gone
    if not part.minutes:
        return plan.with_now(Now(part=part.id))
    return plan.with_now(Now(part=part.id, ends=now + dt.timedelta(minutes=part.minutes), length=part.minutes * 60))


def return_to(plan: Plan, earlier: Now) -> Plan:
    """Let an earlier moment go on as it was, its timer too; without its part, no part runs."""
    return plan.with_now(earlier if earlier.part in plan.programme else Now())


def end_part(plan: Plan) -> Plan:
    """Let no part run: before the first, after the last."""
    return plan.with_now(Now())


def set_message(plan: Plan, message: str) -> Plan:
    """Say what to do, in the facilitator's words; an empty message leaves it to the part's title."""
    return plan.with_now(plan.now.revised(message=message))


def set_timer(plan: Plan, seconds: int, now: dt.datetime) -> Plan:
    """Set the timer to count down from so many seconds, whether it ran or not."""
    seconds = _within(seconds)
    ends = now + dt.timedelta(seconds=seconds)
    return plan.with_now(plan.now.revised(ends=ends, left=None, length=max(0, seconds)))


def clear_timer(plan: Plan) -> Plan:
    """Show no timer."""
    return plan.with_now(plan.now.revised(ends=None, left=None, length=None))


def add_seconds(plan: Plan, seconds: int) -> Plan:
    """Give the timer more time, or less (negative); without a timer nothing changes."""
    now = plan.now
    length = None if now.length is None else max(0, min(2 * LONGEST, now.length + seconds))
    if now.ends is not None:
        return plan.with_now(now.revised(ends=now.ends + dt.timedelta(seconds=seconds), length=length))
    if now.left is not None:
        return plan.with_now(now.revised(left=_within(now.left + seconds), length=length))
    return plan


def give_more(plan: Plan, seconds: int, now: dt.datetime) -> Plan:
    """Give the room so much more time: a timer gets it on top, one that is over or not there counts it from now."""
    left = seconds_left(plan.now, now)
    if left is not None and left >= 0:
        return add_seconds(plan, seconds)
    return set_timer(plan, seconds, now)


def pause(plan: Plan, now: dt.datetime) -> Plan:
    """Hold the timer; one that does not run stays as it is."""
    if plan.now.ends is None:
        return plan
    return plan.with_now(plan.now.revised(ends=None, left=seconds_left(plan.now, now)))


def resume(plan: Plan, now: dt.datetime) -> Plan:
    """Let a held timer run on; one that is not held stays as it is."""
    if plan.now.left is None:
        return plan
    return plan.with_now(plan.now.revised(ends=now + dt.timedelta(seconds=plan.now.left), left=None))


def seconds_left(now: Now, at: dt.datetime) -> int | None:
    """Return the whole seconds left on the timer, negative behind its end; None without a timer."""
    if now.ends is None:
        return now.left
    return _within(round((now.ends - at).total_seconds()))


def _within(seconds: int) -> int:
    return max(-LONGEST, min(LONGEST, seconds))
