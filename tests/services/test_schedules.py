"""Votes on bad Wi-Fi, in any order of events: 500 schedules here, 10,000 in ``make faults``."""

from hypothesis import given, settings

from tests.services import schedules

QUICK = 500


@settings(max_examples=QUICK)
@given(schedule=schedules.SCHEDULES)
def test_any_schedule_of_a_vote_equals_the_model(schedule: list[schedules.Step]) -> None:
    """Doubled, reordered, dropped, over restarts, closing and reopening: each phone's newest ballot counts, once."""
    schedules.run(schedule)
