"""The Room page: the switch, the network, the way in."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from pyzbar.pyzbar import decode

from tests.builders import a_workshop, start_round, vote
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.room.networks import said_network
from workshop_tool.desktop.pages.room.page import RoomPage
from workshop_tool.desktop.widgets.fields import LineField
from workshop_tool.desktop.widgets.qr_code import QrCode
from workshop_tool.site.addresses import Adapter

PATIENCE = 20_000


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with twelve participants."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=2, participants=12)) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RoomPage:
    """Give the Room page with this computer's own networks found."""
    page = bring_up(RoomPage(bridge), qtbot)
    qtbot.waitUntil(lambda: bool(bridge.hosting.adapters) and not bridge.hosting.busy, timeout=PATIENCE)
    return page


@pytest.fixture
def page_on(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> RoomPage:
    """Give the page with the site on, on this computer only."""
    bridge.hosting.start("127.0.0.1", 0)
    qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=PATIENCE)
    return page


def said(page: RoomPage, name: str) -> str:
    return find(page, QLabel, name).text()


def test_the_switch_turns_the_site_on_and_off(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """One switch, which shows what is."""
    networks = find(page, QComboBox, "networks")
    networks.clear()
    networks.addItem("this computer", "127.0.0.1")
    bridge.hosting.port = 0
    switch = find(page, QAbstractButton, "site_switch")
    switch.click()
    qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=PATIENCE)
    assert said(page, "site_state") == "The site is on"
    switch.click()
    qtbot.waitUntil(lambda: bridge.hosting.site is None and not bridge.hosting.busy, timeout=PATIENCE)
    assert said(page, "site_state") == "The site is off"


def test_the_networks_are_listed_best_first(page: RoomPage, bridge: Bridge) -> None:
    """The one that phones most likely reach is chosen."""
    networks = find(page, QComboBox, "networks")
    assert [networks.itemData(at) for at in range(networks.count())] == [a.ip for a in bridge.hosting.adapters]
    assert networks.currentIndex() == 0


def test_address_and_code_stand_as_text(page_on: RoomPage, bridge: Bridge) -> None:
    """Whoever cannot scan types what the back row can read."""
    assert said(page_on, "page_address") == bridge.hosting.address
    assert bridge.hosting.code in said(page_on, "page_code")


def test_a_phone_reads_the_qr_code_off_the_screen(page_on: RoomPage, bridge: Bridge, tmp_path: Path) -> None:
    """The picture itself is decoded."""
    picture = tmp_path / "room.png"
    find(page_on, QrCode, "page_qr").grab().save(str(picture))
    from PIL import Image  # noqa: PLC0415 - for this test alone

    with Image.open(picture) as grabbed:
        assert [code.data.decode() for code in decode(grabbed)] == [bridge.hosting.join_url]


def test_the_qr_code_can_be_shown_to_the_room(page_on: RoomPage, qtbot: QtBot) -> None:
    """The projector is asked for its welcome, where the QR code stands large."""
    with qtbot.waitSignal(page_on.present) as asked:
        press(page_on, "show_qr")
    assert asked.args == ["welcome", ""]


def test_the_rail_hears_how_many_phones_are_in(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Other pages see it without coming here."""
    with qtbot.waitSignal(page.badge_changed, check_params_cb=lambda text: text == "0 phones", timeout=PATIENCE):
        bridge.hosting.start("127.0.0.1", 0)


def test_those_expected_are_the_participants_where_nobody_counted(page: RoomPage) -> None:
    """Joined out of how many."""
    assert "12 people are expected" in said(page, "phones_joined")


def test_networks_are_named_in_plain_words() -> None:
    """What phones usually cannot reach says so."""
    named = {
        said_network(Adapter(name, ip))
        for name, ip in (("wlan0", "192.168.1.7"), ("tun0", "10.8.0.2"), ("docker0", "172.17.0.1"), ("lo", "127.0.0.1"))
    }
    assert named == {
        "Wi-Fi · 192.168.1.7",
        "VPN (tun0) · 10.8.0.2: phones usually cannot reach it",
        "docker0 · 172.17.0.1: inside this computer, phones cannot reach it",
        "This computer only · 127.0.0.1",
    }


def test_a_port_in_use_is_said_with_a_way_out(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """One press takes a port that is free."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        bridge.hosting.start("127.0.0.1", port)
        qtbot.waitUntil(lambda: find(page, QWidget, "room_notice").isVisible(), timeout=PATIENCE)
        assert str(port) in said(page, "room_notice_words")
        press(page, "room_notice_button")
        qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=PATIENCE)
    assert not find(page, QWidget, "room_notice").isVisible()


def test_a_network_that_is_gone_is_said_and_left(page_on: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """One press announces the page anew, and the QR code follows."""
    hosting, found = bridge.hosting, [Adapter("wlan0", "127.0.0.1"), Adapter("eth0", "127.0.0.2")]
    hosting._find_networks = lambda: tuple(found)
    hosting.look_for_networks()
    qtbot.waitUntil(lambda: len(hosting.adapters) == 2)
    before = find(page_on, QrCode, "page_qr").text
    del found[0]
    hosting.look_for_networks()
    qtbot.waitUntil(lambda: find(page_on, QWidget, "room_notice").isVisible())
    press(page_on, "room_notice_button")
    qtbot.waitUntil(lambda: "127.0.0.2" in hosting.address and not hosting.busy, timeout=PATIENCE)
    assert find(page_on, QrCode, "page_qr").text == before.replace("127.0.0.1", "127.0.0.2")
    assert not find(page_on, QWidget, "room_notice").isVisible()


def test_a_friendly_name_stands_in_the_address(page_on: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Typed once, in small letters; the site starts anew under it."""
    page_on._site.name_chosen.emit("Workshop.local")
    qtbot.waitUntil(lambda: "workshop.local" in bridge.hosting.address and not bridge.hosting.busy, timeout=PATIENCE)
    assert said(page_on, "page_address") == f"http://workshop.local:{bridge.hosting.port}"


def test_what_is_no_name_is_not_used(page_on: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The address would lead nowhere."""
    with qtbot.waitSignal(bridge.refused):
        page_on._site.name_chosen.emit("my room!")
    assert bridge.hosting.friendly_name == ""


def test_another_port_is_used_at_once(page_on: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A site that is on moves there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    page_on._site.port_chosen.emit(port)
    qtbot.waitUntil(lambda: bridge.hosting.address.endswith(f":{port}") and not bridge.hosting.busy, timeout=PATIENCE)


def test_those_who_voted_are_counted(page_on: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Beside those who joined."""
    start_round(bridge.session)
    vote(bridge.session, "a" * 32, {"p1": {"priority": 1}})
    qtbot.waitUntil(lambda: "1 has voted" in said(page_on, "phones_joined"), timeout=PATIENCE)


def test_the_check_begins_with_the_site_on_only(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A check of a site that is off would say nothing new."""
    button = find(page, QAbstractButton, "room_check_begin")
    assert not button.isEnabled()
    bridge.hosting.start("127.0.0.1", 0)
    qtbot.waitUntil(button.isEnabled, timeout=PATIENCE)


def test_a_name_that_is_refused_waits_for_nothing(page: RoomPage, qtbot: QtBot) -> None:
    """The name in use stands there again, so that closing asks nobody about an unsaved change."""
    line = page.findChild(QLineEdit, "site_name")
    field = page.findChild(LineField, "site_name_field")
    assert line is not None
    assert field is not None
    with qtbot.waitSignal(page.bridge.refused):
        line.setText("no name")
        page.flush()
    assert (line.text(), field.is_unsaved) == ("", False)
