"""What the Groups page asks of the plan."""

from collections.abc import Sequence

from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.services.edits.groups import make_groups, put_in_group
from workshop_tool.services.grouping import Assignment

MOST_GROUPS = 20


def moved(plan: Plan, participant_ids: Sequence[str], part: str, group_id: str | None) -> Plan:
    """Put several participants into one group for a part of the day, or into none."""
    for participant_id in participant_ids:
        plan = put_in_group(plan, participant_id, part, group_id)
    return plan


def more_groups(plan: Plan, count: int) -> Plan:
    """Add groups under the next free names: "Group 1", "Group 2" …."""
    return make_groups(plan, free_names(plan, count))


def free_names(plan: Plan, count: int) -> tuple[str, ...]:
    """Return the next names that no group has: "Group 1", "Group 2" …."""
    taken = {group.name for group in plan.groups}
    names = (_("Group {n}").format(n=n) for n in range(1, len(taken) + count + 1))
    return tuple(name for name in names if name not in taken)[:count]


def earlier_part(plan: Plan, part: str) -> str | None:
    """Return the part of the day before this one; None for the first."""
    keys = [str(one.key) for one in plan.template.parts]
    at = keys.index(part)
    return keys[at - 1] if at else None


def seats_of(plan: Plan, part: str) -> Assignment:
    """Return who sits where in one part of the day; whoever is in no group is left out."""
    there = (
        (person.id, {str(key): group for key, group in person.groups.items()}.get(part)) for person in plan.participants
    )
    return {person: group for person, group in there if group is not None}


def held_seats(plan: Plan, part: str) -> Assignment:
    """Return where those sit who are kept in place in one part of the day."""
    seats = seats_of(plan, part)
    return {person.id: seats[person.id] for person in plan.participants if part in person.held and person.id in seats}
