"""What the window shows besides its pages, and what it remembers: keys, about, before and after, size of text."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QTreeWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.page_gestures import find
from tests.desktop.start_gestures import opened
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.commands.diagnostics import diagnostics, licences
from workshop_tool.desktop.commands.since_dialog import SinceDialog
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.files.memory import Memory
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.domain.particulars import Particulars
from workshop_tool.services.edits.trends import rename_trend
from workshop_tool.services.opening import save_new
from workshop_tool.services.series import PARTS, changes_since, continue_from


def test_the_keys_are_listed(window: MainWindow) -> None:
    """F1, and every command that has a key is there."""
    listed = list[str]()

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        rows = find(dialog, QTreeWidget, "shortcuts_list")
        listed.extend(row.text(0) for at in range(rows.topLevelItemCount()) if (row := rows.topLevelItem(at)))
        dialog.reject()

    QTimer.singleShot(50, look)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert {command.words for command in window.commands if command.keys} <= set(listed)


def test_diagnostics_name_the_file_and_nothing_in_it(window: MainWindow, workshop_file: Path) -> None:
    """The folder may name a person, the workshop does name people."""
    said = diagnostics(workshop_file)
    plan = window.bridge.workshop.plan
    assert "day.workshop.json" in said
    assert str(workshop_file.parent) not in said
    assert [area.text for area in plan.areas if area.text in said] == []
    assert plan.particulars.title not in said


def test_every_font_that_is_shipped_is_told_with_its_licence() -> None:
    """In full, as the licences ask."""
    said = licences()
    assert "SIL Open Font License" in said
    assert "pyside6" in said.lower()


def test_text_grows_and_is_remembered(application: Application, places: Places, qtbot: QtBot) -> None:
    """Control and plus, up to twice its size, and back with zero."""
    application.make_workshop(Particulars(title="Nordic cells"))
    window = opened(application, qtbot)
    for _step in theme.ZOOMS:
        window.zoom_wanted.emit(1)
    assert (theme.zoom(), Memory(places.memory).remembered.zoom) == (2.0, 2.0)
    qtbot.waitUntil(lambda: find(window, QPushButton, "rail_prepare").height() >= 1.5 * 38)
    window.zoom_wanted.emit(0)
    assert theme.zoom() == 1.0


def test_the_page_that_was_up_last_comes_up_again(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """Each workshop goes on where it was left."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    application.open_workshop(path)
    window = opened(application, qtbot)
    window.show_page("problem-areas")
    find(window, QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    application.open_workshop(path)
    window = opened(application, qtbot)
    qtbot.waitUntil(window.isVisible)
    assert window.page.key == "problem-areas"


def test_before_and_after_lists_each_change(dressed: QApplication, qtbot: QtBot) -> None:
    """And a row leads to the thing itself."""
    assert dressed is not None
    plan = continue_from(a_workshop(trends=2), Particulars(title="Next"), PARTS).plan
    plan = rename_trend(plan, "t1", "Ageing")
    went = list[tuple[str, str, str]]()
    dialog = SinceDialog(plan.earlier, changes_since(plan), lambda *to: went.append(to))
    qtbot.addWidget(dialog)
    rows = find(dialog, QTreeWidget, "since_list")
    row = rows.topLevelItem(0)
    assert row is not None
    assert [row.text(column) for column in range(3)] == ["Ageing", "Trend: renamed", "Trend 1"]
    rows.itemActivated.emit(row, 0)
    assert went == [("trends", "trends", "t1")]


def test_a_phones_page_needs_the_site(window: MainWindow, qtbot: QtBot) -> None:
    """While it is off, the way to switch it on is offered."""
    window.menu.phone_wanted.emit()
    offer = find(window.message_bar, QPushButton, "message_offer")
    qtbot.waitUntil(offer.isVisible)
    offer.click()
    qtbot.waitUntil(lambda: window.page.key == "room")


@pytest.mark.parametrize("button", ["copy_diagnostics"])
def test_a_mishap_can_be_copied(window: MainWindow, button: str) -> None:
    """Where it happened goes to the clipboard."""
    from workshop_tool.desktop import mishaps  # noqa: PLC0415

    def copy() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        find(dialog, QPushButton, button).click()
        dialog.reject()

    QTimer.singleShot(50, copy)
    mishaps.show(window, "All is safe.", "File: day")
    assert QGuiApplication.clipboard().text() == "File: day"
