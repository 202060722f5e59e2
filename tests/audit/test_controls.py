"""For everyone: whatever can be worked with has a name, is reached by Tab, and shows when it has the focus."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget

from tests.audit.controls import out_of_reach, unmarked, unnamed
from tests.audit.stages import FACES, SIZES, Face, pose, staged
from workshop_tool.desktop.dress.theme import dress
from workshop_tool.desktop.frame.window import MainWindow

SHOWN: Final = [face for face in FACES if "full" in face.states]


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give the window on the full workshop."""
    with staged("full", tmp_path_factory.mktemp("controls")) as window:
        yield window


@pytest.fixture(scope="module")
def empty_window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give the window on the empty workshop."""
    with staged("empty", tmp_path_factory.mktemp("controls")) as window:
        yield window


@pytest.mark.parametrize("face", SHOWN, ids=str)
def test_every_control_has_a_name(window: MainWindow, face: Face) -> None:
    """A screen reader can say what each control of a full page is."""
    pose(window, face, "light", SIZES[0])
    assert unnamed(window) == []


@pytest.mark.parametrize("face", SHOWN, ids=str)
def test_every_control_is_reached_by_tab(window: MainWindow, face: Face) -> None:
    """Tab comes to each control of a full page, and back to where it began."""
    pose(window, face, "light", SIZES[0])
    assert out_of_reach(window) == []


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("face", SHOWN, ids=str)
def test_every_control_shows_the_focus(window: MainWindow, face: Face, look: str) -> None:
    """Each control looks another way while it has the focus."""
    pose(window, face, look, SIZES[0])
    assert unmarked(window) == []


@pytest.mark.parametrize("face", [face for face in FACES if "empty" in face.states], ids=str)
def test_an_empty_page_is_as_open_to_everyone(empty_window: MainWindow, face: Face) -> None:
    """What an empty page offers has a name and is reached by Tab too."""
    pose(empty_window, face, "light", SIZES[0])
    assert (unnamed(empty_window), out_of_reach(empty_window)) == ([], [])


def test_the_instrument_finds_what_is_wrong(qapp: QApplication) -> None:
    """A control without a name, one that Tab passes over and one without a ring are found."""
    window = QWidget()
    dress(window)
    row = QHBoxLayout(window)
    nameless, passed_over, ringless = QLineEdit(), QPushButton("Passed over"), QPushButton("Ringless")
    for widget, name in ((nameless, "nameless"), (passed_over, "passed_over"), (ringless, "ringless")):
        widget.setObjectName(name)
        row.addWidget(widget)
    passed_over.setFocusPolicy(passed_over.focusPolicy().ClickFocus)
    ringless.setStyleSheet("QPushButton, QPushButton:focus { border: none; background: #FFFFFF; outline: none; }")
    window.resize(QSize(400, 60))
    window.show()
    window.activateWindow()
    qapp.processEvents()
    found = (unnamed(window), out_of_reach(window), unmarked(window))
    window.close()
    assert found == (["nameless"], ["passed_over"], ["ringless"])


def test_a_file_is_left_as_it_was(tmp_path: Path) -> None:
    """Walking through all controls changes no workshop: the audits look and touch nothing."""
    with staged("typical", tmp_path) as window:
        before = window.bridge.workshop
        for face in FACES:
            if "typical" in face.states and not face.edits:
                pose(window, face, "light", SIZES[0])
                out_of_reach(window)
        assert window.bridge.workshop is before
