"""The area that holds the pages: a page gets all the room there is, and scrolls only where it needs more."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.audit.stages import lay_out, staged
from tests.desktop.page_gestures import find
from workshop_tool.desktop.pages import PAGES


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1024, 700)], ids=["usual", "small"])
def test_no_page_scrolls_needlessly(qtbot: QtBot, tmp_path: Path, size: QSize) -> None:
    """A finished workshop stands whole in the usual window; on a small projector nothing lies to the right of it."""
    assert qtbot is not None
    with staged("typical", tmp_path) as window:
        window.resize(size)
        area = find(window, QScrollArea, "page_area")
        scrolls = []
        for entry in PAGES:
            window.show_page(entry.key)
            lay_out()
            down = area.verticalScrollBar().maximum() if size.width() == 1280 else 0
            scrolls += [(entry.key, by) for by in (area.horizontalScrollBar().maximum(), down) if by]
    assert scrolls == []
