"""Edits of the programme: start times follow from the one before, as long as parts stand one behind the other."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import Gone, add_items, move_item

FIRST_START: Final = dt.time(9, 0)
USUAL_MINUTES: Final = 30
_DAY: Final = 24 * 60


@dataclass(frozen=True)
class Clash:
    """Two parts that want the same time."""

    earlier: ProgrammePart
    later: ProgrammePart
    minutes: int
    """How long both last at once; for a part that starts before the one it follows, how much too early that is."""


def end_of(part: ProgrammePart) -> dt.time | None:
    """Return when a part ends; None where its start or length is not known. Midnight and later wrap round."""
    if part.starts is None or part.minutes is None:
        return None
    return _time(_minute(part.starts) + part.minutes)


def day_end(plan: Plan) -> dt.time | None:
    """Return when the last part ends whose end is known."""
    ends = [end for end in map(end_of, plan.programme) if end is not None]
    return ends[-1] if ends else None


def clashes(plan: Plan) -> tuple[Clash, ...]:
    """Return which parts begin before the one they follow has ended."""
    found: list[Clash] = []
    earlier: ProgrammePart | None = None
    for part in plan.programme:
        if part.starts is None:
            continue
        if earlier is not None and earlier.starts is not None:
            ends = _minute(earlier.starts) + (earlier.minutes or 0)
            if _minute(part.starts) < ends:
                found.append(Clash(earlier, part, ends - _minute(part.starts)))
        earlier = part
    return tuple(found)


def add_part(plan: Plan, line: str, minutes: int = USUAL_MINUTES) -> Plan:
    """Add a part that starts where the last one ends."""
    last = list(plan.programme)[-1] if plan.programme else None
    starts = FIRST_START if last is None else end_of(last)
    return add_items(plan, [ProgrammePart(id=new_id(), title=line, starts=starts, minutes=minutes)])


def insert_part(plan: Plan, part: ProgrammePart, after: str = "") -> Plan:
    """Put a new part behind another one, by id, or at the end; what stood behind that one without a gap follows."""
    last = list(plan.programme)[-1].id if plan.programme else ""
    after = after if after in plan.programme else last
    if not after:
        return plan.with_new(part.revised(starts=FIRST_START))
    behind = _chain(plan, after)[1:]
    index = [known.id for known in plan.programme].index(after) + 1
    part = part.revised(starts=end_of(plan.programme[after]), position=plan.programme.position_at(index))
    return _laid(plan.with_item(part), behind, end_of(part))


def set_start(plan: Plan, part_id: str, starts: dt.time | None) -> Plan:
    """Let a part start at another time; those that stand behind it without a gap follow."""
    part = _part(plan, part_id)
    return _followed(plan, plan.with_item(part.revised(starts=starts)), part_id)


def set_minutes(plan: Plan, part_id: str, minutes: int | None) -> Plan:
    """Let a part last longer or shorter; those that stand behind it without a gap follow."""
    part = _part(plan, part_id)
    return _followed(plan, plan.with_item(part.revised(minutes=minutes)), part_id)


def move_part(plan: Plan, part_id: str, index: int) -> Plan:
    """Put a part at another place (0 = first); the parts in between change their times, the day keeps its own."""
    before = [part.id for part in plan.programme]
    at = before.index(_part(plan, part_id).id)
    low, high = sorted((at, max(0, min(index, len(before) - 1))))
    first = plan.programme[before[low]].starts
    moved = move_item(plan, "programme", part_id, index)
    return _laid(moved, [part.id for part in moved.programme][low : high + 1], first)


def remove_parts(plan: Plan, part_ids: Sequence[str]) -> Plan:
    """Remove parts; those that stood behind one without a gap move up."""
    for part_id in part_ids:
        part = plan.programme.get(part_id)
        if part is None:
            continue
        behind = _chain(plan, part_id)[1:]
        plan = _laid(plan.without_item(part), behind, part.starts)
    return plan


def one_after_another(plan: Plan) -> Plan:
    """Let each part start where the one before ends, from the first one's start: no gap and no overlap is left."""
    ids = [part.id for part in plan.programme]
    return _laid(plan, ids, plan.programme[ids[0]].starts or FIRST_START) if ids else plan


def _followed(before: Plan, after: Plan, part_id: str) -> Plan:
    """Let the parts that stood behind one without a gap start where it ends now."""
    end = end_of(after.programme[part_id])
    return after if end is None else _laid(after, _chain(before, part_id)[1:], end)


def _chain(plan: Plan, part_id: str) -> list[str]:
    """Return a part and those that stand behind it, each starting when the one before it ends."""
    parts = list(plan.programme)
    at = next(at for at, part in enumerate(parts) if part.id == part_id)
    chain = [part_id]
    for one, other in zip(parts[at:], parts[at + 1 :], strict=False):
        if other.starts is None or end_of(one) != other.starts:
            break
        chain.append(other.id)
    return chain


def _laid(plan: Plan, ids: Sequence[str], starts: dt.time | None) -> Plan:
    """Let parts start one behind the other from a time; where a length is not known, those behind it stay."""
    for part_id in ids:
        part = plan.programme[part_id]
        if starts is None:
            break
        if part.starts != starts:
            part = part.revised(starts=starts)
            plan = plan.with_item(part)
        starts = end_of(part)
    return plan


def _part(plan: Plan, part_id: str) -> ProgrammePart:
    part = plan.programme.get(part_id)
    if part is None:
        raise Gone
    return part


def _minute(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _time(minute: int) -> dt.time:
    return dt.time(*divmod(minute % _DAY, 60))
