"""Add from a list: what is shown is what is added, in one step of undo, and nothing before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.importing.dialog import SHORT, ImportDialog
from workshop_tool.desktop.pages.importing.preview import PreviewModel
from workshop_tool.domain.plan import Plan
from workshop_tool.services.opening import copy_to, read_workshop
from workshop_tool.services.sample import SAMPLE

LIST = """Funding
1. Too much time goes into applications
2. Too few long grants

Data
3. Health data is hard to reach
"""


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[ImportDialog]:
    """Give the dialog for problem areas."""
    assert qtbot is not None
    dialog = ImportDialog(window.bridge, "problems", window)
    dialog.show()
    yield dialog
    dialog.close()
    dialog.deleteLater()


def paste(dialog: ImportDialog, text: str) -> None:
    """Paste a list."""
    QApplication.clipboard().setText(text)
    find(dialog, QPlainTextEdit, "import_text").paste()


def rows(dialog: ImportDialog) -> int:
    """Return how many drafts are shown."""
    return find(dialog, QTableView, "import_preview").model().rowCount()


def plan(window: MainWindow) -> Plan:
    """Return the plan as it was last saved."""
    return window.bridge.workshop.plan


def test_a_pasted_list_is_shown_and_added_in_one_step(window: MainWindow, dialog: ImportDialog, qtbot: QtBot) -> None:
    """Three areas under two themes come at once; one undo takes them back."""
    paste(dialog, LIST)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)
    button = find(dialog, QPushButton, "dialog_yes")
    assert button.text() == "Add 3 problem areas"
    button.click()
    qtbot.waitUntil(lambda: len(plan(window).areas) == 8)
    added = {area.text: (area.number, area.theme) for area in plan(window).areas}
    assert added["Too few long grants"] == (7, "Funding")
    assert added["Health data is hard to reach"] == (8, "Data")
    window.bridge.undo()
    qtbot.waitUntil(lambda: len(plan(window).areas) == 5)


def test_nothing_is_changed_by_looking(window: MainWindow, dialog: ImportDialog, qtbot: QtBot) -> None:
    """Cancel leaves the workshop as it was."""
    before = plan(window)
    paste(dialog, LIST)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)
    find(dialog, QPushButton, "dialog_no").click()
    qtbot.wait(50)
    assert plan(window) is before


def test_a_row_without_its_tick_stays_behind(window: MainWindow, dialog: ImportDialog, qtbot: QtBot) -> None:
    """The button counts what is ticked."""
    paste(dialog, LIST)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)
    model = find(dialog, QTableView, "import_preview").model()
    model.setData(model.index(0, 0), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert find(dialog, QPushButton, "dialog_yes").text() == "Add 2 problem areas"
    dialog.accept()
    qtbot.waitUntil(lambda: len(plan(window).areas) == 7)


def test_a_text_is_corrected_before_it_is_added(window: MainWindow, dialog: ImportDialog, qtbot: QtBot) -> None:
    """What was read wrongly is put right here."""
    paste(dialog, LIST)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)
    model = find(dialog, QTableView, "import_preview").model()
    assert model.setData(model.index(1, 1), "Too few grants of five years")
    dialog.accept()
    qtbot.waitUntil(lambda: "Too few grants of five years" in {area.text for area in plan(window).areas})


def test_what_is_there_already_begins_without_its_tick(dialog: ImportDialog, qtbot: QtBot) -> None:
    """The same list twice adds nothing twice."""
    paste(dialog, "1. Problem area 1\n2. Something else entirely\n")
    qtbot.waitUntil(lambda: rows(dialog) == 2)
    assert find(dialog, QPushButton, "dialog_yes").text() == "Add 1 problem area"


def test_what_is_left_out_is_said_with_its_line(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Nothing disappears silently."""
    paste(dialog, f"{LIST}\nPage 3 of 4\n")
    left_out = find(dialog, QListWidget, "import_left_out")
    qtbot.waitUntil(left_out.isVisible)
    assert any("Page 3 of 4" in left_out.item(at).text() for at in range(left_out.count()))


def test_without_anything_to_add_the_button_rests(dialog: ImportDialog) -> None:
    """An empty box adds nothing."""
    assert not find(dialog, QPushButton, "dialog_yes").isEnabled()


def test_a_file_is_read_in_the_background(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """The window stays alive while a file is read."""
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    dialog.read_file(path)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)


def test_a_file_takes_the_place_of_the_box_until_it_is_left(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """What is read is never in doubt: the file named, or the box."""
    path = tmp_path / "list.txt"
    path.write_text(LIST, encoding="utf-8")
    dialog.read_file(path)
    qtbot.waitUntil(lambda: rows(dialog) == 3, timeout=20_000)
    box = find(dialog, QPlainTextEdit, "import_text")
    assert (box.isVisible(), find(dialog, QLabel, "import_state").text()[:9]) == (False, "list.txt:")
    find(dialog, QPushButton, "import_paste").click()
    qtbot.waitUntil(lambda: rows(dialog) == 0)
    assert box.isVisible()


def test_the_items_of_another_workshop_are_shown(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """A workshop file is a list too."""
    other = copy_to(SAMPLE, tmp_path / "other")
    dialog.read_file(other)
    qtbot.waitUntil(lambda: rows(dialog) == len(read_workshop(other).plan.areas), timeout=20_000)


def test_a_file_that_is_no_list_is_refused_in_words(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """A picture is no list; the sentence says what to do."""
    path = tmp_path / "list.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    dialog.read_file(path)
    state = find(dialog, QLabel, "import_state")
    qtbot.waitUntil(lambda: "looks like a picture" in state.text(), timeout=20_000)


def test_a_long_paste_is_read_in_the_background(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Typing goes on meanwhile."""
    text = "\n".join(f"{n}. Problem number {n} is one of its own kind {n * 7919}" for n in range(1, 600))
    assert len(text) > SHORT
    paste(dialog, text)
    qtbot.waitUntil(lambda: rows(dialog) == 599, timeout=20_000)


def test_return_in_the_list_does_not_add(window: MainWindow, dialog: ImportDialog) -> None:
    """A new line in the box is a new line."""
    text = find(dialog, QPlainTextEdit, "import_text")
    QTest.keyClicks(text, "One")
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert len(plan(window).areas) == 5


def test_tab_leaves_the_pasted_list(dialog: ImportDialog, qtbot: QtBot) -> None:
    """The keyboard gets on to the button that adds."""
    dialog.activateWindow()
    text = find(dialog, QPlainTextEdit, "import_text")
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not text.hasFocus())
    assert text.toPlainText() == ""


def test_a_list_of_people_is_headed_by_their_names() -> None:
    """The columns are called what they hold."""
    assert PreviewModel("participants").headerData(0, Qt.Orientation.Horizontal) == "Name"
