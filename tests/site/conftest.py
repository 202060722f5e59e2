"""A workshop that is open, its site on the loopback address, and phones that visit it."""

import re
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx
import pytest

from tests.builders import a_session, a_workshop, start_round
from tests.site.ballot_gestures import PHONE
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NO_CERTIFICATES: Final = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""All is plain HTTP here: loading the certificates of the world would take most of a test's time."""


class Phone(httpx.Client):
    """A device that keeps its cookie and sends what our own pages send."""

    def __init__(self, site: Site) -> None:
        super().__init__(base_url=site.address, follow_redirects=True, timeout=20, verify=NO_CERTIFICATES)
        self.own = {"Origin": site.address, "X-Workshop": "ballot"}
        self.join_url = site.join_url

    def join(self) -> "Phone":
        """Open the address in the QR code."""
        assert self.get(self.join_url).status_code == 200
        return self

    def vote(self, dots: Any, revision: Any = 1, round_id: str = "r1") -> httpx.Response:
        """Send a complete ballot as the page's script does."""
        return self.put("/api/ballot", json={"round": round_id, "revision": revision, "dots": dots}, headers=self.own)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with three posters."""
    opened = a_session(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def site(session: WorkshopSession) -> Iterator[Site]:
    """Give the running site of that workshop."""
    running = Site(session)
    running.start()
    yield running
    running.stop()


@pytest.fixture
def stranger(site: Site) -> Iterator[Phone]:
    """Give a phone that has not joined."""
    with Phone(site) as phone:
        yield phone


@pytest.fixture
def phone(stranger: Phone) -> Phone:
    """Give a phone that has joined."""
    return stranger.join()


@pytest.fixture(scope="module")
def kept_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WorkshopSession]:
    """Give one open workshop with groups, and a round open, for a whole file of tests that change nothing."""
    opened = a_session(tmp_path_factory.mktemp("kept"), a_workshop(posters=3, groups=2))
    start_round(opened)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def kept_site(kept_session: WorkshopSession) -> Iterator[Site]:
    """Give the running site of that workshop."""
    running = Site(kept_session)
    running.start()
    yield running
    running.stop()


@pytest.fixture(scope="module")
def kept_phone(kept_site: Site) -> Iterator[Phone]:
    """Give a phone that has joined there and cast nothing."""
    with Phone(kept_site) as phone:
        yield phone.join()


@pytest.fixture
def context(browser: "Browser") -> Iterator["BrowserContext"]:
    """Give a phone's browser with nothing in it."""
    opened = browser.new_context(**PHONE)
    yield opened
    opened.close()


@pytest.fixture
def ballot(context: "BrowserContext", session: WorkshopSession, site: Site) -> Iterator["Page"]:
    """Give the ballot page of a phone that joined; a complaint of the browser fails the test."""
    start_round(session)
    complaints: list[str] = []
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if _matters(line.text) else None)
    page.goto(site.join_url)
    yield page
    assert complaints == []


def _matters(complaint: str) -> bool:
    # Being out of reach and being told of a conflict are part of some tests; the browser notes both.
    return not re.search(r"net::ERR_|status of (409|503)", complaint)
