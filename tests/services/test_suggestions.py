"""What the room sends in, and what the facilitator decides: accept, merge, dismiss, each one undoable."""

from functools import partial
from typing import Any

import pytest

from tests.builders import a_plan
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.services.edits import suggestions
from workshop_tool.services.edits.lists import Gone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.suggesting import MOST_WAITING, NothingSuggested, TooManyWaiting, suggest


def a_suggestion(**values: Any) -> Suggestion:
    """Return a suggested trend, or what the values say."""
    return Suggestion.model_validate({"id": "s1", "kind": "trend", "text": "Less rain", "group": "g1"} | values)


def with_suggestion(**values: Any) -> Plan:
    """Return a plan in which it waits."""
    return suggest(a_plan(posters=1, trends=1, groups=1), a_suggestion(**values))


def test_a_trend_is_accepted_into_the_list() -> None:
    """Where the group placed it, and from the workshop."""
    plan = suggestions.accept(with_suggestion(importance=0.75, certainty=0.25), "s1", label="Little rain")
    suggestion = plan.suggestions["s1"]
    trend = plan.trends[suggestion.became or ""]
    assert (trend.label, trend.importance, trend.certainty, trend.origin) == ("Little rain", 0.75, 0.25, "workshop")
    assert suggestion.state == "accepted"


def test_a_long_trend_keeps_its_words_in_the_note() -> None:
    """The label is a line."""
    plan = suggestions.accept(with_suggestion(text="Less rain\nand more sun"), "s1")
    trend = list(plan.trends)[-1]
    assert (trend.label, trend.note) == ("Less rain", "Less rain\nand more sun")


def test_a_problem_area_is_accepted_as_new() -> None:
    """Under the next number."""
    plan = suggestions.accept(with_suggestion(kind="problem area", text="Cables"), "s1")
    area = list(plan.areas)[-1]
    assert (area.number, area.text, area.new, area.origin) == (6, "Cables", True, "workshop")


@pytest.mark.parametrize(("about", "table"), [("t1", "trends"), ("p1", "posters")])
def test_an_accepted_comment_goes_into_the_note(about: str, table: str) -> None:
    """Of the trend or the poster that it is about."""
    plan = suggestions.accept(with_suggestion(kind="comment", about=about), "s1")
    assert plan.list_of(table)[about].model_dump()["note"] == "Less rain"


def test_a_suggestion_is_merged_into_what_is_there() -> None:
    """Its words go into the note, and no second trend comes."""
    plan = suggestions.merge(with_suggestion(), "s1", "t1")
    assert (plan.trends["t1"].note, len(plan.trends), plan.suggestions["s1"].became) == ("Less rain", 1, "t1")


def test_a_dismissed_suggestion_stays_in_the_file() -> None:
    """With the reason."""
    suggestion = suggestions.dismiss(with_suggestion(), "s1", "Is there").suggestions["s1"]
    assert (suggestion.state, suggestion.note) == ("dismissed", "Is there")


def test_nobody_decides_twice() -> None:
    """Two windows, one suggestion."""
    plan = suggestions.dismiss(with_suggestion(), "s1")
    for again in (suggestions.accept, suggestions.dismiss, partial(suggestions.merge, into_id="t1")):
        with pytest.raises(suggestions.AlreadyDecided):
            again(plan, "s1")


def test_what_it_is_about_may_be_gone() -> None:
    """A comment on nothing, and a merge into nothing."""
    with pytest.raises(Gone):
        with_suggestion(kind="comment", about="nothing")
    with pytest.raises(Gone):
        suggestions.merge(with_suggestion(), "s1", "nothing")


def test_sending_it_twice_sends_it_once() -> None:
    """The answer to the first was lost."""
    plan = with_suggestion()
    assert suggest(plan, a_suggestion(text="Other words")) is plan


def test_an_empty_suggestion_is_refused() -> None:
    """Nobody has to read it."""
    with pytest.raises(NothingSuggested):
        with_suggestion(text=" \n")


def test_the_inbox_has_an_end() -> None:
    """A room cannot fill the disk; what was decided makes room."""
    plan = a_plan()
    for n in range(MOST_WAITING):
        plan = suggest(plan, a_suggestion(id=f"s{n}"))
    with pytest.raises(TooManyWaiting):
        suggest(plan, a_suggestion(id="more"))
    assert "more" in suggest(suggestions.dismiss(plan, "s1"), a_suggestion(id="more")).suggestions


@pytest.mark.parametrize(
    "decide",
    [suggestions.accept, suggestions.dismiss, partial(suggestions.merge, into_id="a1")],
    ids=["accept", "dismiss", "merge"],
)
def test_each_decision_is_undoable(session: WorkshopSession, decide: Any) -> None:
    """The suggestion waits again, and what it became is gone."""
    session.edit("Send", partial(suggest, suggestion=a_suggestion()), actor="group:g1").result()
    before = session.current.plan
    session.edit("Decide", partial(decide, suggestion_id="s1")).result()
    assert session.current.plan != before
    session.undo().result()
    assert session.current.plan == before
