"""The inbox on the Trends page: what the room sent in is accepted, merged or dismissed, by key alone if need be."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.pages.trends.page import TrendsPage
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.domain.workshop import Workshop

SENT = (
    Suggestion(id="s1", kind="trend", text="Heat from mines", group="g1", importance=0.8, certainty=0.2),
    Suggestion(id="s2", kind="problem area", text="Nobody trains installers", group="g1"),
    Suggestion(id="s3", kind="comment", text="Two things in one", about="t2"),
)


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop to which three suggestions were sent."""
    assert qtbot
    plan = a_plan(trends=3, areas=2, groups=1)
    for sent in SENT:
        plan = plan.with_new(sent)
    with a_bridge(tmp_path, Workshop(plan.settled())) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> TrendsPage:
    """Give the Trends page with its inbox open."""
    page = bring_up(TrendsPage(bridge), qtbot)
    press(page, "inbox_open")
    return page


def states(bridge: Bridge) -> list[str]:
    return [sent.state for sent in bridge.workshop.plan.suggestions]


def decide(page: TrendsPage, key: Qt.Key) -> None:
    """Press a key in the inbox's list."""
    QTest.keyClick(find(page, QListWidget, "inbox_list"), key)


def test_the_button_says_how_many_wait(page: TrendsPage) -> None:
    """Seen from the map as well."""
    assert find(page, QPushButton, "inbox_open").text() == "Inbox 3"


@pytest.mark.parametrize(("width", "beside"), [(1100, False), (2300, True)])
def test_the_map_stays_in_sight_where_there_is_room(page: TrendsPage, qtbot: QtBot, width: int, beside: bool) -> None:
    """In a wide window the inbox is a third column; in a narrow one it takes the map's place."""
    page.resize(width, 800)
    field = find(page, QWidget, "trend_map")
    qtbot.waitUntil(lambda: field.isVisible() == beside)
    assert find(page, QListWidget, "inbox_list").isVisible()
    press(page, "inbox_open")
    qtbot.waitUntil(field.isVisible)
    assert not find(page, QListWidget, "inbox_list").isVisible()


def test_the_rail_says_how_many_wait(bridge: Bridge) -> None:
    """Seen from every page."""
    entry = next(entry for entry in PAGES if entry.key == "trends")
    assert entry.count(bridge.workshop) == "3 · 3 in inbox"


def test_a_accepts(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """It stands in the list, where the group would place it."""
    decide(page, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: states(bridge)[0] == "accepted")
    added = list(bridge.workshop.plan.trends)[-1]
    assert (added.label, added.importance, added.certainty) == ("Heat from mines", 0.8, 0.2)


def test_m_merges_into_what_is_chosen(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Its words stand in the note of the other."""
    find(page, QComboBox, "inbox_into").setCurrentIndex(1)
    decide(page, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: states(bridge)[0] == "merged")
    assert bridge.workshop.plan.trends["t2"].note == "Heat from mines"


def test_d_dismisses(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Nothing else changes."""
    decide(page, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: states(bridge)[0] == "dismissed")
    assert len(bridge.workshop.plan.trends) == 3


def test_what_is_accepted_can_be_reworded_first(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Letters typed into the text are letters there, and decide nothing."""
    text = find(page, QPlainTextEdit, "inbox_text")
    text.selectAll()
    QTest.keyClicks(text, "Mad heat")
    press(page, "inbox_accept")
    qtbot.waitUntil(lambda: states(bridge)[0] == "accepted")
    assert list(bridge.workshop.plan.trends)[-1].label == "Mad heat"


def test_the_next_one_is_at_hand_after_each(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Three keys decide on three."""
    for left, key in ((2, Qt.Key.Key_A), (1, Qt.Key.Key_A), (0, Qt.Key.Key_D)):
        decide(page, key)
        qtbot.waitUntil(lambda left=left: find(page, QListWidget, "inbox_list").count() == left)  # type: ignore[misc]
    assert states(bridge) == ["accepted", "accepted", "dismissed"]


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_M, Qt.Key.Key_D])
def test_each_decision_is_one_step_of_undo(page: TrendsPage, bridge: Bridge, qtbot: QtBot, key: Qt.Key) -> None:
    """It waits again, and nothing is left of what it became."""
    before = bridge.workshop.plan
    decide(page, key)
    qtbot.waitUntil(lambda: states(bridge)[0] != "waiting")
    bridge.undo()
    qtbot.waitUntil(lambda: states(bridge)[0] == "waiting")
    assert (bridge.workshop.plan.trends, bridge.workshop.plan.suggestions) == (before.trends, before.suggestions)


def test_without_suggestions_there_is_no_inbox(tmp_path: Path, qtbot: QtBot) -> None:
    """A workshop without phones never sees the button."""
    with a_bridge(tmp_path, Workshop(a_plan(trends=1))) as bridge:
        page = bring_up(TrendsPage(bridge), qtbot)
        assert not find(page, QPushButton, "inbox_open").isVisible()
