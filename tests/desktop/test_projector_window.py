"""The projector's window: what a phone reads off it, what keys do, and that only a choice changes the picture."""

from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import cast

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice, QSize, QSizeF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from pyzbar.pyzbar import decode

from tests.desktop.room_sample import open_round
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.hosting.site import Hosting
from workshop_tool.desktop.projector.control import ProjectorControl
from workshop_tool.desktop.projector.slide import Words
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.desktop.running import Running
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Trend
from workshop_tool.services.edits.particulars import revise_particulars


@pytest.fixture
def hosting(bridge: Bridge) -> Iterator[Hosting]:
    """Give a site that is off, as it is when a workshop is opened."""
    hosting = Hosting(bridge.session)
    yield hosting
    hosting.close()


@pytest.fixture
def running(hosting: Hosting, qtbot: QtBot) -> Hosting:
    """Give a site that is on, at a port of its own."""
    hosting.start("127.0.0.1", 0)
    qtbot.waitUntil(lambda: hosting.site is not None, timeout=20_000)
    return hosting


@pytest.fixture
def projector(bridge: Bridge, hosting: Hosting, qtbot: QtBot) -> ProjectorWindow:
    """Give the window, shown."""
    window = ProjectorWindow(bridge, hosting)
    Running(bridge, window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def read_code(widget: QWidget) -> list[str]:
    """Return what a phone's camera reads off a window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return [found.data.decode() for found in decode(Image.open(BytesIO(buffer.data().data())))]


def seen(projector: ProjectorWindow) -> str:
    return " ".join(drawn.text for drawn in projector.slide.marks if isinstance(drawn, Words))


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)], ids=str)
@pytest.mark.parametrize("view", ["welcome", "vote"])
def test_a_phone_reads_the_address_off_the_picture(
    projector: ProjectorWindow, running: Hosting, view: str, size: tuple[int, int]
) -> None:
    """The code leads where the site says, and nowhere else."""
    open_round(projector._bridge.session)
    projector.resize(*size)
    projector.show_view(view)
    assert read_code(projector) == [running.join_url]


def test_the_code_goes_when_the_site_goes(projector: ProjectorWindow, running: Hosting, qtbot: QtBot) -> None:
    """A picture that stays up follows the site."""
    running.stop()
    qtbot.waitUntil(lambda: running.site is None)
    assert read_code(projector) == []


def test_the_picture_follows_the_workshop(projector: ProjectorWindow, bridge: Bridge, qtbot: QtBot) -> None:
    """Nobody has to press anything after a change."""
    bridge.edit("Rename", partial(revise_particulars, title="Another title"))
    qtbot.waitUntil(lambda: "Another title" in seen(projector))


def test_opening_a_round_leaves_the_picture_as_it_is(projector: ProjectorWindow, bridge: Bridge, qtbot: QtBot) -> None:
    """What the room sees is chosen, never brought up by an event."""
    with qtbot.waitSignal(bridge.changed):
        open_round(bridge.session)
    assert projector.view.key == "welcome"


def test_keys_turn_pages_as_a_clicker_does(projector: ProjectorWindow) -> None:
    """Page down goes on to the last page; page up goes back."""
    projector.show_view("areas")
    last = projector.pages - 1
    for _ in range(last):
        QTest.keyClick(projector, Qt.Key.Key_PageDown)
    at_the_end = projector.page
    QTest.keyClick(projector, Qt.Key.Key_Left)
    assert (at_the_end, projector.page) == (last, last - 1)


def test_end_goes_to_the_last_page_at_once(projector: ProjectorWindow) -> None:
    """One key instead of a page at a time."""
    projector.show_view("areas")
    QTest.keyClick(projector, Qt.Key.Key_End)
    assert 0 < projector.page == projector.pages - 1


def test_no_key_changes_the_view(projector: ProjectorWindow) -> None:
    """A clicker cannot wander from the welcome page to the result."""
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(projector, key)
    assert projector.view.key == "welcome"


def test_b_makes_it_black_and_brings_the_same_page_back(projector: ProjectorWindow) -> None:
    """Black is a pause, not another place."""
    projector.show_view("areas")
    projector.show_page(1)
    QTest.keyClick(projector, Qt.Key.Key_B)
    black = projector.grab().toImage().pixelColor(10, 10).name()
    QTest.keyClick(projector, Qt.Key.Key_B)
    assert (black, projector.view.key, projector.page) == ("#000000", "areas", 1)


def test_f11_fills_the_screen_and_gives_it_back(projector: ProjectorWindow) -> None:
    """A window on one screen can still be shown full."""
    QTest.keyClick(projector, Qt.Key.Key_F11)
    full = projector.isFullScreen()
    QTest.keyClick(projector, Qt.Key.Key_F11)
    assert (full, projector.isFullScreen()) == (True, False)


def test_escape_closes_it(projector: ProjectorWindow) -> None:
    """The way out that everybody knows."""
    QTest.keyClick(projector, Qt.Key.Key_Escape)
    assert not projector.isVisible()


def test_one_poster_is_shown_by_its_id(projector: ProjectorWindow) -> None:
    """The button on a poster shows that poster."""
    projector.show_view("poster", "poster14")
    assert seen(projector).startswith("14 ")


def test_its_first_window_has_the_proportions_of_a_screen(projector: ProjectorWindow) -> None:
    """With one screen it is a window of 16 to 9."""
    assert projector.size() == QSize(960, 540)


def test_a_tall_window_shows_the_picture_of_an_old_projector(projector: ProjectorWindow) -> None:
    """On a screen turned upright the picture is 4 to 3 and nothing is cut."""
    projector.resize(600, 1000)
    assert projector.slide.size == QSizeF(600, 450)


def test_the_control_chooses_the_view(projector: ProjectorWindow, qtbot: QtBot) -> None:
    """A button for each view, and a picture of what the room sees."""
    control = ProjectorControl(projector)
    qtbot.addWidget(control)
    control.show()
    cast("QPushButton", control.findChild(QPushButton, "show_wall")).click()
    assert projector.view.key == "wall"


def test_the_control_says_which_view_is_up(projector: ProjectorWindow, qtbot: QtBot) -> None:
    """However the view was chosen, its button is the one that is pressed in."""
    control = ProjectorControl(projector)
    qtbot.addWidget(control)
    projector.show_view("trends")
    pressed = [button.objectName() for button in control.findChildren(QPushButton) if button.isChecked()]
    assert pressed == ["show_trends"]


def test_a_map_of_sixty_trends_is_placed_elsewhere_and_then_shown(
    projector: ProjectorWindow, bridge: Bridge, qtbot: QtBot
) -> None:
    """The window answers meanwhile, and says that the map comes."""

    def fill(plan: Plan) -> Plan:
        for n in range(60):
            place = {"importance": n % 8 / 8, "certainty": n // 8 / 8}
            plan = plan.with_new(Trend(id=f"more{n}", label=f"Trend {n} in a few words").revised(**place))
        return plan

    bridge.edit("Fill", fill)
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.trends) > 60)
    projector.show_view("trends")
    assert seen(projector) == "Trends The map is being drawn."
    qtbot.waitUntil(lambda: "Importance" in seen(projector), timeout=60_000)
    assert "Trend 59 in a few words" in " ".join(
        drawn.text for slide in projector._laid_out() for drawn in slide.marks if isinstance(drawn, Words)
    )
