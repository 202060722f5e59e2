"""The phone says nothing about a ballot that is not so: late, lost, or saved elsewhere."""

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.builders import NOW, a_round, publish, start_round
from tests.site.ballot_gestures import RECORDED, button, number, saved, tap
from workshop_tool.services import voting
from workshop_tool.services.edits.posters import rename_poster
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

LOOK = "document.dispatchEvent(new Event('visibilitychange'))"
"""What the browser tells a page that somebody looks at again."""


def test_leaving_the_page_at_once_sends_the_dots(ballot: "Page", session: WorkshopSession) -> None:
    """Who taps, reads a poster and puts the phone away has voted."""
    tap(ballot, "p1", "priority")
    ballot.get_by_role("link", name="Read the poster").first.click()
    ballot.wait_for_selector("main.poster")
    ballot.wait_for_timeout(300)
    assert saved(session) == {"p1": {"priority": 1}}


def test_a_page_left_open_takes_over_what_another_one_saved(ballot: "Page", context: "BrowserContext") -> None:
    """A receipt never stands beside dots that are not the recorded ones."""
    newer = context.new_page()
    newer.goto(ballot.url)
    tap(newer, "p2", "priority")
    newer.wait_for_selector(RECORDED)
    ballot.evaluate(LOOK)
    ballot.wait_for_selector(RECORDED)
    assert number(ballot, "p2", "priority").input_value() == "1"


def test_a_dot_just_placed_is_not_swept_away(ballot: "Page", session: WorkshopSession) -> None:
    """News of another page's ballot arrives between the tap and its sending: the laptop decides, not the page."""
    tap(ballot, "p1", "priority")
    news = {"ballot": {"revision": 9, "receipt": "ELSE", "dots": {}}}
    ballot.evaluate("news => dispatchEvent(new CustomEvent('standing', { detail: news }))", news)
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_a_request_that_is_never_answered_is_sent_again(
    context: "BrowserContext", session: WorkshopSession, site: Site
) -> None:
    """Bad Wi-Fi swallows a packet: the phone gives up on that request and tries another."""
    start_round(session)
    page = context.new_page()
    page.clock.install()
    page.goto(site.join_url)
    page.route("**/api/ballot", lambda _swallowed: None, times=1)
    with page.expect_request("**/api/ballot"):
        tap(page, "p1", "priority")
        page.clock.run_for(400)
    page.clock.run_for(6_000)
    page.clock.run_for(1_500)
    page.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_a_phone_that_is_asked_to_wait_does(context: "BrowserContext", session: WorkshopSession, site: Site) -> None:
    """Sent away for six seconds, it comes back after six: not sooner, and by itself."""
    start_round(session)
    page = context.new_page()
    page.clock.install()
    page.goto(site.join_url)
    busy = {"status": 503, "headers": {"Retry-After": "6"}, "json": {"sentence": "Busy."}}
    page.route("**/api/ballot", lambda request: request.fulfill(**busy), times=1)
    with page.expect_response("**/api/ballot"):
        tap(page, "p1", "priority")
        page.clock.run_for(400)
    page.clock.run_for(5_000)
    assert not session.current.book("r1").ballots
    page.clock.run_for(2_000)
    page.wait_for_selector(RECORDED)


def test_a_host_that_is_away_is_said_so_in_view(ballot: "Page", session: WorkshopSession) -> None:
    """Wherever on the ballot one is, and only as long as it lasts."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    far = ballot.locator(".far")
    assert far.is_hidden()
    ballot.route("**/api/**", lambda request: request.abort())
    for _look in range(2):
        with ballot.expect_event("requestfailed"):
            ballot.evaluate(LOOK)
    far.wait_for()
    ballot.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    box = far.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 844 - box["height"]
    ballot.unroute("**/api/**")
    ballot.evaluate(LOOK)
    far.wait_for(state="hidden")
    assert session.current.book("r1").ballots


def test_a_run_off_comes_up_on_the_same_phone(ballot: "Page", session: WorkshopSession) -> None:
    """With the posters that are level, one criterion, and a ballot of its own."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    publish(session, "r1")
    start_round(session, a_round("r2", only=("p1", "p3"), dots={"priority": 1, "feasibility": 0}))
    ballot.wait_for_selector("body[data-round=r2] #ballot")
    shown = ballot.locator("input[data-poster]").evaluate_all(
        "all => all.map(one => Object.values(one.dataset).join())"
    )
    assert shown == ["p1,priority", "p3,priority"]
    tap(ballot, "p3", "priority")
    ballot.wait_for_selector(RECORDED)
    (cast,) = session.current.book("r2").ballots.values()
    assert cast.allocation.dots == {"p3": {"priority": 1}}


def test_the_next_round_comes_up_by_itself(ballot: "Page", session: WorkshopSession) -> None:
    """On a page that still shows the first one, with a ballot that is empty again."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    publish(session, "r1")
    start_round(session, a_round("r2"))
    ballot.wait_for_selector("body[data-round=r2] #ballot")
    assert number(ballot, "p1", "priority").input_value() == "0"


def test_what_never_left_the_phone_is_said_to_be_late(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """Without any saved ballot, too."""
    _tap_offline_and_close(ballot, context, session)
    assert "No ballot was saved from this phone." in ballot.locator("main").inner_text()
    assert ballot.locator("#late").inner_text() == "The dots you placed came too late and are not counted."


def test_what_came_late_is_sent_when_voting_is_reopened(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The phone kept it; reopening lets everybody change their ballot again."""
    _tap_offline_and_close(ballot, context, session)
    session.act(partial(voting.reopen_round, round_id="r1", now=NOW)).result()
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_a_phone_that_slept_through_the_close_is_told_when_it_is_published(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The page of the close never came up on it."""
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    publish(session, "r1")
    context.set_offline(False)
    ballot.wait_for_selector("h1:has-text('Voting is over')")
    assert ballot.locator("#late").is_visible()


def test_a_ballot_whose_receipt_was_lost_is_not_called_late(ballot: "Page", session: WorkshopSession) -> None:
    """It arrived, and only the answer did not: it counts."""
    tap(ballot, "p1", "priority")
    kept = ballot.evaluate("Object.entries(localStorage)[0]")
    assert kept[0].endswith(".r1")
    ballot.wait_for_selector(RECORDED)
    ballot.evaluate("kept => localStorage.setItem(...kept)", kept)
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    ballot.wait_for_selector("h1:has-text('Voting is closed')")
    assert ballot.locator("#late").is_hidden()


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_what_counts_is_not_cut_off_sideways(ballot: "Page", session: WorkshopSession, letters: str) -> None:
    """Long words and large letters on a small phone, when nothing can be changed any more."""
    title = "Kompetanseforsyningsutfordringer i kommunesektoren"
    session.edit("Rename", partial(rename_poster, poster_id="p1", title=title)).result()
    tap(ballot, "p1", "priority")
    tap(ballot, "p1", "feasibility")
    ballot.wait_for_selector(RECORDED)
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    ballot.set_viewport_size({"width": 320, "height": 640})
    ballot.wait_for_selector("h1:has-text('Voting is closed')")
    ballot.evaluate("size => document.documentElement.style.fontSize = size", letters)
    assert ballot.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_poster_holds_a_hundred_dots_at_most(context: "BrowserContext", session: WorkshopSession, site: Site) -> None:
    """Where the round sets no limit, the page stops where the laptop would refuse, and says why."""
    start_round(session, a_round(dots={"priority": None, "feasibility": 1}))
    page = context.new_page()
    page.goto(site.join_url)
    number(page, "p1", "priority").evaluate("field => { field.value = 99; }")
    tap(page, "p1", "priority")
    button(page, "p1", "priority", 1).click(force=True)
    assert page.locator("#why").inner_text() == "At most 100 Priority dots on one poster."


def _tap_offline_and_close(ballot: "Page", context: "BrowserContext", session: WorkshopSession) -> None:
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    context.set_offline(False)
    ballot.wait_for_selector("h1:has-text('Voting is closed')")
