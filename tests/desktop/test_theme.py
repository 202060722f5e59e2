"""The style sheet: whole in both looks, wherever the system keeps its temporary files."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.dress.style_sheet import style_sheet
from workshop_tool.desktop.start.page import StartPage
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.look.icons import ICONS
from workshop_tool.look.tokens import DARK, LIGHT, Palette

GARBAGE = """
import gc
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from workshop_tool.desktop.dress import theme

class Busy(QWidget):
    def changeEvent(self, event):
        kept.clear()
        _lists = [[] for _ in range(5_000)]

app = QApplication([])
theme.wear(app, dark=False)
gc.disable()
kept, busy = [], [Busy() for _ in range(20)]
for widget in busy:
    theme.dress(widget)
for _ in range(200):
    kept.append(QWidget())
    theme.dress(kept[-1])
    kept[-1].itself, kept[-1].label = kept[-1], QLabel("", kept[-1])
for widget in app.allWidgets():
    widget.ensurePolished()
del widget
gc.enable()
gc.set_threshold(1_000, 1, 1)
collected = []
for dark in (True, False, True):
    gc.callbacks.append(lambda phase, _told: collected.append(phase))
    theme.wear(app, dark=dark)
    gc.callbacks.clear()
assert not kept
assert not collected, len(collected)
"""


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("folder", ["plain", "C:/First Last/<app> (1)"])
def test_the_style_sheet_is_understood(qtbot: QtBot, palette: Palette, folder: str) -> None:
    """Qt warns of a sheet that it cannot parse, and a warning fails the test."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(palette, check=f"{folder}/check.svg", chevron=f"{folder}/chevron.svg"))
    button = PrimaryButton("", "button", parent=widget)
    button.resize(80, 40)
    assert button.grab().toImage().pixelColor(20, 20).name().upper() == palette.accent


@pytest.mark.parametrize("name", [*ICONS, "chevron-up"])
def test_every_icon_is_drawn(qtbot: QtBot, name: str) -> None:
    """No button is empty."""
    assert qtbot is not None
    picture = theme.icon(name, LIGHT.ink).pixmap(20, 20).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))


@pytest.mark.parametrize("made", [StartPage, lambda: Dialog("ask", "Ask")], ids=["start-page", "dialog"])
def test_a_window_follows_the_look(dressed: QApplication, qtbot: QtBot, made: Callable[[], QWidget]) -> None:
    """Each window is dressed by itself: it wears the sheet when it is made, and the other one after a change."""
    window = made()
    qtbot.addWidget(window)
    light = window.styleSheet()
    theme.wear(dressed, dark=True)
    dark = window.styleSheet()
    theme.wear(dressed, dark=False)
    assert LIGHT.accent in light
    assert DARK.accent in dark


def test_windows_that_are_gone_are_not_taken_apart_while_the_look_changes() -> None:
    """Python would do so in the midst of Qt's way through its widgets, and the process may crash."""
    subprocess.run([sys.executable, "-c", GARBAGE], check=True, timeout=60)
