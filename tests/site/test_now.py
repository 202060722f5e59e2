"""The page of the moment: the part that runs, its timer, what to do, and where; and who is writing."""

import datetime as dt
from functools import partial

import pytest

from tests.builders import a_plan, start_round
from tests.site.conftest import Phone
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.services import now
from workshop_tool.services.edits.lists import Gone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site.presence import LASTS, Presence

NINE = dt.datetime(2030, 5, 14, 9, 0, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def a_day() -> Plan:
    """Return a plan with a part of ten minutes and one of unknown length."""
    plan = a_plan().with_new(ProgrammePart(id="d1", title="Group session", minutes=10))
    return plan.with_new(ProgrammePart(id="d2", title="Lunch"))


def test_a_part_that_starts_starts_its_timer() -> None:
    """From its minutes, and from now."""
    plan = now.start_part(a_day(), "d1", NINE)
    assert plan.now.part == "d1"
    assert now.seconds_left(plan.now, NINE + 4 * MINUTE) == 360


def test_behind_its_end_the_timer_goes_on() -> None:
    """Negative: nobody is stopped."""
    plan = now.start_part(a_day(), "d1", NINE)
    assert now.seconds_left(plan.now, NINE + 12 * MINUTE) == -120


def test_a_part_without_minutes_has_no_timer() -> None:
    """None is invented."""
    assert now.seconds_left(now.start_part(a_day(), "d2", NINE).now, NINE) is None


def test_a_paused_timer_stands_still_and_goes_on_from_there() -> None:
    """However long the pause is; pausing twice changes nothing."""
    plan = now.pause(now.start_part(a_day(), "d1", NINE), NINE + MINUTE)
    assert now.seconds_left(plan.now, NINE + 30 * MINUTE) == 540
    assert now.pause(plan, NINE + 2 * MINUTE) == plan
    plan = now.resume(plan, NINE + 30 * MINUTE)
    assert now.seconds_left(plan.now, NINE + 31 * MINUTE) == 480
    assert now.resume(plan, NINE + 40 * MINUTE) == plan


@pytest.mark.parametrize("paused", [False, True])
def test_minutes_can_be_added(paused: bool) -> None:
    """To a timer that runs and to one that is held."""
    plan = now.start_part(a_day(), "d1", NINE)
    plan = now.pause(plan, NINE) if paused else plan
    assert now.seconds_left(now.add_seconds(plan, 300).now, NINE) == 900


def test_without_a_timer_nothing_is_added() -> None:
    """There is nothing to add to."""
    assert now.add_seconds(a_day(), 300).now.ends is None


def test_a_timer_can_be_set_and_cleared() -> None:
    """For what the programme does not know of."""
    plan = now.set_timer(a_day(), 90, NINE)
    assert now.seconds_left(plan.now, NINE) == 90
    assert now.seconds_left(now.clear_timer(plan).now, NINE) is None


def test_the_next_part_takes_the_message_away() -> None:
    """What was said for the last part is not true of this one; the end of the day has neither."""
    plan = now.set_message(now.start_part(a_day(), "d1", NINE), "Choose two")
    assert now.start_part(plan, "d2", NINE).now.message == ""
    assert now.end_part(plan).now.part is None


def test_a_part_that_is_gone_does_not_start() -> None:
    """The programme was changed meanwhile."""
    with pytest.raises(Gone):
        now.start_part(a_day(), "d9", NINE)


def test_the_page_says_what_is_to_be_done(session: WorkshopSession, phone: Phone) -> None:
    """Part, timer and message; and a link to the ballot once there is one."""
    session.edit(
        "Add", lambda plan: plan.with_new(ProgrammePart(id="d1", title="Group <session>", minutes=10))
    ).result()
    session.edit("Start", partial(now.start_part, part_id="d1", now=session.clock())).result()
    session.edit("Say", partial(now.set_message, message="Find your & poster")).result()
    page = phone.get("/now").text
    assert "Group &lt;session&gt;" in page
    assert "Find your &amp; poster" in page
    assert ">10:00</b>" in page or ">9:59</b>" in page
    assert "Place your dots" not in page
    start_round(session)
    assert "Place your dots" in phone.get("/now").text


def test_before_the_first_part_the_page_says_so(phone: Phone) -> None:
    """An empty page would look broken."""
    assert "Nothing is under way just now." in phone.get("/now").text


def test_whoever_writes_is_there_for_a_while() -> None:
    """One place for each group: the last one."""
    presence = Presence()
    presence.note("g1", "p1", "evidence", at=100.0)
    presence.note("g2", "p2", "success", at=105.0)
    presence.note("g1", "p3", "success", at=106.0)
    assert presence.who(at=107.0) == (("g1", "p3", "success"), ("g2", "p2", "success"))
    assert presence.who(at=105.5 + LASTS) == (("g1", "p3", "success"),)
    assert presence.who(at=200.0) == ()
