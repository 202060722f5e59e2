"""Copies, backups and forgetting from the workshop's menu, and damaged files from the start page."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop, publish, start_round
from tests.desktop.keeping_gestures import choose, choose_file, damage, end, press_in, when_asked
from tests.desktop.page_gestures import answer, find
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.services.backing_up import kept_copies
from workshop_tool.services.copies import save_copy
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.opening import open_workshop, read_workshop, save_new


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Application]:
    """Give the app with its start page up."""
    assert qtbot is not None
    application = Application(qapp, Places(memory=tmp_path / "memory", workshops=tmp_path / "Workshops"))
    application.show_start()
    yield application
    end(application, qapp)


@pytest.fixture
def used_file(tmp_path: Path) -> Path:
    """Give a workshop with two backups: as it was made, and as it was opened the second time, with a place."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(areas=5, posters=1, trends=3, participants=2), path)
    for place in ("Bodø", "Tromsø"):
        session = open_workshop(path)
        session.edit("Place", partial(revise_particulars, place=place)).result()
        session.close()
    return path


def opened(application: Application, path: Path, qtbot: QtBot) -> MainWindow:
    """Open a file and wait for its window."""
    application.open_workshop(path)
    return its_window(application, qtbot)


def its_window(application: Application, qtbot: QtBot) -> MainWindow:
    """Wait for the window."""
    qtbot.waitUntil(lambda: application.window is not None, timeout=10_000)
    assert application.window is not None
    return application.window


def place_of(window: MainWindow) -> str:
    """Return the place as it is shown."""
    return window.bridge.workshop.plan.particulars.place


def test_a_copy_is_saved_and_opened_again(
    application: Application, used_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """One zip from the menu; the start page opens it in the user's folder."""
    window = opened(application, used_file, qtbot)
    choose_file(monkeypatch, tmp_path / "carried")
    choose(window, "menu_copy")
    qtbot.waitUntil(lambda: "carried.workshop.zip" in window.message_bar.text, timeout=10_000)
    find(window, QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    choose_file(monkeypatch, tmp_path / "carried.workshop.zip")
    application.start.ask_for_file()
    again = its_window(application, qtbot)
    assert again.bridge.session.path == tmp_path / "Workshops" / "carried.workshop.json"
    assert place_of(again) == "Tromsø"


def test_a_copy_holds_what_was_typed_a_moment_ago(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Nobody has to wait for a pause in typing."""
    place = find(window, QLineEdit, "fact_place")
    place.setFocus()
    QTest.keyClicks(place, "Tromsø")
    choose_file(monkeypatch, tmp_path / "copy.workshop.json")
    choose(window, "menu_copy")
    qtbot.waitUntil(lambda: "A copy is saved" in window.message_bar.text, timeout=10_000)
    assert read_workshop(tmp_path / "copy.workshop.json").plan.particulars.place == "Tromsø"


def test_a_copy_that_cannot_be_written_is_refused_in_words(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The folder is named, and nothing else happens."""
    choose_file(monkeypatch, tmp_path / "nowhere" / "copy.workshop.zip")
    choose(window, "menu_copy")
    qtbot.waitUntil(lambda: "Nothing can be saved in the folder" in window.message_bar.text, timeout=10_000)


def test_a_workshop_file_of_that_name_is_left_alone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, workshop_file: Path
) -> None:
    """A plain copy goes over no workshop, least of all over the one that is open."""
    choose_file(monkeypatch, workshop_file)
    choose(window, "menu_copy")
    qtbot.waitUntil(lambda: "It is untouched" in window.message_bar.text, timeout=10_000)


def test_a_copy_is_opened_where_it_is_dropped(
    application: Application, used_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    """On the start page, or on the window of another workshop."""
    zipped = tmp_path / "carried.workshop.zip"
    save_copy(read_workshop(used_file), used_file, zipped)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(zipped))])
    actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    application.start.dropEvent(QDropEvent(QPoint().toPointF(), actions, mime, left, none))
    first = its_window(application, qtbot)
    first.dropEvent(QDropEvent(QPoint().toPointF(), actions, mime, left, none))
    qtbot.waitUntil(lambda: application.window not in (None, first), timeout=10_000)
    assert application.path == tmp_path / "Workshops" / "carried-2.workshop.json"


def test_a_damaged_workshop_is_opened_from_its_backup(application: Application, used_file: Path, qtbot: QtBot) -> None:
    """What is wrong is said, the newest backup is chosen from the start, and one press goes back to it."""
    damage(used_file)
    said = list[str]()

    def go_back(dialog: QDialog) -> None:
        said.append(find(dialog, QLabel, "dialog_text").text())
        said.extend(choice.accessibleName() for choice in dialog.findChildren(QRadioButton))
        press_in(dialog, "dialog_yes")

    when_asked(go_back)
    window = opened(application, used_file, qtbot)
    assert place_of(window) == "Bodø"
    assert "is damaged" in said[0]
    assert "day.workshop.damaged-1.json" in said[0]
    assert "3 trends, 5 problem areas, 2 participants, 1 poster" in said[1]


def test_a_damaged_backup_cannot_be_chosen(application: Application, used_file: Path, qtbot: QtBot) -> None:
    """It says that it is unusable and why; the next one is chosen."""
    damage(used_file)
    newest = kept_copies(used_file)[0].backup.path
    newest.write_bytes(newest.read_bytes().replace("Bodø".encode(), b"Boda", 1))
    seen = list[tuple[bool, bool]]()
    unusable = list[str]()

    def look(dialog: QDialog) -> None:
        seen.extend((choice.isEnabled(), choice.isChecked()) for choice in dialog.findChildren(QRadioButton))
        unusable.extend(pill.text() for pill in dialog.findChildren(QLabel, "kept_copy_unusable"))
        press_in(dialog, "dialog_no")

    when_asked(look)
    application.open_workshop(used_file)
    qtbot.waitUntil(lambda: bool(unusable), timeout=10_000)
    assert seen == [(False, False), (True, True)]
    assert unusable == ["Unusable"]


def test_a_damaged_workshop_without_backups_says_what_to_do(
    application: Application, workshop_file: Path, qtbot: QtBot
) -> None:
    """A sentence that stays until it was read."""
    workshop_file.write_bytes(workshop_file.read_bytes().replace(b"A day", b"B day", 1))
    texts = list[str]()
    answer("dialog_yes", texts=texts)
    application.open_workshop(workshop_file)
    qtbot.waitUntil(lambda: bool(texts), timeout=10_000)
    assert "go on from a copy" in texts[0]
    assert "no backup" in texts[0]


def test_a_workshop_that_is_gone_comes_back_from_a_backup(
    application: Application, used_file: Path, qtbot: QtBot
) -> None:
    """Somebody deleted the file, and not the folder beside it."""
    used_file.unlink()
    when_asked(lambda dialog: press_in(dialog, "dialog_yes"))
    assert place_of(opened(application, used_file, qtbot)) == "Bodø"


def test_an_open_workshop_goes_back_to_an_earlier_state(
    application: Application, used_file: Path, qtbot: QtBot
) -> None:
    """In the same window; what was there before is a backup from then on, and work goes on."""
    window = opened(application, used_file, qtbot)

    def choose_oldest(dialog: QDialog) -> None:
        dialog.findChildren(QRadioButton)[-1].setChecked(True)
        press_in(dialog, "dialog_yes")

    when_asked(choose_oldest)
    choose(window, "menu_restore")
    qtbot.waitUntil(lambda: place_of(window) == "", timeout=10_000)
    assert "before-restore" in {copy.backup.occasion for copy in kept_copies(used_file)}
    window.bridge.edit("Place", partial(revise_particulars, place="Vadsø"))
    qtbot.waitUntil(lambda: place_of(window) == "Vadsø")


def test_escape_goes_back_to_nothing(application: Application, used_file: Path, qtbot: QtBot) -> None:
    """The list of backups alone changes nothing."""
    window = opened(application, used_file, qtbot)
    asked = list[str]()

    def leave(dialog: QDialog) -> None:
        asked.append(dialog.windowTitle())
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_asked(leave)
    choose(window, "menu_restore")
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert place_of(window) == "Tromsø"


def test_a_backup_from_before_a_sealed_round_is_refused(
    application: Application, used_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    """Somebody put it back by hand; the workshop is opened again as it was."""
    window = opened(application, used_file, qtbot)
    old = kept_copies(used_file)[-1].backup.path
    kept = tmp_path / old.name
    kept.write_bytes(old.read_bytes())
    publish(window.bridge.session, start_round(window.bridge.session))
    old.parent.mkdir(exist_ok=True)
    old.write_bytes(kept.read_bytes())

    def choose_oldest(dialog: QDialog) -> None:
        dialog.findChildren(QRadioButton)[-1].setChecked(True)
        press_in(dialog, "dialog_yes")

    when_asked(choose_oldest)
    choose(window, "menu_restore")
    qtbot.waitUntil(lambda: "before something was sealed" in window.message_bar.text, timeout=10_000)
    assert place_of(window) == "Tromsø"
    assert window.banners.trouble is None


def test_names_are_forgotten_after_a_question(application: Application, used_file: Path, qtbot: QtBot) -> None:
    """The question says that it is for good, and where names still stand."""
    window = opened(application, used_file, qtbot)
    name = next(iter(window.bridge.workshop.plan.participants)).name
    window.bridge.session.edit("Client", partial(revise_particulars, client=f"Friends of {name}")).result()
    said = list[str]()

    def agree(dialog: QDialog) -> None:
        said.extend(
            (find(dialog, QLabel, "dialog_text").text(), find(dialog, QPlainTextEdit, "forget_list").toPlainText())
        )
        press_in(dialog, "dialog_yes")

    when_asked(agree)
    choose(window, "menu_forget")
    qtbot.waitUntil(lambda: "names of 2 participants are forgotten" in window.message_bar.text, timeout=10_000)
    assert "cannot be undone" in said[0]
    assert name in said[1]
    assert [person.name for person in window.bridge.workshop.plan.participants] == ["Participant 1", "Participant 2"]


def test_names_are_kept_unless_somebody_says_so(application: Application, used_file: Path, qtbot: QtBot) -> None:
    """Enter on the question is no answer: it takes a press of that button."""
    window = opened(application, used_file, qtbot)
    name = next(iter(window.bridge.workshop.plan.participants)).name
    asked = list[str]()

    def leave(dialog: QDialog) -> None:
        asked.append(dialog.windowTitle())
        press_in(dialog, "dialog_no")

    when_asked(leave)
    choose(window, "menu_forget")
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert next(iter(window.bridge.workshop.plan.participants)).name == name


def test_the_menu_opens_by_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    """F10, and each entry has words."""
    QTest.keyClick(window, Qt.Key.Key_F10)
    qtbot.waitUntil(window.menu.isVisible)
    assert [action.text() for action in window.menu.actions() if action.text()] == [
        "Open…",
        "Save a copy…",
        "Save as a template…",
        "Go back to an earlier state…",
        "Forget names…",
        "Before and after…",
        "See what phones see",
        "Keys…",
        "About…",
        "Language",
        "All workshops",
    ]
    window.menu.close()
