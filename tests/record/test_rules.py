"""What the record says of a vote: its rules, decided ties, late ballots, voters by sector, earlier rounds."""

import pytest

from tests.builders import NOW, a_ballot, a_plan, an_open_book
from tests.record.reading import text_of
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.breakdown import breakdown_of
from workshop_tool.domain.voting.rounds import TieDecision
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.facts import record_facts
from workshop_tool.record.facts.rules import decisions_said, late_said, rules_said, tie_rule, voters_said
from workshop_tool.record.facts.sectors import sector_facts
from workshop_tool.record.pdf import make_pdf

PLAN = a_plan(posters=3)
DASH = "\N{EN DASH}"


def a_published_book(**settings: object) -> Book:
    """Return a published round of twelve voters in two sectors, of whom three in each chose p2."""
    book = an_open_book(3)
    for n in range(12):
        ballot = a_ballot(f"v{n}", {"p2" if n < 6 else "p1": {"priority": 1}})
        book = book.with_ballot(ballot.revised(sector=("industry", "research")[n % 2]))
    told = book.round.revised(state="published", published_at=NOW, breakdown=breakdown_of(book), **settings)
    return Book(told, ballots=book.ballots)


def test_voters_by_sector_are_a_table_with_dashes() -> None:
    """Three of each sector chose each of two posters: neither number may be told, but that nobody chose the third."""
    facts = sector_facts(PLAN, a_published_book().round)
    assert facts is not None
    assert [(column.sectors, column.voters) for column in facts.columns] == [
        ("industry", "6 voters"),
        ("research", "6 voters"),
    ]
    assert [row.cells for row in facts.tables[0].rows] == [(DASH, DASH), (DASH, DASH), ("0", "0")]
    assert "fewer than five voters" in facts.note


def test_a_round_without_a_breakdown_has_no_table() -> None:
    """Nothing is told where nothing may be."""
    assert sector_facts(PLAN, a_published_book().round.revised(breakdown=None)) is None


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("shared rank", "share the place."),
        ("other criterion", "dots of the other kind"),
        ("run-off", "a run-off decides"),
        ("facilitator decides", "the facilitator decides"),
    ],
)
def test_every_tie_rule_has_its_sentence(rule: str, said: str) -> None:
    """The rule that was chosen before the vote is printed."""
    assert said in tie_rule(an_open_book(tie_rule=rule).round)


def test_a_decided_tie_is_told_with_its_reason() -> None:
    """In the order that was given."""
    decision = TieDecision(criterion="priority", posters=("p3", "p1"), reason="It can start this year")
    (said,) = decisions_said(PLAN, an_open_book(decisions=(decision,)).round)
    assert said.startswith("Priority: 3 and 1 have equal dots")
    assert said.endswith("It can start this year")


def test_the_level_of_voting_is_told() -> None:
    """Devices or cards, never persons."""
    assert "every device" in " ".join(voters_said(a_published_book()))
    assert "printed card" in " ".join(voters_said(a_published_book(voters="card")))


def test_late_ballots_are_told_by_their_number() -> None:
    """Before publishing and after."""
    assert late_said(an_open_book(late=("a", "b")).round).startswith("2 ballots came")
    assert late_said(an_open_book(late_count=1).round).startswith("1 ballot came")
    assert late_said(an_open_book().round) == ""


def test_rules_that_limit_dots_are_told() -> None:
    """Own posters, order on phones, and who stood in a run-off."""
    settings: dict[str, object] = {"own_poster": False, "poster_order": "random", "only": ("p1", "p2", "p3")}
    said = " ".join(rules_said(PLAN, an_open_book(3, **settings).round))
    assert "to that group's poster" in said
    assert "an order of its own" in said
    assert "Only numbers 1, 2 and 3" in said


def test_the_pdf_prints_sectors_late_ballots_and_the_rule() -> None:
    """All of it reaches the paper."""
    book = a_published_book(late_count=2, tie_rule="facilitator decides")
    workshop = Workshop(PLAN).with_book(book)
    assert record_facts(workshop).voting.result is not None
    words = text_of(make_pdf(workshop))
    for said in ("Voters by sector", "6 voters", "2 ballots came after the close", "the facilitator decides"):
        assert said in words
