"""The Room page's second step: the Wi-Fi, typed once, remembered on this computer, shown before the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSizeF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from pyzbar.pyzbar import decode

from tests.builders import a_workshop
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.files.memory import Memory
from workshop_tool.desktop.pages.room.page import RoomPage
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Code, Slide, Words
from workshop_tool.desktop.projector.views import welcome
from workshop_tool.desktop.widgets.qr_code import QrCode
from workshop_tool.look.wifi import Wifi

SITE = "http://192.168.1.7:8080"


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop and a memory that holds nothing yet."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop()) as bridge:
        bridge.memory = Memory(tmp_path)
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RoomPage:
    """Give the Room page at the step of the Wi-Fi, with one typed in."""
    page = bring_up(RoomPage(bridge), qtbot)
    page._way_in.show_step(0)
    QTest.keyClicks(find(page, QLineEdit, "wifi_network"), "Room; one")
    QTest.keyClicks(find(page, QLineEdit, "wifi_password"), "lake:mountain")
    return page


def test_a_phone_reads_the_network_off_the_screen(page: RoomPage, tmp_path: Path) -> None:
    """The picture itself is decoded."""
    picture = tmp_path / "wifi.png"
    find(page, QrCode, "wifi_qr").grab().save(str(picture))
    with Image.open(picture) as grabbed:
        assert [code.data.decode() for code in decode(grabbed)] == [r"WIFI:T:WPA;S:Room\; one;P:lake\:mountain;;"]


def test_a_password_that_cannot_be_one_is_said(page: RoomPage) -> None:
    """And no code is shown that cannot work."""
    password = find(page, QLineEdit, "wifi_password")
    password.clear()
    QTest.keyClicks(password, "short")
    assert "8 to 64 characters" in find(page, QLabel, "wifi_hint").text()
    assert not find(page, QrCode, "wifi_qr").isVisible()


def test_an_open_network_needs_no_password(page: RoomPage, bridge: Bridge) -> None:
    """What stands in the field is not told to the phones."""
    kind = find(page, QComboBox, "wifi_kind")
    kind.setCurrentIndex(kind.findData(""))
    kind.activated.emit(kind.currentIndex())
    assert bridge.hosting.wifi == Wifi("Room; one")


def test_the_password_is_hidden_until_it_is_wanted(page: RoomPage) -> None:
    """Twenty people may be looking."""
    password = find(page, QLineEdit, "wifi_password")
    modes = [password.echoMode()]
    for _press in range(2):
        press(page, "wifi_show")
        modes.append(password.echoMode())
    assert modes == [QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password]


def test_it_is_typed_once(page: RoomPage, bridge: Bridge, qtbot: QtBot, tmp_path: Path) -> None:
    """The next run on this computer knows it."""
    assert page
    bridge.memory = Memory(tmp_path)
    again = bring_up(RoomPage(bridge), qtbot)
    assert find(again, QLineEdit, "wifi_network").text() == "Room; one"
    assert bridge.hosting.wifi == Wifi("Room; one", "lake:mountain")


def test_the_workshop_file_knows_nothing_of_it(page: RoomPage, bridge: Bridge, tmp_path: Path) -> None:
    """Files are passed on; passwords are not."""
    assert page
    bridge.session.checkpoint().result()
    assert b"lake:mountain" not in b"".join(
        path.read_bytes() for path in tmp_path.glob("day.workshop*") if path.is_file()
    )


def test_nobody_else_on_this_computer_reads_it(page: RoomPage, tmp_path: Path) -> None:
    """The file of the memory is its owner's alone."""
    assert page
    assert (tmp_path / "window.json").stat().st_mode & 0o077 == 0


def test_the_projector_shows_the_wifi_first_and_then_the_page(page: RoomPage, bridge: Bridge) -> None:
    """Two codes, numbered, none smaller than two fifths of the height."""
    assert page
    showing = Showing(bridge.workshop, SITE, f"{SITE}/j/12345", "12345", wifi=bridge.hosting.wifi)
    for size in (QSizeF(1024, 768), QSizeF(1920, 1080)):
        (slide,) = welcome.slides(showing, size)
        codes = sorted((mark for mark in slide.marks if isinstance(mark, Code)), key=lambda code: code.box.left())
        assert [code.text.partition(":")[0] for code in codes] == ["WIFI", "http"]
        assert all(code.box.height() >= slide.height * 0.4 for code in codes)
        assert {"1  Wi-Fi", "2  Page", "Room; one", SITE} <= set(words_on(slide))


def words_on(slide: Slide) -> list[str]:
    return [mark.text for mark in slide.marks if isinstance(mark, Words)]


def test_without_a_wifi_the_projector_shows_the_page_alone(bridge: Bridge) -> None:
    """As large as before."""
    (slide,) = welcome.slides(Showing(bridge.workshop, SITE, f"{SITE}/j/12345", "12345"), QSizeF(1920, 1080))
    assert len([mark for mark in slide.marks if isinstance(mark, Code)]) == 1
