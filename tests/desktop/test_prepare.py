"""Prepare: what is typed into facts, programme, questions and participants is in the file."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import saved
from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.plan import Plan


def fill(window: MainWindow, name: str, text: str) -> None:
    """Type into one line of the form."""
    line = find(window, QLineEdit, name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def add(window: MainWindow, table: str, text: str) -> None:
    """Add a line at the foot of a list."""
    line = find(window, QLineEdit, f"{table}_add")
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def plan(window: MainWindow) -> Plan:
    """Return the plan as it was last saved."""
    return window.bridge.workshop.plan


def show(window: MainWindow, tab: int) -> None:
    """Bring up one of the lists."""
    find(window, QTabWidget, "prepare_tabs").setCurrentIndex(tab)


def test_all_facts_are_in_the_file(window: MainWindow, workshop_file: Path) -> None:
    """Fifteen fields, typed and reopened."""
    fill(window, "fact_title", "Nordic cells")
    fill(window, "fact_date", "9 June 2026")
    for key in ("place", "client", "host", "project", "author"):
        fill(window, f"fact_{key}", f"Some {key}")
    fill(window, "fact_facilitators", "One, Two")
    for key, number in (("interviews", "24"), ("documents", "31"), ("present", "0")):
        fill(window, f"fact_{key}", number)
    for key in ("purpose", "introduction"):
        find(window, QPlainTextEdit, f"fact_{key}").setPlainText(f"First {key}\n\nÆøå 日本")
    facts = saved(window, workshop_file).plan.particulars
    assert (facts.title, facts.date, facts.facilitators) == ("Nordic cells", dt.date(2026, 6, 9), ("One", "Two"))
    assert (facts.place, facts.client, facts.host) == ("Some place", "Some client", "Some host")
    assert (facts.project, facts.author) == ("Some project", "Some author")
    assert (facts.interviews, facts.documents, facts.present) == (24, 31, 0)
    assert facts.purpose == "First purpose\n\nÆøå 日本"
    assert facts.introduction == "First introduction\n\nÆøå 日本"


def test_an_empty_number_is_unknown_and_not_zero(window: MainWindow, qtbot: QtBot) -> None:
    """Nobody counted is not nobody came."""
    fill(window, "fact_present", "12")
    window.page.flush()
    qtbot.waitUntil(lambda: plan(window).particulars.present == 12)
    line = find(window, QLineEdit, "fact_present")
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    window.page.flush()
    qtbot.waitUntil(lambda: plan(window).particulars.present is None)


def test_a_date_that_is_not_understood_is_marked_and_not_saved(window: MainWindow) -> None:
    """The field says what it expects; the old date stays."""
    fill(window, "fact_date", "soon")
    window.page.flush()
    assert find(window, QLabel, "fact_date_hint").isVisible()
    assert plan(window).particulars.date is None


def test_the_usual_day_is_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    """Nine parts come at once, and go at once."""
    find(window, QPushButton, "programme_usual").click()
    qtbot.waitUntil(lambda: len(plan(window).programme) == 9)
    window.bridge.undo()
    qtbot.waitUntil(lambda: len(plan(window).programme) == 0)


def test_a_part_starts_where_the_last_one_ends(window: MainWindow, qtbot: QtBot) -> None:
    """Adding one after the other gives a timed programme."""
    add(window, "programme", "Welcome")
    qtbot.waitUntil(lambda: len(plan(window).programme) == 1)
    add(window, "programme", "Lunch")
    qtbot.waitUntil(lambda: len(plan(window).programme) == 2)
    assert [part.starts for part in plan(window).programme] == [dt.time(9, 0), dt.time(9, 30)]


@pytest.mark.parametrize(
    ("column", "typed", "value"), [(0, "10.15", dt.time(10, 15)), (1, "45", 45), (2, "Arrival", "Arrival")]
)
def test_a_cell_of_the_programme_is_edited_in_place(
    window: MainWindow, qtbot: QtBot, column: int, typed: str, value: object
) -> None:
    """Start, minutes and title."""
    add(window, "programme", "Welcome")
    table = find(window, ItemTable, "programme_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 1)
    table.setCurrentIndex(table.items.index(0, column))
    table.edit(table.currentIndex())
    editor = find(table, QLineEdit, "cell_editor")
    editor.selectAll()
    QTest.keyClicks(editor, typed)
    window.page.flush()
    field = ("starts", "minutes", "title")[column]
    qtbot.waitUntil(lambda: getattr(next(iter(plan(window).programme)), field) == value)


def test_a_cell_that_is_not_understood_keeps_its_value(window: MainWindow, qtbot: QtBot) -> None:
    """Twenty-five o'clock is not a time."""
    add(window, "programme", "Welcome")
    table = find(window, ItemTable, "programme_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 1)
    assert not table.items.setData(table.items.index(0, 0), "25:00")
    assert table.items.data(table.items.index(0, 0)) == "09:00"


def test_an_open_cell_outlives_rows_that_come_and_go(window: MainWindow, qtbot: QtBot) -> None:
    """Somebody adds a row above while a cell is being typed in: not a letter is lost."""
    show(window, 1)
    add(window, "questions", "First")
    table = find(window, ItemTable, "questions_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 1)
    table.choose(table.items.items[0].id)
    table.edit_current()
    editor = find(table, QLineEdit, "cell_editor")
    editor.selectAll()
    QTest.keyClicks(editor, "Edited")
    add(window, "questions", "Second")
    qtbot.waitUntil(lambda: table.items.rowCount() == 2)
    window.page.flush()
    qtbot.waitUntil(lambda: [question.text for question in plan(window).questions] == ["Edited", "Second"])


def test_questions_are_moved_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """Alt and an arrow."""
    show(window, 1)
    for text in ("One", "Two", "Three"):
        add(window, "questions", text)
    table = find(window, ItemTable, "questions_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 3)
    table.choose(table.items.items[0].id)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [question.text for question in plan(window).questions] == ["Two", "One", "Three"])


def test_participants_are_added_with_organisation_and_sector(window: MainWindow, qtbot: QtBot) -> None:
    """One line, two commas."""
    show(window, 2)
    add(window, "participants", "Kari, The institute, research")
    add(window, "participants", "7")
    qtbot.waitUntil(lambda: len(plan(window).participants) == 2)
    first, second = plan(window).participants
    assert (first.name, first.organisation, first.sector) == ("Kari", "The institute", "research")
    assert (second.name, second.organisation, second.sector) == ("7", "", "")


def test_a_line_that_was_typed_and_not_added_is_added_on_closing(window: MainWindow, workshop_file: Path) -> None:
    """Closing loses nothing, not even the line before Enter."""
    show(window, 1)
    QTest.keyClicks(find(window, QLineEdit, "questions_add"), "What did we forget?")
    assert [question.text for question in saved(window, workshop_file).plan.questions] == ["What did we forget?"]


def test_what_was_just_added_is_undone_from_the_line_it_was_typed_in(window: MainWindow, qtbot: QtBot) -> None:
    """After Enter the line is empty, so Ctrl+Z is the window's."""
    line = find(window, QLineEdit, "programme_add")
    line.setFocus()
    QTest.keyClicks(line, "Lunch")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(plan(window).programme) == 1)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not len(plan(window).programme))


def test_enter_in_a_cell_takes_it_and_opens_it_no_second_time(window: MainWindow, qtbot: QtBot) -> None:
    """Qt warns of a second opening, and a warning fails the test."""
    find(window, QPushButton, "programme_usual").click()
    qtbot.waitUntil(lambda: bool(plan(window).programme))
    table = find(window, ItemTable, "programme_table")
    table.setFocus()
    table.setCurrentIndex(table.items.index(0, 2))
    table.edit_current()
    editor = find(table, QLineEdit, "cell_editor")
    editor.selectAll()
    QTest.keyClicks(editor, "10:30")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: str(next(iter(plan(window).programme)).starts) == "10:30:00")
