"""Senders that are slow, endless, gone or no browsers at all: hung up on, while everybody else stays fast."""

import logging
import re
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from tests.site.conftest import Phone
from workshop_tool.site import Site, prompt_protocol
from workshop_tool.site.room import Route
from workshop_tool.site.routes import ROUTES


def path_of(route: Route) -> str:
    """Return a path that leads to a route."""
    return re.sub(r"\{[^}]*\}", "p1", route.path)


def test_an_endless_chunked_body_is_refused(kept_site: Site, kept_phone: Phone) -> None:
    """No length is announced, and it never ends: after 256 kB the site hangs up."""
    with _raw(kept_site) as sender:
        sender.sendall(
            _head(kept_site, "PUT", "/api/ballot", "Content-Type: application/json", "Transfer-Encoding: chunked")
        )
        with pytest.raises(OSError, match=r"reset|pipe|abort"):
            _send_chunks(sender, 20_000)
        assert kept_phone.get("/api/state").status_code == 200


def test_a_body_that_is_announced_too_large_is_not_waited_for(kept_site: Site) -> None:
    """The sentence comes before any of it has been sent, and the line is closed."""
    with _raw(kept_site) as sender:
        more = ("Content-Type: application/json", "Content-Length: 90000000")
        sender.sendall(_head(kept_site, "PUT", "/api/ballot", *more))
        sender.settimeout(3)
        came = b"".join(iter(lambda: sender.recv(65536), b""))
    assert came.startswith(b"HTTP/1.1 413")


def test_a_chunked_body_over_the_cap_is_answered(kept_site: Site) -> None:
    """A chunked body that ends is read, dropped and refused with a sentence."""
    with _raw(kept_site) as sender:
        sender.sendall(
            _head(kept_site, "PUT", "/api/ballot", "Content-Type: application/json", "Transfer-Encoding: chunked")
        )
        sender.sendall((b"400\r\n" + b" " * 0x400 + b"\r\n") * 17 + b"0\r\n\r\n")
        assert sender.recv(4096).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "start",
    [
        "GET /vote HTTP/1.1\r\n",
        "GET /vote HTTP/1.1\r\nX-Long: ",
        "GET /",
        "PUT /api/ballot HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\n1\r\n{{\r\n0\r\n",
        "PUT /api/ballot HTTP/1.1\r\n{own}Transfer-Encoding: chunked\r\n\r\n1;x=",
    ],
    ids=["headers", "header", "address", "trailers", "chunk extension"],
)
def test_what_frames_a_body_has_an_end_as_well(kept_site: Site, kept_phone: Phone, start: str) -> None:
    """Beyond 64 kB of first line, headers and frames the site hangs up long before the deadline."""
    own = "".join(f"{name}: {value}\r\n" for name, value in _own(kept_site).items())
    more = b"X-More: more\r\n" if start.endswith("\n") else b"m" * 14
    with _raw(kept_site) as sender:
        sender.sendall(start.format(own=own).encode())
        with pytest.raises(OSError, match=r"reset|pipe|abort"):
            sender.sendall(more * 500_000)
    assert kept_phone.get("/api/state").status_code == 200


@pytest.mark.parametrize("method", ["BREW", "get", "G\tT"])
def test_a_made_up_method_is_no_request(kept_site: Site, method: str) -> None:
    """It is answered with 400 and hung up on, and nothing else is read."""
    with _raw(kept_site) as sender:
        sender.sendall(_head(kept_site, method, "/vote"))
        assert sender.recv(4096).startswith(b"HTTP/1.1 400")


def test_an_answer_leaves_in_one_piece(kept_site: Site) -> None:
    """Head and body in one packet, for packets are what radio is short of: the first look finds all of it."""
    with _raw(kept_site) as sender:
        for _again in range(20):
            sender.sendall(_head(kept_site, "GET", "/api/state"))  # of no device that joined: a short answer
            head, _blank, body = sender.recv(65536).partition(b"\r\n\r\n")
            assert f"content-length: {len(body)}\r\n".encode() in head + b"\r\n"
            assert body


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS"])
def test_an_answer_without_a_body_is_sent_at_once(kept_site: Site, method: str) -> None:
    """Nothing is kept back for something that never comes."""
    with _raw(kept_site) as sender:
        sender.sendall(_head(kept_site, method, "/vote"))
        assert sender.recv(4096).startswith(b"HTTP/1.1 405")


def test_a_sender_that_waits_for_leave_gets_it(kept_site: Site) -> None:
    """Some programs ask before they send a body, and wait."""
    with _raw(kept_site) as sender:
        more = ("Content-Type: application/json", "Content-Length: 2", "Expect: 100-continue")
        sender.sendall(_head(kept_site, "PUT", "/api/ballot", *more))
        assert sender.recv(4096).startswith(b"HTTP/1.1 100 Continue")
        sender.sendall(b"{}")
        assert sender.recv(4096).startswith(b"HTTP/1.1 401")


def test_requests_that_come_together_are_answered_in_turn(kept_site: Site) -> None:
    """Nothing is lost or mixed up where a browser sends the next request before it has the answer."""
    with _raw(kept_site) as sender:
        sender.sendall(_head(kept_site, "GET", "/nothing") + _head(kept_site, "GET", "/", "Connection: close"))
        came = b"".join(iter(lambda: sender.recv(65536), b""))
    assert re.findall(rb"HTTP/1.1 (\d+) ", came) == [b"404", b"200"]


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


def test_nonsense_instead_of_http_is_answered_and_dropped(kept_site: Site, kept_phone: Phone) -> None:
    """Some other program tries its luck on the port."""
    with _raw(kept_site) as sender:
        sender.sendall(b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n")
        assert sender.recv(4096).startswith(b"HTTP/1.1 400")
    assert kept_phone.get("/").status_code == 200


def test_slow_senders_on_every_route_are_hung_up_on(kept_site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The whole request has one deadline, wherever it goes and whether headers or body trickle."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 1.0)
    own = "".join(f"{name}: {value}\r\n" for name, value in _own(kept_site).items() if name != "Content-Type")
    senders = []
    for route in ROUTES:
        kind = f"Content-Type: {route.content_type}\r\n" if route.content_type else ""
        head = f"{route.method} {path_of(route)} HTTP/1.1\r\n"
        for start in (f"{head}X-Slow: ", f"{head}{own}{kind}Content-Length: 900\r\n\r\n"):
            senders.append(_raw(kept_site))
            senders[-1].sendall(start.encode())
    began = time.monotonic()
    assert _trickle_until_closed(senders) - began < 4
    for sender in senders:
        sender.close()


def _raw(kept_site: Site) -> socket.socket:
    address = urlsplit(kept_site.address)
    return socket.create_connection((str(address.hostname), int(address.port or 0)), timeout=30)


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


def test_a_mistake_of_ours_is_answered_with_a_sentence(kept_phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever breaks in a page, the phone reads words, and the headers guard it as ever."""

    def broken(*_words: object, **_more: object) -> None:
        raise RuntimeError("a mistake in the house")

    monkeypatch.setattr("workshop_tool.site.pages.page", broken)
    answer = kept_phone.get("/")
    assert answer.status_code == 500
    assert "What was saved is safe" in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
