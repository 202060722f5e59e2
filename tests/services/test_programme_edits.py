"""The programme: times follow, gaps stay, overlaps are found; and moving parts about loses no minute."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits import programme as edits
from workshop_tool.services.usual_day import usual_day


def a_day(*parts: tuple[str, str, int | None]) -> Plan:
    """Return a plan with parts (id, "9:00" or nothing, minutes)."""
    plan = a_plan()
    for part_id, starts, minutes in parts:
        time = dt.time.fromisoformat(starts.zfill(5)) if starts else None
        plan = plan.with_new(ProgrammePart(id=part_id, title=part_id, starts=time, minutes=minutes))
    return plan.settled()


def times(plan: Plan) -> list[str]:
    return [f"{part.id} {part.starts:%H:%M}" if part.starts else f"{part.id} ?" for part in plan.programme]


DAY = a_day(("a", "9:00", 10), ("b", "9:10", 30), ("c", "9:40", 20), ("lunch", "12:00", 45), ("d", "12:45", 15))


def test_a_longer_part_pushes_those_behind_it_as_far_as_the_next_gap() -> None:
    """Lunch stays at noon."""
    assert times(edits.set_minutes(DAY, "a", 25)) == ["a 09:00", "b 09:25", "c 09:55", "lunch 12:00", "d 12:45"]


def test_a_later_start_takes_those_behind_it_along() -> None:
    """Coffee and what follows it."""
    assert times(edits.set_start(DAY, "lunch", dt.time(12, 30)))[3:] == ["lunch 12:30", "d 13:15"]


def test_a_part_without_a_length_leaves_the_others_alone() -> None:
    """Unknown stays unknown."""
    assert times(edits.set_minutes(DAY, "a", None)) == times(DAY)


def test_moving_a_part_keeps_when_the_span_begins_and_ends() -> None:
    """Two parts that change places share the same time as before."""
    moved = edits.move_part(DAY, "c", 0)
    assert times(moved) == ["c 09:00", "a 09:20", "b 09:30", "lunch 12:00", "d 12:45"]


def test_a_removed_part_lets_those_behind_it_move_up() -> None:
    """As far as the next gap."""
    assert times(edits.remove_parts(DAY, ["b"])) == ["a 09:00", "c 09:10", "lunch 12:00", "d 12:45"]


def test_a_break_goes_behind_the_chosen_part_and_pushes_the_rest() -> None:
    """Fifteen minutes of coffee."""
    coffee = ProgrammePart(id="coffee", title="Break", minutes=15, stage="break")
    assert times(edits.insert_part(DAY, coffee, "a"))[:4] == ["a 09:00", "coffee 09:10", "b 09:25", "c 09:55"]


def test_an_overlap_is_found_with_its_minutes() -> None:
    """The later part begins before the earlier one has ended."""
    [clash] = edits.clashes(edits.set_start(DAY, "lunch", dt.time(9, 45)))
    assert (clash.earlier.id, clash.later.id, clash.minutes) == ("c", "lunch", 15)


def test_one_after_another_leaves_neither_gap_nor_overlap() -> None:
    """From the first start on."""
    laid = edits.one_after_another(edits.set_start(DAY, "lunch", dt.time(9, 45)))
    assert times(laid) == ["a 09:00", "b 09:10", "c 09:40", "lunch 10:00", "d 10:45"]
    assert edits.clashes(laid) == ()


def test_the_day_ends_when_its_last_part_does() -> None:
    """13:00."""
    assert edits.day_end(DAY) == dt.time(13)


def test_the_usual_day_stands_without_gap_or_overlap_and_says_what_to_show() -> None:
    """Each part has its stage, its picture and a word for the facilitator."""
    plan = a_plan()
    for part in usual_day():
        plan = plan.with_new(part)
    assert edits.clashes(plan) == ()
    assert times(edits.one_after_another(plan)) == times(plan)
    assert [part.title for part in plan.programme if not (part.stage and part.shows and part.reminder)] == []


@given(st.lists(st.integers(0, 90), min_size=1, max_size=8), st.integers(0, 7), st.integers(0, 7))
def test_a_day_without_gaps_stays_so_wherever_a_part_goes(lengths: list[int], which: int, index: int) -> None:
    """Nothing overlaps, and the day begins and ends as before."""
    plan = a_plan()
    for at, minutes in enumerate(lengths):
        plan = edits.add_part(plan, f"Part {at}", minutes)
    part = list(plan.programme)[which % len(lengths)]
    moved = edits.move_part(plan, part.id, index % len(lengths))
    assert edits.clashes(moved) == ()
    assert (next(iter(moved.programme)).starts, edits.day_end(moved)) == (dt.time(9), edits.day_end(plan))
    assert times(edits.one_after_another(moved)) == times(moved)


@pytest.mark.parametrize("minutes", [0, 24 * 60])
def test_the_longest_and_the_shortest_part_wrap_round_midnight(minutes: int) -> None:
    """No time of day is ever out of range."""
    assert edits.end_of(ProgrammePart(id="a", title="A", starts=dt.time(23, 59), minutes=minutes)) == dt.time(23, 59)
