"""Edits of the minutes: what is said in the plenary, without names, and what came of it."""

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.minutes import Minute, MinuteKind
from workshop_tool.domain.plan import Plan


def add_minute(
    plan: Plan, text: str, kind: MinuteKind = "comment", *, owner: str = "", poster: str | None = None
) -> Plan:
    """Write down one thing at the end, about a poster or the day, in the part that runs.

    An owner belongs to a decision or a next step only; a poster that is gone leaves it with the day.
    """
    minute = Minute(
        id=new_id(),
        text=text,
        kind=kind,
        poster=poster if poster in plan.posters else None,
        part=plan.now.part if plan.now.part in plan.programme else None,
        owner="" if kind == "comment" else owner,
    )
    return plan.with_new(minute)


def change_kind(plan: Plan, minute_id: str, kind: MinuteKind) -> Plan:
    """Make a comment of a decision, and so on; a comment keeps no owner."""
    minute = plan.minutes.get(minute_id)
    if minute is None:
        return plan
    return plan.with_item(minute.revised(kind=kind, owner="" if kind == "comment" else minute.owner))
