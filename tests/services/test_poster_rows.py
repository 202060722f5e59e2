"""Solutions in rows, what trends do, and links: written, moved and taken back without losing the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan
from workshop_tool.domain.fact import FieldKey, TrendId
from workshop_tool.domain.links import check_links
from workshop_tool.domain.posters import MOST_ACTIONS, Action
from workshop_tool.services.edits.actions import (
    BLANK,
    TooManyActions,
    link_areas,
    link_trends,
    moved,
    set_effect,
    write_actions,
)
from workshop_tool.services.edits.lists import Gone
from workshop_tool.services.stations import field_revision, link_trend, save_field

A, B = FieldKey("solution_a"), FieldKey("solution_b")
PLAN = a_plan(areas=3, posters=1, trends=3)
ROWS = st.lists(
    st.builds(Action, actor=st.sampled_from(["", "Ministry"]), action=st.sampled_from(["", "pays"])), max_size=5
)


@given(ROWS, ROWS)
def test_what_is_written_in_one_solution_leaves_the_other_alone(one: list[Action], other: list[Action]) -> None:
    """Blank rows are left out; a solution without rows is as it was before it had any."""
    plan = write_actions(write_actions(PLAN, "p1", A, one), "p1", B, other)
    check_links(plan)
    written = {A: tuple(row for row in one if row != BLANK), B: tuple(row for row in other if row != BLANK)}
    assert plan.posters["p1"].actions == {key: rows for key, rows in written.items() if rows}


@given(ROWS, st.integers(-2, 6), st.sampled_from([-1, 1]))
def test_moving_a_row_keeps_all_and_can_be_taken_back(rows: list[Action], at: int, by: int) -> None:
    """Further up and further down again is where it was."""
    there = moved(rows, at, by)
    assert sorted(map(str, there)) == sorted(map(str, rows))
    if there != tuple(rows):
        assert moved(there, at + by, -by) == tuple(rows)


def test_more_rows_than_a_solution_holds_are_refused() -> None:
    """With a sentence, and nothing lost."""
    with pytest.raises(TooManyActions):
        write_actions(PLAN, "p1", A, (Action(actor="Ministry"),) * (MOST_ACTIONS + 1))


def test_a_trend_that_is_no_longer_linked_takes_its_effect_along() -> None:
    """The others keep theirs."""
    plan = link_trends(PLAN, "p1", ("t1", "t2"))
    plan = set_effect(set_effect(plan, "p1", "t1", "better"), "p1", "t2", "worse")
    plan = link_trends(plan, "p1", ("t2", "t3"))
    assert plan.posters["p1"].effects == {TrendId("t2"): "worse"}
    assert link_trend(plan, "p1", "t2", linked=False).posters["p1"].effects == {}
    assert set_effect(plan, "p1", "t2", None).posters["p1"].effects == {}


def test_links_of_a_poster_are_replaced() -> None:
    """In the order in which they were ticked."""
    assert link_areas(PLAN, "p1", ("a3", "a2")).posters["p1"].links == ("a3", "a2")


def test_what_a_station_saves_keeps_rows_and_effects() -> None:
    """A group that writes at its station loses nothing that the facilitator put in rows."""
    plan = set_effect(link_trends(PLAN, "p1", ("t1",)), "p1", "t1", "better")
    plan = write_actions(plan, "p1", A, (Action(actor="Ministry", action="pays", owner="County"),))
    after = save_field(plan, "p1", "solution_a", "Someone pays", field_revision("")).posters["p1"]
    before = plan.posters["p1"]
    assert (after.actions, after.effects, after.text("solution_a")) == (before.actions, before.effects, "Someone pays")


def test_a_poster_that_is_gone_is_not_written_on() -> None:
    """Somebody removed it meanwhile."""
    with pytest.raises(Gone):
        write_actions(PLAN, "p9", A, ())
