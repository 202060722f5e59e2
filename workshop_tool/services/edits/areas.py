"""Edits of the numbered list of problem areas: add, number anew, put elsewhere, split, hide, remove."""

from collections.abc import Iterable

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import present, remove_item


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


def move_area(plan: Plan, area_id: str, theme: str, before: str | None = None) -> Plan:
    """Put a problem area into a theme: before another one of it, or at its end. Numbers stay as people know them.

    The themes keep their order; where one number can say the new place, no other area changes.

    Raises:
        Gone: the problem area is no longer there.
    """
    moving = area_of(plan, area_id).revised(theme=theme)
    themes = tuple(dict.fromkeys([*(area.theme for area in plan.areas), theme]))
    listed: list[ProblemArea] = []
    for name in themes:
        inside = [area for area in plan.areas if area.theme == name and area.id != area_id]
        if name == theme:
            at = next((at for at, area in enumerate(inside) if area.id == before), len(inside))
            place = _between(plan, area_id, inside[at - 1] if at else None, inside[at] if at < len(inside) else None)
            inside.insert(at, moving)
        listed += inside
    placed = plan.with_item(moving.revised(position=place))
    if _by_theme(placed.areas) == _by_theme(listed):
        return placed
    for position, area in enumerate(listed, start=1):  # numbers too close, or a theme would change places
        if area.position != position or area.id == area_id:
            plan = plan.with_item(area.revised(position=float(position)))
    return plan


def split_area(plan: Plan, area_id: str, keeps: str, gets: str, new_area_id: str, *, in_room: bool) -> Plan:
    """Make two of one: it keeps number, poster, links and note; what it loses stands behind it under the next number.

    Raises:
        Gone: the problem area is no longer there.
        pydantic.ValidationError: one of the two texts is empty or too long.
    """
    area = area_of(plan, area_id)
    new = ProblemArea(
        id=new_area_id,
        number=plan.next_number,
        text=gets,
        theme=area.theme,
        owner=area.owner,
        origin="workshop" if in_room else area.origin,
        new=in_room,
    )
    inside = [other.id for other in plan.areas if other.theme == area.theme]
    at = inside.index(area_id) + 1
    plan = plan.with_item(area.revised(text=keeps)).with_new(new)
    return move_area(plan, new_area_id, area.theme, inside[at] if at < len(inside) else None)


def hide_area(plan: Plan, area_id: str, *, hidden: bool) -> Plan:
    """Leave a problem area, and its poster, out of what the room sees; or show it again. Nothing of it is lost."""
    return plan.with_item(area_of(plan, area_id).revised(hidden=hidden))


def area_of(plan: Plan, area_id: str) -> ProblemArea:
    """Return a problem area, or raise Gone."""
    area = present(plan, "areas", area_id)
    assert isinstance(area, ProblemArea)  # noqa: S101 - the table holds nothing else
    return area


def _between(plan: Plan, moved: str, above: ProblemArea | None, below: ProblemArea | None) -> float:
    """Return a place between two areas of a theme, as near as can be to the one it stands at."""
    others = [area.position for area in plan.areas if area.id != moved]
    if below is not None:
        low = max([place for place in others if place < below.position], default=below.position - 2.0)
        return ((max(low, above.position) if above else low) + below.position) / 2
    if above is not None:
        return (
            above.position + min([place for place in others if place > above.position], default=above.position + 2.0)
        ) / 2
    return plan.areas.end()


def _by_theme(areas: Iterable[ProblemArea]) -> list[tuple[str, list[str]]]:
    themes: dict[str, list[str]] = {}
    for area in areas:
        themes.setdefault(area.theme, []).append(area.id)
    return list(themes.items())
