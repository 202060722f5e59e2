"""A simulated phone: joins by the address in the QR code, reads its ballot as a browser would, and casts it."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urlsplit

from workshop_tool.domain.refusals import WorkshopProblem

TIMEOUT: Final = 10.0
SEE_OTHER: Final = 303
FINE: Final = 200

Dots = dict[str, dict[str, int]]
"""Dots by poster and criterion."""


@dataclass(frozen=True)
class BallotPage:
    """What a phone finds on its ballot."""

    round: str
    revision: int
    dots: Mapping[str, int | None]
    """Dots to place, by criterion; None where the round hands out no fixed number."""
    posters: tuple[str, ...]


class PhoneFailed(WorkshopProblem):
    """A simulated phone could not go on: {what}. What was saved before is safe."""


class Phone:
    """One device in the room. Not for use by two threads at once."""

    def __init__(self, join_url: str) -> None:
        """Remember the address; nothing is sent before ``join``."""
        parts = urlsplit(join_url)
        self._host = parts.netloc
        self._path = parts.path
        self._cookie = ""
        self.receipt = ""

    def join(self) -> None:
        """Open the address that the QR code holds, and keep the device's cookie."""
        status, headers, _body = self._ask("GET", self._path)
        if status != SEE_OTHER:
            raise PhoneFailed(what=f"joining was answered with {status}")
        self._cookie = (headers.get("Set-Cookie") or "").partition(";")[0]

    def read_ballot(self) -> BallotPage:
        """Open the ballot page."""
        status, _headers, body = self._ask("GET", "/vote")
        if status != FINE:
            raise PhoneFailed(what=f"the ballot page was answered with {status}")
        return _read(body.decode())

    def cast(self, page: BallotPage, dots: Dots) -> None:
        """Send the complete ballot, as the page's script does; afterwards it is recorded under ``receipt``."""
        body = json.dumps({"round": page.round, "revision": page.revision + 1, "dots": dots})
        headers = {"Content-Type": "application/json", "X-Workshop": "ballot", "Origin": f"http://{self._host}"}
        status, _headers, answer = self._ask("PUT", "/api/ballot", body, headers)
        if status != FINE:
            raise PhoneFailed(what=f"the ballot was answered with {status}: {answer[:200]!r}")
        self.receipt = json.loads(answer)["ballot"]["receipt"]

    def _ask(
        self, method: str, path: str, body: str | None = None, headers: Mapping[str, str] | None = None
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        connection = http.client.HTTPConnection(self._host, timeout=TIMEOUT)
        try:
            cookie = {"Cookie": self._cookie} if self._cookie else {}
            connection.request(method, path, body=body, headers={**cookie, **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()


class _Reader(HTMLParser):
    """Picks the ballot out of the page by the attributes that its script uses."""

    def __init__(self) -> None:
        super().__init__()
        self.attributes: dict[str, str] = {}
        self.dots: dict[str, int | None] = {}
        self.posters: dict[str, None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "body":
            self.attributes |= found
        if tag == "form":
            self.attributes |= found
        if "data-purse" in found:
            self.dots[found["data-purse"]] = int(found["data-dots"]) if found["data-dots"] else None
        if "data-poster" in found:
            self.posters[found["data-poster"]] = None


def _read(html: str) -> BallotPage:
    reader = _Reader()
    reader.feed(html)
    if reader.attributes.get("data-state") != "open" or not reader.posters:
        raise PhoneFailed(what="the page holds no open ballot")
    return BallotPage(
        round=reader.attributes["data-round"],
        revision=int(reader.attributes["data-revision"]),
        dots=reader.dots,
        posters=tuple(reader.posters),
    )
