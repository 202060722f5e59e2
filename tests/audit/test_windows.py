"""Start page, palette and dialogs, and the pages in another language and with larger text: all can be read."""

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from tests.audit.controls import unnamed
from tests.audit.judging import faults_of
from tests.audit.manners import Manner, dressed_so
from tests.audit.recording import record_widget
from tests.audit.stages import FACES, Face, lay_out, pose, staged
from tests.audit.windows import LONG, OTHERS
from workshop_tool.desktop.frame.window import MainWindow

SMALL: Final = QSize(1280, 800)


DIALOGS: Final = (Manner(), Manner("nb", 1.5, "dark"))
"""The plain ones, and those with most to find room for."""
PAGES: Final = (("full", Manner("nb")), ("typical", Manner(zoom=1.5)), ("typical", Manner("nb", 2.0)))


@pytest.fixture(scope="module", params=DIALOGS, ids=str)
def window(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """Give one window for all dialogs of a manner."""
    with dressed_so(qapp, request.param), staged("typical", tmp_path_factory.mktemp("windows")) as window:
        yield window


def faults(window: QWidget) -> list[str]:
    return [str(fault) for fault in faults_of(window, record_widget(window))]


def wears_the_sheet(window: QWidget | None) -> bool:
    return window is not None and (bool(window.styleSheet()) or wears_the_sheet(window.parentWidget()))


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_window_can_be_read_and_named(window: MainWindow, name: str) -> None:
    """No word of it is cut off, covered, tiny or faint, and a screen reader can say what each control is."""
    other = OTHERS[name](window)
    other.show()
    lay_out()
    found = faults(other), unnamed(other)
    other.close()
    other.deleteLater()
    lay_out()
    assert found == ([], [])


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_window_wears_the_style_sheet(window: MainWindow, name: str) -> None:
    """The sheet goes from a window to what stands over it; one that forgot it would look like another app."""
    other = OTHERS[name](window)
    wears = wears_the_sheet(other)
    other.deleteLater()
    assert wears


def test_banners_and_the_message_bar_can_be_read(window: MainWindow) -> None:
    """Nor of what comes while somebody works."""
    window.banners.show_notice(LONG)
    window.message_bar.note(LONG, "Undo", lambda: None)
    lay_out()
    found = faults(window)
    window.banners.clear_notices()
    window.message_bar.hide()
    assert found == []


@pytest.fixture(scope="module", params=PAGES, ids=lambda param: "-".join(map(str, param)))
def pages(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """Give one window for all pages of a manner."""
    state, manner = request.param
    with dressed_so(qapp, manner), staged(state, tmp_path_factory.mktemp("pages")) as window:
        yield window


@pytest.mark.parametrize("face", [face for face in FACES if face.name != "last"], ids=str)
def test_pages_can_be_read_in_another_language_and_with_larger_text(pages: MainWindow, face: Face) -> None:
    """Nothing is cut off: what has no room scrolls."""
    pose(pages, face, "light", SMALL)
    assert faults(pages) == []
