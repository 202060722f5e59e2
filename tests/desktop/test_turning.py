"""Posters turned by the clock: each gets its share of the part's time, and the facilitator stays in charge."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import bring_up
from tests.desktop.room_sample import NOW, open_session, sample_day
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.run.page import RunPage
from workshop_tool.desktop.projector.slide import Words
from workshop_tool.desktop.running import Running
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.services.now import end_part

DAY = (
    ProgrammePart(id="a", title="Presentations", minutes=18, shows="poster"),
    ProgrammePart(id="b", title="Plenary", minutes=30, shows="poster"),
)
SHARE = 120
"""Seconds for each of the nine posters in a part of 18 minutes."""


class Clock:
    """The time of the room, which goes on when a test says so."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        """Say what time it is."""
        return self.now

    def go_on(self, running: Running, seconds: int) -> None:
        """Let so much time go by."""
        self.now += dt.timedelta(seconds=seconds)
        running.ticked.emit()


@pytest.fixture
def clock() -> Clock:
    """Give a clock that stands still."""
    return Clock()


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot, clock: Clock) -> Iterator[Bridge]:
    """Give a bridge to a day with nine posters."""
    assert qtbot is not None
    session = open_session(tmp_path, sample_day(DAY))
    session.clock = clock
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.close()


@pytest.fixture
def running(bridge: Bridge, qtbot: QtBot) -> Running:
    """Give what runs the day, in its first part, with the first poster up and the clock turning."""
    running = bridge.running
    running.projector.show()
    qtbot.waitExposed(running.projector)
    running.start("a")
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "a")
    running.turning.switch(on=True)
    return running


def shown(running: Running) -> int:
    """Return the number of the poster that is up, from 1."""
    return 10 - running.posters_left


def test_a_poster_gives_way_when_its_share_is_over(running: Running, clock: Clock) -> None:
    """A ninth of the part's time, and not a second earlier."""
    clock.go_on(running, SHARE - 1)
    before = shown(running)
    clock.go_on(running, 1)
    assert (before, shown(running)) == (1, 2)


def test_what_a_short_poster_leaves_is_shared_by_the_others(running: Running, clock: Clock) -> None:
    """Next at once: the eight that are left have 18 minutes."""
    running.go_on()
    assert running.turning.seconds_left == 18 * 60 // 8
    clock.go_on(running, SHARE)
    assert shown(running) == 2


def test_a_minute_more_is_for_the_poster_that_is_up(
    running: Running, bridge: Bridge, clock: Clock, qtbot: QtBot
) -> None:
    """A discussion that is worth it takes nothing from the posters that come."""
    clock.go_on(running, SHARE - 10)
    running.add_minute()
    qtbot.waitUntil(lambda: running.turning.seconds_left == 70)
    assert bridge.workshop.plan.now.part == "a"


def test_nothing_turns_while_the_timer_is_held(running: Running, bridge: Bridge, clock: Clock, qtbot: QtBot) -> None:
    """And it goes on where it stood."""
    clock.go_on(running, SHARE - 10)
    running.pause()
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.ends is None)
    clock.go_on(running, 10 * SHARE)
    assert (shown(running), running.turning.seconds_left) == (1, 10)


def test_nothing_turns_under_a_frozen_picture(running: Running, clock: Clock) -> None:
    """The room would come back to a poster that nobody spoke about."""
    running.projector.toggle_freeze()
    clock.go_on(running, SHARE)
    assert shown(running) == 1


def test_the_last_poster_stays(running: Running, bridge: Bridge, clock: Clock) -> None:
    """Which part comes next, and when, is for the facilitator."""
    for _poster in range(12):
        clock.go_on(running, SHARE)
    assert (shown(running), bridge.workshop.plan.now.part) == (9, "a")


def test_it_is_on_for_one_part(running: Running, bridge: Bridge, clock: Clock, qtbot: QtBot) -> None:
    """In the plenary people talk as long as they talk."""
    running.start("b")
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "b")
    clock.go_on(running, 20 * 60)
    assert shown(running) == 1


def test_the_run_page_says_when_the_next_poster_comes(
    running: Running, bridge: Bridge, clock: Clock, qtbot: QtBot
) -> None:
    """The switch carries the time that is left, and takes it away where it is switched off."""
    page = bring_up(RunPage(bridge), qtbot)
    box = page.findChild(QCheckBox, "run_turns")
    assert isinstance(box, QCheckBox)
    clock.go_on(running, 30)
    said = box.text()
    box.click()
    assert (said, box.text()) == ("Turn posters by the clock: in 1:30", "Turn posters by the clock")


def test_nothing_is_offered_where_no_poster_is_shown(running: Running) -> None:
    """A map has nothing to turn."""
    running.projector.show_view("trends")
    assert not running.turning.offered


def room_sees(running: Running) -> list[tuple[str, float, float]]:
    """Return the lines on the projector: their words, and where each begins."""
    marks = running.projector.slide.marks
    return [(mark.text, mark.x, mark.baseline) for mark in marks if isinstance(mark, Words)]


def clocks(running: Running) -> list[str]:
    """Return the times that the room sees."""
    return [text for text, _x, _y in room_sees(running) if re.fullmatch(r"\d+:\d\d", text)]


def test_the_room_sees_how_long_its_poster_still_stays(running: Running, clock: Clock) -> None:
    """Two minutes at first, then less."""
    at_first = clocks(running)
    clock.go_on(running, 25)
    assert (at_first, clocks(running)) == (["2:00"], ["1:35"])


def test_the_room_sees_no_time_where_nobody_turns_by_the_clock(running: Running) -> None:
    """Then the presenter has the time, and no clock hurries anybody."""
    running.turning.switch(on=False)
    assert clocks(running) == []


def test_the_next_poster_begins_with_its_own_time(running: Running, clock: Clock) -> None:
    """What the one before did not use is shared out among those that are left."""
    clock.go_on(running, 40)
    running.go_on()
    assert clocks(running) == ["2:10"]


def test_a_key_on_the_projector_turns_the_clock_off_and_on(running: Running, bridge: Bridge) -> None:
    """T, as the list of shortcuts says; the facilitator is told each time."""
    said, states = list[str](), []
    bridge.noted.connect(said.append)
    for _press in range(2):
        QTest.keyClick(running.projector, Qt.Key.Key_T)
        states.append(running.turning.on)
    assert (states, said) == ([False, True], ["Posters wait for Next.", "Posters turn by the clock."])


@pytest.mark.parametrize("cover", ["toggle_freeze", "toggle_black"])
def test_no_clock_is_left_behind_a_picture_that_was_kept(running: Running, cover: str) -> None:
    """Switched off while the room could not see it, it is gone when the picture comes back."""
    getattr(running.projector, cover)()
    running.turning.switch(on=False)
    getattr(running.projector, cover)()
    assert clocks(running) == []


def test_a_frozen_picture_shows_no_clock_that_stands_still(running: Running) -> None:
    """The time goes on, and the room would believe a wrong one."""
    running.projector.toggle_freeze()
    assert clocks(running) == []


def test_the_last_poster_has_its_time_too(running: Running, clock: Clock) -> None:
    """It does not turn away, but its group knows when the part is over."""
    for _poster in range(8):
        running.go_on()
    clock.go_on(running, 60)
    assert (shown(running), clocks(running)) == (9, ["17:00"])


def test_nothing_is_offered_where_no_part_runs(running: Running, bridge: Bridge, qtbot: QtBot) -> None:
    """A timer alone has no posters to share it out among."""
    running.turning.switch(on=False)
    bridge.edit("End", end_part)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part is None)
    running.add_minute()
    qtbot.waitUntil(lambda: running.timer is not None)
    running.projector.show_view("poster")
    assert not running.turning.offered


def test_the_key_says_where_there_is_nothing_to_turn(running: Running, qtbot: QtBot) -> None:
    """On a view without posters."""
    running.turning.switch(on=False)
    running.projector.show_view("programme")
    with qtbot.waitSignal(running.stopped) as heard:
        running.act("turn")
    assert heard.args == ["There is no poster to turn, or no time left to turn it in."]
