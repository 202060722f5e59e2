"""How the day stands: the timer's tone, ahead or behind, what comes next, and minutes of what was said."""

import datetime as dt

import pytest

from tests.builders import NOW, a_plan, an_open_book
from workshop_tool.domain.now import Now
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import now as moments
from workshop_tool.services import running
from workshop_tool.services.edits.minutes import add_minute, change_kind
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE


@pytest.fixture
def plan() -> Plan:
    """Give a day of three parts, the second for voting."""
    plan = a_plan(areas=2, posters=1)
    plan = plan.with_new(ProgrammePart(id="a", title="Groups", starts=dt.time(9), minutes=20))
    plan = plan.with_new(ProgrammePart(id="b", title="Dots", starts=dt.time(9, 20), minutes=10, stage="voting"))
    return plan.with_new(ProgrammePart(id="c", title="Result", starts=dt.time(9, 30)))


@pytest.mark.parametrize(
    ("left", "tone"),
    [(1200, "calm"), (241, "calm"), (240, "low"), (61, "low"), (60, "last"), (0, "last"), (-1, "over")],
)
def test_a_timer_is_low_at_a_fifth_and_nearly_over_at_a_twentieth(left: int, tone: str) -> None:
    """Of twenty minutes: four, and one."""
    assert running.Timer(left, 1200).tone == tone


def test_a_timer_of_unknown_length_is_calm_until_it_is_over() -> None:
    """Nobody knows what a fifth of it is."""
    assert [running.Timer(left, None).tone for left in (1, -1)] == ["calm", "over"]


def test_a_minute_more_counts_to_the_length(plan: Plan) -> None:
    """The tone follows what was given."""
    plan = moments.give_more(moments.start_part(plan, "a", NOW), 60, NOW)
    assert running.timer_at(plan, NOW) == running.Timer(1260, 1260)


@pytest.mark.parametrize(("at", "ahead"), [((8, 56), 4), ((9, 0), 0), ((9, 6), -6), ((14, 0), None)])
def test_the_day_is_ahead_or_behind_by_when_its_part_will_end(
    plan: Plan, at: tuple[int, int], ahead: int | None
) -> None:
    """Hours off is another day, and nothing is said."""
    begun = dt.datetime(2030, 5, 14, *at, tzinfo=dt.UTC)
    assert running.minutes_ahead(moments.start_part(plan, "a", begun), begun) == ahead


def test_being_over_time_makes_the_day_later_by_the_minute(plan: Plan) -> None:
    """Ten minutes after the end, ten behind."""
    begun = dt.datetime(2030, 5, 14, 9, 0, tzinfo=dt.UTC)
    at = begun + dt.timedelta(minutes=30)
    assert running.minutes_ahead(moments.start_part(plan, "a", begun), at) == -10


def test_the_first_part_comes_next_before_the_day_and_nothing_after_the_last(plan: Plan) -> None:
    """And a part that was removed meanwhile lets the day begin anew."""
    last = moments.start_part(plan, "c", NOW)
    coming = [running.part_after(each) for each in (plan, last, plan.with_now(Now(part="gone")))]
    assert [part.id if part else None for part in coming] == ["a", None, "a"]


def test_each_part_of_the_sample_has_its_picture() -> None:
    """Whoever tries the app with it sees Next at work."""
    assert all(part.stage and part.shows for part in read_workshop(SAMPLE).plan.programme)


def test_only_a_part_for_voting_may_begin_while_a_round_is_open(plan: Plan) -> None:
    """Everything else waits until it is closed."""
    workshop = Workshop(plan).with_book(an_open_book(1))
    waits = [running.round_in_the_way(workshop, plan.programme[part]) is not None for part in ("a", "b", "c")]
    assert waits == [True, False, True]


def test_an_earlier_moment_goes_on_only_while_its_part_is_there(plan: Plan) -> None:
    """A part that was removed does not come back."""
    earlier = moments.start_part(plan, "a", NOW).now
    without = plan.without_item(plan.programme["a"])
    assert moments.return_to(plan, earlier).now == earlier
    assert moments.return_to(without, earlier).now == Now()


def test_a_minute_belongs_to_its_poster_and_to_the_part_that_runs(plan: Plan) -> None:
    """What is gone is left out."""
    plan = moments.start_part(plan, "a", NOW)
    plan = add_minute(add_minute(plan, "Said", poster="p1"), "Done", "decision", owner="Agency", poster="gone")
    said = [(minute.text, minute.poster, minute.part, minute.owner) for minute in plan.minutes]
    assert said == [("Said", "p1", "a", ""), ("Done", None, "a", "Agency")]


def test_a_comment_never_has_an_owner(plan: Plan) -> None:
    """Nobody's name belongs to what was said."""
    plan = add_minute(plan, "Said", owner="Somebody")
    [minute] = plan.minutes
    decided = change_kind(plan, minute.id, "decision")
    decided = decided.with_item(decided.minutes[minute.id].revised(owner="Agency"))
    assert minute.owner == ""
    assert change_kind(decided, minute.id, "comment").minutes[minute.id].owner == ""
