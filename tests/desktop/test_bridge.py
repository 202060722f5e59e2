"""Between window and session: answers come to Qt's thread, changes are heard in groups, refusals are sentences."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.closing import close_workshop
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.particulars import revise_particulars


class NoWork(WorkshopProblem):
    """The work was refused. Nothing was changed."""


def process_id() -> int:
    """Return the number of the process that this runs in."""
    return os.getpid()


def refuse() -> None:
    """Refuse."""
    raise NoWork


def test_an_edit_is_answered_in_the_thread_of_qt(window: MainWindow, qtbot: QtBot) -> None:
    """A page may touch its widgets in what it does then."""
    threads = list[threading.Thread]()
    window.bridge.edit(
        "Title",
        lambda plan: revise_particulars(plan, title="New"),
        then=lambda: threads.append(threading.current_thread()),
    )
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.main_thread()]


def test_many_changes_are_heard_as_a_few(window: MainWindow, qtbot: QtBot) -> None:
    """However fast the room types and votes, the window draws at most ten times a second."""
    heard = list[frozenset[tuple[str, str]]]()
    window.bridge.changed.connect(heard.append)
    for n in range(60):
        window.bridge.session.edit("Title", partial(revise_particulars, title=f"Title {n}")).result()
        qtbot.wait(5)
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Title 59"))
    assert 2 <= len(heard) <= 15


def test_a_refused_edit_is_a_sentence_in_the_bar(window: MainWindow, qtbot: QtBot) -> None:
    """Nobody has to close a dialog to go on."""
    window.bridge.edit("Number", lambda plan: revise_item(plan, "areas", "a1", number=2))
    qtbot.waitUntil(lambda: "Number 2" in window.message_bar.text)


def test_a_value_out_of_range_is_a_sentence_too(window: MainWindow, qtbot: QtBot) -> None:
    """What a page let through by mistake is refused calmly."""
    window.bridge.edit("Title", lambda plan: revise_particulars(plan, title=""))
    qtbot.waitUntil(lambda: "out of range" in window.message_bar.text)


def test_an_act_gives_its_answer(window: MainWindow, qtbot: QtBot) -> None:
    """Casting a ballot hands back its receipt."""

    def act(workshop: Workshop) -> tuple[Workshop, int]:
        return workshop, len(workshop.plan.areas)

    answers = list[int]()
    window.bridge.act(act, then=answers.append)
    qtbot.waitUntil(lambda: answers == [5])


def test_undo_says_what_it_took_back(window: MainWindow, qtbot: QtBot) -> None:
    """The bar names the edit as its label does."""
    window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="New"), then=window.bridge.undo)
    qtbot.waitUntil(lambda: window.message_bar.text == "Undone: Change title.")


def test_undo_and_redo_rest_until_there_is_something(window: MainWindow, qtbot: QtBot) -> None:
    """Their tooltips say what they would do."""
    undo, redo = (find(window, QuietButton, name) for name in ("undo", "redo"))
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="New"))
    qtbot.waitUntil(undo.isEnabled)
    assert "Change title" in undo.toolTip()


def test_a_workshop_with_an_approved_record_refuses_edits(window: MainWindow, qtbot: QtBot) -> None:
    """A closed workshop takes the facilitator's edits; the act that closes it is answered first."""
    closed = list[None]()
    window.bridge.act(lambda workshop: close_workshop(workshop, window.bridge.session.clock()), then=closed.append)
    qtbot.waitUntil(lambda: bool(closed))
    assert window.bridge.workshop.plan.particulars.standing == "draft"


def test_heavy_work_runs_in_another_process(window: MainWindow, qtbot: QtBot) -> None:
    """Typing does not stutter while a report is drawn."""
    answers = list[int]()
    window.bridge.in_background(process_id, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=20_000)
    assert answers[0] != os.getpid()


def test_refused_work_is_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    """A refusal comes back from the worker as it was raised there."""
    window.bridge.in_background(refuse, then=lambda _answer: None)
    qtbot.waitUntil(lambda: window.message_bar.text == "The work was refused. Nothing was changed.", timeout=20_000)


@contextmanager
def failing_disk(window: MainWindow, folder: Path) -> Iterator[None]:
    """Make the journal unwritable, as a disk does that is pulled out, and put it back."""
    journal = window.bridge.session._store._journal  # type: ignore[attr-defined]
    unwritable = os.open(folder, os.O_RDONLY)
    kept = os.dup(journal._fd)
    os.dup2(unwritable, journal._fd)
    try:
        yield
    finally:
        os.dup2(kept, journal._fd)
        os.close(unwritable)
        os.close(kept)


def test_a_failed_save_is_said_in_the_header(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    """The header never claims that all is saved when the disk is gone, and takes it back when it is there again."""
    state = find(window, QLabel, "save_state")
    with failing_disk(window, tmp_path):
        window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="New"))
        qtbot.waitUntil(lambda: "not saved" in state.text())
    window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="Newer"))
    qtbot.waitUntil(lambda: state.text() == "All changes saved")


def test_closing_asks_while_something_is_not_saved(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever closes the window while the disk is gone hears of it, and can keep it open."""
    asked = list[str]()

    def keep_open(_parent: QWidget, title: str, *_words: str) -> bool:
        asked.append(title)
        return False

    monkeypatch.setattr("workshop_tool.desktop.files.leaving.ask", keep_open)
    with failing_disk(window, tmp_path):
        window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="New"))
        assert not window.close()
    assert asked == ["Not everything is saved"]
    window.bridge.edit("Change title", lambda plan: revise_particulars(plan, title="Newer"))
    qtbot.waitUntil(lambda: window.bridge.saved)
