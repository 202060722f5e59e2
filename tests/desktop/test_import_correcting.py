"""The preview of an import is where a person sets it right: by buttons, by keys, and with a way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.importing.cells import BENEATH_ROLE
from workshop_tool.desktop.pages.importing.choices import pages_named
from workshop_tool.desktop.pages.importing.dialog import ImportDialog
from workshop_tool.desktop.widgets.cells import ROW_HEIGHT

SAMPLES = Path(__file__).parents[1] / "lists" / "samples"
LIST = "- Too few boats\n- and slow ones\n- Land\n- No pier\n- Roads flood\nPage 2 of 3\n"


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[ImportDialog]:
    """Give the dialog for problem areas with a list of five."""
    dialog = ImportDialog(window.bridge, "problems", window)
    dialog.show()
    find(dialog, QPlainTextEdit, "import_text").setPlainText(LIST)
    qtbot.waitUntil(lambda: len(texts(dialog)) == 5)
    yield dialog
    dialog.close()
    dialog.deleteLater()


def table(dialog: ImportDialog) -> QTableView:
    """Return the preview."""
    return find(dialog, QTableView, "import_preview")


def texts(dialog: ImportDialog) -> list[str]:
    """Return the texts of the preview."""
    model = table(dialog).model()
    return [model.data(model.index(row, 1)) for row in range(model.rowCount())]


def press(dialog: ImportDialog, name: str, row: int) -> None:
    """Choose a row and press a button."""
    table(dialog).selectRow(row)
    find(dialog, QPushButton, name).click()


def test_a_row_is_joined_to_the_one_before(dialog: ImportDialog) -> None:
    """What was torn apart is one item again."""
    press(dialog, "import_join", 1)
    assert texts(dialog)[0] == "Too few boats and slow ones"


def test_a_row_becomes_the_heading_of_those_below(dialog: ImportDialog) -> None:
    """It is their theme, and no item any more."""
    press(dialog, "import_heading", 2)
    model = table(dialog).model()
    assert [model.data(model.index(row, 2)) for row in range(model.rowCount())] == ["", "", "Land", "Land"]


def test_a_row_is_split_where_a_person_says(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Each line becomes an item."""
    press(dialog, "import_split", 4)
    qtbot.waitUntil(lambda: bool(dialog.findChild(QPlainTextEdit, "import_split_text")))
    box = find(dialog, QPlainTextEdit, "import_split_text")
    box.setPlainText("Roads\nflood")
    asked = box.window()
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: texts(dialog)[-2:] == ["Roads", "flood"])


def test_a_dropped_row_is_listed_as_left_out_and_comes_back(dialog: ImportDialog) -> None:
    """Nothing is gone for good."""
    press(dialog, "import_drop", 4)
    assert texts(dialog)[-1] == "No pier"
    left_out = find(dialog, QListWidget, "import_left_out")
    left_out.setCurrentRow(0)
    find(dialog, QPushButton, "import_take_in").click()
    assert texts(dialog)[-1] == "Roads flood"


def test_every_step_is_taken_back_in_order(dialog: ImportDialog) -> None:
    """Undo in the preview changes nothing in the workshop."""
    before = texts(dialog)
    press(dialog, "import_join", 1)
    press(dialog, "import_drop", 0)
    find(dialog, QPushButton, "import_undo").click()
    find(dialog, QPushButton, "import_undo").click()
    assert texts(dialog) == before


def test_the_keyboard_is_enough(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Join, drop and undo have keys."""
    dialog.activateWindow()
    table(dialog).setFocus()
    qtbot.waitUntil(table(dialog).hasFocus)
    table(dialog).selectRow(1)
    QTest.keyClick(table(dialog), Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert len(texts(dialog)) == 4
    QTest.keyClick(table(dialog), Qt.Key.Key_Delete)
    assert len(texts(dialog)) == 3
    QTest.keyClick(table(dialog), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(texts(dialog)) == 4


def test_lost_letters_are_put_back_when_asked(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Offered as a remark, never taken by itself."""
    find(dialog, QPlainTextEdit, "import_text").setPlainText("- Et o entlig samarbeid\n- Ingen brygge\n")
    qtbot.waitUntil(lambda: texts(dialog)[:1] == ["Et o entlig samarbeid"])
    press(dialog, "import_mend", 0)
    assert texts(dialog)[0] == "Et offentlig samarbeid"


def test_a_column_is_given_another_meaning(dialog: ImportDialog, qtbot: QtBot) -> None:
    """The sheet is read again with it."""
    dialog.read_file(SAMPLES / "sheet.xlsx")
    qtbot.waitUntil(lambda: len(texts(dialog)) == 4, timeout=20_000)
    columns = dialog.findChildren(QComboBox, "import_column")
    columns[1].setCurrentIndex(columns[1].findData("note"))
    columns[2].setCurrentIndex(columns[2].findData("text"))
    columns[2].activated.emit(columns[2].currentIndex())
    qtbot.waitUntil(lambda: texts(dialog)[:1] == ["Sea"], timeout=20_000)


def test_pages_of_a_pdf_are_chosen(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Only these are read."""
    dialog.read_file(SAMPLES / "pages.pdf")
    qtbot.waitUntil(lambda: len(texts(dialog)) == 6, timeout=20_000)
    pages = find(dialog, QLineEdit, "import_pages")
    pages.setText("2")
    pages.editingFinished.emit()
    qtbot.waitUntil(lambda: len(texts(dialog)) == 4, timeout=20_000)


@pytest.mark.parametrize(
    ("words", "pages"), [("2, 5-7", (2, 5, 6, 7)), ("", None), ("all", None), ("3-1", None), ("1;1", (1,))]
)
def test_pages_are_named_as_people_name_them(words: str, pages: tuple[int, ...] | None) -> None:
    """Single ones and ranges; anything else means all."""
    assert pages_named(words) == pages


def test_what_goes_along_with_an_item_is_shown_beneath_it(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Its points, who is responsible, and what it much resembles."""
    box = find(dialog, QPlainTextEdit, "import_text")
    box.setPlainText(
        "1. Too few boats at the pier\n   - small ones\n   - new ones\nResponsible: Harbour Office\n2. Fog\n"
    )
    qtbot.waitUntil(lambda: len(texts(dialog)) == 2)
    model = table(dialog).model()
    assert model.data(model.index(0, 1), BENEATH_ROLE) == "– small ones\n– new ones\nResponsible: Harbour Office"  # noqa: RUF001


def test_a_row_with_small_print_is_higher(dialog: ImportDialog, qtbot: QtBot) -> None:
    """Nothing is cut."""
    find(dialog, QPlainTextEdit, "import_text").setPlainText("1. Fog\n   - on the sea\n   - on land\n2. Wind\n")
    qtbot.waitUntil(lambda: len(texts(dialog)) == 2)
    assert table(dialog).rowHeight(0) >= table(dialog).rowHeight(1) + 2 * 12


def test_only_rows_in_sight_are_measured(dialog: ImportDialog, qtbot: QtBot) -> None:
    """A list of thousands is shown at once; a row gets its height when it comes into sight."""
    long = "Nobody knows when the boat leaves, " * 6
    find(dialog, QPlainTextEdit, "import_text").setPlainText("".join(f"{n}) {long}{n}\n" for n in range(1, 81)))
    qtbot.waitUntil(lambda: len(texts(dialog)) == 80 and table(dialog).rowHeight(0) > ROW_HEIGHT)
    assert table(dialog).rowHeight(79) == ROW_HEIGHT
    table(dialog).scrollToBottom()
    qtbot.waitUntil(lambda: table(dialog).rowHeight(79) > ROW_HEIGHT)


def test_letters_stored_otherwise_are_read_as_chosen(dialog: ImportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    """What was taken for Windows' letters may come from an old machine."""
    path = tmp_path / "list.txt"
    path.write_bytes("- Bøyer mangler\n- Blåskjell dør\n".encode("cp850"))
    dialog.read_file(path)
    qtbot.waitUntil(lambda: len(texts(dialog)) == 2)
    letters = find(dialog, QComboBox, "import_encoding")
    assert letters.currentText() == "cp1252"
    letters.setCurrentText("cp850")
    letters.activated.emit(letters.currentIndex())
    qtbot.waitUntil(lambda: texts(dialog)[:1] == ["Bøyer mangler"])
