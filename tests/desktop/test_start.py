"""From the start page to a workshop and back; what is remembered between runs."""

import datetime as dt
import logging
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_session, a_workshop
from tests.desktop.page_gestures import find
from tests.desktop.start_gestures import answer_new_dialog, opened
from workshop_tool.desktop import mishaps
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.files.letting_go import let_go
from workshop_tool.desktop.files.memory import Memory, RecentWorkshop
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.start.card import RecentCard
from workshop_tool.desktop.start.new_workshop import NewWorkshopDialog
from workshop_tool.domain.particulars import Particulars
from workshop_tool.services.opening import read_workshop, save_new
from workshop_tool.services.sample import SAMPLE


def test_a_workshop_is_made_from_the_start_page(application: Application, places: Places, qtbot: QtBot) -> None:
    """Title and date, and it is open, in a file of its own in the user's folder."""
    QTimer.singleShot(0, lambda: answer_new_dialog("Nordic cells", "6 June 2026"))
    find(application.start, QPushButton, "first_workshop").click()
    window = opened(application, qtbot)
    facts = window.bridge.workshop.plan.particulars
    assert (facts.title, facts.date) == ("Nordic cells", dt.date(2026, 6, 6))
    assert [path.name for path in places.workshops.glob("*.json")] == ["nordic-cells.workshop.json"]


def test_a_closed_workshop_is_whole_in_its_one_file(application: Application, places: Places, qtbot: QtBot) -> None:
    """After closing, no journal and no lock are left beside it, only its backups."""
    application.make_workshop(Particulars(title="Nordic cells"))
    window = opened(application, qtbot)
    with qtbot.waitSignal(application.ended):
        window.close()
    left = {path.name for path in places.workshops.iterdir()}
    assert left == {"nordic-cells.workshop.json", "nordic-cells.workshop.backups"}


def test_home_goes_back_to_the_start_page_with_a_card(application: Application, qtbot: QtBot) -> None:
    """The workshop of a moment ago is the first card."""
    application.make_workshop(Particulars(title="Nordic cells", date=dt.date(2026, 6, 6)))
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    card = find(application.start, RecentCard, "recent_card")
    assert card.accessibleName() == "Nordic cells, 6 June 2026, In preparation"


def test_a_card_opens_its_workshop(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """One click."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    application.open_workshop(path)
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    find(application.start, RecentCard, "recent_card").click()
    assert opened(application, qtbot).bridge.workshop.plan.particulars.title == "A day on batteries"


def test_a_file_that_is_no_workshop_is_refused_in_words(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """The start page stays, and says what the file is not."""
    path = tmp_path / "letter.workshop.json"
    path.write_text("Dear all", encoding="utf-8")
    application.open_workshop(path)
    qtbot.waitUntil(lambda: "not a workshop file" in application.start._message_bar.text)
    assert path.read_text(encoding="utf-8") == "Dear all"


def test_the_sample_is_opened_as_a_copy(application: Application, places: Places, qtbot: QtBot) -> None:
    """Whoever tries things in it spoils nothing."""
    before = SAMPLE.read_bytes()
    application.open_sample()
    window = opened(application, qtbot)
    assert application.path is not None
    assert application.path.parent == places.workshops
    window.close()
    assert read_workshop(places.workshops / SAMPLE.name).plan == read_workshop(SAMPLE).plan
    assert SAMPLE.read_bytes() == before


def test_the_look_is_remembered(application: Application, places: Places, qtbot: QtBot) -> None:
    """Dark stays dark until it is changed, whatever the system says."""
    application.make_workshop(Particulars(title="Nordic cells"))
    find(opened(application, qtbot), QPushButton, "look").click()
    assert Memory(places.memory).remembered.dark is theme.is_dark()
    find(opened(application, qtbot), QPushButton, "look").click()


def test_what_cannot_be_remembered_hinders_nobody(tmp_path: Path) -> None:
    """A file of nonsense is as good as none."""
    (tmp_path / "window.json").write_text("{", encoding="utf-8")
    assert Memory(tmp_path).remembered.recent == ()


def test_a_missing_workshop_is_said_on_its_card(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """A card whose file is gone opens nothing."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    application.open_workshop(path)
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    path.unlink()
    application.show_start()

    def shown() -> list[bool]:
        return [card.isEnabled() for card in application.start.findChildren(RecentCard) if card.isVisible()]

    qtbot.waitUntil(lambda: shown() == [False])


def test_the_calm_words_say_what_is_safe(tmp_path: Path) -> None:
    """Whatever went wrong, the file is named and the way on."""
    said = mishaps.words(tmp_path / "day.workshop.json", tmp_path)
    assert "day.workshop.json" in said
    assert "You can go on." in said


def test_what_nobody_foresaw_is_said_calmly_and_logged(
    dressed: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program's own mistake neither ends it nor goes by in silence."""
    assert dressed is not None
    said, hook, handlers = list[str](), sys.excepthook, logging.getLogger("workshop_tool").handlers[:]
    monkeypatch.setattr(mishaps, "show", lambda _parent, text, _details: said.append(text))
    try:
        mishaps.keep_calm(lambda: tmp_path / "day.workshop.json", tmp_path)
        sys.excepthook(RuntimeError, RuntimeError("a slip"), None)
    finally:
        sys.excepthook = hook
        for handler in set(logging.getLogger("workshop_tool").handlers) - set(handlers):
            logging.getLogger("workshop_tool").removeHandler(handler)
            handler.close()
    assert "day.workshop.json" in said[0]
    assert "a slip" in (tmp_path / "window.log").read_text(encoding="utf-8")


def test_every_part_of_the_start_page_has_a_name(application: Application) -> None:
    """Tests and screen readers find them."""
    nameless = [
        type(w).__name__
        for w in application.start.findChildren(QPushButton)
        if w.isVisible() and not w.accessibleName()
    ]
    assert nameless == []
    assert isinstance(application.start, QWidget)


def test_the_latest_workshop_is_an_enter_away(application: Application, tmp_path: Path, qtbot: QtBot) -> None:
    """The first card has the focus."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    application.start.show_recent([RecentWorkshop(path, "A day")])
    application.start.activateWindow()
    qtbot.waitUntil(lambda: find(application.start, RecentCard, "recent_card").hasFocus())


def test_a_new_workshop_does_not_drop_a_date_it_cannot_read(qapp: QApplication, qtbot: QtBot) -> None:
    """The dialog stays and says what it expects."""
    assert qapp is not None
    dialog = NewWorkshopDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(find(dialog, QLineEdit, "new_title"), "A day")
    QTest.keyClicks(find(dialog, QLineEdit, "new_date"), "sometime soon")
    dialog.accept()
    assert dialog.isVisible()
    assert find(dialog, QLabel, "new_date_hint").isVisible()


def test_a_disk_that_hangs_does_not_keep_the_app_from_closing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The journal holds what was saved; the rest is said before."""
    monkeypatch.setattr("workshop_tool.desktop.files.letting_go.LONGEST_GOODBYE", 0.05)
    session = a_session(tmp_path)
    goes_on = threading.Event()
    session.edit("Slow", lambda plan: (goes_on.wait(10), plan)[1])
    started = time.monotonic()
    let_go(session)
    took = time.monotonic() - started
    goes_on.set()
    session.close()
    assert took < 5
