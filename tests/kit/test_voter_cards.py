"""Voter cards: each is one ballot, whoever holds it, and says nothing about who that is."""

from tests.builders import a_workshop
from tests.kit.reading import ADDRESS, codes_on, words_of
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.voter_cards import CARDS, make_voter_cards
from workshop_tool.services.cards import ensure_cards, is_card


def cards(count: int) -> tuple[Workshop, tuple[str, ...]]:
    return ensure_cards(a_workshop(), count)


def test_every_card_lets_its_holder_vote() -> None:
    """What a phone scans ends in a code that the workshop knows as one of its cards; all of them are there."""
    workshop, codes = cards(13)
    pdf = make_voter_cards(workshop, ADDRESS, codes)
    scanned = {text.removeprefix(f"{ADDRESS}/c/") for page in range(2) for text in codes_on(pdf, page)}
    assert {is_card(workshop, text) for text in scanned} == set(codes)


def test_the_code_stands_below_it_as_it_is_typed() -> None:
    """For phones that do not scan."""
    workshop, codes = cards(4)
    (page,) = words_of(make_voter_cards(workshop, ADDRESS, codes))
    assert [code for code in codes if code not in page] == []


def test_a_card_says_nothing_but_its_code() -> None:
    """Take the codes away, and all cards are the same: no number, no name, no title."""
    workshop, codes = cards(3)
    (page,) = words_of(make_voter_cards(workshop, ADDRESS, codes))
    for code in codes:
        page = page.replace(code, "|")
    said = {words.strip() for words in page.split("|")} - {""}
    assert len(said) == 1
    assert not any(letter.isdigit() for letter in said.pop())


def test_cards_lie_in_another_order_each_time() -> None:
    """Nobody knows from the place of a card which one it is."""
    workshop, codes = cards(10)
    orders = {tuple(words_of(make_voter_cards(workshop, ADDRESS, codes))) for _ in range(3)}
    assert len(orders) > 1


def test_many_cards_fill_many_pages() -> None:
    """Ten pages, all codes there."""
    workshop, codes = cards(100)
    pages = words_of(make_voter_cards(workshop, ADDRESS, codes))
    assert len(pages) == 100 // len(CARDS)
    assert [code for code in codes if code not in " ".join(pages)] == []
