"""A plan knows which of its documents changed since the last commit."""

from tests.builders import a_plan
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import PARTICULARS, TEMPLATE

PLAN = a_plan(areas=3, posters=1)


def test_a_fresh_plan_has_nothing_to_save() -> None:
    """What was saved is not saved again."""
    assert PLAN.touched == frozenset()


def test_each_change_is_noted_once() -> None:
    """Adding, revising and removing name the documents they touch."""
    plan = PLAN.with_particulars(PLAN.particulars.revised(place="Stavanger")).with_template(PLAN.template)
    plan = plan.with_new(ProblemArea(id="new", number=9, text="New")).without_item(PLAN.areas["a2"])
    plan = plan.with_item(PLAN.areas["a3"].revised(theme="Ports")).with_item(PLAN.areas["a3"])
    assert plan.touched == {PARTICULARS, TEMPLATE, ("areas", "new"), ("areas", "a2"), ("areas", "a3")}


def test_a_change_made_twice_over_leaves_the_first_plan_as_it_was() -> None:
    """Plans are values: a reader keeps its own."""
    PLAN.without_item(PLAN.areas["a2"])
    assert "a2" in PLAN.areas


def test_settling_forgets_what_was_touched_and_nothing_else() -> None:
    """After the commit the plan is the same, with nothing to save."""
    plan = PLAN.without_item(PLAN.areas["a2"])
    assert plan.settled() == plan
    assert plan.settled().touched == frozenset()


def test_every_fact_is_found_under_its_key() -> None:
    """What a plan lists, it also finds."""
    assert all(PLAN.fact(key) == fact for key, fact in PLAN.facts())


def test_posters_follow_the_problem_list() -> None:
    """Ballot, ranking and record show posters by the number people say aloud."""
    plan = PLAN.with_new(ProblemArea(id="early", number=0 + 9, text="Late number"))
    plan = plan.with_item(PLAN.posters["p1"].revised(id="p9", area="early", position=-1.0))
    assert [poster.id for poster in plan.posters_in_list_order()] == ["p1", "p9"]


def test_a_poster_without_a_title_has_the_lists() -> None:
    """A title of its own is kept only where it differs."""
    poster = PLAN.posters["p1"]
    assert PLAN.title_of(poster) == "Problem area 1"
    assert PLAN.title_of(poster.revised(title="Own words")) == "Own words"
