"""What the tests of the Vote, Record and Room pages do by hand: bring a page up, press, type, answer a question."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.page import Page
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import opening

P = TypeVar("P", bound=Page)
W = TypeVar("W", bound=QObject)
TRIES = 3000
"""How often a question is looked for, 10 ms apart."""


@contextmanager
def a_bridge(folder: Path, workshop: Workshop) -> Iterator[Bridge]:
    """Save a workshop in a folder and open it for the window; close all in the order of the app."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.wear(app, dark=False)
    path = folder / "day.workshop.json"
    opening.save_new(workshop, path)
    bridge = Bridge(opening.open_workshop(path))
    yield bridge
    bridge.close()
    bridge.session.close()


def bring_up(page: P, qtbot: QtBot) -> P:
    """Show a page as the window does, and let it follow the workshop."""
    qtbot.addWidget(page)
    bridge = page.bridge
    bridge.changed.connect(lambda touched: page.show_workshop(bridge.workshop, touched))
    page.resize(1080, 760)
    page.show_workshop(bridge.workshop, None)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


def find(parent: QObject, kind: type[W], name: str) -> W:
    """Return the widget with this objectName."""
    found = parent.findChild(kind, name)
    assert found is not None, name
    return found


def press(parent: QWidget, name: str) -> None:
    """Press a button that can be seen."""
    button = find(parent, QPushButton, name)
    assert button.isVisible(), name
    button.click()


def close_voting(page: QWidget, qtbot: QtBot) -> None:
    """Close a round without waiting for the seconds that phones have left."""
    answer("dialog_yes")
    press(page, "close_round")
    qtbot.waitUntil(lambda: find(page, QPushButton, "close_now").isVisible())
    press(page, "close_now")


def answer(button: str, typed: str = "", *, heard: list[str] | None = None, texts: list[str] | None = None) -> None:
    """Answer the next question that comes up, with this button; ``heard`` collects its title, ``texts`` its words."""
    tries = iter(range(TRIES))

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            assert next(tries, None) is not None, "no question came up"
            QTimer.singleShot(10, look)
            return
        if heard is not None:
            heard.append(dialog.windowTitle())
        if texts is not None:
            texts.append(find(dialog, QLabel, "dialog_text").text())
        line = dialog.findChild(QLineEdit)
        if typed and line is not None:
            line.setText(typed)
        pressed = dialog.findChild(QPushButton, button)
        assert pressed is not None
        pressed.click()

    QTimer.singleShot(0, look)
