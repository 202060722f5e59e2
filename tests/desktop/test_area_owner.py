"""Who follows up a problem area: beside the list, where an imported list says it."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.item_table import ItemTable


def test_who_follows_an_area_up_is_one_step_of_undo(window: MainWindow, qtbot: QtBot) -> None:
    """Typed beside the list, and taken back."""
    window.show_page("problem-areas")
    table, bridge = find(window, ItemTable, "areas_table"), window.page.bridge
    table.choose("a3")
    QTest.keyClicks(find(window, QLineEdit, "area_owner"), "Harbour Office")
    table.choose("a2")
    qtbot.waitUntil(lambda: bridge.workshop.plan.areas["a3"].owner == "Harbour Office")
    bridge.undo()
    qtbot.waitUntil(lambda: bridge.workshop.plan.areas["a3"].owner == "")
