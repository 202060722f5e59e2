"""The room check in the window: a phone tries, and the layers show it as it happens."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.page_gestures import a_bridge, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.hosting.verdict import PATIENCE
from workshop_tool.desktop.pages.room.check import RoomCheckDialog
from workshop_tool.desktop.widgets.qr_code import QrCode

LONG = 20_000


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with its site on."""
    with a_bridge(tmp_path, a_workshop()) as bridge:
        bridge.hosting.start("127.0.0.1", 0)
        qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=LONG)
        yield bridge


@pytest.fixture
def dialog(bridge: Bridge, qtbot: QtBot) -> Iterator[RoomCheckDialog]:
    """Give the dialog, waiting for a phone."""
    dialog = RoomCheckDialog(bridge.hosting)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Join the room's Wi-Fi" in said(dialog, "verdict_advice"), timeout=LONG)
    yield dialog
    dialog.done(0)


def said(dialog: RoomCheckDialog, name: str) -> str:
    return find(dialog, QLabel, name).text()


def state(dialog: RoomCheckDialog, key: str) -> str:
    return find(dialog, QLabel, f"layer_icon_{key}").accessibleName()


def phone(dialog: RoomCheckDialog, *, live: bool | None) -> None:
    """Do what the page on the phone does."""
    url = find(dialog, QrCode, "check_qr").text
    own = {"Origin": url.partition("/check")[0], "X-Workshop": "check"}
    with httpx.Client(trust_env=False, timeout=30) as client:
        assert client.get(url).status_code == 200
        if live is not None:
            assert client.put(url, json={"live": live}, headers=own).status_code == 200


def test_this_computer_checks_itself_first(dialog: RoomCheckDialog) -> None:
    """Three layers are known before a phone is at hand."""
    assert [state(dialog, key) for key in ("adapter", "site", "itself")] == ["yes"] * 3


def test_a_phone_that_can_do_all_means_go(dialog: RoomCheckDialog, qtbot: QtBot) -> None:
    """Without a press of any button."""
    phone(dialog, live=True)
    qtbot.waitUntil(lambda: said(dialog, "verdict") == "Go", timeout=LONG)


def test_a_phone_that_only_arrived_is_shown_so(dialog: RoomCheckDialog, qtbot: QtBot) -> None:
    """What it tries next is not known yet."""
    phone(dialog, live=None)
    qtbot.waitUntil(lambda: state(dialog, "phone") == "yes", timeout=LONG)
    assert state(dialog, "writes") == "not yet known"


def test_no_phone_in_time_is_no_go_with_what_to_try(dialog: RoomCheckDialog) -> None:
    """Its owner should not stand there wondering."""
    dialog._began -= PATIENCE + 1
    dialog.refresh()
    assert said(dialog, "verdict") == "No go: no phone has arrived"
    assert "mobile data off" in said(dialog, "verdict_advice")


def test_checking_again_starts_from_nothing(dialog: RoomCheckDialog, qtbot: QtBot) -> None:
    """Another phone, another code."""
    phone(dialog, live=True)
    qtbot.waitUntil(lambda: said(dialog, "verdict") == "Go", timeout=LONG)
    press(dialog, "check_again")
    assert state(dialog, "phone") == "not yet known"


def test_closing_ends_the_check(dialog: RoomCheckDialog) -> None:
    """Its page is gone with it."""
    url = find(dialog, QrCode, "check_qr").text
    dialog.accept()
    assert httpx.get(url, trust_env=False).status_code == 404


def test_a_site_that_is_switched_off_meanwhile_is_seen(dialog: RoomCheckDialog, bridge: Bridge, qtbot: QtBot) -> None:
    """The layer that blocks is the site."""
    bridge.hosting.stop()
    qtbot.waitUntil(lambda: said(dialog, "verdict") == "No go: the site does not answer", timeout=LONG)
