"""How many of those who are expected are in, which tells whether the Wi-Fi's code is still needed."""

from typing import Final

from workshop_tool.domain.plan import Plan

ENOUGH: Final = 8
"""Phones after which most are in, where nobody knows how many are expected."""


def expected(plan: Plan) -> int | None:
    """Return how many are expected; None where nobody said."""
    return plan.particulars.present or len(plan.participants) or None


def most_are_in(devices: int, people: int | None) -> bool:
    """Tell whether at least half of the people have joined with their phones."""
    return devices * 2 >= people if people else devices >= ENOUGH
