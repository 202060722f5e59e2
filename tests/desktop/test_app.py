"""The app from start to end, as the command line runs it."""

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.app import main
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.start.page import StartPage
from workshop_tool.services.opening import read_workshop

POLL_MS = 20


@pytest.fixture(autouse=True)
def own_folders(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep the tests out of the user's folders, and put back what the app changes in its process."""
    assert qtbot is not None
    places = Places(memory=tmp_path / "memory", workshops=tmp_path / "Workshops")
    monkeypatch.setattr(Places, "of_user", lambda: places)
    hook, log = sys.excepthook, logging.getLogger("workshop_tool")
    handlers = log.handlers[:]
    yield tmp_path
    sys.excepthook = hook
    for handler in set(log.handlers) - set(handlers):
        log.removeHandler(handler)
        handler.close()


def when_shown(kind: type[QWidget], then: Callable[[QWidget], None]) -> QTimer:
    """Call once a window of this kind has come up."""
    timer = QTimer(interval=POLL_MS)

    def look() -> None:
        shown = [window for window in QApplication.topLevelWidgets() if isinstance(window, kind) and window.isVisible()]
        if shown:
            timer.stop()
            then(shown[0])

    timer.timeout.connect(look)
    timer.start()
    return timer


def type_and_close(window: QWidget) -> None:
    """Type a place, and close the window at once."""
    find(window, QLineEdit, "fact_place").setText("Bodø")
    window.close()


def close(window: QWidget) -> None:
    """Close the window."""
    window.close()


def test_a_file_is_opened_typed_in_and_whole_after_quitting(workshop_file: Path) -> None:
    """``run FILE``: when the app has ended, the last letter is in the file and nothing lies beside it."""
    timer = when_shown(MainWindow, type_and_close)
    assert main([str(workshop_file)]) == 0
    assert not timer.isActive()
    assert read_workshop(workshop_file).plan.particulars.place == "Bodø"
    beside = {path.name for path in workshop_file.parent.glob("day*")} - {"day.workshop.backups"}
    assert beside == {"day.workshop.json"}


def test_without_a_file_the_start_page_comes_up() -> None:
    """``run``: closing it ends the app."""
    timer = when_shown(StartPage, close)
    assert main([]) == 0
    assert not timer.isActive()


def test_a_file_that_cannot_be_opened_leads_to_the_start_page(tmp_path: Path) -> None:
    """``run`` with a name that was mistyped: the start page says so."""
    said = list[str]()

    def read_and_close(start: QWidget) -> None:
        assert isinstance(start, StartPage)

        def read() -> None:
            said.append(start._message_bar.text)
            start.close()

        QTimer.singleShot(POLL_MS, read)

    timer = when_shown(StartPage, read_and_close)
    assert main([str(tmp_path / "nothing.workshop.json")]) == 0
    assert not timer.isActive()
    assert "There is no workshop file" in said[0]
