"""What happens in the room reaches every open page at once, cheaply, and tells nothing of any vote."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial

import httpx
import pytest

from tests.builders import NOW, publish, start_round
from tests.site.conftest import NO_CERTIFICATES, Phone
from workshop_tool.services import now, voting
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site, live, prompt_protocol


def test_a_page_that_connects_hears_how_things_stand(session: WorkshopSession, phone: Phone) -> None:
    """It may have been away for an hour."""
    start_round(session)
    with phone.stream("GET", "/api/live") as stream:
        told = next(_events(stream))
    assert (told["round"], told["state"]) == ("r1", "open")


def test_steps_of_a_round_and_the_moment_are_told(session: WorkshopSession, phone: Phone) -> None:
    """Open, message, close, publish: each within a moment."""
    with phone.stream("GET", "/api/live") as stream:
        events = _events(stream)
        assert next(events)["state"] == "waiting"
        start_round(session)
        assert next(events)["state"] == "open"
        session.edit("Say", partial(now.set_message, message="Find your poster")).result()
        assert "Find your poster" in next(events)["now"]
        publish(session, "r1")
        assert {told["state"] for told in (next(events),)} <= {"closed", "published"}


def test_a_vote_is_no_event(session: WorkshopSession, site: Site, phone: Phone) -> None:
    """Neither that somebody voted nor that somebody was late: the next thing heard is what the facilitator does."""
    start_round(session)
    with phone.stream("GET", "/api/live") as stream, Phone(site) as other:
        events = _events(stream)
        next(events)
        other.join().vote({"p1": {"priority": 1}})
        session.act(partial(voting.note_late, round_id="r1", token="f" * 32)).result()
        time.sleep(0.3)
        session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
        assert next(events)["state"] == "closed"


def test_many_changes_at_once_are_few_messages(session: WorkshopSession, phone: Phone) -> None:
    """Five hundred pages need not hear of every keystroke; the last one they do hear of."""
    with phone.stream("GET", "/api/live") as stream:
        events = _events(stream)
        next(events)
        for number in range(50):
            session.edit("Say", partial(now.set_message, message=f"Message {number}"))
        heard = [next(events)["now"]]
        while not heard[-1].startswith("Message 49"):
            heard.append(next(events)["now"])
    assert len(heard) < 20


def test_a_stream_outlives_the_deadline_of_a_request(
    session: WorkshopSession, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It beats while nothing happens, and then tells what does."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 0.4)
    monkeypatch.setattr(live, "HEARTBEAT", 0.2)
    with phone.stream("GET", "/api/live") as stream:
        lines = stream.iter_lines()
        beats = 0
        while beats < 5:
            beats += next(lines) == "event: beat"
        start_round(session)
        assert any('"open"' in line for line in lines if line.startswith("data"))


def test_a_stream_that_is_gone_is_forgotten(site: Site, phone: Phone) -> None:
    """At once, and not at the next heartbeat."""
    with phone.stream("GET", "/api/live") as stream:
        events = _events(stream)
        next(events)
        assert len(site.live) == 1
    assert _soon(lambda: len(site.live) == 0)


def test_there_are_so_many_streams_and_no_more(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """One too many is told to ask instead; asking always works."""
    monkeypatch.setattr(live, "MOST_STREAMS", 1)
    with phone.stream("GET", "/api/live") as stream:
        events = _events(stream)
        next(events)
        assert phone.get("/api/live").status_code == 503
        assert phone.get("/api/state").status_code == 200


def test_a_stream_needs_a_device_that_joined(stranger: Phone) -> None:
    """As everything does."""
    assert stranger.get("/api/live").status_code == 401


def test_stopping_the_site_ends_all_streams_quietly(session: WorkshopSession, caplog: pytest.LogCaptureFixture) -> None:
    """And does not wait for them."""
    site = Site(session)
    site.start()
    with Phone(site) as phone, phone.join().stream("GET", "/api/live") as stream:
        events = _events(stream)
        next(events)
        began = time.monotonic()
        site.stop()
        assert time.monotonic() - began < 2
        assert list(events) == []
    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_two_hundred_streams_leave_votes_fast(session: WorkshopSession, site: Site, phone: Phone) -> None:
    """One task each, asleep until something happens; and all of them hear of it."""
    start_round(session)
    heard, ready = [], threading.Semaphore(0)

    def follow(client: httpx.Client) -> None:
        with client.stream("GET", f"{site.address}/api/live") as stream:
            events = _events(stream)
            next(events)
            ready.release()
            heard.append(next(events)["state"])

    limits = httpx.Limits(max_connections=None)
    with httpx.Client(cookies=phone.cookies, timeout=20, limits=limits, verify=NO_CERTIFICATES) as client:
        hands = [threading.Thread(target=follow, args=(client,)) for _ in range(200)]
        for hand in hands:
            hand.start()
        assert all(ready.acquire(timeout=20) for _ in hands)
        assert phone.vote({"p1": {"priority": 1}}).elapsed.total_seconds() < 0.5
        session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
        for hand in hands:
            hand.join(timeout=20)
    assert heard == ["closed"] * 200


def _events(stream: httpx.Response) -> Iterator[dict[str, str]]:
    lines = stream.iter_lines()
    for line in lines:
        if line == "event: standing":
            yield json.loads(next(lines).removeprefix("data: "))


def _soon(true: Callable[[], bool]) -> bool:
    for _ in range(100):
        if true():
            return True
        time.sleep(0.02)
    return False
