"""Columns of a page: side by side where there is room, below one another with large text or in a small window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QScrollArea, QTableView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.audit.manners import Manner, dressed_so
from tests.audit.stages import lay_out, staged
from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.desktop.widgets.beside import Beside

WIDE = 700


class Pair(QWidget):
    """Two parts: one of a fixed width that is tall in a column, one that takes the rest."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QFrame(), QFrame()
        row = Beside(self, wide=WIDE, spacing=10)
        row.add(self.first, width=200, tall=150)
        row.add(self.second, 1)

    def laid_out(self, width: int) -> tuple[QRect, QRect]:
        """Return where the parts stand in a window of that width."""
        self.resize(width, 400)
        QApplication.processEvents()
        return self.first.geometry(), self.second.geometry()


@pytest.fixture
def pair(dressed: QApplication, qtbot: QtBot) -> Pair:
    """Give two parts in a window."""
    assert dressed is not None
    pair = Pair()
    qtbot.addWidget(pair)
    pair.show()
    return pair


@pytest.fixture
def large(dressed: QApplication, tmp_path: Path) -> Iterator[MainWindow]:
    """Give the sample in a small window with text at twice its size."""
    with dressed_so(dressed, Manner(zoom=2.0)), staged("typical", tmp_path) as window:
        window.resize(1280, 800)
        yield window


@pytest.fixture(scope="module")
def small(dressed: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give the sample with text at its usual size."""
    assert dressed is not None
    with staged("typical", tmp_path_factory.mktemp("small")) as window:
        yield window


def test_parts_stand_side_by_side_in_a_wide_window(pair: Pair) -> None:
    """The first has its width, the second the rest, both the whole height."""
    assert pair.laid_out(800) == (QRect(0, 0, 200, 400), QRect(210, 0, 590, 400))


def test_parts_stand_below_one_another_in_a_narrow_window(pair: Pair) -> None:
    """Both have the whole width, and the first the height it asks for."""
    first, second = pair.laid_out(500)
    assert (first.left(), first.width()) == (second.left(), second.width()) == (0, 500)
    assert second.top() == first.height() + 10
    assert first.height() >= 150


def test_parts_stand_side_by_side_again_in_a_window_made_wide(pair: Pair) -> None:
    """Nothing is left of the width and height that they had in between."""
    before = pair.laid_out(800)
    pair.laid_out(500)
    assert pair.laid_out(800) == before


def test_larger_text_needs_a_wider_window(pair: Pair, dressed: QApplication) -> None:
    """At twice the size, what was wide enough no longer is."""
    with dressed_so(dressed, Manner(zoom=2.0)):
        first, second = pair.laid_out(800)
    assert second.top() > first.top()


def test_a_part_that_needs_more_goes_below_in_a_wide_window_too(pair: Pair) -> None:
    """It is never squeezed or cut."""
    inside = QVBoxLayout(pair.second)
    broad = QFrame()
    broad.setMinimumWidth(650)
    inside.addWidget(broad)
    first, second = pair.laid_out(800)
    assert second.top() > first.top()


@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_no_page_scrolls_sideways_with_large_text(large: MainWindow, key: str) -> None:
    """WCAG 2.2, 1.4.10: words reflow, and nobody hunts for them in two directions."""
    large.show_page(key)
    lay_out()
    assert find(large, QScrollArea, "page_area").horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("state", ["worded-prepared", "worded-open", "full-closed", "worded"])
def test_no_vote_scrolls_sideways_with_large_text(dressed: QApplication, tmp_path: Path, state: str) -> None:
    """In each of its states, in the language with the longer words, with criteria as long as sentences."""
    with dressed_so(dressed, Manner("nb", zoom=2.0)), staged(state, tmp_path) as window:
        window.resize(1280, 800)
        window.show_page("vote")
        lay_out()
        assert find(window, QScrollArea, "page_area").horizontalScrollBar().maximum() == 0


def test_no_poster_scrolls_sideways_with_large_text(large: MainWindow) -> None:
    """Its fields stand below one another."""
    large.show_page("posters")
    assert isinstance(large.page, PostersPage)
    large.page.open_poster(next(iter(large.bridge.workshop.plan.posters)).id)
    lay_out()
    areas = [find(large, QScrollArea, name) for name in ("page_area", "poster_sheet")]
    assert [area.horizontalScrollBar().maximum() for area in areas] == [0, 0]


def test_a_page_scrolls_to_what_the_keyboard_reaches(large: MainWindow) -> None:
    """The line to add a part of the programme stands far below the facts."""
    large.show_page("prepare")
    lay_out()
    line = find(large, QLineEdit, "programme_add")
    assert line.visibleRegion().isEmpty()
    line.setFocus()
    lay_out()
    assert line.visibleRegion().contains(line.rect().center())


def test_a_page_that_comes_up_begins_at_its_top(large: MainWindow) -> None:
    """However far the one before was scrolled."""
    large.show_page("prepare")
    lay_out()
    bar = find(large, QScrollArea, "page_area").verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    large.show_page("room")
    assert before > bar.value() == 0


@pytest.mark.parametrize("key", ["prepare", "trends", "vote", "room", "record"])
@pytest.mark.parametrize("forward", [True, False], ids=["Tab", "Shift+Tab"])
def test_each_control_is_seen_when_the_keyboard_reaches_it(large: MainWindow, key: str, forward: bool) -> None:
    """Also within an area of the page that scrolls by itself, and one that is taller than the window."""
    large.show_page(key)
    lay_out()
    unseen = []
    for _step in range(40):
        QTest.keyClick(large, Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab)
        lay_out()
        focused = QApplication.focusWidget()
        if focused is not None and large.page.isAncestorOf(focused) and focused.visibleRegion().isEmpty():
            unseen.append(focused.objectName())
    assert unseen == []


def test_what_was_found_is_brought_into_view(large: MainWindow, qtbot: QtBot) -> None:
    """A participant stands in a table below the facts, on a page that has just come up."""
    large.show_page("run")
    large.bring_item("prepare", "participants", list(large.bridge.workshop.plan.participants)[-1].id)
    table = find(large, QTableView, "participants_table")
    qtbot.waitUntil(lambda: not table.visibleRegion().isEmpty())


def test_a_page_stays_where_it_is_when_its_window_is_activated_again(large: MainWindow, qtbot: QtBot) -> None:
    """The click that does it is still to come, and must not land on something else."""
    large.show_page("prepare")
    find(large, QLineEdit, "fact_title").setFocus()
    lay_out()
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is other)
    bar = find(large, QScrollArea, "page_area").verticalScrollBar()
    bar.setValue(bar.maximum())
    large.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is large)
    lay_out()
    assert bar.value() == bar.maximum() > 0


@pytest.mark.parametrize("width", [700, 760, 840, 960])
@pytest.mark.parametrize("key", [entry.key for entry in PAGES])
def test_no_page_scrolls_sideways_in_a_small_window(small: MainWindow, key: str, width: int) -> None:
    """At the usual size of text, beside another window on the same screen."""
    small.resize(width, 640)
    small.show_page(key)
    lay_out()
    assert find(small, QScrollArea, "page_area").horizontalScrollBar().maximum() == 0
