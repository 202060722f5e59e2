"""Guarding the door: each line of what a request must be, tried over a real socket on every route."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest

from tests.site.conftest import Phone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import station_key
from workshop_tool.site import Site, prompt_protocol
from workshop_tool.site.forms import FORM
from workshop_tool.site.multipart import MULTIPART
from workshop_tool.site.room import Route
from workshop_tool.site.routes import BALLOT_CAP, ROUTES

PATHS: Final = sorted({route.path for route in ROUTES})
WRITES: Final = [route for route in ROUTES if route.method != "GET"]
BY_SCRIPT: Final = [route for route in ROUTES if route.content_type == "application/json"]
BY_FORM: Final = [route for route in ROUTES if route.content_type == FORM]
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND")


def path_of(route: Route) -> str:
    """Return a path that leads to a route."""
    return re.sub(r"\{[^}]*\}", "p1", route.path)


def name_of(route: Route) -> str:
    """Return what a route is called in the list of tests."""
    return f"{route.method} {route.path}"


def proper(route: Route, kept_phone: Phone) -> dict[str, str]:
    """Return the headers that a route wants."""
    kind = f"{MULTIPART}; boundary=x" if route.content_type == MULTIPART else route.content_type
    return kept_phone.own | ({"Content-Type": kind} if kind else {})


@pytest.fixture(scope="module")
def kept_station(kept_session: WorkshopSession, kept_site: Site) -> Iterator[Phone]:
    """Give a device that has joined and is a group's station as well, so that every route lets it in."""
    with Phone(kept_site) as phone:
        phone.join().get(f"/g/{station_key(kept_session.current, 'g1')}")
        yield phone


@pytest.mark.parametrize("route", ROUTES, ids=name_of)
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost", "0.0.0.0:80", ""])
def test_another_host_is_misdirected(kept_phone: Phone, route: Route, host: str) -> None:
    """A page elsewhere whose name was pointed at this laptop (DNS rebinding) gets nothing."""
    answer = kept_phone.request(route.method, path_of(route), headers=proper(route, kept_phone) | {"Host": host})
    assert answer.status_code == 421


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_the_sites_own_names_are_taken(kept_phone: Phone, host: str) -> None:
    """With the port, as browsers send it."""
    port = urlsplit(str(kept_phone.base_url)).port
    assert kept_phone.get("/", headers={"Host": f"{host}:{port}"}).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_only_the_methods_of_the_table_are_allowed(kept_phone: Phone, path: str) -> None:
    """GET where PUT belongs, HEAD, OPTIONS and rare ones: 405, with the list of those that are."""
    routes = [route for route in ROUTES if route.path == path]
    for method in set(METHODS) - {route.method for route in routes}:
        answer = kept_phone.request(method, path_of(routes[0]), headers=kept_phone.own)
        assert answer.status_code == 405, method
        assert answer.headers["Allow"] == ", ".join(sorted(route.method for route in routes))


@pytest.mark.parametrize("route", WRITES, ids=name_of)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "https://{host}", "http://{host}.evil.example"])
def test_a_foreign_origin_writes_nothing(kept_phone: Phone, route: Route, origin: str) -> None:
    """Another site open on the same phone cannot vote in its name."""
    host = urlsplit(str(kept_phone.base_url)).netloc
    headers = proper(route, kept_phone) | {"Origin": origin.format(host=host)}
    assert kept_phone.request(route.method, path_of(route), headers=headers).status_code == 403


@pytest.mark.parametrize("route", WRITES, ids=name_of)
def test_a_write_without_origin_is_refused(kept_phone: Phone, route: Route) -> None:
    """Every browser of today names the page a write comes from."""
    headers = {name: value for name, value in proper(route, kept_phone).items() if name != "Origin"}
    assert kept_phone.request(route.method, path_of(route), headers=headers).status_code == 403


@pytest.mark.parametrize("route", [route for route in ROUTES if route.custom_header], ids=name_of)
def test_a_write_by_script_needs_the_header_of_our_script(kept_phone: Phone, route: Route) -> None:
    """A form on another page cannot set it."""
    headers = {name: value for name, value in proper(route, kept_phone).items() if name != "X-Workshop"}
    assert kept_phone.request(route.method, path_of(route), headers=headers).status_code == 403


@pytest.mark.parametrize("route", WRITES, ids=name_of)
@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data", "application/jsonp", "application/json; charset=latin-1", ""]
)
def test_another_content_type_is_refused(kept_phone: Phone, route: Route, kind: str) -> None:
    """Nothing is guessed from the bytes."""
    headers = proper(route, kept_phone) | {"Content-Type": kind}
    assert kept_phone.request(route.method, path_of(route), headers=headers, content=b"{}").status_code == 415


def test_every_write_by_script_needs_that_header() -> None:
    """Whatever is not a form comes from our own script."""
    assert all(route.custom_header for route in WRITES if route.content_type not in {FORM, MULTIPART})


@pytest.mark.parametrize("route", ROUTES, ids=name_of)
@pytest.mark.parametrize("size", [1, 100_000, 1_000_000])
def test_a_body_over_the_cap_is_refused(kept_station: Phone, route: Route, size: int) -> None:
    """One byte more than the route takes; a GET takes none."""
    body = b"x" * (route.cap + size)
    answer = kept_station.request(route.method, path_of(route), headers=proper(route, kept_station), content=body)
    assert answer.status_code == 413


def test_every_cap_is_small() -> None:
    """A ballot fits into 16 kB, a field of a station into 64 kB; only a photo takes more."""
    caps = {route.path: route.cap for route in ROUTES}
    assert caps["/vote"] == caps["/api/ballot"] == BALLOT_CAP == 16 * 1024
    assert max(route.cap for route in BY_SCRIPT) == 64 * 1024
    assert max(route.cap for route in BY_FORM) <= 256 * 1024  # a form writes one letter as up to twelve bytes
    assert max(caps.values()) <= 12 * 1024 * 1024


@pytest.mark.parametrize("route", BY_SCRIPT, ids=name_of)
@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"true", b"null", b"1.0", b"[]", b'{"surprise": 1}', b'{"round": true}', b"[" * 250, b"\xff\xfe"],
)
def test_a_body_that_is_not_what_the_route_takes_is_refused(
    kept_site: Site, kept_station: Phone, route: Route, body: bytes
) -> None:
    """Strictly: no field more, no field less, no other kind of value."""
    kept_site.check.token = "p1"  # noqa: S105 - so that the check's page is there
    answer = kept_station.request(route.method, path_of(route), headers=proper(route, kept_station), content=body)
    assert answer.status_code == 422


@pytest.mark.parametrize("route", BY_FORM, ids=name_of)
@pytest.mark.parametrize(("body", "status"), [(b"csrf=1", 403), (b"", 403), (b"\xff\xfe", 422), (b"&=" * 400, 403)])
def test_a_form_that_is_not_ours_is_refused(kept_station: Phone, route: Route, body: bytes, status: int) -> None:
    """Each form carries what only a page of ours on that device can know."""
    answer = kept_station.request(route.method, path_of(route), headers=proper(route, kept_station), content=body)
    assert answer.status_code == status


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_of_a_route_carries_the_guarding_headers(kept_phone: Phone, path: str) -> None:
    """Taken or refused, for whichever reason."""
    address = re.sub(r"\{[^}]*\}", "p1", path)
    for method, more in (("GET", {}), ("PUT", {}), ("PROPFIND", {}), ("GET", {"Host": "evil.example"})):
        with kept_phone.stream(method, address, headers=more, follow_redirects=False) as answer:
            _assert_guarded(answer.headers)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", ["BREW", "G3T", "POSTS"])
def test_a_made_up_method_is_refused_as_guarded_as_any_other(kept_phone: Phone, path: str, method: str) -> None:
    """Before anything of ours reads it: the answer is short, carries the headers, and ends the connection."""
    with kept_phone.stream(method, re.sub(r"\{[^}]*\}", "p1", path)) as answer:
        assert (answer.status_code, answer.headers["Connection"]) == (400, "close")
        _assert_guarded(answer.headers)


@pytest.mark.parametrize("path", ["/vote/posters/p9", "/j/1", "/c/1", "/nothing", "/api/nothing", "/%2e%2e/x"])
def test_every_refusal_carries_the_guarding_headers(kept_phone: Phone, path: str) -> None:
    """What does not exist is answered as carefully as what does."""
    _assert_guarded(kept_phone.get(path).headers)


def test_one_connection_too_many_is_sent_away_with_a_sentence(
    kept_phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the computer has no files left for connections, a phone is not left waiting."""
    monkeypatch.setattr(prompt_protocol, "places", lambda: 0)
    answer = kept_phone.get("/vote")
    assert answer.status_code == 503
    assert answer.headers["Connection"] == "close"
    assert "More phones are here than this computer takes at once." in answer.text
    assert 3 <= int(answer.headers["Retry-After"]) <= 8


@pytest.mark.parametrize("path", ["/nothing", "/api/nothing", "/vote/posters/p9", "/favicon.ico", "/api", "/vote/"])
def test_what_does_not_exist_is_said_so(kept_phone: Phone, path: str) -> None:
    """There is nothing behind the table of routes."""
    assert kept_phone.get(path).status_code == 404


def _assert_guarded(headers: httpx.Headers) -> None:
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers
