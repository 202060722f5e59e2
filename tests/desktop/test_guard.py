"""While nothing can be saved: the banner says why, what was typed waits, and a copy saves it all."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.keeping_gestures import break_sync_once, choose_file, end, fill_disk, press_in, trouble, when_asked
from tests.desktop.page_gestures import answer, find, press
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.opening import open_workshop, read_workshop
from workshop_tool.services.session import WorkshopSession

HOLDS_IT = """
import sys
from pathlib import Path
from workshop_tool.services.opening import open_workshop
session = open_workshop(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
session.close()
"""


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Application]:
    """Give the app."""
    assert qtbot is not None
    application = Application(qapp, Places(memory=tmp_path / "memory", workshops=tmp_path / "Workshops"))
    yield application
    end(application, qapp)


@pytest.fixture
def other(workshop_file: Path) -> Iterator[WorkshopSession]:
    """Give another session that has the workshop open; the lock tells processes and sessions apart alike."""
    session = open_workshop(workshop_file)
    yield session
    session.close()


def opened(application: Application, path: Path, qtbot: QtBot) -> MainWindow:
    """Open a file and wait for its window."""
    application.open_workshop(path)
    qtbot.waitUntil(lambda: application.window is not None and application.window.isVisible(), timeout=10_000)
    assert application.window is not None
    return application.window


def test_a_workshop_that_another_process_has_is_opened_to_read(
    application: Application, workshop_file: Path, qtbot: QtBot
) -> None:
    """The banner says which process has it."""
    command = [sys.executable, "-c", HOLDS_IT, str(workshop_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "open\n"
        window = opened(application, workshop_file, qtbot)
        process.communicate("\n", timeout=20)
    said = trouble(window)
    assert said.isVisible()
    assert f"process {process.pid}" in said.text
    assert find(window, QLabel, "save_state").text() == "For reading only"


@pytest.mark.usefixtures("other")
def test_what_is_only_read_takes_no_letters(application: Application, workshop_file: Path, qtbot: QtBot) -> None:
    """A field shows its words, and nobody types in vain."""
    window = opened(application, workshop_file, qtbot)
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "X")
    assert place.isReadOnly()
    assert "X" not in place.text()


@pytest.mark.usefixtures("other")
def test_no_cell_opens_in_a_workshop_that_is_only_read(
    application: Application, workshop_file: Path, qtbot: QtBot
) -> None:
    """Enter in a table says who has the workshop instead."""
    window = opened(application, workshop_file, qtbot)
    window.show_page("trends")
    table = find(window, ItemTable, "trends_table")
    table.choose("t1")
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.findChild(QLineEdit) is None
    assert f"process {os.getpid()}" in window.message_bar.text


@pytest.mark.usefixtures("other")
def test_a_refused_edit_says_who_has_the_workshop(application: Application, workshop_file: Path, qtbot: QtBot) -> None:
    """Whatever a button asks for is answered with the same sentence."""
    window = opened(application, workshop_file, qtbot)
    window.bridge.edit("Title", lambda plan: revise_particulars(plan, title="Mine"))
    qtbot.waitUntil(lambda: f"process {os.getpid()}" in window.message_bar.text)


@pytest.mark.usefixtures("other")
def test_the_projector_works_in_a_workshop_that_is_only_read(
    application: Application, workshop_file: Path, qtbot: QtBot
) -> None:
    """The room sees it, whoever else has it open."""
    window = opened(application, workshop_file, qtbot)
    window.show_to_room("wall", "")
    assert any(w.objectName() == "projector" and w.isVisible() for w in QApplication.topLevelWidgets())


def test_opened_again_after_the_other_closed_it_takes_words(
    application: Application, other: WorkshopSession, workshop_file: Path, qtbot: QtBot
) -> None:
    """The window stays; the banner goes, and what is typed is saved."""
    window = opened(application, workshop_file, qtbot)
    other.close()
    press(window, "banner_reopen")
    qtbot.waitUntil(lambda: window.banners.trouble is None, timeout=10_000)
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "Bodø")
    window.flush()
    qtbot.waitUntil(lambda: window.bridge.workshop.plan.particulars.place == "Bodø")
    window.close()
    assert read_workshop(workshop_file).plan.particulars.place == "Bodø"


def test_opened_again_while_it_is_still_open_there_shows_what_is_new(
    application: Application, other: WorkshopSession, workshop_file: Path, qtbot: QtBot
) -> None:
    """Reading goes on with what the other saved meanwhile."""
    window = opened(application, workshop_file, qtbot)
    other.edit("Title", lambda plan: revise_particulars(plan, title="Theirs")).result()
    press(window, "banner_reopen")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Theirs"))
    qtbot.waitUntil(lambda: trouble(window).isVisible())


def type_in_vain(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    """Type a place, and wait until saving it failed."""
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    place.selectAll()
    QTest.keyClicks(place, "Bodø")
    window.flush()
    qtbot.waitUntil(lambda: bool(window.bridge.waiting))
    return place


def test_a_failed_sync_is_said_at_once(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The banner says that the last change is not saved, and what was typed stays in its field."""
    break_sync_once(monkeypatch)
    place = type_in_vain(window, qtbot)
    assert "not saved" in trouble(window).text
    assert "What was saved before is safe" in trouble(window).text
    assert place.text() == "Bodø"
    answer("dialog_yes")
    window.close()


@pytest.mark.parametrize("name", ["rescued.workshop.zip", "rescued.workshop.json"])
def test_after_a_failed_sync_work_goes_on_in_a_copy(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """Saved from memory with the refused words, opened in the same window, and written to from then on."""
    break_sync_once(monkeypatch)
    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    type_in_vain(window, qtbot)
    choose_file(monkeypatch, elsewhere / name)
    answer("dialog_yes")
    press(window, "banner_copy")
    qtbot.waitUntil(lambda: window.banners.trouble is None, timeout=10_000)
    window.bridge.edit("Title", lambda plan: revise_particulars(plan, title="Rescued"))
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Rescued"))
    window.close()
    window.bridge.session.close()
    facts = read_workshop(elsewhere / "rescued.workshop.json").plan.particulars
    assert (facts.title, facts.place) == ("Rescued", "Bodø")


def test_what_was_typed_after_the_copy_goes_into_it_too(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Between saving the copy and going on in it nothing is lost."""
    break_sync_once(monkeypatch)
    type_in_vain(window, qtbot)
    choose_file(monkeypatch, tmp_path / "rescued.workshop.json")

    def go_on(dialog: object) -> None:
        window.bridge.edit("Client", lambda plan: revise_particulars(plan, client="Late"))
        qtbot.waitUntil(lambda: window.bridge.waiting[-1].label == "Client")  # a field may ask again as it loses focus
        press_in(dialog, "dialog_yes")  # type: ignore[arg-type]

    when_asked(go_on)
    press(window, "banner_copy")
    qtbot.waitUntil(lambda: window.bridge.workshop.plan.particulars.client == "Late", timeout=10_000)
    assert window.bridge.workshop.plan.particulars.place == "Bodø"


def test_a_full_disk_is_said_until_there_is_room_again(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was refused is saved by itself then, and the banner goes."""
    free = fill_disk(monkeypatch)
    window.guard._retry.setInterval(50)
    type_in_vain(window, qtbot)
    assert "no space left" in trouble(window).text.lower()
    free()
    qtbot.waitUntil(lambda: window.bridge.workshop.plan.particulars.place == "Bodø")
    qtbot.waitUntil(lambda: window.banners.trouble is None)
    assert not window.bridge.waiting


def test_a_newer_word_is_not_replaced_by_the_one_that_waited(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are saved in the order in which they were typed."""
    free = fill_disk(monkeypatch)
    type_in_vain(window, qtbot)
    free()
    window.bridge.edit("Place", lambda plan: revise_particulars(plan, place="Tromsø"))
    window.guard._ask_again()
    window.bridge.session.checkpoint().result()
    assert window.bridge.workshop.plan.particulars.place == "Tromsø"


def test_try_again_takes_a_trouble_back_that_is_over(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A button that was refused leaves nothing waiting; the banner goes once it is pressed."""
    free = fill_disk(monkeypatch)
    window.bridge.act(lambda workshop: (workshop.with_plan(revise_particulars(workshop.plan, title="X")), None))
    qtbot.waitUntil(lambda: window.banners.trouble is not None)
    free()
    press(window, "banner_retry")
    qtbot.waitUntil(lambda: window.banners.trouble is None)
    assert find(window, QLabel, "save_state").text() == "All changes saved"


def test_what_opening_found_is_said_until_it_is_closed(
    application: Application, workshop_file: Path, qtbot: QtBot
) -> None:
    """A change that was cut short when the computer died is told of once."""
    journal = workshop_file.with_name("day.workshop.journal")
    journal.write_bytes(b'00000000 1 [["particulars","particulars",{"title"')
    window = opened(application, workshop_file, qtbot)
    assert len(window.banners.notices) == 1
    assert "cut short" in window.banners.notices[0].text
    find(window.banners, QPushButton, "notice_close").click()
    assert not window.banners.isVisible()


@pytest.mark.usefixtures("other")
def test_banners_are_reached_by_keyboard_and_heard(application: Application, workshop_file: Path, qtbot: QtBot) -> None:
    """Each button takes the focus by Tab and has a name."""
    window = opened(application, workshop_file, qtbot)
    buttons = trouble(window).findChildren(QPushButton)
    assert [button.accessibleName() for button in buttons] == ["Open it again", "Save a copy…"]
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)
    assert trouble(window).accessibleName()
