"""The Room page: the switch, the network, the way in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel
from pytestqt.qtbot import QtBot
from pyzbar.pyzbar import decode

from tests.builders import a_workshop
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.room import RoomPage
from workshop_tool.desktop.widgets.qr_code import QrCode

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
    bridge.hosting.start("127.0.0.1")
    qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=PATIENCE)
    return page


def said(page: RoomPage, name: str) -> str:
    return find(page, QLabel, name).text()


def test_the_switch_turns_the_site_on_and_off(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """One switch, which shows what is."""
    networks = find(page, QComboBox, "networks")
    networks.clear()
    networks.addItem("this computer", "127.0.0.1")
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
        bridge.hosting.start("127.0.0.1")


def test_those_expected_are_the_participants_where_nobody_counted(page: RoomPage) -> None:
    """Joined out of how many."""
    assert "12 people are expected" in said(page, "phones_joined")
