"""The room check: what one's own phone tries before the guests come, and what the laptop then knows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.site.conftest import Phone
from workshop_tool.site import Site
from workshop_tool.site.room_check import Findings, RoomCheck

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

PATIENCE = 10_000


@pytest.fixture
def check(site: Site) -> Iterator[RoomCheck]:
    """Give a check that has begun and has seen nothing."""
    site.check.begin()
    yield site.check
    site.check.end()


@pytest.fixture
def checking(context: "BrowserContext", site: Site, check: RoomCheck) -> "Page":
    """Give the check's page, opened by a phone that has not joined."""
    page = context.new_page()
    page.goto(f"{site.address}/check/{check.token}")
    return page


def test_a_phone_that_can_do_all_reports_all(checking: "Page", check: RoomCheck) -> None:
    """Reading, writing and the stream of events are tried by the page itself."""
    checking.get_by_text("Look at the laptop").wait_for(timeout=PATIENCE)
    assert check.findings == Findings(called=True, opened=True, writes=True, live=True)


def test_the_phone_shows_what_works(checking: "Page") -> None:
    """In words, beside each thing that was tried."""
    checking.get_by_text("Look at the laptop").wait_for(timeout=PATIENCE)
    assert [checking.locator(f"#{name}").inner_text() for name in ("reads", "writes", "live")] == ["works"] * 3


def test_a_network_that_lets_no_writes_through_is_found(
    context: "BrowserContext", site: Site, check: RoomCheck
) -> None:
    """The page was opened, and that is all that is known."""
    context.route("**/check/*", lambda route: route.abort() if route.request.method == "PUT" else route.continue_())
    page = context.new_page()
    page.goto(f"{site.address}/check/{check.token}")
    page.get_by_text("Look at the laptop").wait_for(timeout=PATIENCE)
    assert check.findings == Findings(called=True, opened=True, writes=None, live=None)


def test_a_network_that_holds_streams_back_is_found(context: "BrowserContext", site: Site, check: RoomCheck) -> None:
    """Voting works without it, so it is told apart."""
    context.route("**/check/*/live", lambda route: route.abort())
    page = context.new_page()
    page.goto(f"{site.address}/check/{check.token}")
    page.get_by_text("Look at the laptop").wait_for(timeout=PATIENCE)
    assert (check.findings.writes, check.findings.live) == (True, False)


def test_the_page_is_there_while_a_check_is_under_way_only(stranger: Phone, site: Site) -> None:
    """Nobody finds it by chance, before or after."""
    token = site.check.begin()
    during = stranger.get(f"/check/{token}").status_code
    site.check.end()
    assert (during, stranger.get(f"/check/{token}").status_code, stranger.get("/check/x").status_code) == (
        200,
        404,
        404,
    )


def test_a_new_check_starts_from_nothing(stranger: Phone, site: Site) -> None:
    """What the last phone found says nothing about the next one."""
    stranger.get(f"/check/{site.check.begin()}")
    assert site.check.findings.opened
    site.check.begin()
    assert site.check.findings == Findings()


def test_a_report_that_is_none_is_refused(stranger: Phone, site: Site, check: RoomCheck) -> None:
    """Only what the page sends counts."""
    answer = stranger.put(f"/check/{check.token}", json={"live": "yes"}, headers=stranger.own)
    assert (answer.status_code, site.check.findings.writes) == (422, None)


def test_this_computer_itself_is_no_phone(stranger: Phone, check: RoomCheck) -> None:
    """The laptop's own look at its page must not pass for a guest's."""
    stranger.get("/")
    assert check.findings == Findings()


def test_the_site_answers_to_a_friendly_name_too(site: Site) -> None:
    """The name that the facilitator gave stands in the address and passes the guards; another does not."""
    named = Site(site._session, friendly_name="workshop.local")
    named.start()
    try:
        with Phone(site) as phone:
            at = f"http://127.0.0.1:{named.port}/"
            asked = [
                phone.get(at, headers={"Host": f"{name}:{named.port}"}) for name in ("workshop.local", "evil.local")
            ]
    finally:
        named.stop()
    assert named.join_url.startswith(f"http://workshop.local:{named.port}/j/")
    assert [answer.status_code for answer in asked] == [200, 421]
