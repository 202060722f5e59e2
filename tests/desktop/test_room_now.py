"""What is happening now, set from the Room page: the part, its timer, a message; each an undoable edit."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.room.page import RoomPage
from workshop_tool.domain.now import Now
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.clock import said_seconds


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with two parts in its programme."""
    assert qtbot
    plan = a_plan()
    for part in (
        ProgrammePart(id="a", title="Welcome", minutes=20, shows="programme"),
        ProgrammePart(id="b", title="Lunch"),
    ):
        plan = plan.with_new(part)
    with a_bridge(tmp_path, Workshop(plan.settled())) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RoomPage:
    """Give the Room page."""
    return bring_up(RoomPage(bridge), qtbot)


def now(bridge: Bridge) -> Now:
    return bridge.workshop.plan.now


def choose(page: RoomPage, title: str) -> None:
    box = find(page, QComboBox, "now_part")
    box.setCurrentIndex(box.findText(title))
    box.activated.emit(box.currentIndex())


def test_a_part_runs_with_its_own_minutes(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Twenty minutes from when it was chosen."""
    choose(page, "Welcome")
    qtbot.waitUntil(lambda: now(bridge).part == "a")
    ends = now(bridge).ends
    assert ends is not None
    assert dt.timedelta(minutes=19) < ends - bridge.session.clock() <= dt.timedelta(minutes=20)
    qtbot.waitUntil(lambda: find(page, QLabel, "now_left").text() in {"20:00", "19:59"})


def test_a_part_brings_its_picture(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """As it does from the Run page."""
    choose(page, "Welcome")
    qtbot.waitUntil(lambda: now(bridge).part == "a")
    assert bridge.running.projector.view.key == "programme"


def test_no_part_runs_before_the_first_and_after_the_last(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The phones then show nothing of the programme."""
    choose(page, "Welcome")
    qtbot.waitUntil(lambda: now(bridge).part == "a")
    choose(page, "No part runs")
    qtbot.waitUntil(lambda: now(bridge) == Now())


def test_a_timer_is_started_held_and_taken_away(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Ten minutes unless another number is typed."""
    press(page, "now_start")
    hold = find(page, QPushButton, "now_hold")
    qtbot.waitUntil(lambda: hold.isVisible() and hold.text() == "Pause")
    hold.click()
    qtbot.waitUntil(lambda: hold.text() == "Go on")
    assert 590 <= (now(bridge).left or 0) <= 600
    hold.click()
    qtbot.waitUntil(lambda: hold.text() == "Pause")
    press(page, "now_clear")
    qtbot.waitUntil(lambda: now(bridge) == Now())


def test_a_message_says_what_to_do(page: RoomPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Saved as it is typed, like every word."""
    line = find(page, QLineEdit, "now_message")
    QTest.keyClicks(line, "Choose a table")
    qtbot.waitUntil(lambda: now(bridge).message == "Choose a table")


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, "0:00"), (65, "1:05"), (3725, "1:02:05"), (-30, "\N{MINUS SIGN}0:30")]
)
def test_time_is_said_as_a_clock_says_it(seconds: int, said: str) -> None:
    """Behind its end it counts on."""
    assert said_seconds(seconds) == said
