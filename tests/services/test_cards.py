"""Card rounds: one card, one ballot, on whichever phone; nothing else is a voter."""

from functools import partial

import pytest

from tests.builders import a_round, start_round, vote
from workshop_tool.domain.voting.cards import CardNeeded, NotACard
from workshop_tool.services import cards, voting
from workshop_tool.services.session import WorkshopSession

ONE_ON_P1 = {"p1": {"priority": 1}}


@pytest.fixture
def codes(session: WorkshopSession) -> tuple[str, ...]:
    """Give ten cards, and a round that is voted with them."""
    codes = session.act(partial(cards.ensure_cards, count=10)).result()
    start_round(session, a_round(voters="card"))
    return codes


def test_a_card_has_one_ballot_however_it_is_typed(session: WorkshopSession, codes: tuple[str, ...]) -> None:
    """A second phone with the same card changes the ballot."""
    vote(session, f"card:{codes[0]}", ONE_ON_P1)
    vote(session, f"card: {codes[0].lower().replace('-', ' ')}", {"p2": {"priority": 2}}, revision=2)
    assert len(session.current.book("r1").ballots) == 1
    ballot = voting.ballot_of(session.current, "r1", f"card:{codes[0]}")
    assert ballot is not None
    assert ballot.allocation.of("p2", "priority") == 2


def test_a_device_alone_is_no_voter_in_a_card_round(session: WorkshopSession, codes: tuple[str, ...]) -> None:
    """The answer says what is missing."""
    assert codes
    with pytest.raises(CardNeeded):
        vote(session, "device", ONE_ON_P1)
    assert voting.ballot_of(session.current, "r1", "device") is None


def test_a_card_that_was_not_printed_is_refused(session: WorkshopSession, codes: tuple[str, ...]) -> None:
    """Nor is a good code of another room."""
    more, _all = cards.ensure_cards(session.current, 11)
    eleventh = cards.card_codes(more)[10]
    assert eleventh not in codes
    for code in (eleventh, "0000-0001", "", "a card"):
        with pytest.raises(NotACard):
            vote(session, f"card:{code}", ONE_ON_P1)


def test_fewer_cards_than_there_are_take_none_back(session: WorkshopSession, codes: tuple[str, ...]) -> None:
    """What is printed stays good."""
    assert session.act(partial(cards.ensure_cards, count=3)).result() == codes


def test_cards_are_the_same_after_opening_the_file_again(session: WorkshopSession, codes: tuple[str, ...]) -> None:
    """They hang on a secret in the file."""
    assert cards.card_codes(session.current) == codes
    assert cards.is_card(session.current, codes[3].lower()) == codes[3]


def test_there_are_not_more_cards_than_a_room_has_people(session: WorkshopSession) -> None:
    """A slip at the keyboard prints no ream of paper."""
    with pytest.raises(cards.TooManyCards):
        session.act(partial(cards.ensure_cards, count=100_000)).result()
