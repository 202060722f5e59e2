"""Several lists at once: each comes up in turn, taken for what it seems to hold, and is added or skipped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find, press
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.importing.dialog import ImportDialog
from workshop_tool.services.sample import SAMPLE_LISTS

SLOW = 30_000
"""Milliseconds that the worker process may take to start."""
Next = Callable[[str], ImportDialog]


@pytest.fixture
def next_list(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Next:
    """Choose two lists; what is returned waits for the dialog whose main button begins in this way."""
    names = [str(SAMPLE_LISTS / name) for name in ("questions.txt", "participants.csv")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: (names, ""))
    press(window, "prepare_lists")

    def shown(words: str) -> ImportDialog:
        def ready() -> bool:
            dialog = QApplication.activeModalWidget()
            return isinstance(dialog, ImportDialog) and find(dialog, QPushButton, "dialog_yes").text().startswith(words)

        qtbot.waitUntil(ready, timeout=SLOW)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ImportDialog)
        return dialog

    return shown


def test_enter_adds_one_list_after_the_other(window: MainWindow, next_list: Next, qtbot: QtBot) -> None:
    """Five questions, then fifteen people; each is one step of undo."""
    dialog = next_list("Add 5 questions")
    assert find(dialog, QLabel, "import_place_words").text() == "List 1 of 2, taken for:"
    for words in ("Add 5 questions", "Add 15 participants"):
        QTest.keyClick(next_list(words), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.bridge.workshop.plan.participants) == 15)
    window.bridge.undo()
    qtbot.waitUntil(lambda: not window.bridge.workshop.plan.participants)
    assert len(window.bridge.workshop.plan.questions) == 5


def test_a_list_that_is_skipped_leaves_the_next_one(window: MainWindow, next_list: Next, qtbot: QtBot) -> None:
    """Escape skips the questions; the participants still come."""
    QTest.keyClick(next_list("Add 5 questions"), Qt.Key.Key_Escape)
    press(next_list("Add 15 participants"), "dialog_yes")
    qtbot.waitUntil(lambda: len(window.bridge.workshop.plan.participants) == 15)
    assert not window.bridge.workshop.plan.questions


def test_a_list_can_be_taken_for_something_else(window: MainWindow, next_list: Next, qtbot: QtBot) -> None:
    """Questions are read anew as problem areas once that is chosen."""
    kind = find(next_list("Add 5 questions"), QComboBox, "import_kind")
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_Up)
    QTest.keyClick(kind, Qt.Key.Key_Up)
    press(next_list("Add 5 problem areas"), "dialog_yes")
    qtbot.waitUntil(lambda: len(window.bridge.workshop.plan.areas) == 10)


def test_a_file_that_is_gone_says_so_and_can_be_skipped(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nothing can be added from it, and Escape ends it."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(tmp_path / "gone.csv")], ""))
    press(window, "prepare_lists")
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ImportDialog), timeout=SLOW)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(lambda: "gone.csv" in find(dialog, QLabel, "import_state").text(), timeout=SLOW)
    assert not find(dialog, QPushButton, "dialog_yes").isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
