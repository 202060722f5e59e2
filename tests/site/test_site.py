"""Starting and stopping: where it listens, why it cannot, and that nothing is left behind."""

import gc
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import httpx
import pytest

from tests.builders import start_round
from tests.site.conftest import Phone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.site.collecting import SELDOM
from workshop_tool.site.refusals import AddressGone, PortInUse


def test_a_started_site_says_where_it_is(site: Site) -> None:
    """The room page shows this address, and the QR code holds it."""
    assert site.join_url == f"{site.address}/j/{site.code}"
    assert urlsplit(site.address).port


def test_a_port_in_use_is_said_in_a_sentence(session: WorkshopSession, site: Site) -> None:
    """Another program has the port: the workshop goes on without."""
    port = urlsplit(site.address).port or 0
    with pytest.raises(PortInUse, match=f"Port {port} is in use"):
        Site(session, port=port).start()


def test_an_address_that_is_not_ours_is_said_in_a_sentence(session: WorkshopSession) -> None:
    """The laptop left the Wi-Fi since the address was chosen; 192.0.2.0/24 belongs to nobody (RFC 5737)."""
    with pytest.raises(AddressGone, match=r"does not have the address 192\.0\.2\.1"):
        Site(session, host="192.0.2.1").start()


def test_a_stopped_site_lets_go_of_its_port_and_its_thread(session: WorkshopSession) -> None:
    """It can be started again at once, at the same address, so that the printed code stays good."""
    site = Site(session)
    site.start()
    address = site.address
    site.stop()
    assert "workshop-site" not in {thread.name for thread in threading.enumerate()}
    site.start()
    assert site.address == address
    site.stop()


def test_the_collector_of_cycles_is_as_it_was_afterwards(session: WorkshopSession) -> None:
    """It looks seldom while a room votes, and only then."""
    usual, left_alone = gc.get_threshold(), gc.get_freeze_count()
    site = Site(session)
    site.start()
    assert gc.get_freeze_count() > left_alone
    assert gc.get_threshold() == SELDOM
    site.stop()
    assert gc.get_threshold() == usual
    assert gc.get_freeze_count() == 0


def test_stopping_waits_for_nobody(session: WorkshopSession) -> None:
    """Idle and half-sent connections do not hold the evening up."""
    site = Site(session)
    site.start()
    address = urlsplit(site.address)
    with (
        Phone(site) as idle,
        socket.create_connection((str(address.hostname), address.port)) as half,
    ):
        idle.join()
        half.sendall(b"GET / HTTP/1.1\r\n")
        began = time.monotonic()
        site.stop()
        assert time.monotonic() - began < 2


def test_stopping_twice_and_starting_twice_do_nothing_more(session: WorkshopSession) -> None:
    """A button pressed twice."""
    site = Site(session)
    site.start()
    address = site.address
    site.start()
    assert httpx.get(f"{address}/").status_code == 200
    site.stop()
    site.stop()


def test_a_session_that_ended_is_said_and_not_a_stack_trace(session: WorkshopSession, site: Site, phone: Phone) -> None:
    """The workshop was closed on the laptop while a phone was voting."""
    session.close()
    answer = phone.vote({"p1": {"priority": 1}})
    assert answer.status_code == 503
    assert "no longer open" in answer.json()["sentence"]
    assert site.devices == 1


def test_a_ballot_that_waits_for_the_writer_survives_the_end_of_the_site(
    session: WorkshopSession, site: Site, phone: Phone
) -> None:
    """It came before the site stopped, so it counts, though nobody is left to be told."""
    start_round(session)
    free = threading.Event()
    busy = session.act(lambda workshop: (workshop, free.wait(10)))
    with ThreadPoolExecutor(1) as pool:
        sent = pool.submit(phone.vote, {"p1": {"priority": 1}})
        time.sleep(0.2)
        site.stop()
        free.set()
        sent.exception(10)
    busy.result()
    session.act(lambda workshop: (workshop, None)).result()
    assert len(session.current.book("r1").ballots) == 1
