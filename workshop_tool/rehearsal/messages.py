"""What a phone sends, and how it reads a ballot page: known here once, whoever carries it over the network."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from workshop_tool.domain.refusals import WorkshopProblem

Dots = dict[str, dict[str, int]]
"""Dots by poster and criterion."""


class PhoneFailed(WorkshopProblem):
    """A simulated phone could not go on: {what}. What was saved before is safe."""


@dataclass(frozen=True)
class Request:
    """One thing that a device asks for."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str | None = None


@dataclass(frozen=True)
class BallotPage:
    """What a phone finds on its ballot."""

    round: str
    revision: int
    dots: Mapping[str, int | None]
    """Dots to place, by criterion; None where the round hands out no fixed number."""
    posters: tuple[str, ...]


def written(method: str, path: str, host: str, body: object) -> Request:
    """Return a request as our own pages' scripts send it; ``host`` is host and port of the site."""
    headers = {"Content-Type": "application/json", "X-Workshop": "rehearsal", "Origin": f"http://{host}"}
    return Request(method, path, headers, json.dumps(body))


def ballot(host: str, round_id: str, revision: int, dots: Dots) -> Request:
    """Return the request that casts a complete ballot."""
    return written("PUT", "/api/ballot", host, {"round": round_id, "revision": revision, "dots": dots})


class _Reader(HTMLParser):
    """Collects the attributes of every element, in the page's order."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[dict[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append({"tag": tag, **{name: value or "" for name, value in attrs}})


def read_elements(html: str) -> list[dict[str, str]]:
    """Return the attributes of every element of a page, and its name as ``tag``."""
    reader = _Reader()
    reader.feed(html)
    return reader.elements


def read_ballot_page(html: str) -> BallotPage | None:
    """Return the ballot that a page holds by the attributes that its script uses, or None where no voting is open."""
    elements = read_elements(html)
    known = {name: value for found in elements if found["tag"] in {"body", "form"} for name, value in found.items()}
    posters = dict.fromkeys(found["data-poster"] for found in elements if "data-poster" in found)
    if known.get("data-state") != "open" or not posters:
        return None
    purses = {found["data-purse"]: found["data-dots"] for found in elements if "data-purse" in found}
    return BallotPage(
        round=known["data-round"],
        revision=int(known["data-revision"]),
        dots={criterion: int(dots) if dots else None for criterion, dots in purses.items()},
        posters=tuple(posters),
    )


def values_of(html: str, name: str) -> list[str]:
    """Return what the form elements of this name would send."""
    return [found.get("value", "") for found in read_elements(html) if found.get("name") == name]
