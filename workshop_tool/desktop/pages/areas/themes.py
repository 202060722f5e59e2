"""Themes of problem areas: a theme is a word the areas share, its place is that of its first area."""

from collections.abc import Iterable

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import Plan


def themes_of(areas: Iterable[ProblemArea]) -> tuple[str, ...]:
    """Return the themes in the order of their first areas; "" stands for areas without one."""
    return tuple(dict.fromkeys(area.theme for area in areas))


def by_theme(areas: Iterable[ProblemArea]) -> dict[str, tuple[ProblemArea, ...]]:
    """Return the areas of each theme in the order in which somebody put them, which at first is that of the numbers."""
    listed = tuple(areas)
    return {theme: tuple(area for area in listed if area.theme == theme) for theme in themes_of(listed)}


def rename_theme(plan: Plan, theme: str, name: str) -> Plan:
    """Give a theme another name; that of another theme joins the two, and an empty one leaves its areas without."""
    for area in plan.areas:
        if area.theme == theme:
            plan = plan.with_item(area.revised(theme=name))
    return plan


def move_theme(plan: Plan, theme: str, by: int) -> Plan:
    """Put a theme before the one above it (-1) or after the one below (1)."""
    themes = list(themes_of(plan.areas))
    at = themes.index(theme) if theme in themes else -1
    if at < 0 or not 0 <= at + by < len(themes):
        return plan
    themes.insert(at + by, themes.pop(at))
    order = [area for name in themes for area in plan.areas if area.theme == name]
    for position, area in enumerate(order, start=1):
        if area.position != position:
            plan = plan.with_item(area.revised(position=float(position)))
    return plan
