"""A real window on a real workshop file, and the few gestures the tests make in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.room_sample import open_session
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import open_workshop, read_workshop, save_new

PATIENCE = 60_000
"""Milliseconds after which a dialog that nobody answers is closed, so that its test fails instead of hanging."""


@pytest.fixture(autouse=True)
def no_dialog_waits_for_ever(qapp: QApplication) -> Iterator[None]:
    """Close what a test left open: inside a dialog's own loop no other timeout is heard."""

    def close() -> None:
        if isinstance(modal := qapp.activeModalWidget(), QDialog):
            modal.reject()

    closing = QTimer(qapp, singleShot=True)
    closing.timeout.connect(close)
    closing.start(PATIENCE)
    yield
    closing.stop()
    closing.deleteLater()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """Give the app in its light look."""
    theme.wear(qapp, dark=False)
    return qapp


@pytest.fixture
def fonts(qapp: QApplication) -> None:
    """Let Qt know the shipped typefaces."""
    assert qapp is not None
    theme.load_fonts()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Give folders of nobody in particular; they do not exist yet."""
    return Places(memory=tmp_path / "memory", workshops=tmp_path / "documents" / "Workshops")


@pytest.fixture
def application(qapp: QApplication, places: Places, qtbot: QtBot) -> Iterator[Application]:
    """Give the app with its start page up."""
    assert qtbot is not None
    application = Application(qapp, places)
    application.show_start()
    yield application
    if application.window is not None:
        application.window.close()
    application.start.close()
    application.start.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setQuitOnLastWindowClosed(True)


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give the sample room to a page: a bridge to a real session, unless a test file opens another workshop."""
    assert qtbot is not None
    session = open_session(tmp_path)
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.close()


@pytest.fixture
def workshop_file(tmp_path: Path) -> Path:
    """Give the file of a workshop with trends, problem areas and one poster."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(areas=5, posters=1, trends=3), path)
    return path


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot, workshop_file: Path) -> Iterator[MainWindow]:
    """Give the main window on that file; it closes as it does for a facilitator."""
    assert dressed is not None
    window = MainWindow(Bridge(open_workshop(workshop_file)))
    window.show_page("prepare")
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield window
    window.close()
    window.bridge.close()
    window.bridge.session.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no event loop runs between two tests


def saved(window: MainWindow, path: Path) -> Workshop:
    """Close the window as a facilitator does, and return what the file holds."""
    window.close()
    window.bridge.close()
    window.bridge.session.close()
    return read_workshop(path)
