"""The day as it is run: Next moves programme and projector together, stops before an open round, and Back goes back."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.room_sample import open_round, open_session, sample_day
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.running import Running
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.services import now as moments

DAY = (
    ProgrammePart(id="a", title="Welcome", minutes=10, shows="welcome"),
    ProgrammePart(id="b", title="Problem areas", minutes=30, shows="areas"),
    ProgrammePart(id="c", title="Dot voting", minutes=20, stage="voting", shows="vote"),
    ProgrammePart(id="d", title="Results", shows="result"),
)


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give a bridge to a day of four parts."""
    assert qtbot is not None
    session = open_session(tmp_path, sample_day(DAY))
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.close()


@pytest.fixture
def running(bridge: Bridge, qtbot: QtBot) -> Running:
    """Give what runs it, the projector's window shown."""
    running = bridge.running
    running.projector.show()
    qtbot.waitExposed(running.projector)
    return running


def at_part(running: Running, bridge: Bridge, part: str, qtbot: QtBot) -> None:
    running.start(part)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == part)


def test_next_begins_the_first_part_and_shows_its_picture(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """One press at nine o'clock."""
    running.projector.show_view("black")
    running.go_on()
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "a")
    assert running.projector.view.key == "welcome"


def test_next_turns_the_pages_that_are_left_before_it_goes_on(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """A list of two pages takes two presses."""
    at_part(running, bridge, "b", qtbot)
    presses = 0
    while running.step.kind == "page":
        running.go_on()
        presses += 1
    assert (presses, running.step.title) == (running.projector.pages - 1, "Dot voting")
    assert presses > 0


def test_a_clicker_moves_the_day(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """Page down on the projector does what Next does."""
    at_part(running, bridge, "a", qtbot)
    QTest.keyClick(running.projector, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "b")
    assert running.projector.view.key == "areas"


def test_next_goes_through_the_posters_one_by_one(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """In a plenary each poster comes up in the order of the list."""
    assert qtbot
    running.projector.show_view("poster")
    shown = []
    while running.step.kind in {"page", "poster"}:
        if running.step.kind == "poster":
            running.go_on()
            shown.append(running.projector.item)
        else:
            running.go_on()
    assert shown == [poster.id for poster in bridge.workshop.plan.posters_in_list_order()][1:]


def test_next_stops_before_an_open_round_and_says_so(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """The day stays in its part, and the round stays open, whatever is pressed."""
    at_part(running, bridge, "c", qtbot)
    open_round(bridge.session)
    said: list[str] = []
    running.stopped.connect(said.append)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        QTest.keyClick(running.projector, key)
    bridge.session.checkpoint().result()
    book = bridge.workshop.open_book
    assert (bridge.workshop.plan.now.part, book is not None, len(said)) == ("c", True, 3)
    assert "Dot voting" in said[0]


def test_no_key_opens_closes_or_publishes_a_round(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """Every key that Qt knows, with and without Shift, leaves the round as it is."""
    at_part(running, bridge, "c", qtbot)
    open_round(bridge.session)
    before = bridge.workshop.rounds
    for key in Qt.Key:
        for held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            QApplication.sendEvent(running.projector, QKeyEvent(QEvent.Type.KeyPress, key, held))
    bridge.session.checkpoint().result()
    assert bridge.workshop.rounds == before


def test_a_part_that_is_for_voting_begins_while_its_round_is_open(
    running: Running, bridge: Bridge, qtbot: QtBot
) -> None:
    """Opened a little early, the round does not keep the voting part from beginning."""
    at_part(running, bridge, "b", qtbot)
    open_round(bridge.session)
    running.go_to_next_part()
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "c")


def test_next_at_the_last_part_does_nothing(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """The day does not begin anew."""
    at_part(running, bridge, "d", qtbot)
    running.go_on()
    bridge.session.checkpoint().result()
    assert (running.step.kind, bridge.workshop.plan.now.part) == ("last", "d")


def test_back_lets_the_timer_of_the_part_before_go_on_as_it_was(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """A press too many costs no time."""
    at_part(running, bridge, "a", qtbot)
    ends = bridge.workshop.plan.now.ends
    at_part(running, bridge, "b", qtbot)
    running.go_back()
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "a")
    assert bridge.workshop.plan.now.ends == ends


def test_beginning_a_part_is_one_step_of_undo(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """Ctrl+Z takes it back."""
    at_part(running, bridge, "a", qtbot)
    at_part(running, bridge, "b", qtbot)
    bridge.undo()
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "a")


def test_without_a_programme_next_turns_pages(tmp_path: Path, qtbot: QtBot) -> None:
    """And stays at the last one."""
    assert qtbot
    session = open_session(tmp_path, sample_day(()))
    bridge = Bridge(session)
    running = bridge.running
    running.projector.show_view("areas")
    while running.step.kind == "page":
        running.go_on()
    running.go_on()
    assert (running.step.kind, running.projector.page) == ("none", running.projector.pages - 1)
    bridge.close()
    session.close()


def test_a_minute_more_lengthens_the_timer_and_pause_holds_it(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """By the keys + and P."""
    at_part(running, bridge, "a", qtbot)
    ends = bridge.workshop.plan.now.ends
    QTest.keyClick(running.projector, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.length == 660)
    assert bridge.workshop.plan.now.ends != ends
    QTest.keyClick(running.projector, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.left is not None)
    assert running.timer is not None
    assert running.timer.paused


def test_a_minute_more_after_the_end_is_a_minute_from_now(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """Not a minute less of being late."""
    change = partial(moments.set_timer, seconds=-300, now=bridge.session.clock())
    bridge.edit("Late", change)
    qtbot.waitUntil(lambda: running.timer is not None and running.timer.left < 0)
    running.add_minute()
    qtbot.waitUntil(lambda: running.timer is not None and 55 <= running.timer.left <= 60)


def test_letters_can_be_switched_off_and_the_clicker_still_works(
    running: Running, bridge: Bridge, qtbot: QtBot
) -> None:
    """Whoever speaks to the computer does not make the room black."""
    running.allow_singles(allowed=False)
    QTest.keyClick(running.projector, Qt.Key.Key_B)
    assert running.projector.view.key == "welcome"
    QTest.keyClick(running.projector, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "a")
