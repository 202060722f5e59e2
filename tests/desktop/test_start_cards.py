"""Cards of recent workshops, templates and series on the start page."""

import itertools
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.page_gestures import answer, find
from tests.desktop.start_gestures import answer_new_dialog, answer_when_asked, opened
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.files.memory import Memory, RecentWorkshop
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.start.card import RecentCard
from workshop_tool.desktop.start.thumbnail import drawn
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.palette import LIGHT
from workshop_tool.services.opening import read_workshop, save_new
from workshop_tool.services.sample import SAMPLE


def test_a_card_shows_a_picture_of_what_the_workshop_holds(application: Application, qtbot: QtBot) -> None:
    """Made when the workshop is opened and closed, and read while the page is up already."""
    application.open_sample()
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    card = find(application.start, RecentCard, "recent_card")
    qtbot.waitUntil(lambda: not card.picture.is_blank)


def test_pictures_differ_by_what_there_is(dressed: QApplication) -> None:
    """A result, a wall, a map and an empty page are told apart at a glance."""
    assert dressed is not None
    sample = read_workshop(SAMPLE)
    unvoted = Workshop(sample.plan)
    unwritten = Workshop(replace(sample.plan, posters=Keyed()))
    pictures = [drawn(workshop, LIGHT) for workshop in (sample, unvoted, unwritten, a_workshop(areas=0))]
    assert all(one != other for one, other in itertools.combinations(pictures, 2))


def test_a_missing_workshop_is_taken_off_and_put_back(
    application: Application, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """Nothing is lost by it: the message offers the way back."""
    Memory(places.memory).remember_workshop(RecentWorkshop(tmp_path / "gone.workshop.json", "Gone"))
    application._memory = Memory(places.memory)
    application.show_start()
    remove = find(application.start, QPushButton, "recent_remove")
    qtbot.waitUntil(remove.isVisible)
    remove.click()
    assert Memory(places.memory).remembered.recent == ()
    find(application.start, QPushButton, "message_offer").click()
    assert [kept.title for kept in Memory(places.memory).remembered.recent] == ["Gone"]


def test_the_cards_are_walked_with_the_arrow_keys(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """Across a row, down a column."""
    paths = [tmp_path / f"{n}.workshop.json" for n in range(5)]
    for path in paths:
        path.touch()
    application.start.show_recent([RecentWorkshop(path, path.name) for path in paths])
    application.start.activateWindow()

    def focused() -> int | None:
        widget = QApplication.focusWidget()
        return paths.index(widget.recent.path) if isinstance(widget, RecentCard) else None

    qtbot.waitUntil(lambda: focused() == 0)
    for key, lands in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Down, 4), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Left, 0)):
        card = QApplication.focusWidget()
        assert card is not None
        QTest.keyClick(card, key)
        assert focused() == lands


def test_a_series_is_continued_from_the_start_page(
    application: Application, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """The last workshop is offered first; its problem areas come along under their ids."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(areas=3), path)
    application.open_workshop(path)
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    QTimer.singleShot(0, lambda: answer_new_dialog("Second day", "6 June 2026"))
    find(application.start, QPushButton, "continue_series").click()
    plan = opened(application, qtbot).bridge.workshop.plan
    assert ([area.id for area in plan.areas], plan.earlier.title) == (["a1", "a2", "a3"], "A day on batteries")
    assert application.path == places.workshops / "second-day.workshop.json"


def test_a_template_saved_from_the_menu_makes_a_workshop(
    application: Application, places: Places, tmp_path: Path, qtbot: QtBot
) -> None:
    """From one workshop to the next, without anybody of the first."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(areas=3, participants=4), path)
    application.open_workshop(path)
    window = opened(application, qtbot)
    answer("dialog_yes")
    window.menu.template_wanted.emit()
    qtbot.waitUntil(lambda: "template is saved" in window.message_bar.text)
    find(window, QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    answer_when_asked("Next")
    find(application.start, QPushButton, "new_from_template").click()
    plan = opened(application, qtbot).bridge.workshop.plan
    assert (plan.particulars.title, len(plan.participants)) == ("Next", 0)
    assert len(list(places.templates.glob("*.workshop.json"))) == 1


def test_without_a_template_the_way_to_one_is_said(application: Application, qtbot: QtBot) -> None:
    """An empty list would say nothing."""
    find(application.start, QPushButton, "first_template").click()
    qtbot.waitUntil(lambda: "Save as a template" in application.start._message_bar.text)
