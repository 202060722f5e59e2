"""In a real browser the size of a phone: typed code, card, next person, the close that counts down, the moment."""

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.builders import NOW, a_round, publish, start_round
from tests.site.ballot_gestures import PHONE, RECORDED, number, saved, tap
from workshop_tool.services import now, voting
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


@pytest.fixture
def page(context: "BrowserContext") -> "Page":
    """Give an empty page of a phone."""
    return context.new_page()


def test_the_code_is_typed_and_the_phone_votes(page: "Page", session: WorkshopSession, site: Site) -> None:
    """Whose camera reads nothing."""
    start_round(session)
    page.goto(site.address)
    page.get_by_label("Type the code").fill(site.code)
    page.get_by_role("button", name="Join").tap()
    tap(page, "p1", "priority")
    page.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


@pytest.mark.parametrize("script", [True, False])
def test_a_card_is_typed_and_votes(browser: "Browser", session: WorkshopSession, site: Site, script: bool) -> None:
    """With script and without."""
    code = session.act(partial(ensure_cards, count=1)).result()[0]
    start_round(session, a_round(voters="card"))
    context = browser.new_context(**PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto(site.join_url)
    page.get_by_label("The eight characters on your card").fill(code.lower())
    page.get_by_role("button", name="Use this card").tap()
    if script:
        tap(page, "p2", "priority")
    else:
        number(page, "p2", "priority").fill("1")
        page.get_by_role("button", name="Save my ballot").tap()
    page.wait_for_selector(RECORDED)
    context.close()
    assert saved(session) == {"p2": {"priority": 1}}


def test_nothing_of_the_last_person_is_left(ballot: "Page", context: "BrowserContext") -> None:
    """No receipt, no dot, no cookie, nothing in the browser's store: not on the page, and not by going back."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    said, before = ballot.locator("#state").inner_text(), _cookies(context)
    _hand_over(ballot)
    assert number(ballot, "p1", "priority").input_value() == "0"
    assert not set(before.values()) & set(_cookies(context).values())
    assert ballot.evaluate("Object.keys(localStorage).length") == 0
    for _ in range(2):
        ballot.go_back()
        ballot.wait_for_load_state()
        assert said not in ballot.content()
        assert ballot.locator("input[type=number]").evaluate_all("all => all.every(one => one.value === '0')")


def test_what_a_group_typed_stays_for_the_group(ballot: "Page") -> None:
    """The last voter's answer that was never sent goes; a station's text on the same device does not."""
    keep = "all => all.forEach(key => localStorage.setItem(key, '{}'))"
    ballot.evaluate(keep, ["station.p1.evidence", "text./api/answers.q1", "about.x", "else"])
    ballot.goto(ballot.url.replace("/vote", "/next"))
    button = ballot.get_by_role("button", name="Next person")
    button.tap()
    assert ballot.locator("#unsent").inner_text().startswith("An answer of yours is still not sent.")
    with ballot.expect_navigation(url="**/vote"):
        button.tap()
    assert ballot.evaluate("Object.keys(localStorage)") == ["station.p1.evidence"]


def test_the_next_person_votes_for_themselves(ballot: "Page", session: WorkshopSession) -> None:
    """One device, two ballots."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    _hand_over(ballot)
    tap(ballot, "p2", "priority")
    ballot.wait_for_selector(RECORDED)
    dots = sorted(str(one.allocation.dots) for one in session.current.book("r1").ballots.values())
    assert dots == ["{'p1': {'priority': 1}}", "{'p2': {'priority': 1}}"]


def test_unsent_dots_are_not_given_up_by_one_press(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The page says that they are not sent; when the network is back it sends them, and the message goes."""
    ballot.route("**/api/ballot", lambda request: request.abort())
    tap(ballot, "p1", "priority")
    ballot.goto(ballot.url.replace("/vote", "/next"))
    ballot.wait_for_selector("#unsent:visible")
    ballot.get_by_role("button", name="Next person").tap()
    assert ballot.locator("#unsent").inner_text().startswith("Your last dots are still not sent.")
    ballot.unroute("**/api/ballot")
    context.set_offline(True)
    context.set_offline(False)
    ballot.wait_for_selector("#unsent", state="hidden")
    assert saved(session) == {"p1": {"priority": 1}}


def test_dots_of_an_earlier_round_are_not_dropped_without_a_word(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The phone slept through the close and the next opening: the new ballot is there, and says what became of them."""
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    publish(session, "r1")
    start_round(session, a_round("r2"))
    context.set_offline(False)
    ballot.wait_for_selector("body[data-round=r2] #dropped:visible")
    assert "That round is over, so they are not counted." in ballot.locator("#dropped").inner_text()
    assert number(ballot, "p1", "priority").input_value() == "0"
    assert not session.current.book("r2").ballots


def test_the_close_counts_down_and_what_is_held_is_sent(ballot: "Page", session: WorkshopSession) -> None:
    """Ten seconds of grace, in view; the ballot that was waiting for its next try goes off at once."""
    ballot.clock.install()
    ballot.reload()
    ballot.clock.pause_at(dt.datetime.now(tz=dt.UTC) + dt.timedelta(seconds=10))
    ballot.route("**/api/ballot", lambda request: request.abort())
    tap(ballot, "p1", "priority")
    for _ in range(4):  # until the phone waits longer between its tries than the test goes on
        with ballot.expect_event("requestfailed"):
            ballot.clock.run_for(9_000)
    ballot.unroute("**/api/ballot")
    at = session.clock() + dt.timedelta(seconds=8)
    session.act(partial(voting.announce_close, round_id="r1", at=at)).result()
    ballot.wait_for_selector("#closing:has-text('Voting closes in')")
    ballot.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    box = ballot.locator("#closing").bounding_box()
    assert box is not None
    assert 0 < box["y"] < 844
    ballot.clock.run_for(1_500)
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_a_late_phone_counts_as_late_once(ballot: "Page", context: "BrowserContext", session: WorkshopSession) -> None:
    """Its dots never came before the close; looking again and again makes it no second one."""
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    context.set_offline(False)
    ballot.wait_for_selector("#late:visible")
    for _ in range(2):
        ballot.reload()
        ballot.wait_for_selector("#late:visible")
        ballot.wait_for_timeout(200)
    assert len(session.current.book("r1").round.late) == 1


def test_a_page_says_when_the_host_is_away(ballot: "Page", site: Site) -> None:
    """And when it is back; dots placed meanwhile arrive."""
    site.stop()
    ballot.wait_for_selector("#away:visible", timeout=20_000)
    tap(ballot, "p1", "priority")
    site.start()
    ballot.wait_for_selector(RECORDED, timeout=20_000)
    ballot.wait_for_selector("#away", state="hidden", timeout=20_000)


def test_where_no_stream_comes_through_the_page_asks(
    context: "BrowserContext", session: WorkshopSession, site: Site
) -> None:
    """Some networks hold streams back; the ballot appears all the same."""
    page = context.new_page()
    page.route("**/api/live", lambda request: request.abort())
    page.goto(site.join_url)
    start_round(session)
    page.wait_for_selector("#ballot", timeout=15_000)


def test_the_page_of_the_moment_follows_the_room(page: "Page", session: WorkshopSession, site: Site) -> None:
    """Message and timer come by themselves; when voting opens, so does the ballot."""
    page.goto(site.join_url)
    page.goto(f"{site.address}/now")
    session.edit("Say", partial(now.set_message, message="Find your poster")).result()
    page.wait_for_selector("text=Find your poster")
    session.edit("Timer", partial(now.set_timer, seconds=2, now=session.clock())).result()
    page.wait_for_selector("#timer:has-text('0:01')")
    page.wait_for_selector(".over:has-text('+0:01 over')")
    start_round(session)
    page.wait_for_selector("#ballot")


def test_the_timer_has_the_tones_of_the_projector(page: "Page", session: WorkshopSession, site: Site) -> None:
    """Low at a fifth of its length, last at a twentieth, and over: in words too, and from the phone's own counting."""
    page.goto(site.join_url)
    page.goto(f"{site.address}/now")
    page.clock.install()
    session.edit("Timer", partial(now.set_timer, seconds=1000, now=session.clock())).result()
    for passed, tone, words in ((0, "calm", "left"), (801, "low", "left"), (150, "last", "left"), (50, "over", "over")):
        page.clock.run_for(passed * 1000)
        page.wait_for_selector(f".timer.{tone}:has-text('{words}')")


def test_a_ballot_is_the_same_whatever_others_vote(ballot: "Page", session: WorkshopSession) -> None:
    """Page and order, before and after; another phone's votes leave no trace in it."""
    before = ballot.content()
    for token, dots in (("a" * 32, {"p3": {"priority": 3}}), ("b" * 32, {"p2": {"feasibility": 1}})):
        cast = partial(voting.cast_ballot, round_id="r1", token=token, dots=dots, revision=1)
        session.act(cast).result()
    ballot.reload()
    ballot.wait_for_selector(".stepper button")
    assert ballot.content() == before


def _hand_over(page: "Page") -> None:
    page.get_by_role("link", name="Next person").tap()
    page.get_by_role("button", name="Next person").tap()
    page.wait_for_selector("#ballot .stepper button")


def _cookies(context: "BrowserContext") -> dict[str, str]:
    return {str(cookie.get("name")): str(cookie.get("value")) for cookie in context.cookies()}
