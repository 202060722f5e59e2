"""A simulated device: keeps its cookies, joins by the address in the QR code, and does what a browser would do."""

import http.client
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any, Final
from urllib.parse import urlencode, urlsplit

from workshop_tool.rehearsal.messages import (
    BallotPage,
    Dots,
    PhoneFailed,
    Request,
    ballot,
    read_ballot_page,
    values_of,
    written,
)

TIMEOUT: Final = 10.0
FINE: Final = 200
SEE_OTHER: Final = 303
BUSY: Final = 500
"""From this status on the same request may work later, as the page's script takes it."""


@dataclass(frozen=True)
class Answer:
    """What the site said."""

    status: int
    body: bytes
    took: float
    """Seconds from asking to the last byte."""
    location: str = ""
    """Where the browser is sent."""

    @property
    def told(self) -> Mapping[str, Any]:
        """What an answer to a script says."""
        said: Mapping[str, Any] = json.loads(self.body)
        return said

    @property
    def text(self) -> str:
        """The page."""
        return self.body.decode()


class Phone:
    """One device in the room. Not for use by two threads at once."""

    def __init__(self, join_url: str) -> None:
        """Remember the address; nothing is sent before ``join``."""
        parts = urlsplit(join_url)
        self.host = parts.netloc
        self._path = parts.path
        self._cookies: dict[str, str] = {}
        self.receipt = ""

    @property
    def token(self) -> str:
        """What tells this device from others at the site; empty before it joined."""
        return self._cookies.get("device", "").partition(".")[0]

    def join(self) -> None:
        """Open the address that the QR code holds, and keep the device's cookie.

        Raises:
            PhoneFailed: the site does not let the phone in.
        """
        answer = self.ask(Request("GET", self._path))
        if answer.status != SEE_OTHER:
            raise PhoneFailed(what=f"joining was answered with {answer.status}")

    def read_ballot(self) -> BallotPage:
        """Open the ballot page.

        Raises:
            PhoneFailed: no voting is open.
        """
        page = read_ballot_page(self.ask(Request("GET", "/vote")).text)
        if page is None:
            raise PhoneFailed(what="the page holds no open ballot")
        return page

    def cast(self, page: BallotPage, dots: Dots) -> None:
        """Send the complete ballot, as the page's script does; afterwards it is recorded under ``receipt``.

        Raises:
            PhoneFailed: it was refused.
        """
        answer = self.send(page.round, page.revision + 1, dots)
        if answer.status != FINE:
            raise PhoneFailed(what=f"the ballot was answered with {answer.status}: {answer.body[:200]!r}")
        self.receipt = answer.told["ballot"]["receipt"]

    def send(self, round_id: str, revision: int, dots: Dots) -> Answer:
        """Send a complete ballot, whatever comes back."""
        return self.ask(ballot(self.host, round_id, revision, dots))

    def write(self, method: str, path: str, body: object) -> Answer:
        """Send something as the scripts of our own pages do."""
        return self.ask(written(method, path, self.host, body))

    def fill_in(self, path: str, **fields: str) -> Answer:
        """Open a page and send a form of it, which goes to the page's own address, with these fields filled in.

        Raises:
            PhoneFailed: the page has no form.
        """
        marks = values_of(self.ask(Request("GET", path)).text, "csrf")
        if not marks:
            raise PhoneFailed(what=f"there is no form on {path}")
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.host}"}
        return self.ask(Request("POST", path, headers, urlencode({"csrf": marks[0], **fields})))

    def ask(self, request: Request) -> Answer:
        """Send one request, and keep the cookies that come with the answer."""
        connection = http.client.HTTPConnection(self.host, timeout=TIMEOUT)
        started = time.perf_counter()
        try:
            kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            cookies = {"Cookie": kept} if kept else {}
            connection.request(request.method, request.path, request.body, {**cookies, **request.headers})
            answer = connection.getresponse()
            body = answer.read()
        finally:
            connection.close()
        for line in answer.headers.get_all("Set-Cookie", ()):
            self._keep(line)
        return Answer(answer.status, body, time.perf_counter() - started, answer.headers.get("Location", ""))

    def _keep(self, line: str) -> None:
        for name, cookie in SimpleCookie(line).items():
            if cookie["max-age"] == "0":
                self._cookies.pop(name, None)
            else:
                self._cookies[name] = cookie.value
