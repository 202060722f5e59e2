"""A round that is voted with printed cards: one card, one ballot, on whichever device."""

import html
import re
from functools import partial

import httpx
import pytest

from tests.builders import NOW, a_round, start_round
from tests.site.conftest import Phone
from workshop_tool.services import voting
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.site.devices import COOKIE, WRONG_CODES_AT_ONCE
from workshop_tool.site.voters import CARD


@pytest.fixture
def cards(session: WorkshopSession) -> tuple[str, ...]:
    """Give the codes of three printed cards, with a round of cards open."""
    codes = session.act(partial(ensure_cards, count=3)).result()
    start_round(session, a_round(voters="card"))
    return codes


def test_without_a_card_the_page_asks_for_one(cards: tuple[str, ...], phone: Phone) -> None:
    """Not for dots that nobody could count."""
    page = phone.get("/vote").text
    assert "Type in your card" in page
    assert 'id="ballot"' not in page
    assert cards[0] not in page


def test_a_ballot_without_a_card_is_refused(session: WorkshopSession, cards: tuple[str, ...], phone: Phone) -> None:
    """By script, too."""
    assert phone.vote({"p1": {"priority": 1}}).status_code == 401
    assert len(cards) == 3
    assert not session.current.book("r1").ballots


def test_a_scanned_card_lets_a_device_in_and_votes(cards: tuple[str, ...], stranger: Phone) -> None:
    """The card is a key of the room: whoever holds one need not type the join code as well."""
    assert "Place your dots" in stranger.get(f"/c/{cards[0]}").text
    assert stranger.vote({"p1": {"priority": 1}}).status_code == 200


def test_a_typed_card_is_read_as_people_type(cards: tuple[str, ...], stranger: Phone) -> None:
    """Small letters, blanks instead of the dash, O for 0."""
    typed = cards[0].lower().replace("-", " ").replace("0", "o")
    assert "Place your dots" in _type(stranger, typed).text


def test_one_card_has_one_ballot_on_two_devices(
    session: WorkshopSession, site: Site, cards: tuple[str, ...], stranger: Phone
) -> None:
    """A phone that ran out of battery is no lost vote, and no second one either."""
    stranger.get(f"/c/{cards[0]}")
    stranger.vote({"p1": {"priority": 1}})
    with Phone(site) as other:
        other.get(f"/c/{cards[0]}")
        assert other.get("/api/state").json()["ballot"]["dots"] == {"p1": {"priority": 1}}
        other.vote({"p2": {"priority": 2}}, revision=2)
    assert len(session.current.book("r1").ballots) == 1


def test_a_card_is_kept_out_of_reach_of_scripts(cards: tuple[str, ...], stranger: Phone) -> None:
    """In a cookie of its own, and in no page."""
    answer = stranger.get(f"/c/{cards[0]}", follow_redirects=False)
    kept = next(line for line in answer.headers.get_list("set-cookie") if line.startswith(f"{CARD}="))
    assert "HttpOnly" in kept
    assert "samesite=lax" in kept.lower()
    assert cards[0] not in stranger.get("/vote").text


def test_every_wrong_card_gets_the_same_answer(cards: tuple[str, ...], phone: Phone) -> None:
    """Nearly right, made up or nonsense."""
    near = cards[0][:-1] + ("0" if cards[0][-1] != "0" else "1")
    answers = [_type(phone, code) for code in (near, "7K3M-9QWA", "x", "", "9" * 300, "\N{GRINNING FACE}")]
    answers += [phone.get(f"/c/{code}") for code in (near, "0" * 300)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert CARD not in phone.cookies


def test_guessing_cards_is_slowed_for_all_together(cards: tuple[str, ...], stranger: Phone) -> None:
    """Also where the guess comes as a cookie; and it slows nobody who types the join code."""
    assert cards
    assert any(_waited(stranger, f"/c/{number}") for number in range(3 * WRONG_CODES_AT_ONCE))
    assert not _waited(stranger.join(), "/vote")
    stranger.cookies.set(CARD, "7K3M-9QWA")
    assert any(_waited(stranger, "/vote") for _ in range(9))


def test_another_card_on_the_same_device_is_another_person(cards: tuple[str, ...], stranger: Phone) -> None:
    """Nothing of the one before is left: not the device's token, not the dots."""
    stranger.get(f"/c/{cards[0]}")
    stranger.vote({"p1": {"priority": 1}})
    before = stranger.cookies[COOKIE]
    stranger.get(f"/c/{cards[1]}")
    assert stranger.cookies[COOKIE] != before
    assert stranger.get("/api/state").json()["ballot"] is None


def test_after_the_close_a_device_without_card_is_asked_for_none(
    session: WorkshopSession, cards: tuple[str, ...], phone: Phone
) -> None:
    """It sees that voting is closed."""
    assert cards
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    assert "Voting is closed" in phone.get("/vote").text


def _waited(phone: Phone, path: str) -> bool:
    return phone.get(path).elapsed.total_seconds() > 1


def _type(phone: Phone, code: str) -> httpx.Response:
    found = re.search(r'name="csrf" value="([^"]*)"', phone.get("/card").text)
    assert found
    fields = {"csrf": html.unescape(found[1]), "code": code}
    return phone.post("/card", data=fields, headers={"Origin": phone.own["Origin"]})
