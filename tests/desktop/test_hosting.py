"""The site as the window starts and stops it: off the window's thread, heard of as signals."""

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_session
from workshop_tool.desktop.hosting import PORTS_TRIED, Hosting

HOST = "127.0.0.1"


@pytest.fixture
def hosting(tmp_path: Path, qtbot: QtBot) -> Iterator[Hosting]:
    """Give the hosting of an open workshop, off."""
    assert qtbot
    session = a_session(tmp_path)
    hosting = Hosting(session)
    yield hosting
    hosting.close()
    session.close()


def free_port() -> int:
    """Return a port after which some more are likely free."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def start(hosting: Hosting, qtbot: QtBot, port: int) -> None:
    hosting.start(HOST, port)
    qtbot.waitUntil(lambda: not hosting.busy, timeout=20_000)


def answers(address: str) -> bool:
    """Tell whether a phone that opens this address sees a page."""
    try:
        with httpx.Client(follow_redirects=True, timeout=5, trust_env=False) as phone:
            return phone.get(address).is_success
    except httpx.TransportError:
        return False


def test_a_phone_reaches_the_site_that_was_started(hosting: Hosting, qtbot: QtBot) -> None:
    """Address, code and the QR code's text are there once it is on."""
    port = free_port()
    start(hosting, qtbot, port)
    assert hosting.address == f"http://{HOST}:{port}"
    assert hosting.join_url == f"{hosting.address}/j/{hosting.code}"
    assert answers(hosting.join_url)


def test_stopping_closes_the_site(hosting: Hosting, qtbot: QtBot) -> None:
    """Off means off: no address, and nobody answers."""
    start(hosting, qtbot, free_port())
    address = hosting.join_url
    hosting.stop()
    qtbot.waitUntil(lambda: not hosting.busy, timeout=20_000)
    assert (hosting.site, hosting.address, hosting.code) == (None, "", "")
    assert not answers(address)


def test_starting_twice_and_stopping_twice_is_as_good_as_once(hosting: Hosting, qtbot: QtBot) -> None:
    """A second press of the switch does no harm."""
    port = free_port()
    start(hosting, qtbot, port)
    site = hosting.site
    start(hosting, qtbot, port)
    assert hosting.site is site
    hosting.stop()
    hosting.stop()
    qtbot.waitUntil(lambda: not hosting.busy, timeout=20_000)
    assert hosting.site is None


def test_a_port_in_use_is_left_for_the_next_free_one(hosting: Hosting, qtbot: QtBot) -> None:
    """It runs, and says where."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        with qtbot.waitSignal(hosting.noted, timeout=20_000) as said:
            hosting.start(HOST, port)
        assert hosting.site is not None
        assert str(port) in said.args[0]
        assert hosting.address.rpartition(":")[2] in said.args[0]


def test_where_no_port_is_free_it_says_so(hosting: Hosting, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The refusal is a sentence, and the site stays off."""
    monkeypatch.setattr("workshop_tool.desktop.hosting.PORTS_TRIED", 1)
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        with qtbot.waitSignal(hosting.refused, timeout=20_000) as said:
            hosting.start(HOST, int(taken.getsockname()[1]))
    assert "in use" in said.args[0]
    assert hosting.site is None


def test_an_address_that_is_gone_is_refused_with_a_sentence(hosting: Hosting, qtbot: QtBot) -> None:
    """The Wi-Fi may have changed since the list was made."""
    with qtbot.waitSignal(hosting.refused, timeout=20_000) as said:
        hosting.start("203.0.113.9", free_port())
    assert "203.0.113.9" in said.args[0]


def test_phones_that_joined_are_counted(hosting: Hosting, qtbot: QtBot) -> None:
    """The facilitator sees how many are in."""
    start(hosting, qtbot, free_port())
    assert answers(hosting.join_url)
    qtbot.waitUntil(lambda: hosting.devices == 1, timeout=5_000)


def test_it_tries_more_than_one_port() -> None:
    """Two copies of the program on one computer both find a port."""
    assert PORTS_TRIED > 1
