"""The site as the window starts and stops it: off the window's thread, heard of as signals."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import a_session
from workshop_tool.desktop.hosting.site import Hosting
from workshop_tool.site.addresses import Adapter

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


@contextmanager
def taken_port() -> Iterator[int]:
    """Give a port that another program listens on."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        yield int(taken.getsockname()[1])


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


def test_a_port_in_use_is_said_and_not_slipped_past(hosting: Hosting, qtbot: QtBot) -> None:
    """Printed QR codes name the port: another one is taken only when the facilitator says so."""
    with taken_port() as port:
        with qtbot.waitSignal(hosting.refused, timeout=20_000) as said:
            hosting.start(HOST, port)
        assert str(port) in said.args[0]
        assert (hosting.site, hosting.taken_port) == (None, port)


def test_another_port_is_one_press_away(hosting: Hosting, qtbot: QtBot) -> None:
    """It is free, it answers, and it is the one that is wanted from then on."""
    with taken_port() as port:
        with qtbot.waitSignal(hosting.refused, timeout=20_000):
            hosting.start(HOST, port)
        hosting.start_at_free_port()
        qtbot.waitUntil(lambda: hosting.site is not None and not hosting.busy, timeout=20_000)
    assert answers(hosting.join_url)
    assert hosting.taken_port is None
    assert hosting.address == f"http://{HOST}:{hosting.port}"


def test_a_site_goes_on_where_another_port_is_taken(hosting: Hosting, qtbot: QtBot) -> None:
    """Whoever tries a port that is in use loses nothing but the try."""
    start(hosting, qtbot, free_port())
    with taken_port() as port, qtbot.waitSignal(hosting.refused, timeout=20_000):
        hosting.start(HOST, port)
    assert answers(hosting.join_url)


def test_a_network_that_goes_away_is_noticed(hosting: Hosting, qtbot: QtBot) -> None:
    """The one that is left is offered."""
    found = [Adapter("wlan0", HOST), Adapter("eth0", "127.0.0.2")]
    hosting._find_networks = lambda: tuple(found)
    start(hosting, qtbot, free_port())
    qtbot.waitUntil(lambda: len(hosting.adapters) == 2)
    assert not hosting.is_lost
    del found[0]
    hosting.look_for_networks()
    qtbot.waitUntil(lambda: hosting.is_lost)
    assert hosting.elsewhere == Adapter("eth0", "127.0.0.2")


def test_a_site_moves_to_another_network_and_knows_its_phones(hosting: Hosting, qtbot: QtBot) -> None:
    """The port stays, and so does what a phone was given when it joined."""
    start(hosting, qtbot, free_port())
    with httpx.Client(trust_env=False, timeout=5) as phone:
        token = phone.get(hosting.join_url).cookies["device"]
        hosting.start("127.0.0.2")
        qtbot.waitUntil(lambda: not hosting.busy and "127.0.0.2" in hosting.address, timeout=20_000)
        answer = phone.get(f"{hosting.address}/vote", headers={"Cookie": f"device={token}"})
    assert answer.status_code == 200
    assert hosting.join_url.startswith(f"http://127.0.0.2:{hosting.port}/j/")


def test_networks_are_looked_for_off_the_windows_thread(hosting: Hosting, qtbot: QtBot) -> None:
    """Asking the system can take a while."""
    threads: list[int] = []
    hosting._find_networks = lambda: threads.append(threading.get_ident()) or ()  # type: ignore[func-returns-value]
    hosting.look_for_networks()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads != [threading.get_ident()]


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
