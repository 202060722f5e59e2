"""Start page, palette and dialogs, light and dark; the pages with larger text; the bars that come late: all can be read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tests.audit.judging import faults_of
from tests.audit.recording import record_widget
from tests.audit.stages import FACES, LOOKS, Face, lay_out, pose, staged
from tests.audit.windows import LONG, OTHERS
from workshop_tool.desktop import theme
from workshop_tool.desktop.window import MainWindow

ZOOMS: Final = (1.5, 2.0)


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give one window for all of them."""
    with staged("typical", tmp_path_factory.mktemp("windows")) as window:
        yield window


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", OTHERS)
def test_every_other_window_can_be_read(qapp: QApplication, window: MainWindow, name: str, look: str) -> None:
    """No word of it is cut off, covered, tiny or faint."""
    theme.wear(qapp, dark=look == "dark")
    other = OTHERS[name](window)
    other.show()
    lay_out()
    faults = faults_of(other, record_widget(other))
    other.close()
    other.deleteLater()
    lay_out()
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("look", LOOKS)
def test_banners_and_the_message_bar_can_be_read(window: MainWindow, look: str) -> None:
    """Nor of what comes while somebody works."""
    pose(window, FACES[0], look, QSize(1280, 800))
    window.banners.show_notice(LONG)
    window.message_bar.note(LONG, "Undo", lambda: None)
    lay_out()
    faults = faults_of(window, record_widget(window))
    window.banners.clear_notices()
    window.message_bar.hide()
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("face", [face for face in FACES if not face.name], ids=str)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_larger_text_can_be_read(qapp: QApplication, tmp_path: Path, zoom: float, face: Face) -> None:
    """Of a page with larger text nothing is cut off: what has no room scrolls."""
    theme.wear(qapp, dark=False, zoom=zoom)
    try:
        with staged("typical", tmp_path) as large:
            pose(large, face, "light", QSize(1280, 800))
            faults = faults_of(large, record_widget(large))
    finally:
        theme.wear(qapp, dark=False, zoom=1.0)
    assert [str(fault) for fault in faults if fault.kind in {"cut", "overlap", "missing"}] == []
