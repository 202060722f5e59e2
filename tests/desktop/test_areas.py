"""Problem areas: numbers people say aloud, themes as headings, and which have a poster."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import find
from workshop_tool.desktop.pages.areas import AreasPage
from workshop_tool.desktop.pages.themes import by_theme, move_theme, rename_theme, themes_of
from workshop_tool.desktop.widgets.item_model import MARK_ROLE
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.window import MainWindow
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
    assert (mark(table, "a1", 3), mark(table, "a2", 3)) == ("taken", "free")
    page.bridge.edit("Done", lambda p: p.with_item(p.posters["p1"].revised(done=True)))
    qtbot.waitUntil(lambda: mark(table, "a1", 3) == "done")


def test_a_poster_is_started_from_the_list(page: AreasPage, table: ItemTable, qtbot: QtBot) -> None:
    """The button works for a free area only."""
    button = find(page, QPushButton, "areas_claim")
    table.choose("a1")
    assert not button.isEnabled()
    table.choose("a2")
    button.click()
    qtbot.waitUntil(lambda: plan(page).poster_on("a2") is not None)
    qtbot.waitUntil(lambda: not button.isEnabled())


def test_an_area_added_in_the_room_is_new_and_has_the_next_number(
    page: AreasPage, table: ItemTable, qtbot: QtBot
) -> None:
    """It joins the theme of the row that is chosen."""
    table.choose("a3")
    page._in_room.setChecked(True)
    line = find(page, QLineEdit, "areas_add")
    QTest.keyClicks(line, "No career after the PhD")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(plan(page).areas) == 6)
    added = max(plan(page).areas, key=lambda area: area.number)
    assert (added.number, added.new, added.origin, added.theme) == (6, True, "workshop", "Theme 0")


def test_an_area_with_a_poster_is_not_removed(
    page: AreasPage, table: ItemTable, window: MainWindow, qtbot: QtBot
) -> None:
    """What a group wrote does not hang in the air."""
    table.choose("a1")
    QTest.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "cannot be removed" in window.message_bar.text)
    assert "a1" in plan(page).areas


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
    table.choose("a3")
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
