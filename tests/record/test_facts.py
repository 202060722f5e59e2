"""What the record says, before anything is drawn."""

from dataclasses import asdict

import pytest

from tests.record.library import PICKED, TRENDS, library
from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.rounds import CountEntry
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import RecordFacts, record_facts
from workshop_tool.record.facts.voting import RoundRow
from workshop_tool.record.facts.wording import NOT_ENTERED, listed, number_word


def with_ballots(workshop: Workshop, *, phone: int, paper: int) -> Workshop:
    """Return the workshop with ballots that each put one priority dot on number 1."""
    book = workshop.book("vote")
    for n in range(phone + paper):
        allocation = Allocation(dots={PosterId("p1"): {CriterionKey("priority"): 1}})
        book = book.with_ballot(Ballot(voter=f"v{n}", allocation=allocation, way="phone" if n < phone else "paper"))
    return workshop.with_book(book)


def with_state(workshop: Workshop, state: str) -> Workshop:
    """Return the workshop with its round in another state."""
    book = workshop.book("vote")
    return workshop.with_book(book.with_round(book.round.revised(state=state)))


def test_the_title_of_the_result_says_who_leads(facts: RecordFacts) -> None:
    """A page title states the message, in words and in the plural."""
    assert facts.voting.heading.message == "Two areas lead with nine priority dots each"


def test_a_single_leader_is_named(facts: RecordFacts) -> None:
    """One area that leads is called by its title."""
    assert facts.voting.result
    workshop = library()
    book = workshop.book("vote")
    more = CountEntry(
        id="more", poster=PosterId("p14"), criterion=CriterionKey("priority"), count=10, reason="found one"
    )
    message = record_facts(workshop.with_book(book.with_count(more))).voting.heading.message
    assert message == "No reason to share leads with ten priority dots"


def test_the_picked_areas_are_counted_in_the_title(facts: RecordFacts) -> None:
    """So many of so many were picked."""
    assert facts.areas.heading.message == "Nine of 21 problem areas were picked"


def test_every_area_is_listed_once_under_its_theme(facts: RecordFacts) -> None:
    """Six themes hold the numbers 1 to 21."""
    assert len(facts.areas.themes) == 6
    assert [area.number for theme in facts.areas.themes for area in theme.areas] == list(range(1, 22))


def test_exactly_the_areas_with_a_poster_are_picked(facts: RecordFacts) -> None:
    """A poster is what marks an area as picked."""
    picked = {area.number for theme in facts.areas.themes for area in theme.areas if area.picked}
    assert picked == set(PICKED)


def test_dots_that_were_not_entered_are_a_dash(facts: RecordFacts) -> None:
    """Not entered is not zero."""
    assert facts.voting.result
    cells = {row.number: [cell.dots for cell in row.cells] for row in facts.voting.result.rows}
    assert cells[7] == [NOT_ENTERED, NOT_ENTERED]
    assert cells[10] == ["9", NOT_ENTERED]


def test_the_ledger_adds_up_what_was_counted_on_paper(facts: RecordFacts) -> None:
    """33 priority and 11 feasibility dots, as in the counts."""
    assert facts.voting.result
    assert [row.dots for row in facts.voting.result.ledger.rows] == [("33", "11")]


def test_the_ledger_tells_phones_from_paper() -> None:
    """Turnout names both ways and how many were present."""
    result = record_facts(with_ballots(library(), phone=9, paper=2)).voting.result
    assert result
    assert result.ledger.turnout == "9 by phone and 2 on paper of 15 present."
    assert [row.way for row in result.ledger.rows][-1] == "Together"


def test_a_correction_is_told_with_its_reason() -> None:
    """What stood before and what stands now are both in the ledger."""
    workshop = library()
    entry = CountEntry(
        id="z", poster=PosterId("p2"), criterion=CriterionKey("priority"), count=4, reason="one dot was under a note"
    )
    facts = record_facts(workshop.with_book(workshop.book("vote").with_count(entry)))
    assert facts.voting.result
    (told,) = facts.voting.result.ledger.corrections
    assert told == "Number 2, priority: 4, before that 3. Reason: one dot was under a note"


def test_those_who_share_a_place_are_named(facts: RecordFacts) -> None:
    """The record prints the ties."""
    assert facts.voting.result
    assert facts.voting.result.ties[0].startswith("Priority: 10 and 11 share place 1")


def test_what_is_wanted_but_hard_stands_out() -> None:
    """A poster with many priority and few feasibility dots is marked in the matrix."""
    workshop = library()
    entry = CountEntry(id="z", poster=PosterId("p10"), criterion=CriterionKey("feasibility"), count=1)
    facts = record_facts(workshop.with_book(workshop.book("vote").with_count(entry)))
    assert facts.voting.result
    assert facts.voting.result.matrix
    assert [point.number for point in facts.voting.result.matrix.points if point.hard] == [10]
    assert "Wanted but hard: 10." in facts.voting.result.matrix.readings


@pytest.mark.parametrize("state", ["open", "closed"])
def test_a_result_that_is_not_published_stays_hidden(state: str) -> None:
    """Until publish the record tells turnout alone, on the posters too."""
    facts = record_facts(with_state(library(), state))
    assert facts.voting.result is None
    assert not any(poster.votes for poster in facts.posters.posters)


def test_an_earlier_round_is_named() -> None:
    """A re-vote keeps the first vote."""
    workshop = library()
    later = workshop.book("vote")
    later = later.with_round(later.round.revised(id="again", name="Second vote", position=2.0))
    facts = record_facts(workshop.with_book(later))
    assert facts.voting.other_rounds == (
        RoundRow("Dots on posters", "published earlier", "\N{EN DASH}", "Two areas lead with nine priority dots each"),
    )


def test_no_name_of_a_participant_is_in_the_facts(facts: RecordFacts) -> None:
    """Names stay out of the record; sectors are in it."""
    assert "Secret Person" not in str(asdict(facts))
    largest = facts.introduction.people.sectors[0]
    assert (largest.name, largest.count) == ("staff", 6)


def test_a_participant_who_keyed_in_paper_is_not_named() -> None:
    """The ledger leaves participants' names out as well."""
    workshop = library()
    entry = CountEntry(id="z", poster=PosterId("p7"), criterion=CriterionKey("priority"), count=0, by="secret person 3")
    facts = record_facts(workshop.with_book(workshop.book("vote").with_count(entry)))
    assert "secret person" not in str(asdict(facts)).lower()


def test_posters_are_told_in_list_order(facts: RecordFacts) -> None:
    """The order of the problem list is the order of the posters."""
    assert [poster.number for poster in facts.posters.posters] == sorted(PICKED)


def test_a_blank_field_is_known_as_blank(facts: RecordFacts) -> None:
    """Blank is shown as blank, never invented."""
    six = next(poster for poster in facts.posters.posters if poster.number == 6)
    assert [field.blank for part in six.parts for field in part.fields] == [False, False, True, True, True, True]


def test_trends_keep_their_order_and_places(facts: RecordFacts) -> None:
    """The list is numbered in order; the map takes certainty across and importance up."""
    assert tuple(trend.label for trend in facts.trends.trends) == TRENDS
    first = facts.trends.trends[0]
    assert (first.certainty, first.importance) == (5 / 21, 0.0)


def test_made_up_positions_are_called_an_example(facts: RecordFacts) -> None:
    """Whoever reads the map learns that nobody placed the trends."""
    assert "All positions are an example" in facts.trends.notes[1]


def test_a_workshop_with_only_a_title_has_facts() -> None:
    """Everything else may be missing."""
    facts = record_facts(Workshop(Plan(Particulars(title="Only a title"))))
    assert facts.introduction.empty
    assert "programme" not in facts.order
    assert facts.voting.heading.subtitle == "No vote was held."


@pytest.mark.parametrize(("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_things_are_listed_with_an_and(items: list[str], said: str) -> None:
    """As people write lists."""
    assert listed(items) == said


def test_numbers_are_words_up_to_twelve() -> None:
    """Beyond twelve figures read better."""
    assert [number_word(n) for n in (0, 1, 9, 12, 13)] == ["no", "one", "nine", "twelve", "13"]


def test_who_follows_an_area_up_stands_in_the_list() -> None:
    """Beside what else is said of it."""
    workshop = library()
    area = next(iter(workshop.plan.areas))
    plan = workshop.plan.with_item(area.revised(owner="Harbour Office"))
    [told] = [
        told
        for theme in record_facts(workshop.with_plan(plan)).areas.themes
        for told in theme.areas
        if told.number == area.number
    ]
    assert "followed up by Harbour Office" in told.details
