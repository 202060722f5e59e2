"""What can be done to any list of the plan: add, revise, move, remove."""

from collections.abc import Sequence

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.refusals import WorkshopProblem


class Gone(WorkshopProblem):
    """This was removed in the meantime, so it was not changed."""


def add_items(plan: Plan, items: Sequence[Item]) -> Plan:
    """Add items at the end of their lists, in this order; a problem area whose number is taken gets the next one."""
    for item in items:
        taken = isinstance(item, ProblemArea) and item.number in {area.number for area in plan.areas}
        plan = plan.with_new(item.revised(number=plan.next_number) if taken else item)
    return plan


def revise_item(plan: Plan, table: str, item_id: str, **changes: object) -> Plan:
    """Change some values of one item.

    Raises:
        Gone: the item is no longer there.
        pydantic.ValidationError: a value is out of its range; edges check what people type before it gets here.
    """
    return plan.with_item(present(plan, table, item_id).revised(**changes))


def move_item(plan: Plan, table: str, item_id: str, index: int) -> Plan:
    """Put one item at another place in its list (0 = first); no other item changes."""
    item = present(plan, table, item_id)
    return plan.with_item(item.revised(position=plan.list_of(table).position_at(index, moving=item_id)))


def remove_item(plan: Plan, table: str, item_id: str) -> Plan:
    """Remove one item. What refers to it is asked first: see ``workshop_tool.domain.links``."""
    item = plan.list_of(table).get(item_id)
    return plan.without_item(item) if item else plan


def present(plan: Plan, table: str, item_id: str) -> Item:
    """Return an item, or raise Gone."""
    item = plan.list_of(table).get(item_id)
    if item is None:
        raise Gone
    return item
