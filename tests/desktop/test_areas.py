"""Problem areas: numbers people say aloud, themes as headings, and which have a poster."""

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
)
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import answer, find, press
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.areas.page import AreasPage
from workshop_tool.desktop.pages.areas.table import AreasTable
from workshop_tool.desktop.pages.areas.themes import by_theme, move_theme, rename_theme, themes_of
from workshop_tool.desktop.widgets.item_model import MARK_ROLE, Heading
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.plan import Plan


@pytest.fixture
def page(window: MainWindow) -> AreasPage:
    """Give the page, up."""
    window.show_page("problem-areas")
    assert isinstance(window.page, AreasPage)
    return window.page


@pytest.fixture
def table(page: AreasPage) -> ItemTable:
    """Give its list."""
    return find(page, ItemTable, "areas_table")


def plan(page: AreasPage) -> Plan:
    """Return the plan as it was last saved."""
    return page.bridge.workshop.plan


def edit(table: ItemTable, item_id: str, column: int, text: str) -> bool:
    """Type into a cell."""
    row = table.items.row_of(item_id)
    assert row is not None
    return table.items.setData(table.items.index(row, column), text)


def mark(table: ItemTable, item_id: str, column: int) -> str:
    """Return the words of the pill in a cell."""
    row = table.items.row_of(item_id)
    assert row is not None
    return str(table.items.data(table.items.index(row, column), MARK_ROLE)[0])


def test_areas_stand_under_their_themes_by_number(table: ItemTable) -> None:
    """Theme 1 comes first because area 1 does."""
    shown = [table.items.data(table.items.index(row, 0)) for row in range(table.items.rowCount())]
    assert shown == ["Theme 1", "1", "4", "Theme 2", "2", "5", "Theme 0", "3"]


def test_a_text_is_edited_in_place(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """The list in the room is corrected while it is read."""
    assert edit(table, "a2", 1, "Too few long grants")
    qtbot.waitUntil(lambda: plan(page).areas["a2"].text == "Too few long grants")


def test_a_number_that_is_taken_is_refused_and_shown_as_it_was(
    page: AreasPage, table: ItemTable, window: MainWindow, qtbot: QtBot
) -> None:
    """Two areas with one number would be one too many: the sentence says so, the old number stands."""
    edit(table, "a2", 0, "1")
    qtbot.waitUntil(lambda: "Number 1 already belongs" in window.message_bar.text)
    assert plan(page).areas["a2"].number == 2
    row = table.items.row_of("a2")
    assert table.items.data(table.items.index(row or 0, 0)) == "2"


def test_an_empty_text_is_not_taken(table: ItemTable) -> None:
    """A problem area says something."""
    assert not edit(table, "a2", 1, " ")


def test_whether_an_area_is_free_shows(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """Free, taken, done: as the groups see it."""
    assert (mark(table, "a1", 2), mark(table, "a2", 2)) == ("taken", "free")
    page.bridge.edit("Done", lambda p: p.with_item(p.posters["p1"].revised(done=True)))
    qtbot.waitUntil(lambda: mark(table, "a1", 2) == "done")


def test_a_poster_is_started_from_the_list_and_then_opened(
    page: AreasPage, table: ItemTable, window: MainWindow, qtbot: QtBot
) -> None:
    """The button leads on: once there is a poster, to its sheet."""
    button = find(page, QPushButton, "areas_claim")
    table.choose("a2")
    button.click()
    qtbot.waitUntil(lambda: plan(page).poster_on("a2") is not None)
    qtbot.waitUntil(lambda: button.text() == "Open its poster")
    button.click()
    qtbot.waitUntil(lambda: window.page.key == "posters" and find(window, QLabel, "sheet_number").text() == "2")


def test_an_area_added_in_the_room_is_new_and_has_the_next_number(
    page: AreasPage, table: ItemTable, qtbot: QtBot
) -> None:
    """It joins the theme of the row that is chosen."""
    table.choose("a3")
    find(page, QCheckBox, "areas_in_room").setChecked(True)
    line = find(page, QLineEdit, "areas_add")
    QTest.keyClicks(line, "No career after the PhD")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(plan(page).areas) == 6)
    added = max(plan(page).areas, key=lambda area: area.number)
    assert (added.number, added.new, added.origin, added.theme) == (6, True, "workshop", "Theme 0")


def test_an_area_with_a_poster_is_hidden_rather_than_removed(
    page: AreasPage, table: ItemTable, window: MainWindow, qtbot: QtBot
) -> None:
    """What a group wrote does not hang in the air; the sentence offers the curtain."""
    table.choose("a1")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert "cannot be removed" in window.message_bar.text
    press(window, "message_offer")
    qtbot.waitUntil(lambda: plan(page).areas["a1"].hidden)
    qtbot.waitUntil(lambda: mark(table, "a1", 2) == "hidden")


def test_removing_several_is_one_step_of_undo(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """Select, Delete, Undo: all are back."""
    table.choose("a3")
    table.selectAll()
    table.removed.emit(("a2", "a3", "a4"))
    qtbot.waitUntil(lambda: len(plan(page).areas) == 2)
    page.bridge.undo()
    qtbot.waitUntil(lambda: len(plan(page).areas) == 5)


def test_a_theme_is_renamed_at_its_heading(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """All its areas follow."""
    heading = table.items.items[0].id
    assert edit(table, heading, 0, "Funding")
    qtbot.waitUntil(lambda: {plan(page).areas[a].theme for a in ("a1", "a4")} == {"Funding"})


def test_a_theme_moves_with_all_its_areas(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """The buttons beneath the list."""
    table.choose(next(row.id for row in table.items.items if isinstance(row, Heading) and row.text == "Theme 0"))
    find(page, QPushButton, "areas_up").click()
    qtbot.waitUntil(lambda: themes_of(plan(page).areas) == ("Theme 1", "Theme 0", "Theme 2"))


def test_moving_a_theme_beyond_the_end_changes_nothing() -> None:
    """The first one cannot go up."""
    before = a_plan(areas=6)
    assert move_theme(before, "Theme 1", -1) == before


def test_renaming_a_theme_to_another_joins_them() -> None:
    """Two words for one thing become one."""
    joined = rename_theme(a_plan(areas=6), "Theme 2", "Theme 1")
    assert {theme: [area.number for area in areas] for theme, areas in by_theme(joined.areas).items()} == {
        "Theme 1": [1, 2, 4, 5],
        "Theme 0": [3, 6],
    }


def shown(table: ItemTable) -> list[str]:
    """Return the first column from the top: headings and numbers."""
    return [str(table.items.data(table.items.index(row, 0))) for row in range(table.items.rowCount())]


def test_alt_and_an_arrow_move_an_area_within_its_theme_and_past_its_heading(table: ItemTable, qtbot: QtBot) -> None:
    """The order by keyboard alone; the number stays."""
    table.choose("a4")
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(table) == ["Theme 1", "4", "1", "Theme 2", "2", "5", "Theme 0", "3"])
    table.choose("a2")
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(table) == ["Theme 1", "4", "1", "2", "Theme 2", "5", "Theme 0", "3"])
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: shown(table) == ["Theme 1", "4", "1", "Theme 2", "2", "5", "Theme 0", "3"])


def test_an_area_is_dropped_under_another_theme(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """Let go between two rows, it stands there."""
    assert isinstance(table, AreasTable)
    table.dropped.emit("a3", 2)
    qtbot.waitUntil(lambda: shown(table) == ["Theme 1", "1", "3", "4", "Theme 2", "2", "5"])
    assert plan(page).areas["a3"].number == 3


@pytest.mark.parametrize("height", [0.2, 0.8])
def test_the_nearer_gap_is_aimed_at(table: ItemTable, height: float) -> None:
    """The upper half of a row is before it, the lower half behind."""
    assert isinstance(table, AreasTable)
    table.resizeRowsToContents()
    y = table.rowViewportPosition(2) + round(table.rowHeight(2) * height)
    assert table.row_for(QPoint(40, y)) == (2 if height < 0.5 else 3)


def test_a_theme_is_chosen_or_typed_beside_the_list(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """A new word is a new theme."""
    table.choose("a1")
    line = find(page, QLineEdit, "area_theme_line")
    line.selectAll()
    QTest.keyClicks(line, "Careers")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: plan(page).areas["a1"].theme == "Careers")
    box = find(page, QComboBox, "area_theme")
    qtbot.waitUntil(lambda: box.findText("Careers") >= 0)


def test_typing_narrows_the_list_to_what_matches(page: AreasPage, table: ItemTable) -> None:
    """By number or word, with the headings of what is left."""
    find(page, QLineEdit, "areas_find").setText("AREA 5")
    assert shown(table) == ["Theme 2", "5"]
    find(page, QLineEdit, "areas_find").setText("nowhere")
    assert find(page, QLabel, "areas_nothing").isVisible()


def test_only_the_free_ones_can_be_shown(page: AreasPage, table: ItemTable) -> None:
    """Area 1 has a poster."""
    find(page, QTabBar, "areas_filter").setCurrentIndex(1)
    assert shown(table) == ["Theme 1", "4", "Theme 2", "2", "5", "Theme 0", "3"]


def test_two_are_merged_in_one_step_of_undo(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """The text that goes stands in the note of the other."""
    table.choose("a2")
    answer("dialog_yes", "5")
    press(page, "area_merge")
    qtbot.waitUntil(lambda: "a2" not in plan(page).areas)
    assert plan(page).areas["a5"].note == "2. Problem area 2"
    qtbot.waitUntil(lambda: find(page, QLabel, "area_name").text() == "Problem area 5")
    page.bridge.undo()
    qtbot.waitUntil(lambda: "a2" in plan(page).areas)
    assert plan(page).areas["a5"].note == ""


def test_one_is_split_in_two(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """Each keeps its half, and the second one has a number of its own."""

    def share_out() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        yes = find(dialog, QPushButton, "dialog_yes")
        assert not yes.isEnabled()
        find(dialog, QPlainTextEdit, "split_keeps").setPlainText("Problem")
        find(dialog, QPlainTextEdit, "split_gets").setPlainText("Area")
        yes.click()

    table.choose("a4")
    QTimer.singleShot(0, share_out)
    press(page, "area_split")
    qtbot.waitUntil(lambda: len(plan(page).areas) == 6)
    assert {area.number: area.text for area in plan(page).areas if area.number in {4, 6}} == {4: "Problem", 6: "Area"}


@pytest.mark.parametrize(("button", "number"), [("dialog_no", 1), ("dialog_yes", 12)])
def test_a_number_that_people_know_is_asked_about_first(
    page: AreasPage, table: ItemTable, qtbot: QtBot, button: str, number: int
) -> None:
    """Area 1 has a poster: "number 1" was said aloud."""
    texts: list[str] = []
    answer(button, texts=texts)
    edit(table, "a1", 0, "12")
    assert "Has a poster" in texts[0]
    qtbot.waitUntil(lambda: plan(page).areas["a1"].number == number)
    qtbot.waitUntil(lambda: shown(table)[1] == str(number))


def test_a_number_that_nobody_refers_to_changes_at_once(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """No question where there is nothing to lose."""
    edit(table, "a3", 0, "12")
    qtbot.waitUntil(lambda: plan(page).areas["a3"].number == 12)


def test_a_note_is_kept_when_another_area_is_chosen(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """Typed, and on to the next one: nothing is lost."""
    table.choose("a3")
    note = find(page, QPlainTextEdit, "area_note")
    QTest.keyClicks(note, "Asked about by two groups")
    table.choose("a2")
    qtbot.waitUntil(lambda: plan(page).areas["a3"].note == "Asked about by two groups")
    assert note.toPlainText() == ""
