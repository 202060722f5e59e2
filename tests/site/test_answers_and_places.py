"""Warm-up answers and placed trends from a joined phone, by script and by form; nothing of others is shown."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.ballot_gestures import PHONE
from tests.site.conftest import Phone
from tests.site.station_gestures import a_room, csrf_in
from workshop_tool.domain.sheets import Sheet, Spot
from workshop_tool.services import sheets
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with two questions and three trends."""
    opened = a_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: "Browser", site: Site) -> Iterator["Page"]:
    """Give a phone that has joined."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.goto(site.join_url)
    yield page
    context.close()


def sheet(session: WorkshopSession) -> Sheet:
    """Return the only sheet there is."""
    (only,) = session.current.sheets.values()
    return only


def close(session: WorkshopSession) -> None:
    """Close the workshop."""
    session.edit("Close", partial(revise_particulars, standing="draft")).result()


def test_an_answer_is_replaced_by_the_next(phone: Phone, session: WorkshopSession) -> None:
    """By script."""
    for text in ("Cables", "Costs"):
        body = {"question": "q1", "text": text}
        assert phone.put("/api/answers", json=body, headers=phone.own).status_code == 200
    assert dict(sheet(session).answers) == {"q1": "Costs"}


def test_a_form_answers(phone: Phone, session: WorkshopSession) -> None:
    """Without script; each question has its own button, and leaves the others alone."""
    for question in ("q1", "q2"):
        data = {"csrf": csrf_in(phone.get("/answers").text), f"answer-{question}": "<b>Cables"}
        assert phone.post("/answers", data=data, headers=phone.own).status_code == 200
    assert dict(sheet(session).answers) == {"q1": "<b>Cables", "q2": "<b>Cables"}
    assert "&lt;b&gt;Cables" in phone.get("/answers").text


def test_a_form_places(phone: Phone, session: WorkshopSession) -> None:
    """Without script; two empty lists take it off again."""
    for across, up in (("1", "4"), ("", "")):
        data = {"csrf": csrf_in(phone.get("/place").text), "trend": "t1", "certainty": across, "importance": up}
        phone.post("/place", data=data, headers=phone.own)
        assert sheet(session).placed.get("t1") == (Spot(certainty=0.25, importance=1) if up else None)  # type: ignore[call-overload]


def test_nobody_sees_anothers_places_or_answers(phone: Phone, site: Site, session: WorkshopSession) -> None:
    """The page of a fresh phone is the same before and after."""
    with Phone(site) as other:
        other.join()
        before = [other.get(path).text for path in ("/place", "/answers")]
        phone.put("/api/place", json={"trend": "t1", "certainty": 0.5, "importance": 1}, headers=phone.own)
        phone.put("/api/answers", json={"question": "q1", "text": "Cables"}, headers=phone.own)
        assert sheet(session).placed
        assert [other.get(path).text for path in ("/place", "/answers")] == before


def test_after_closing_both_are_refused(phone: Phone, session: WorkshopSession) -> None:
    """With a sentence, and the typed text still on the page."""
    csrf = csrf_in(phone.get("/answers").text)
    close(session)
    answer = phone.post("/answers", data={"csrf": csrf, "answer-q1": "Too late"}, headers=phone.own)
    assert (answer.status_code, "The workshop is closed" in answer.text, "Too late" in answer.text) == (409, True, True)
    assert phone.post("/place", data={"csrf": csrf, "trend": "t1"}, headers=phone.own).status_code == 409
    place = phone.put("/api/place", json={"trend": "t1", "certainty": 1, "importance": 1}, headers=phone.own)
    assert (place.status_code, len(session.current.sheets)) == (409, 0)


@pytest.mark.parametrize(
    "body", [{"certainty": 2}, {"certainty": "0.5"}, {"trend": 1}, {"more": 1}, {"importance": True}], ids=str
)
def test_a_strange_place_is_refused(phone: Phone, session: WorkshopSession, body: dict[str, object]) -> None:
    """Strict: nothing is taken for something else."""
    sent = {"trend": "t1", "certainty": 0.5, "importance": 0.5} | body
    assert phone.put("/api/place", json=sent, headers=phone.own).status_code == 422
    assert not session.current.sheets


@pytest.mark.parametrize("path", ["/answers", "/place"])
def test_a_stranger_is_asked_to_join(stranger: Phone, path: str) -> None:
    """Nobody answers who is not in the room."""
    assert stranger.get(path).status_code == 401


def test_a_tap_on_the_map_places_a_trend(page: "Page", site: Site, session: WorkshopSession) -> None:
    """Across is certainty, up is importance; it is kept over a reload."""
    page.goto(f"{site.address}/place")
    page.get_by_label("Trend 2").check()
    box = page.locator(".map").bounding_box()
    assert box is not None
    page.locator(".map").tap(position={"x": box["width"] / 4, "y": box["height"] / 4})
    page.wait_for_selector(".recorded:has-text('Saved')")
    spot = sheet(session).placed["t2"]  # type: ignore[index]
    assert abs(spot.certainty - 0.25) < 0.02
    assert abs(spot.importance - 0.75) < 0.02
    page.reload()
    assert "Certainty: rather uncertain" in page.locator("label:has-text('Trend 2')").inner_text()


def test_a_place_is_kept_without_network(page: "Page", site: Site, session: WorkshopSession) -> None:
    """And sent when it is back, even by another page."""
    page.goto(f"{site.address}/place")
    page.context.set_offline(True)
    page.locator("[name=certainty]").select_option("4")
    page.locator("[name=importance]").select_option("0")
    assert page.locator(".state").inner_text() == "On this phone, not sent yet"
    page.wait_for_timeout(500)
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(f"{site.address}/place")
    again.wait_for_selector(".recorded:has-text('Saved')")
    assert dict(sheet(session).placed) == {"t1": Spot(certainty=1, importance=0)}


def test_answers_save_as_they_are_typed(page: "Page", site: Site, session: WorkshopSession) -> None:
    """And are there after a reload."""
    page.goto(f"{site.address}/answers")
    page.get_by_label("Question 1?").fill("Cables")
    page.wait_for_selector(".recorded:has-text('Saved')")
    assert dict(sheet(session).answers) == {"q1": "Cables"}
    page.reload()
    assert page.get_by_label("Question 1?").input_value() == "Cables"


def test_a_sheet_is_the_devices_own(phone: Phone, session: WorkshopSession) -> None:
    """Its id is made of the token, which is nowhere in the file."""
    phone.put("/api/answers", json={"question": "q1", "text": "Cables"}, headers=phone.own)
    token = phone.cookies["device"].partition(".")[0]
    assert sheet(session).id == sheets.sheet_id_of(session.current, token)
    session.close()
    assert all(token.encode() not in file.read_bytes() for file in session.path.parent.rglob("*") if file.is_file())
