"""The ballot in a real browser the size of a phone: taps, receipts, no network, no script, large letters."""

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.builders import NOW, a_round, start_round
from tests.site.ballot_gestures import PHONE, RECORDED, button, number, saved, tap
from workshop_tool.services import voting
from workshop_tool.services.changing_dots import change_dots
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


def test_taps_are_recorded(ballot: "Page", session: WorkshopSession) -> None:
    """Tap, and the receipt appears; the dots that are left stay in view."""
    tap(ballot, "p1", "priority")
    tap(ballot, "p1", "priority")
    tap(ballot, "p2", "feasibility")
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 2}, "p2": {"feasibility": 1}}
    assert ballot.locator(".purses").inner_text().split() == ["Priority", "1", "left", "Feasibility", "0", "left"]


def test_a_reload_shows_the_same_dots_and_receipt(ballot: "Page") -> None:
    """The laptop has the ballot, not the page."""
    tap(ballot, "p2", "priority")
    ballot.wait_for_selector(RECORDED)
    said = ballot.locator("#state").inner_text()
    ballot.reload()
    assert ballot.locator("#state").inner_text() == said
    assert number(ballot, "p2", "priority").input_value() == "1"


def test_more_dots_for_everybody_show_on_the_phone_by_themselves(ballot: "Page", session: WorkshopSession) -> None:
    """The facilitator gives one more; the page says so, and what was placed stays."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    session.act(partial(change_dots, round_id="r1", criterion="priority", dots=4, now=NOW)).result()
    ballot.locator(".purses", has_text="3").wait_for()
    assert number(ballot, "p1", "priority").input_value() == "1"


def test_a_dot_can_be_taken_back(ballot: "Page", session: WorkshopSession) -> None:
    """And placed elsewhere."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    tap(ballot, "p1", "priority", step=-1)
    tap(ballot, "p3", "priority")
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p3": {"priority": 1}}


def test_plus_is_off_without_dots_and_says_why(ballot: "Page", session: WorkshopSession) -> None:
    """No dot more than there are; a tap on what is off is answered."""
    tap(ballot, "p1", "feasibility")
    plus = button(ballot, "p2", "feasibility", 1)
    assert plus.get_attribute("aria-disabled") == "true"
    plus.click(force=True)
    assert ballot.locator("#why").inner_text() == "No Feasibility dots left. Take one back to move it."
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"feasibility": 1}}


def test_the_most_on_one_poster_holds(context: "BrowserContext", session: WorkshopSession, site: Site) -> None:
    """Where the round says so, a poster takes no further dot, and the page says why."""
    start_round(session, a_round(most_per_poster=2))
    page = context.new_page()
    page.goto(site.join_url)
    tap(page, "p1", "priority")
    tap(page, "p1", "priority")
    button(page, "p1", "priority", 1).click(force=True)
    assert page.locator("#why").inner_text() == "At most 2 Priority dots on one poster."
    assert number(page, "p1", "priority").input_value() == "2"


def test_what_was_tapped_without_network_is_sent_when_it_is_back(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The phone keeps the ballot and says so, until the laptop has it."""
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    ballot.wait_for_timeout(600)
    assert ballot.locator("#state").inner_text() == "On this phone, not sent yet"
    assert not session.current.book("r1").ballots
    context.set_offline(False)
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_an_unsent_ballot_survives_the_page(
    ballot: "Page", context: "BrowserContext", session: WorkshopSession
) -> None:
    """The page was closed before the network came back; opening it again sends the ballot."""
    context.set_offline(True)
    tap(ballot, "p1", "priority")
    address = ballot.url
    ballot.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    again.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_an_older_page_yields_to_what_is_saved(ballot: "Page", context: "BrowserContext") -> None:
    """Open twice on one phone: the page that is behind shows the saved ballot and says so."""
    newer = context.new_page()
    newer.goto(ballot.url)
    tap(newer, "p2", "priority")
    tap(newer, "p2", "priority")
    newer.wait_for_selector(RECORDED)
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector("#state:has-text('newer ballot')")
    assert number(ballot, "p1", "priority").input_value() == "0"
    assert number(ballot, "p2", "priority").input_value() == "2"


def test_the_waiting_page_turns_into_the_ballot(
    context: "BrowserContext", session: WorkshopSession, site: Site
) -> None:
    """Nobody has to reload when the facilitator opens the round."""
    page = context.new_page()
    page.goto(site.join_url)
    assert "Voting has not opened yet." in page.locator("main").inner_text()
    start_round(session)
    page.wait_for_selector("#ballot", timeout=10_000)


def test_the_page_turns_into_what_counts_when_voting_closes(ballot: "Page", session: WorkshopSession) -> None:
    """By itself, and at once; nothing that was saved is called late."""
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    ballot.wait_for_selector("h1:has-text('Voting is closed')")
    assert ballot.locator("#late").is_hidden()
    assert saved(session) == {"p1": {"priority": 1}}


def test_it_works_without_script(browser: "Browser", session: WorkshopSession, site: Site) -> None:
    """Numbers and a button that is in view."""
    start_round(session)
    context = browser.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.join_url)
    number(page, "p1", "priority").fill("2")
    page.get_by_role("button", name="Save my ballot").click()
    page.wait_for_selector(RECORDED)
    context.close()
    assert saved(session) == {"p1": {"priority": 2}}


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_nothing_is_cut_off_sideways(ballot: "Page", letters: str) -> None:
    """Small phones and large letters: no sideways scrolling, and buttons a thumb can hit."""
    ballot.evaluate("size => document.documentElement.style.fontSize = size", letters)
    for width in (320, 360, 390):
        ballot.set_viewport_size({"width": width, "height": 740})
        assert ballot.evaluate("document.documentElement.scrollWidth") <= width
        boxes = [button.bounding_box() for button in ballot.locator(".stepper button").all()]
        assert all(box and min(box["width"], box["height"]) >= 44 for box in boxes)


def test_remaining_dots_and_state_stay_in_view(ballot: "Page") -> None:
    """However far down the list one is."""
    ballot.evaluate("scrollTo(0, document.body.scrollHeight)")
    for part in (".purses", "#state"):
        box = ballot.locator(part).bounding_box()
        assert box is not None
        assert 0 <= box["y"] <= 844 - box["height"]


def test_reading_a_poster_loses_no_dot(ballot: "Page", session: WorkshopSession) -> None:
    """There and back while the ballot is still on its way."""
    tap(ballot, "p1", "priority")
    ballot.get_by_role("link", name="Read the poster").first.click()
    ballot.get_by_role("link", name="Back to the ballot").click()
    ballot.wait_for_selector(RECORDED)
    assert saved(session) == {"p1": {"priority": 1}}


def test_the_ballot_says_that_dots_are_saved_until_one_is(ballot: "Page") -> None:
    """Nobody looks for a button to send it; then, that it can be changed."""
    said = ballot.locator(".near")
    assert said.inner_text() == "Each dot is saved as you place it."
    tap(ballot, "p1", "priority")
    ballot.wait_for_selector(RECORDED)
    assert said.inner_text() == "You can change it until voting closes."


def test_a_language_chosen_midway_takes_the_dots_along(ballot: "Page", session: WorkshopSession) -> None:
    """Also those that had not left the phone yet."""
    tap(ballot, "p1", "priority")
    ballot.get_by_role("link", name="Norsk bokmål").tap()
    ballot.wait_for_selector("html[lang=nb]")
    ballot.wait_for_selector(RECORDED)
    assert number(ballot, "p1", "priority").input_value() == "1"
    assert saved(session) == {"p1": {"priority": 1}}
