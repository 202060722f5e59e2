"""Dots per person changed on the Vote page while voting is open, and who has finished."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop, start_round, vote
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.page import VotePage


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give a workshop in which a round is open on three posters."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=3)) as bridge:
        start_round(bridge.session)
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> VotePage:
    """Give the Vote page on it."""
    return bring_up(VotePage(bridge), qtbot)


def choose_dots(number: int, button: str) -> None:
    """Answer the question for the dots that comes up next."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        find(dialog, QSpinBox, "new_dots_priority").setValue(number)
        find(dialog, QPushButton, button).click()

    QTimer.singleShot(0, answer)


def dots(bridge: Bridge) -> int | None:
    """Return the priority dots per person."""
    return {str(key): number for key, number in bridge.workshop.rounds[0].round.dots.items()}["priority"]


def test_everybody_gets_another_dot_while_voting_is_open(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Asked first, then done."""
    choose_dots(5, "dialog_yes")
    press(page, "change_dots")
    qtbot.waitUntil(lambda: dots(bridge) == 5)


def test_a_number_below_what_is_placed_is_refused_with_a_sentence(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """And the ballot stays."""
    vote(bridge.session, "a", {"p1": {"priority": 3}})
    choose_dots(2, "dialog_yes")
    with qtbot.waitSignal(bridge.refused) as refused:
        press(page, "change_dots")
    assert refused.args == [
        "Somebody has placed more than 2 priority dots, and no placed dot is taken away. Nothing was changed."
    ]
    assert dots(bridge) == 3


def test_keeping_the_dots_changes_nothing(page: VotePage, bridge: Bridge) -> None:
    """No is an answer."""
    choose_dots(9, "dialog_no")
    press(page, "change_dots")
    bridge.session.checkpoint().result()
    assert dots(bridge) == 3


def test_the_turnout_says_how_many_have_no_dot_left(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """One of two has finished; what they chose stays hidden."""
    vote(bridge.session, "a", {"p1": {"priority": 3, "feasibility": 1}})
    vote(bridge.session, "b", {"p2": {"priority": 1}})
    label = find(page, QLabel, "turnout_done")
    qtbot.waitUntil(lambda: label.isVisible() and label.text() == "1 has placed all dots.")
