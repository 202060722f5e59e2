"""What a voter says of themselves, in a real browser: it folds into one line, opens again, and moves no dot."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.builders import a_round, a_session, a_workshop, start_round
from tests.site.ballot_gestures import PHONE, RECORDED, button, number, tap
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give a workshop with a round in which nobody votes for their own group's poster, and many posters."""
    opened = a_session(tmp_path, a_workshop(areas=12, posters=12, groups=2, participants=3))
    start_round(opened, a_round(own_poster=False))
    yield opened
    opened.close()


@pytest.fixture
def page(browser: "Browser", site: Site) -> Iterator["Page"]:
    """Give the ballot on a phone."""
    context = browser.new_context(**PHONE)
    shown = context.new_page()
    shown.goto(site.join_url)
    yield shown
    context.close()


def is_open(page: "Page") -> bool:
    """Tell whether the questions are shown."""
    return bool(page.locator("#about").evaluate("one => one.open"))


def test_what_was_said_is_one_line(page: "Page") -> None:
    """With the words in it; it opens again, and is one line still when the page comes back."""
    page.get_by_label("Your group").select_option("Group 2")
    assert is_open(page)
    page.get_by_role("button", name="Go on").tap()
    assert page.locator("#about").bounding_box()["height"] < 80  # type: ignore[index]  # it is there
    assert page.locator("#about .said").inner_text() == "Group 2"
    page.reload()
    assert not is_open(page)
    page.locator("#about summary").tap()
    assert page.get_by_label("Your group").input_value() == "g2"


def test_skipping_is_remembered(page: "Page") -> None:
    """Nobody is asked twice."""
    page.get_by_role("button", name="Go on").tap()
    assert page.locator("#about .said").inner_text() == "not said"
    page.reload()
    assert not is_open(page)


def test_a_second_tap_places_no_dot(page: "Page") -> None:
    """Where the button was there is a poster now."""
    page.evaluate("document.querySelector('#about .go').click()")
    page.evaluate("document.querySelector('[data-step=\"1\"]').click()")
    assert number(page, "p1", "priority").input_value() == "0"


def test_a_dot_stays_under_the_thumb_when_it_folds(page: "Page") -> None:
    """Out of sight, with the first dot; what is tapped does not move, then or a moment later."""
    plus = button(page, "p9", "priority", 1)
    top = "one => one.getBoundingClientRect().top"
    plus.scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 200)")
    before = plus.evaluate(top)
    tap(page, "p9", "priority")
    assert not is_open(page)
    assert abs(plus.evaluate(top) - before) < 1  # a page scrolls by whole pixels
    page.wait_for_selector(RECORDED)
    assert abs(plus.evaluate(top) - before) < 1


def test_in_sight_it_stays_open(page: "Page") -> None:
    """A dot placed beneath it would move."""
    before = button(page, "p1", "priority", 1).bounding_box()
    tap(page, "p1", "priority")
    assert is_open(page)
    assert button(page, "p1", "priority", 1).bounding_box() == before


def test_without_script_it_opens_and_closes_too(browser: "Browser", site: Site) -> None:
    """Closed, it is sent all the same; then it is one line."""
    context = browser.new_context(**PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.join_url)
    page.get_by_label("Your group").select_option("Group 2")
    page.locator("#about summary").tap()
    number(page, "p1", "priority").fill("1")
    page.get_by_role("button", name="Save my ballot").tap()
    page.wait_for_selector(RECORDED)
    assert page.locator("#about .said").inner_text() == "Group 2"
    assert not page.get_by_label("Your group").is_visible()
    context.close()
