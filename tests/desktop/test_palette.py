"""The command palette: anything in the workshop is a few letters away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.commands.palette import CommandPalette, show_palette
from workshop_tool.desktop.commands.window import Command
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.people import Participant


def opened(window: MainWindow, qtbot: QtBot) -> CommandPalette:
    """Open the palette by its key."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.findChild(CommandPalette) is not None)
    palette = window.findChild(CommandPalette)
    assert isinstance(palette, CommandPalette)
    return palette


def go(window: MainWindow, qtbot: QtBot, typed: str) -> None:
    """Type and take the first hit."""
    palette = opened(window, qtbot)
    line = find(palette, QLineEdit, "palette_line")
    QTest.keyClicks(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not palette.isVisible())


@pytest.mark.parametrize(
    ("typed", "lands"),
    [
        ("trend 2", ("trends", "trends_table", "t2")),
        ("problem area 4", ("problem-areas", "areas_table", "a4")),
        ("what keeps", ("prepare", "questions_table", "q1")),
        ("lovelace", ("prepare", "participants_table", "ada")),
    ],
)
def test_enter_goes_to_the_page_and_chooses_there(
    window: MainWindow, qtbot: QtBot, typed: str, lands: tuple[str, str, str]
) -> None:
    """The page comes up with the thing chosen and the keyboard on it."""
    window.bridge.session.edit(
        "Add",
        lambda plan: plan.with_new(Question(id="q1", text="What keeps people?")).with_new(
            Participant(id="ada", name="Ada Lovelace")
        ),
    ).result()
    qtbot.waitUntil(lambda: "q1" in window.bridge.workshop.plan.questions)
    go(window, qtbot, typed)
    page, table, chosen = lands
    qtbot.waitUntil(lambda: window.page.key == page and find(window.page, ItemTable, table).current_id == chosen)


def test_a_poster_opens_as_its_sheet(window: MainWindow, qtbot: QtBot) -> None:
    """By its number, or a word on it."""
    palette = opened(window, qtbot)
    line, hits = find(palette, QLineEdit, "palette_line"), find(palette, QListWidget, "palette_list")
    QTest.keyClicks(line, "1 problem")
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert hits.currentRow() == 1
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page.key == "posters")
    sheet = window.page.findChild(QWidget, "opened_poster")
    assert sheet is not None
    assert sheet.isVisible()


def test_a_command_is_done_by_its_words(window: MainWindow, qtbot: QtBot) -> None:
    """Pages and everything that has a key."""
    go(window, qtbot, "vote")
    qtbot.waitUntil(lambda: window.page.key == "vote")


def test_escape_leaves_everything_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    """Looking changes nothing."""
    palette = opened(window, qtbot)
    QTest.keyClicks(find(palette, QLineEdit, "palette_line"), "vote")
    QTest.keyClick(palette, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not palette.isVisible())
    assert window.page.key == "prepare"


def test_what_nobody_called_anything_is_said(window: MainWindow, qtbot: QtBot) -> None:
    """An empty list would look broken, and Enter on it does nothing."""
    palette = opened(window, qtbot)
    line = find(palette, QLineEdit, "palette_line")
    QTest.keyClicks(line, "zzzzqqq")
    assert find(palette, QWidget, "palette_nothing").isVisible()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.close()


def test_what_is_chosen_is_done_behind_the_click(window: MainWindow, qtbot: QtBot) -> None:
    """A dialog that comes up in the middle of the click would outlive the list that was clicked, and crash."""
    done = list[str]()
    command = Command("Look at it", lambda: done.append("looked"))
    palette = show_palette(window.bridge.workshop, (command,), lambda *_to: None, window)
    rows = find(palette, QListWidget, "palette_list")
    middle = rows.visualItemRect(rows.item(0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    in_the_click = [*done]
    qtbot.waitUntil(lambda: done == ["looked"])
    assert in_the_click == []
