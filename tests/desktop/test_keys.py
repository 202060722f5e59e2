"""What keys do wherever the focus is: Enter presses what has it, Tab finds the way, and no hidden control keeps it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.keeping_gestures import when_asked
from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.rail import RailButton
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.posters.card import PosterCard
from workshop_tool.desktop.widgets.dialogs import ask


def _asked(window: QWidget, answer: Callable[[QDialog], None]) -> bool:
    when_asked(answer)
    return ask(window, "Open voting?", "It opens.", "Open", "Not yet")


def test_enter_means_yes_where_a_question_comes_up(window: MainWindow) -> None:
    """The main answer has the focus, as its look says."""

    def answer(dialog: QDialog) -> None:
        assert dialog.focusWidget() is find(dialog, QPushButton, "dialog_yes")
        QTest.keyClick(dialog, Qt.Key.Key_Return)

    assert _asked(window, answer)


def test_enter_means_no_where_no_has_the_focus(window: MainWindow) -> None:
    """Who went to the other answer means it."""

    def answer(dialog: QDialog) -> None:
        no = find(dialog, QPushButton, "dialog_no")
        no.setFocus()
        QTest.keyClick(no, Qt.Key.Key_Return)

    assert not _asked(window, answer)


def test_enter_opens_a_poster_from_its_card(window: MainWindow, qtbot: QtBot) -> None:
    """Enter does on a card what a click does."""
    window.show_page("posters")
    card = window.page.findChildren(PosterCard)[0]
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: find(window, QPushButton, "back_to_wall").isVisible())


def test_the_focus_leaves_a_page_that_goes(window: MainWindow) -> None:
    """It is on the page area then, so that Tab begins with the first control of the page that came up."""
    window.show_page("problem-areas")
    find(window, QWidget, "areas_table").setFocus()
    window.show_page("groups")
    focus = window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "pages"


def test_tab_comes_to_the_page_that_is_up(window: MainWindow) -> None:
    """Of the rail only the marked page is on the way of Tab; the arrows reach the others."""
    window.show_page("groups")
    on_the_way = [
        button.objectName()
        for button in window.rail.findChildren(RailButton)
        if button.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert on_the_way == ["rail_groups"]


def test_tab_on_the_projector_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    """The picture stays, and the window has the keys."""
    window.show_page("run")
    window.present()
    projector = window.bridge.running.projector
    projector.activateWindow()
    qtbot.waitUntil(projector.isActiveWindow)
    QTest.keyClick(projector, Qt.Key.Key_Tab)
    qtbot.waitUntil(window.isActiveWindow)
    assert projector.isVisible()
    assert QApplication.focusWidget() is window.page
