"""The appendix tells names and ballots only where that was chosen, and never what leads to a person."""

import pytest

from tests.record.choices import with_choices, without
from tests.record.library import library
from tests.record.noted import noted_library
from tests.record.reading import text_of
from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.rounds import Breakdown, SectorVoters
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.appendix import content_hash
from workshop_tool.record.pdf import make_pdf


def with_ballots(count: int, **changes: object) -> Workshop:
    """Return the library's workshop with so many ballots in its round, which has other settings."""
    workshop = library()
    book = workshop.book("vote")
    for n in range(count):
        dots = {PosterId("p1"): {CriterionKey("priority"): n % 3}, PosterId("p10"): {CriterionKey("feasibility"): 1}}
        book = book.with_ballot(Ballot(voter=f"secret-{n}", allocation=Allocation(dots=dots)))
    return workshop.with_book(book.with_round(book.round.revised(**changes)))


def test_names_stand_in_the_appendix_alone_and_only_with_consent() -> None:
    """All of them where that was chosen, none where it was not."""
    told = text_of(make_pdf(with_choices(library(), names=True)))
    assert [n for n in range(15) if f"Secret Person {n}" not in told] == []
    assert "Secret Person" not in text_of(make_pdf(library()))
    assert "Secret Person" not in text_of(make_pdf(with_choices(without(library(), "appendix"), names=True)))


def test_the_method_says_whether_people_are_named() -> None:
    """It never promises what the appendix breaks."""
    assert "never by name" in str(record_facts(library()).method)
    named = str(record_facts(with_choices(library(), names=True)).method)
    assert "never by name" not in named
    assert "agreed to be named" in named


def test_ballots_are_told_only_where_that_was_chosen() -> None:
    """The usual record tells none."""
    workshop = with_ballots(6)
    assert record_facts(workshop).appendix.ballots == ()
    (table,) = record_facts(with_choices(workshop, ballots=True)).appendix.ballots
    assert len(table.rows) == 6


def test_ballots_stand_in_an_order_that_tells_nothing() -> None:
    """Sorted by what they say, without the voters' keys."""
    (table,) = record_facts(with_choices(with_ballots(6), ballots=True)).appendix.ballots
    assert table.rows == (
        ("1", "10"), ("1", "10"), ("1 (2)", "10"), ("1 (2)", "10"), ("none", "10"), ("none", "10"),
    )  # fmt: skip
    assert "secret" not in str(table)


@pytest.mark.parametrize("state", ["open", "closed"])
def test_ballots_of_a_round_that_is_not_published_are_never_told(state: str) -> None:
    """Until then they are secret."""
    assert record_facts(with_choices(with_ballots(6, state=state), ballots=True)).appendix.ballots == ()


def test_ballots_never_stand_beside_voters_by_sector() -> None:
    """Together they would lead to persons; the record says why they are missing."""
    breakdown = Breakdown(rows=(SectorVoters(sectors=("staff",), voters=6),))
    appendix = record_facts(with_choices(with_ballots(6, breakdown=breakdown), ballots=True)).appendix
    assert appendix.ballots == ()
    assert "told by sector" in appendix.ballots_note


def test_few_ballots_are_not_told() -> None:
    """Each of four would lead to a person."""
    appendix = record_facts(with_choices(with_ballots(4), ballots=True)).appendix
    assert appendix.ballots == ()
    assert "five ballots or more" in appendix.ballots_note


def test_what_was_done_after_the_close_is_listed() -> None:
    """With its day."""
    assert record_facts(noted_library()).appendix.changes == (("16 April 2024", "Workshop closed"),)
    assert "After the close" in text_of(make_pdf(noted_library()))


def test_the_hash_follows_the_content() -> None:
    """The same workshop has the same one, a changed word has another, and it is printed."""
    assert content_hash(library()) == content_hash(library())
    assert content_hash(library()) != content_hash(library(title="What a city library is not for"))
    assert content_hash(library()) in text_of(make_pdf(library()))
