"""Numbers, names and lists as people write them."""

import pytest

from tests.builders import a_workshop
from tests.full_workshop import full_workshop
from tests.record.choices import with_choices
from workshop_tool.domain.people import Participant
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.wording import as_people_sort, numbered


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ([], ""),
        ([3], "3"),
        ([2, 1, 3], "1, 2 and 3"),
        ([1, 2, 3, 4, 5, 6], "1, 2, 3, 4, 5 and 6"),
        ([9, 1, 2, 3, 5, 6, 12], "1-3, 5, 6, 9 and 12"),
        ([1, 2, 3, 4, 5, 6, 7, 8], "1-8"),
    ],
)
def test_many_numbers_in_a_row_are_told_as_a_span(numbers: list[int], said: str) -> None:
    """A few are named one by one."""
    assert numbered(numbers) == said.replace("-", "\N{EN DASH}")


def test_names_with_numbers_are_in_the_order_of_the_numbers() -> None:
    """2 comes before 10, and capitals change nothing."""
    names = ["Participant 10", "Participant 2", "anna", "Bo", "Participant 1"]
    assert sorted(names, key=as_people_sort) == ["anna", "Bo", "Participant 1", "Participant 2", "Participant 10"]


def test_thousands_are_marked_wherever_a_number_stands() -> None:
    """In the turnout as in the large figures of the summary."""
    facts = record_facts(full_workshop())
    assert facts.summary.figures[0].number == "10,000"
    assert facts.voting.result
    assert "10,000 by phone" in facts.voting.result.ledger.turnout


def test_participants_by_sector_are_those_that_are_listed() -> None:
    """The bars below add up to the number above them, however many came."""
    people = record_facts(full_workshop()).introduction.people
    assert (people.title.split()[0], sum(sector.count for sector in people.sectors)) == ("60", 60)


def test_small_numbers_in_one_sentence_are_both_words() -> None:
    """Never "two of 5"."""
    assert record_facts(a_workshop(posters=2)).areas.heading.message == "Two of five problem areas were picked"


def test_participants_are_listed_as_people_sort() -> None:
    """In the appendix, where they said yes to it."""
    plan = a_workshop(posters=1).plan
    for at, number in enumerate((10, 9, 1)):
        plan = plan.with_item(Participant(id=f"x{at}", name=f"Guest {number}"))
    told = record_facts(with_choices(a_workshop(posters=1).with_plan(plan), names=True)).appendix
    assert [person.name for person in told.people] == ["Guest 1", "Guest 9", "Guest 10"]
