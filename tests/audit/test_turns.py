"""With the fullest workshop, nothing holds the window's thread up: told in the processor's time, not the clock's."""

import pytest

from tests.audit.stalls import GOAL
from tests.audit.turns import WAYS, measured

RUNS = 3
"""A gesture counts as slow where it was so in each of them: a machine full of other work slows the processor, too."""
LENIENCE = 2
"""Machines differ: what is judged here is that nothing costs a multiple of the goal, which ``make bench`` holds to."""
BOUND = LENIENCE * GOAL


@pytest.mark.parametrize("way", WAYS)
def test_no_turn_holds_the_window_up(way: str) -> None:
    """A workshop opened, pages made, visited and visited again, posters found and opened, an edit, the projector."""
    least: dict[str, float] = {}
    for _run in range(RUNS):
        told = measured(way)
        least = {words: min(took, least.get(words, took)) for words, took in told.items()}
        if max(least.values()) <= BOUND:
            break
    assert {words: round(took * 1000) for words, took in least.items() if took > BOUND} == {}
