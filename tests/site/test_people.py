"""Shared devices and changed ones: the next person, going on elsewhere, what a voter says of themselves."""

import html
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import httpx
import pytest

from tests.builders import NOW, a_round, a_session, a_workshop, publish, start_round
from tests.site.conftest import Phone
from workshop_tool.domain.fact import GroupId
from workshop_tool.domain.posters import MORNING
from workshop_tool.services import voting
from workshop_tool.services.edits.posters import set_poster_group
from workshop_tool.services.resuming import LETTERS, token_of_code
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.site.devices import COOKIE
from workshop_tool.site.voters import OF_A_PERSON


def test_the_next_person_finds_nothing_of_the_last(session: WorkshopSession, phone: Phone) -> None:
    """No ballot, no card, no group: the device is as if it had just joined, and the last ballot counts."""
    start_round(session)
    phone.vote({"p1": {"priority": 2}})
    receipt, before = phone.get("/api/state").json()["ballot"]["receipt"], phone.cookies[COOKIE]
    page = _send(phone, "/next")
    assert page.url.path == "/vote"
    assert receipt not in page.text
    assert phone.cookies[COOKIE] != before
    assert not set(OF_A_PERSON) & set(phone.cookies)
    assert phone.get("/api/state").json()["ballot"] is None
    assert len(session.current.book("r1").ballots) == 1


def test_looking_at_the_next_page_forgets_nobody(session: WorkshopSession, phone: Phone) -> None:
    """Only its button does: a link that somebody sends cannot."""
    start_round(session)
    phone.vote({"p1": {"priority": 2}})
    phone.get("/next")
    assert phone.get("/api/state").json()["ballot"]["dots"] == {"p1": {"priority": 2}}


def test_a_ballot_goes_on_on_another_device(session: WorkshopSession, site: Site, phone: Phone) -> None:
    """The battery is empty; the code beside the receipt takes the same ballot up."""
    start_round(session)
    code = phone.vote({"p1": {"priority": 2}}).json()["ballot"]["resume"]
    with Phone(site) as other:
        other.join()
        _send(other, "/resume", code=f" {code[:3].upper()}\N{NO-BREAK SPACE}{code[3:]}")
        assert other.get("/api/state").json()["ballot"]["dots"] == {"p1": {"priority": 2}}
        assert other.vote({"p2": {"priority": 1}}, revision=2).status_code == 200
    assert phone.get("/api/state").json()["ballot"]["dots"] == {"p2": {"priority": 1}}
    assert len(session.current.book("r1").ballots) == 1


def test_a_resume_code_looks_like_no_other_code(session: WorkshopSession, site: Site, phone: Phone) -> None:
    """Six small letters; a receipt is four of Crockford's, a join code five digits, a card has a dash."""
    start_round(session)
    ballot = phone.vote({"p1": {"priority": 2}}).json()["ballot"]
    assert re.fullmatch(f"[{LETTERS}]{{6}}", ballot["resume"])
    assert len(ballot["receipt"]) == 4
    assert re.fullmatch(r"\d{5}", site.code)
    shown = f"{ballot['resume'][:3]}\N{NO-BREAK SPACE}{ballot['resume'][3:]}"
    assert f"Your code for another device: {shown}<" in phone.get("/vote").text


def test_every_wrong_resume_code_gets_the_same_answer_and_soon_slowly(session: WorkshopSession, phone: Phone) -> None:
    """There are not many of them, so that guessing costs more."""
    start_round(session)
    phone.vote({"p1": {"priority": 2}})
    answers = [_send(phone, "/resume", code=code) for code in ("bcdfgh", "", "K7Q2", "9" * 100)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert any(_send(phone, "/resume", code="zzzzzz").elapsed.total_seconds() > 1 for _ in range(25))


@pytest.mark.parametrize("step", ["close", "publish"])
def test_a_resume_code_works_only_while_the_round_is_open(session: WorkshopSession, phone: Phone, step: str) -> None:
    """Afterwards there is nothing to change, and it leads to nobody's ballot."""
    start_round(session)
    code = phone.vote({"p1": {"priority": 2}}).json()["ballot"]["resume"]
    assert token_of_code(session.current, "r1", code) is not None
    if step == "close":
        session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    else:
        publish(session, "r1")
    assert token_of_code(session.current, "r1", code) is None


def test_nobody_votes_as_a_paper_ballot_by_a_made_up_cookie(session: WorkshopSession, phone: Phone) -> None:
    """Only keys of phones that voted are taken up, and of this round."""
    start_round(session)
    session.act(partial(voting.key_in_ballot, round_id="r1", slip="7", dots={}, by="Desk")).result()
    for voter in ("paper:7", "0" * 64):
        phone.cookies.set("voter", f"r1.{voter}")
        assert phone.get("/api/state").json()["ballot"] is None
    phone.vote({"p1": {"priority": 2}})
    assert {ballot.way for ballot in session.current.book("r1").ballots.values()} == {"paper", "phone"}


def test_the_order_is_the_devices_own_where_the_round_says_so(session: WorkshopSession, site: Site) -> None:
    """It stays for the device whatever is voted, and differs between devices."""
    start_round(session, a_round(poster_order="random"))
    orders = set()
    for _ in range(12):
        with Phone(site) as one:
            first = _order(one.join())
            one.vote({"p3": {"priority": 3}})
            assert _order(one) == first
            assert sorted(first) == ["1", "2", "3"]
            orders.add(first)
    assert len(orders) > 1


def test_a_group_is_asked_for_only_where_it_matters(session: WorkshopSession, phone: Phone) -> None:
    """Nobody is asked for what the round has no use for; there are no sectors here."""
    start_round(session)
    assert "About you" not in phone.get("/vote").text


class TestAboutTheVoter:
    """A round in which nobody votes for their own group's poster; group 1 made poster 2."""

    @pytest.fixture
    def session(self, tmp_path: Path) -> Iterator[WorkshopSession]:
        """Give such a workshop, open."""
        opened = a_session(tmp_path, a_workshop(posters=3, groups=2, participants=3))
        made = partial(set_poster_group, poster_id="p2", part=MORNING, group_id=GroupId("g1"))
        opened.edit("Say who made it", made).result()
        start_round(opened, a_round(own_poster=False))
        yield opened
        opened.close()

    def test_the_page_asks_and_says_why(self, phone: Phone) -> None:
        """Optional, with the reason beside it."""
        page = phone.get("/vote").text
        assert "In this round nobody gives dots to a poster of their own group." in page
        assert "It shows no number that leads to fewer than five of them." in page
        assert page.count("I&#39;d rather not say") == 2

    def test_it_is_kept_with_the_ballot_and_remembered(self, session: WorkshopSession, phone: Phone) -> None:
        """Without script, as a form; in the next round it is there already."""
        _vote(phone, {"dots-0-0": "1", "group": "g2", "sector": "research"})
        (ballot,) = session.current.book("r1").ballots.values()
        assert (ballot.group, ballot.sector) == ("g2", "research")
        publish(session, "r1")
        start_round(session, a_round("r2", own_poster=False))
        page = phone.get("/vote").text
        assert '<option value="g2" selected>' in page
        assert "<option selected>research" in page

    def test_a_dot_on_the_own_poster_is_refused_and_shown(self, session: WorkshopSession, phone: Phone) -> None:
        """The page comes back with the poster marked as the group's."""
        answer = _vote(phone, {"dots-1-0": "1", "group": "g1", "sector": ""})
        assert answer.status_code == 422
        assert "nobody gives dots to a poster of their own group" in answer.text
        assert re.search(r'class="sheet chosen own" id="poster-2"', answer.text)
        assert not session.current.book("r1").ballots

    def test_the_next_person_is_asked_anew(self, phone: Phone) -> None:
        """What one person said is not the next one's business."""
        _vote(phone, {"dots-0-0": "1", "group": "g2", "sector": "research"})
        _send(phone, "/next")
        assert "selected" not in phone.get("/vote").text.partition("</style>")[2].partition("<form")[2]


def _order(phone: Phone) -> tuple[str, ...]:
    return tuple(re.findall(r'id="poster-(\d+)"', phone.get("/vote").text))


def _send(phone: Phone, path: str, **fields: str) -> httpx.Response:
    found = re.search(r'name="csrf" value="([^"]*)"', phone.get(path).text)
    assert found
    fields["csrf"] = html.unescape(found[1])
    return phone.post(path, data=fields, headers={"Origin": phone.own["Origin"]})


def _vote(phone: Phone, fields: dict[str, str]) -> httpx.Response:
    page = phone.get("/vote").text
    inputs = re.findall(r'<input [^>]*name="([^"]*)"[^>]*value="([^"]*)"', page)
    return phone.post("/vote", data=dict(inputs) | fields, headers={"Origin": phone.own["Origin"]})
