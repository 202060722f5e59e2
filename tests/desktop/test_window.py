"""The frame: pages in the order of the day, undo from the keyboard, nothing lost on closing."""

import sys
import threading
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import start_round
from tests.desktop.conftest import saved
from tests.desktop.page_gestures import answer, find
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages import PAGES, PageEntry
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.look.icons import icon_path
from workshop_tool.look.tokens import DARK, LIGHT
from workshop_tool.services.closing import approve_record, close_workshop


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_every_page_comes_up(window: MainWindow, entry: PageEntry) -> None:
    """A page is one module, one class and one line; it has an icon, a title and a page that shows a workshop."""
    window.show_page(entry.key)
    assert window.page.objectName() == f"page_{entry.key}"
    assert window.page.isVisible()
    assert icon_path(entry.key).exists()


def test_the_rail_counts(window: MainWindow) -> None:
    """Trends, problem areas and posters say how many they are."""
    counts = {key: find(window, QLabel, f"rail_count_{key}").text() for key in ("trends", "problem-areas", "posters")}
    assert counts == {"trends": "3", "problem-areas": "5", "posters": "1"}


def test_a_page_comes_up_by_its_number(window: MainWindow, qtbot: QtBot) -> None:
    """Control and a number, in the order of the rail."""
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page.objectName() == "page_problem-areas")


def test_undo_and_redo_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """Control Z takes the last edit back, with Shift it is made again."""
    title = find(window, QLineEdit, "fact_title")
    title.setFocus()
    title.selectAll()
    QTest.keyClicks(title, "Another")
    window.page.flush()
    qtbot.waitUntil(lambda: window.bridge.workshop.plan.particulars.title == "Another")
    window._stack.setFocus()
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: title.text() == "A day on batteries")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, both)
    qtbot.waitUntil(lambda: title.text() == "Another")


def test_closing_saves_what_is_still_being_typed(window: MainWindow, workshop_file: Path) -> None:
    """The last letters before the window closes are in the file."""
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "Tromsø")
    assert saved(window, workshop_file).plan.particulars.place == "Tromsø"


def test_another_page_saves_what_was_typed_on_the_one_before(window: MainWindow, qtbot: QtBot) -> None:
    """Going to another page is no way to lose a line."""
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "Tromsø")
    window.show_page("trends")
    qtbot.waitUntil(lambda: window.bridge.workshop.plan.particulars.place == "Tromsø")


def test_a_change_from_elsewhere_shows_at_once(window: MainWindow, qtbot: QtBot) -> None:
    """What a phone or a group changes appears without anybody asking."""
    window.show_page("problem-areas")
    window.bridge.session.edit("Remove", lambda plan: plan.without_item(plan.areas["a5"])).result()
    qtbot.waitUntil(lambda: find(window, QLabel, "rail_count_problem-areas").text() == "4")


def test_the_message_bar_offers_undo(window: MainWindow, qtbot: QtBot) -> None:
    """Removing asks nothing first: it can be taken back."""
    window.show_page("trends")
    table = window.page.findChild(QWidget, "trends_table")
    assert table is not None
    table.setFocus()
    window.page._choose("t1")  # type: ignore[attr-defined]
    QTest.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "t1" not in window.bridge.workshop.plan.trends)
    offer = find(window.message_bar, QPushButton, "message_offer")
    qtbot.waitUntil(offer.isVisible)
    offer.click()
    qtbot.waitUntil(lambda: "t1" in window.bridge.workshop.plan.trends)


def test_present_opens_the_projector(window: MainWindow, qtbot: QtBot) -> None:
    """F5 shows the projector's picture and what can be put there."""
    QTest.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: find(window, QWidget, "projector_panel").isVisible())
    assert any(w.objectName() == "projector" and w.isVisible() for w in QApplication.topLevelWidgets())


def test_a_page_can_show_something_to_the_room(window: MainWindow) -> None:
    """A page names a view; the projector opens with it."""
    window.show_page("posters")
    window.page.present.emit("wall", "")
    projector = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ProjectorWindow) and w.isVisible())
    assert projector.view.key == "wall"


def test_a_page_can_lead_to_another(window: MainWindow, qtbot: QtBot) -> None:
    """The record's page sends to where its introduction is written."""
    window.show_page("record")
    find(window, QPushButton, "write_introduction").click()
    qtbot.waitUntil(lambda: window.page.key == "prepare")


def test_every_control_has_a_name_for_those_who_listen(window: MainWindow) -> None:
    """A screen reader finds words on each button and field of the frame and of every page."""
    unnamed = list[str]()
    for key in (entry.key for entry in PAGES):
        window.show_page(key)
        controls: list[QPushButton | QLineEdit] = [*window.findChildren(QPushButton), *window.findChildren(QLineEdit)]
        unnamed += [
            f"{key}: {control.objectName()}"
            for control in controls
            if control.isVisible() and not (control.accessibleName() or control.text())
        ]
    assert unnamed == []


def test_the_window_fits_a_small_laptop(window: MainWindow) -> None:
    """1280 by 800 is enough for every page of the frame."""
    for key in (entry.key for entry in PAGES):
        window.show_page(key)
        assert window.minimumSizeHint().width() <= 1280
        assert window.minimumSizeHint().height() <= 800 - 40


def test_light_and_dark_dress_everything(window: MainWindow, dressed: QApplication, qtbot: QtBot) -> None:
    """A dim room gets dark paper."""
    theme.wear(dressed, dark=True)
    qtbot.wait(20)
    assert theme.colours() == DARK
    assert window.grab().toImage().pixelColor(700, 780).name().upper() != LIGHT.ground
    theme.wear(dressed, dark=False)


def test_a_closed_window_takes_no_part_in_a_change_of_look(window: MainWindow, dressed: QApplication) -> None:
    """Until Python lets it go it is still there, and what it shows may not be: asked for its size, it would crash."""
    window.close()
    theme.wear(dressed, dark=True)
    worn = window.styleSheet()
    theme.wear(dressed, dark=False)
    assert LIGHT.accent in worn


def test_the_rail_is_walked_with_arrow_keys(window: MainWindow, qtbot: QtBot) -> None:
    """What the rail marks is what is up."""
    prepare = find(window, QPushButton, "rail_prepare")
    prepare.setFocus()
    QTest.keyClick(prepare, Qt.Key.Key_Down)
    trends = find(window, QPushButton, "rail_trends")
    qtbot.waitUntil(lambda: window.page.objectName() == "page_trends" and trends.isChecked())


def test_a_message_covers_no_part_of_a_page(window: MainWindow, qtbot: QtBot) -> None:
    """It stands in the rail: whoever writes at the foot of a page goes on writing."""
    window.message_bar.refuse("Something that takes a while to read, and says what to do about it. " * 2)
    qtbot.waitUntil(window.message_bar.isVisible)
    bar = QRect(window.message_bar.mapTo(window, QPoint()), window.message_bar.size())
    page = QRect(window.page.mapTo(window, QPoint()), window.page.size())
    assert not bar.intersects(page)


def test_the_projectors_panel_that_was_closed_stays_closed(window: MainWindow) -> None:
    """Showing the next poster does not cover the page again."""
    window.show_to_room("wall", "")
    find(window, QPushButton, "projector_panel_close").click()
    window.show_to_room("trends", "")
    assert not find(window, QWidget, "projector_panel").isVisible()


def test_every_page_is_imported_while_the_first_one_is_read(window: MainWindow, qtbot: QtBot) -> None:
    """The first visit to a page need not wait for its module."""
    qtbot.waitUntil(lambda: not window._stack.warm_up.isActive(), timeout=10_000)
    assert {f"workshop_tool.desktop.pages.{entry.module or entry.key}.page" for entry in PAGES} <= set(sys.modules)


def test_every_page_is_made_while_the_first_one_is_read(window: MainWindow, qtbot: QtBot) -> None:
    """The first visit finds the page ready, and what it showed first is shown anew."""
    qtbot.waitUntil(lambda: not window._stack.warm_up.isActive(), timeout=10_000)
    assert set(window.pages) == {entry.key for entry in PAGES}
    assert window.page.key == "prepare"


def test_no_page_is_made_while_somebody_types(window: MainWindow) -> None:
    """A letter is not kept waiting; once it is saved, the pages are made."""
    window._stack.warm_up.stop()
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "T")
    window._stack.warm_up.timeout.emit()
    before = set(window.pages)
    window.page.flush()
    for _part in range(4 * len(PAGES)):
        window._stack.warm_up.timeout.emit()
    assert before == {"prepare"}
    assert len(window.pages) > 1


def test_a_page_that_is_not_made_yet_comes_up_in_turns(window: MainWindow, qtbot: QtBot) -> None:
    """The click itself returns before the page is made, so that the window goes on answering."""
    window._stack.warm_up.stop()
    find(window, QPushButton, "rail_vote").click()
    assert window.page.key == "prepare"
    qtbot.waitUntil(lambda: window.page.key == "vote")


def test_of_two_pages_wanted_at_once_the_last_one_comes_up(window: MainWindow, qtbot: QtBot) -> None:
    """Whoever changes their mind while a page is made is not taken to it."""
    window._stack.warm_up.stop()
    window.bring_page("vote")
    window.bring_page("room")
    qtbot.waitUntil(lambda: window.page.key == "room")
    qtbot.waitUntil(lambda: not window._stack.hurry.isActive())
    assert window.page.key == "room"


def test_an_approved_record_shows_what_stands_and_not_what_was_refused(window: MainWindow, qtbot: QtBot) -> None:
    """A letter that was refused does not stay as if it were saved."""
    now = window.bridge.session.clock()
    window.bridge.session.act(partial(close_workshop, now=now)).result()
    window.bridge.session.act(partial(approve_record, now=now)).result()
    place = find(window, QLineEdit, "fact_place")
    before = place.text()
    place.setFocus()
    QTest.keyClicks(place, "X")
    qtbot.waitUntil(lambda: "approved" in window.message_bar.text)
    assert place.text() == before


def test_closing_while_the_room_votes_asks_first(window: MainWindow, qtbot: QtBot) -> None:
    """Twenty phones would be cut off by one slip of the mouse."""
    start_round(window.bridge.session)
    window.bridge.hosting.start("127.0.0.1", 0)
    qtbot.waitUntil(lambda: window.bridge.is_hosting, timeout=20_000)
    heard = list[str]()
    answer("dialog_no", heard=heard)
    assert not window.close()
    assert (heard, window.isVisible()) == (["Voting is open"], True)
    window.bridge.hosting.stop()
    qtbot.waitUntil(lambda: not window.bridge.is_hosting, timeout=20_000)


def test_a_disk_that_does_not_answer_is_asked_about(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing waits for a while, and never for ever."""
    monkeypatch.setattr("workshop_tool.desktop.frame.window.LAST_SAVE_SECONDS", 0.05)
    goes_on = threading.Event()
    window.bridge.session.edit("Slow", lambda plan: (goes_on.wait(10), plan)[1])
    heard = list[str]()
    answer("dialog_no", heard=heard)
    assert not window.close()
    goes_on.set()
    assert heard == ["Not everything is saved"]
    qtbot.waitUntil(window.isVisible)


def test_the_window_fits_a_mirrored_projector(window: MainWindow, qtbot: QtBot) -> None:
    """Many a projector has 1024 pixels, and shows the laptop's own screen: no page pushes the window wider."""
    window.resize(1024, 700)
    for entry in PAGES:
        window.show_page(entry.key)
        qtbot.wait(10)
    assert (window.width(), window.height()) == (1024, 700)


def test_an_empty_vote_page_leads_to_the_posters(window: MainWindow, qtbot: QtBot) -> None:
    """Nobody is left at a page that has nothing to do."""
    window.show_page("vote")
    button = window.findChild(QPushButton, "go_to_posters")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: window.page.key == "posters")
