"""Casting: the complete ballot, as often as the phone likes, and one truth at the laptop."""

import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from statistics import median

import httpx
import pytest

from tests.builders import NOW, a_round, publish, start_round
from tests.site.conftest import Phone
from workshop_tool.domain.voting.result import count
from workshop_tool.services import voting
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site


@pytest.fixture(autouse=True)
def round_id(session: WorkshopSession) -> str:
    """Open a round of three priority dots and one feasibility dot."""
    return start_round(session)


def test_an_acknowledged_ballot_is_in_the_book(session: WorkshopSession, phone: Phone) -> None:
    """What the phone shows as recorded counts."""
    answer = phone.vote({"p1": {"priority": 2}, "p2": {"feasibility": 1}})
    assert answer.status_code == 200
    assert count(session.current.book("r1")).rows[0].dots == {"priority": 2, "feasibility": 0}


def test_the_same_ballot_fifty_times_at_once_is_one_ballot_with_one_receipt(
    session: WorkshopSession, phone: Phone
) -> None:
    """A phone that hears nothing sends again, and harms nothing by it."""
    with ThreadPoolExecutor(10) as hands:
        answers = list(hands.map(lambda _: phone.vote({"p1": {"priority": 1}}), range(50)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["ballot"]["receipt"] for answer in answers}) == 1
    assert len(session.current.book("r1").ballots) == 1


def test_a_higher_revision_replaces(session: WorkshopSession, phone: Phone) -> None:
    """The last ballot counts, whole: nothing of the earlier one is left."""
    phone.vote({"p1": {"priority": 3}})
    phone.vote({"p2": {"priority": 1}}, revision=2)
    assert phone.get("/api/state").json()["ballot"]["dots"] == {"p2": {"priority": 1}}
    assert len(session.current.book("r1").ballots) == 1


def test_an_overtaken_ballot_is_answered_with_the_one_that_counts(phone: Phone) -> None:
    """A delayed request must not put an old ballot back; the page shows what is saved."""
    phone.vote({"p2": {"priority": 1}}, revision=5)
    answer = phone.vote({"p1": {"priority": 3}}, revision=4)
    assert answer.status_code == 409
    assert answer.json()["ballot"]["revision"] == 5
    assert answer.json()["ballot"]["dots"] == {"p2": {"priority": 1}}


def test_the_same_revision_with_other_dots_is_refused(phone: Phone) -> None:
    """Two pages of one phone cannot both be right."""
    phone.vote({"p2": {"priority": 1}})
    assert phone.vote({"p1": {"priority": 1}}).status_code == 409


def test_after_the_close_a_phone_is_told_so(session: WorkshopSession, phone: Phone) -> None:
    """What comes after the close does not count, and says it."""
    phone.vote({"p1": {"priority": 1}})
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    answer = phone.vote({"p1": {"priority": 2}}, revision=2)
    assert answer.status_code == 409
    assert answer.json()["sentence"] == "Voting is closed. Your last saved ballot counts."
    assert answer.json()["state"] == "closed"
    assert answer.json()["ballot"]["dots"] == {"p1": {"priority": 1}}


def test_a_late_ballot_is_counted_as_late_once_for_each_voter(
    session: WorkshopSession, site: Site, phone: Phone
) -> None:
    """However often the phone tries; a ballot sent again that was in time is not late."""
    phone.vote({"p1": {"priority": 1}})
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    assert phone.vote({"p1": {"priority": 1}}).status_code == 200
    with Phone(site) as other:
        other.join()
        for revision in (1, 2, 2):
            assert other.vote({"p2": {"priority": 1}}, revision=revision).status_code == 409
    assert len(session.current.book("r1").round.late) == 1


def test_a_ballot_of_an_earlier_round_is_not_taken_for_this_one(session: WorkshopSession, phone: Phone) -> None:
    """A page left open since the first vote is told which round there is now."""
    publish(session, "r1")
    start_round(session, a_round("r2"))
    answer = phone.vote({"p1": {"priority": 1}})
    assert (answer.status_code, answer.json()["round"]) == (409, "r2")
    assert len(session.current.book("r2").ballots) == 0


def test_a_ballot_of_no_round_is_refused(phone: Phone) -> None:
    """A page of another workshop at this address."""
    assert phone.vote({}, round_id="elsewhere").status_code == 409


def test_nothing_tells_how_others_voted(site: Site, phone: Phone) -> None:
    """Until the result is published a phone knows its own ballot only."""

    def everything() -> list[str]:
        told = phone.get("/api/state").json()
        told.pop("at")  # the time of day, which nobody's vote changes
        return [str(told), *(phone.get(path).text for path in ("/vote", "/vote/posters/p1"))]

    before = everything()
    with Phone(site) as other:
        other.join().vote({"p1": {"priority": 3}, "p2": {"feasibility": 1}})
    assert everything() == before


def test_a_ballot_needs_a_device_that_joined(stranger: Phone) -> None:
    """The code lets people of the room vote, and nobody else on the network."""
    assert stranger.vote({"p1": {"priority": 1}}).status_code == 401


def test_answers_do_not_wait_for_the_network_to_batch_them(phone: Phone) -> None:
    """With Nagle's delay each answer of a kept connection would take 44 ms."""
    assert median(_seconds(phone) for _ in range(15)) < 0.03


def test_two_hundred_phones_at_once_are_all_acknowledged(session: WorkshopSession, site: Site) -> None:
    """The facilitator says "now", and everybody taps."""

    def cast_one(_: int) -> int:
        with Phone(site) as one:
            return one.join().vote({"p1": {"priority": 1}}).status_code

    with ThreadPoolExecutor(20) as hands:
        assert set(hands.map(cast_one, range(200))) == {200}
    assert len(session.current.book("r1").ballots) == 200


def _seconds(client: httpx.Client) -> float:
    began = time.perf_counter()
    client.get("/api/state")
    return time.perf_counter() - began
