"""Prepare's programme: drag and keyboard, breaks, what belongs to a part, overlaps; one step of undo each."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find, press
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.prepare.programme_table import ProgrammeTable
from workshop_tool.domain.particulars import ProgrammePart


@pytest.fixture
def table(window: MainWindow, qtbot: QtBot) -> ProgrammeTable:
    """Give the table of a usual day."""
    press(window, "programme_usual")
    table = find(window, ProgrammeTable, "programme_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 9)
    return table


def parts(window: MainWindow) -> list[ProgrammePart]:
    return list(window.bridge.workshop.plan.programme)


def titles(window: MainWindow) -> list[str]:
    return [part.title for part in parts(window)]


def drag(table: ProgrammeTable, row: int, onto: QPoint) -> None:
    """Let a row go at a point, as the system's drag does at its end."""
    data: QMimeData = table.items.mimeData([table.items.index(row, 0)])
    no_key = Qt.KeyboardModifier.NoModifier
    table.dropEvent(QDropEvent(QPointF(onto), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, no_key))


def test_times_follow_a_longer_part_in_one_step_of_undo(
    window: MainWindow, table: ProgrammeTable, qtbot: QtBot
) -> None:
    """And the line beneath says when the day ends."""
    before = parts(window)
    assert table.items.setData(table.items.index(0, 1), "25")
    qtbot.waitUntil(lambda: parts(window)[1].starts == dt.time(9, 25))
    qtbot.waitUntil(lambda: find(window, QLabel, "programme_day").text() == "9 parts, 09:00 to 14:45")
    window.bridge.undo()
    qtbot.waitUntil(lambda: parts(window) == before)


def test_a_dragged_part_takes_its_new_time(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """The second part is let go above the first one."""
    drag(table, 1, QPoint(20, table.rowViewportPosition(0) + 2))
    qtbot.waitUntil(lambda: titles(window)[:2] == ["Trends presented", "Welcome"])
    assert [part.starts for part in parts(window)[:3]] == [dt.time(9), dt.time(9, 35), dt.time(9, 45)]


def test_a_part_that_is_let_go_where_it_was_stays(window: MainWindow, table: ProgrammeTable) -> None:
    """No step of undo for nothing."""
    before = window.bridge.session.undoable()
    drag(table, 1, QPoint(20, table.rowViewportPosition(1) + 2))
    window.bridge.session.checkpoint().result()
    assert window.bridge.session.undoable() == before


def test_alt_and_an_arrow_move_a_part(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """By keyboard alone."""
    table.choose(parts(window)[0].id)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: titles(window)[:2] == ["Trends presented", "Welcome"])


def test_a_break_goes_behind_the_chosen_part(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """The rest of the day moves back by a quarter of an hour."""
    table.choose(parts(window)[1].id)
    press(window, "programme_break")
    qtbot.waitUntil(lambda: titles(window)[2] == "Break")
    made, behind = parts(window)[2:4]
    assert (made.stage, made.minutes, made.starts, behind.starts) == ("break", 15, dt.time(9, 45), dt.time(10))


def test_what_belongs_to_a_part_is_kept(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """Its stage, its picture, and the notes for the facilitator alone."""
    table.choose(parts(window)[4].id)
    for name, row in (("programme_stage", 1), ("programme_shows", 9)):
        box = find(window, QComboBox, name)
        box.setCurrentIndex(row)
        box.activated.emit(row)
    note = find(window, QPlainTextEdit, "programme_reminder")
    note.setPlainText("Ask for the bill")
    window.page.flush()
    qtbot.waitUntil(lambda: parts(window)[4].reminder == "Ask for the bill")
    assert (parts(window)[4].stage, parts(window)[4].shows) == ("welcome", "black")


def test_notes_typed_for_one_part_never_go_to_the_next(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """Choosing another part saves them first."""
    first, second = parts(window)[:2]
    table.choose(first.id)
    find(window, QPlainTextEdit, "programme_reminder").setPlainText("For the first")
    table.choose(second.id)
    qtbot.waitUntil(lambda: parts(window)[0].reminder == "For the first")
    assert parts(window)[1].reminder == second.reminder
    assert find(window, QPlainTextEdit, "programme_reminder").toPlainText() == second.reminder


def test_an_overlap_is_said_and_one_press_lets_times_follow(
    window: MainWindow, table: ProgrammeTable, qtbot: QtBot
) -> None:
    """The button goes with the overlap."""
    follow = find(window, QPushButton, "programme_follow")
    assert not follow.isVisible()
    assert table.items.setData(table.items.index(4, 0), "11:15")
    qtbot.waitUntil(follow.isVisible)
    assert "Lunch begins at 11:15, 15 min before Plenary has ended." in find(window, QLabel, "programme_clash").text()
    follow.click()
    qtbot.waitUntil(lambda: not follow.isVisible())
    assert parts(window)[4].starts == dt.time(11, 30)


def test_a_removed_part_offers_undo(window: MainWindow, table: ProgrammeTable, qtbot: QtBot) -> None:
    """And what stood behind it moves up."""
    table.choose(parts(window)[0].id)
    with qtbot.waitSignal(window.bridge.undo_offered):
        press(window, "programme_remove")
    assert parts(window)[0].starts == dt.time(9)
    assert len(parts(window)) == 8
