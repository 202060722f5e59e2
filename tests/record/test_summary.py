"""Whatever workshop is drawn, the summary says nothing that the facts do not."""

from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import a_plan
from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round, TieRule
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import RecordFacts, record_facts
from workshop_tool.record.facts.summary import parts_of, text_of
from workshop_tool.record.facts.wording import number_word

RULES: Final[tuple[TieRule, ...]] = ("shared rank", "other criterion", "run-off", "facilitator decides")
COUNTS = st.none() | st.integers(0, 4)


@st.composite
def workshops(draw: st.DrawFn) -> Workshop:
    """Draw a workshop with 0 to 12 posters, counts or blanks anywhere, any rule for ties, any state of its round."""
    areas = draw(st.integers(0, 14))
    posters = draw(st.integers(0, min(12, areas)))
    plan = a_plan(areas=areas, posters=posters, trends=draw(st.integers(0, 3)), participants=draw(st.integers(0, 4)))
    present = draw(st.none() | st.integers(0, 3))
    plan = plan.with_particulars(plan.particulars.revised(present=present, purpose=draw(st.sampled_from(("", "Why.")))))
    if not posters or draw(st.integers(0, 4)) == 0:
        return Workshop(plan)
    return Workshop(plan).with_book(_book(draw, posters))


def _book(draw: st.DrawFn, posters: int) -> Book:
    round_ = Round(
        id="r",
        name="Vote",
        posters=tuple(PosterId(f"p{n}") for n in range(1, posters + 1)),
        state=draw(st.sampled_from(("published", "published", "closed"))),
        tie_rule=draw(st.sampled_from(RULES)),
    )
    entries = [
        CountEntry(id=f"{key}{n}", position=n, poster=PosterId(f"p{n}"), criterion=CriterionKey(key), count=count)
        for n in range(1, posters + 1)
        for key in ("priority", "feasibility")
        if (count := draw(COUNTS)) is not None
    ]
    return Book(round_, counts=Keyed(entries))


def sentences(facts: RecordFacts, label: str) -> str:
    """Return what the summary says under a label."""
    return " ".join(sentence for part in facts.summary.parts if part.label == label for sentence in part.sentences)


@settings(max_examples=150, deadline=None)
@given(workshops())
def test_the_leaders_named_are_those_of_the_result(workshop: Workshop) -> None:
    """All of them and nobody else lead, with the dots they have."""
    said = sentences(record_facts(workshop), "What leads")
    published = [book for book in workshop.rounds if book.round.state == "published"]
    if not published:
        assert "lead" not in said.replace("What leads", "")
        return
    result = published[-1].result
    leaders = result.leaders("priority")
    if not leaders:
        assert said in {"No priority dots have been entered.", "No priority dots were placed."}
        return
    first = said.split(" lead", 1)[0]
    numbers = {workshop.plan.area_of(workshop.plan.posters[row.poster]).number for row in leaders}
    assert numbers == {number for number in range(1, 15) if f" {number} " in f" {_plain(first)} "}
    dots = leaders[0].dots["priority"] or 0
    assert f"{number_word(dots)} priority dot" in said
    assert (" leads with" in said) == (len(leaders) == 1)


def _plain(text: str) -> str:
    """Return the numbers outside of titles."""
    outside = "".join(part.split("”)")[-1] for part in text.split("(“"))
    return outside.replace(",", " ").replace("\N{NO-BREAK SPACE}", " ")


@settings(max_examples=150, deadline=None)
@given(workshops())
def test_the_figures_are_those_of_the_lists(workshop: Workshop) -> None:
    """None is invented: what nobody knows has no figure."""
    plan = workshop.plan
    said = {figure.caption: figure.number for figure in record_facts(workshop).summary.figures}
    expected = {"problem area": len(plan.areas), "poster": len(plan.posters), "trend": len(plan.trends)}
    for name, count in expected.items():
        found = said.get(name) or said.get(f"{name}s")
        assert found == (str(count) if count else None)
    present = plan.particulars.present
    if present is None:
        present = len(plan.participants) or None
    assert (said.get("people took part") or said.get("person took part")) == (None if present is None else str(present))


@settings(max_examples=150, deadline=None)
@given(workshops())
def test_wanted_but_hard_is_what_the_matrix_says(workshop: Workshop) -> None:
    """Numbers in the summary are the points of the matrix, and where it has none the summary says so."""
    facts = record_facts(workshop)
    said = sentences(facts, "Wanted but hard")
    result = facts.voting.result
    points = result.matrix.points if result and result.matrix else ()
    hard = {point.number for point in points if point.hard}
    if hard:
        first = _plain(said.split(" many priority", 1)[0])
        assert hard == {number for number in range(1, 15) if f" {number} " in f" {first} "}
    else:
        assert "many priority dots but few" not in said


@settings(max_examples=60, deadline=None)
@given(workshops())
def test_a_summary_saved_as_it_was_shown_says_the_same(workshop: Workshop) -> None:
    """The text to edit is read back as the parts it was made of."""
    summary = record_facts(workshop).summary
    assert parts_of(text_of(summary)) == summary.parts
