"""What tests do on the start page and in its dialogs."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.frame.window import MainWindow


def opened(application: Application, qtbot: QtBot) -> MainWindow:
    """Wait for the workshop's window."""
    qtbot.waitUntil(lambda: application.window is not None)
    assert application.window is not None
    return application.window


def answer_new_dialog(title: str, date: str) -> None:
    """Fill in the dialog for a new workshop and confirm."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    QTest.keyClicks(find(dialog, QLineEdit, "new_title"), title)
    QTest.keyClicks(find(dialog, QLineEdit, "new_date"), date)
    QTest.mouseClick(find(dialog, QPushButton, "dialog_yes"), Qt.MouseButton.LeftButton)


def answer_when_asked(title: str) -> None:
    """Answer the dialog for a new workshop as soon as it is up: first its list is read in a thread."""
    if QApplication.activeModalWidget() is None:
        QTimer.singleShot(20, lambda: answer_when_asked(title))
    else:
        answer_new_dialog(title, "")
