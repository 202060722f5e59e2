"""What the buttons of the pages do is found in the palette too; lines of the minutes are found on Run."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from tests.desktop.test_palette import go
from workshop_tool.desktop.commands.pages import ACTIONS, PageAction
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.minutes import Minute


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.buttons[0])
def test_every_action_is_a_button_of_its_page(window: MainWindow, action: PageAction) -> None:
    """A button that is renamed or moved away takes its command along."""
    window.show_page(action.page)
    buttons = [window.page.findChild(QPushButton, name) for name in action.buttons]
    assert [button for button in buttons if button is None] == []
    assert isinstance(buttons[0], QPushButton)
    assert buttons[0].text() == action.words()


def test_an_action_is_done_from_any_page(window: MainWindow, qtbot: QtBot) -> None:
    """From Prepare, typing what one wants leads into the line that a new trend is written in."""
    go(window, qtbot, "trends: add trend")
    qtbot.waitUntil(lambda: window.page.key == "trends")
    qtbot.waitUntil(lambda: (line := window.page.focusWidget()) is not None and line.objectName() == "trends_add")


def test_a_line_of_the_minutes_is_chosen_on_run(window: MainWindow, qtbot: QtBot) -> None:
    """One about no poster has no other place."""
    bridge = window.bridge
    minutes = (Minute(id="m1", text="Start earlier"), Minute(id="m2", text="Meet again in May"))
    bridge.edit("Write", lambda plan: plan.with_new(minutes[0]).with_new(minutes[1]))
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.minutes) == len(minutes))
    go(window, qtbot, "again in may")
    qtbot.waitUntil(lambda: window.page.key == "run")
    qtbot.waitUntil(lambda: find(window.page, ItemTable, "run_minutes_table").selected_ids == ("m2",))


def test_the_rail_gives_its_room_to_the_page_in_a_narrow_window(window: MainWindow, qtbot: QtBot) -> None:
    """Icons alone, and the message bar below all; wide again, the words are back."""
    window.resize(QSize(900, 700))
    title = find(window.rail, QLabel, "rail_title")
    qtbot.waitUntil(lambda: not title.isVisible())
    window.message_bar.note("Saved")
    assert not window.rail.isAncestorOf(window.message_bar)
    window.resize(QSize(1280, 800))
    qtbot.waitUntil(title.isVisible)
    assert window.rail.isAncestorOf(window.message_bar)
