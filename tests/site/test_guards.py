"""Guarding the door: each line of what a request must be, tried over a real socket on every route."""

import logging
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest

from tests.site.conftest import Phone
from workshop_tool.site import Site, prompt_protocol
from workshop_tool.site.room import Route
from workshop_tool.site.routes import BALLOT_CAP, ROUTES

WRITES: Final = [route for route in ROUTES if route.method != "GET"]
READS: Final = [route for route in ROUTES if route.method == "GET"]
METHODS: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW")


def path_of(route: Route) -> str:
    """Return a path that leads to a route."""
    return route.path.replace("{code}", "1").replace("{poster_id:path}", "p1")


def name_of(route: Route) -> str:
    """Return what a route is called in the list of tests."""
    return f"{route.method} {route.path}"


def proper(route: Route, kept_phone: Phone) -> dict[str, str]:
    """Return the headers that a route wants."""
    return kept_phone.own | ({"Content-Type": route.content_type} if route.content_type else {})


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


@pytest.mark.parametrize("path", sorted({route.path for route in ROUTES}))
def test_only_the_methods_of_the_table_are_allowed(kept_phone: Phone, path: str) -> None:
    """GET where PUT belongs, HEAD, OPTIONS and made-up ones: 405, with the list of those that are."""
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


@pytest.mark.parametrize("route", ROUTES, ids=name_of)
@pytest.mark.parametrize("size", [1, 100_000, 1_000_000])
def test_a_body_over_the_cap_is_refused(kept_phone: Phone, route: Route, size: int) -> None:
    """One byte more than the route takes; a GET takes none."""
    body = b"x" * (route.cap + size)
    answer = kept_phone.request(route.method, path_of(route), headers=proper(route, kept_phone), content=body)
    assert answer.status_code == 413


def test_every_cap_is_small() -> None:
    """No route takes more than a ballot needs."""
    assert max(route.cap for route in ROUTES) == BALLOT_CAP == 16 * 1024


def test_an_endless_chunked_body_is_refused(kept_site: Site, kept_phone: Phone) -> None:
    """No length is announced, and it never ends: after 256 kB the site hangs up."""
    with _raw(kept_site) as sender:
        sender.sendall(
            _head(kept_site, "PUT", "/api/ballot", "Content-Type: application/json", "Transfer-Encoding: chunked")
        )
        with pytest.raises(OSError, match=r"reset|pipe|abort"):
            _send_chunks(sender, 20_000)
        assert kept_phone.get("/api/state").status_code == 200


def test_a_chunked_body_over_the_cap_is_answered(kept_site: Site) -> None:
    """A chunked body that ends is read, dropped and refused with a sentence."""
    with _raw(kept_site) as sender:
        sender.sendall(
            _head(kept_site, "PUT", "/api/ballot", "Content-Type: application/json", "Transfer-Encoding: chunked")
        )
        sender.sendall((b"400\r\n" + b" " * 0x400 + b"\r\n") * 17 + b"0\r\n\r\n")
        assert sender.recv(4096).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "trickle",
    ["GET /vote HTTP/1.1\r\nX-Slow: ", "PUT /api/ballot HTTP/1.1\r\n{own}Content-Length: 900\r\n\r\n"],
    ids=["headers", "body"],
)
def test_a_slow_sender_is_hung_up_on_and_others_stay_fast(
    kept_site: Site, kept_phone: Phone, monkeypatch: pytest.MonkeyPatch, trickle: str
) -> None:
    """Two hundred connections that send a byte now and then: each ends at the deadline, nobody else waits."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 1.0)
    own = "".join(f"{name}: {value}\r\n" for name, value in _own(kept_site).items())
    senders = [_raw(kept_site) for _ in range(200)]
    began = time.monotonic()
    for sender in senders:
        sender.sendall(trickle.format(own=own).encode())
    slowest = max(_timed(kept_phone) for _ in range(10))
    with ThreadPoolExecutor(1) as hands:
        assert hands.submit(_trickle_until_closed, senders).result() - began < 4
    assert slowest < 0.9
    for sender in senders:
        sender.close()


def test_a_second_request_on_a_kept_connection_has_the_deadline_too(
    kept_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Being quick once earns no right to be slow."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 0.5)
    with _raw(kept_site) as sender:
        sender.sendall(_head(kept_site, "GET", "/"))
        assert b"200 OK" in sender.recv(65536)
        sender.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        assert _trickle_until_closed([sender]) > 0


def test_the_deadline_is_five_seconds() -> None:
    """Long enough for the worst radio, short enough for a queue of them."""
    assert prompt_protocol.DEADLINE == 5.0


def test_a_device_that_leaves_in_the_middle_is_one_quiet_line(
    kept_site: Site, kept_phone: Phone, caplog: pytest.LogCaptureFixture
) -> None:
    """A phone that walks out of reach is no event, and its address is nobody's business."""
    caplog.set_level(logging.DEBUG)
    with _raw(kept_site) as sender:
        sender.sendall(
            _head(kept_site, "PUT", "/api/ballot", "Content-Type: application/json", "Content-Length: 90") + b"{"
        )
        time.sleep(0.2)
    time.sleep(0.2)
    kept_phone.get("/api/state")
    told = [(record.levelno, record.getMessage()) for record in caplog.records if "workshop_tool" in record.name]
    assert told == [(logging.INFO, "A device went away in the middle of a request.")]


@pytest.mark.parametrize(
    "path", ["/", "/vote", "/vote/posters/p1", "/vote/posters/p9", "/j/1", "/api/state", "/nothing", "/%2e%2e/x"]
)
def test_every_answer_carries_the_guarding_headers(kept_phone: Phone, path: str) -> None:
    """Refusals too: nothing is stored, sniffed, framed or loaded from elsewhere."""
    headers = kept_phone.get(path).headers
    assert headers["Content-Security-Policy"].startswith("default-src 'none';")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cache-Control"] == "no-store"
    assert "Server" not in headers


@pytest.mark.parametrize("path", ["/nothing", "/api/nothing", "/vote/posters/p9", "/favicon.ico", "/api", "/vote/"])
def test_what_does_not_exist_is_said_so(kept_phone: Phone, path: str) -> None:
    """There is nothing behind the table of routes."""
    assert kept_phone.get(path).status_code == 404


def test_nonsense_instead_of_http_is_answered_and_dropped(kept_site: Site, kept_phone: Phone) -> None:
    """Some other program tries its luck on the port."""
    with _raw(kept_site) as sender:
        sender.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
        assert sender.recv(4096).startswith(b"HTTP/1.1 400")
    assert kept_phone.get("/").status_code == 200


def _raw(kept_site: Site) -> socket.socket:
    address = urlsplit(kept_site.address)
    return socket.create_connection((str(address.hostname), int(address.port or 0)), timeout=5)


def _own(kept_site: Site) -> dict[str, str]:
    return {
        "Host": urlsplit(kept_site.address).netloc,
        "Origin": kept_site.address,
        "X-Workshop": "ballot",
        "Content-Type": "application/json",
    }


def _head(kept_site: Site, method: str, path: str, *more: str) -> bytes:
    host = urlsplit(kept_site.address).netloc
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", f"Origin: {kept_site.address}", "X-Workshop: ballot", *more]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _send_chunks(sender: socket.socket, count: int) -> None:
    for _ in range(count):
        sender.sendall(b"400\r\n" + b" " * 0x400 + b"\r\n")


def _timed(client: httpx.Client) -> float:
    began = time.monotonic()
    assert client.get("/").status_code == 200
    return time.monotonic() - began


def _trickle_until_closed(senders: list[socket.socket]) -> float:
    """Send a byte on each every tenth of a second until the other side has hung up on all; return when."""
    going = list(senders)
    for _ in range(80):
        going = [sender for sender in going if _takes_a_byte(sender)]
        if not going:
            return time.monotonic()
        time.sleep(0.1)
    raise AssertionError(f"{len(going)} slow senders are still served")


def _takes_a_byte(sender: socket.socket) -> bool:
    try:
        sender.sendall(b"a")
    except OSError:
        return False
    return True
