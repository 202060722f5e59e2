"""What the tests of copies, backups and read-only windows do: a disk that fails, a file that is damaged, a dialog."""

import errno
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QPushButton

from workshop_tool.desktop.application import Application
from workshop_tool.desktop.frame.banners import Banner
from workshop_tool.desktop.frame.window import MainWindow

TRIES = 3000


def break_sync_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next sync of the journal fail, as on a disk that is dying; the ones after it claim to work."""
    works, failed = os.fdatasync, list[int]()

    def sync(fd: int) -> None:
        if not failed:
            failed.append(fd)
            raise OSError(errno.EIO, "Input/output error")
        works(fd)

    monkeypatch.setattr(os, "fdatasync", sync)


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Let every write of a journal fail until what is returned is called: there is room again."""
    full = threading.Event()
    full.set()

    def write(fd: int, data: bytes) -> None:
        if full.is_set():
            raise OSError(errno.ENOSPC, "No space left on device")
        os.write(fd, data)

    monkeypatch.setattr("workshop_tool.store.journal.write_whole", write)
    return full.clear


def choose_file(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    """Answer the next questions for a file with this one."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), kind))


def when_asked(then: Callable[[QDialog], None]) -> None:
    """Call once a dialog has come up."""
    tries = iter(range(TRIES))

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            try:
                then(dialog)
            except BaseException:
                dialog.reject()  # or the test would wait for an answer for ever
                raise
        else:
            assert next(tries, None) is not None, "no question came up"
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def press_in(dialog: QDialog, name: str) -> None:
    """Press a button of a dialog."""
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    button.click()


def choose(window: MainWindow, name: str) -> None:
    """Choose something in the workshop's menu."""
    action = window.menu.findChild(QAction, name)
    assert action is not None
    action.trigger()


def damage(path: Path) -> None:
    """Change one letter of a workshop file."""
    path.write_bytes(path.read_bytes().replace("Tromsø".encode(), b"Tromsa", 1))


def trouble(window: MainWindow) -> Banner:
    """Return the banner about saving."""
    assert window.banners.trouble is not None
    return window.banners.trouble


def end(application: Application, app: QApplication) -> None:
    """Close everything, in the order in which somebody would."""
    if application.window is not None:
        application.window.close()
    application.start.close()
    application.start.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.setQuitOnLastWindowClosed(True)
