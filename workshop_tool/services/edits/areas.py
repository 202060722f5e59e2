"""Edits of the numbered list of problem areas."""

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import remove_item


def add_area_in_room(plan: Plan, text: str, area_id: str | None = None) -> Plan:
    """Add a problem area that came up in the room: under the next number, marked as new."""
    area = ProblemArea(id=area_id or new_id(), number=plan.next_number, text=text, origin="workshop", new=True)
    return plan.with_new(area)


def remove_area(plan: Plan, area_id: str) -> Plan:
    """Remove a problem area that no poster is about, and links to it from posters."""
    for poster in plan.posters:
        if area_id in poster.links:
            plan = plan.with_item(poster.revised(links=tuple(a for a in poster.links if a != area_id)))
    return remove_item(plan, "areas", area_id)
