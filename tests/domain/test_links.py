"""What an edit may not break: numbers are unique, posters and people name only what is there."""

from collections.abc import Callable

import pytest

from tests.builders import a_plan, an_open_book
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import AreaId, FieldKey, GroupId, TrendId
from workshop_tool.domain.links import AreaTaken, NumberTaken, StillNamed, UnknownLink, check_links
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import AFTERNOON, MORNING, Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import NamedByRound, NumberInRound, Workshop

PLAN = a_plan(areas=4, posters=2, trends=2, participants=2, groups=2)
P1 = PLAN.posters["p1"]

Change = Callable[[Plan], Plan]


def with_p1(**changes: object) -> Change:
    """Return the edit that revises poster p1."""
    return lambda plan: plan.with_item(P1.revised(**changes))


REFUSED: list[tuple[Change, type[WorkshopProblem]]] = [
    (lambda plan: plan.with_new(ProblemArea(id="new", number=2, text="Again")), NumberTaken),
    (lambda plan: plan.with_item(plan.areas["a1"].revised(number=2)), NumberTaken),
    (lambda plan: plan.with_new(Poster(id="new", area=AreaId("a1"))), AreaTaken),
    (with_p1(area="a2"), AreaTaken),
    (with_p1(area="gone"), UnknownLink),
    (with_p1(trends=(TrendId("gone"),)), UnknownLink),
    (with_p1(links=(AreaId("gone"),)), UnknownLink),
    (with_p1(groups={MORNING: GroupId("gone")}), UnknownLink),
    (with_p1(fields={FieldKey("gone"): "text"}), UnknownLink),
    (with_p1(effects={TrendId("gone"): "worse"}), UnknownLink),
    (with_p1(actions={FieldKey("gone"): ()}), UnknownLink),
    (lambda plan: plan.with_new(Minute(id="m1", text="Who pays?", poster="gone")), UnknownLink),
    (
        lambda plan: (
            plan.with_new(Minute(id="m1", text="Who pays?", poster="p1")).settled().without_item(plan.posters["p1"])
        ),
        StillNamed,
    ),
    (with_p1(domains={FieldKey("gone"): "digital"}), UnknownLink),
    (lambda plan: plan.with_item(plan.participants["n1"].revised(groups={AFTERNOON: GroupId("gone")})), UnknownLink),
    (lambda plan: plan.without_item(plan.areas["a1"]), StillNamed),
    (lambda plan: with_p1(links=("a4",))(plan).settled().without_item(plan.areas["a4"]), StillNamed),
    (lambda plan: with_p1(trends=("t1",))(plan).settled().without_item(plan.trends["t1"]), StillNamed),
    (lambda plan: plan.without_item(plan.groups["g1"]), StillNamed),
]


@pytest.mark.parametrize(("change", "refusal"), REFUSED)
def test_an_edit_that_breaks_a_link_is_refused(change: Change, refusal: type[WorkshopProblem]) -> None:
    """Each broken link has its sentence."""
    with pytest.raises(refusal):
        check_links(change(PLAN))


def test_a_poster_may_name_all_that_is_there() -> None:
    """The same links are fine where they lead somewhere."""
    full = with_p1(trends=("t1", "t2"), links=("a3",), groups={MORNING: "g1"}, fields={"evidence": "Seen"})
    check_links(full(PLAN))


def in_a_round() -> Workshop:
    """Return a workshop whose round names posters p1 and p2."""
    return Workshop(PLAN).with_book(an_open_book(2))


def test_a_poster_that_a_round_names_stays() -> None:
    """Votes point at it."""
    with pytest.raises(NamedByRound):
        in_a_round().with_plan(PLAN.without_item(P1))


def test_a_poster_that_a_round_names_stays_on_its_area() -> None:
    """People voted on that problem, not on another one."""
    with pytest.raises(NamedByRound):
        in_a_round().with_plan(PLAN.with_item(P1.revised(area="a4")))


def test_a_number_that_a_round_knows_stays() -> None:
    """People voted on "number 1"."""
    with pytest.raises(NumberInRound):
        in_a_round().with_plan(PLAN.with_item(PLAN.areas["a1"].revised(number=40)))


def test_the_words_of_a_poster_in_a_round_may_change() -> None:
    """A slip of the pen is mended while people vote."""
    changed = in_a_round().with_plan(PLAN.with_item(P1.revised(fields={"evidence": "Seen"})))
    assert changed.plan.posters["p1"].text("evidence") == "Seen"


def test_of_several_refusals_it_is_always_the_same_one() -> None:
    """Eight numbers are taken twice; whoever asks again reads the same sentence again."""
    plan = a_plan(areas=8)
    for n in range(8, 0, -1):
        plan = plan.with_new(ProblemArea(id=f"b{n}", number=n, text="Again"))
    with pytest.raises(NumberTaken, match="Number 1 "):
        check_links(plan)
