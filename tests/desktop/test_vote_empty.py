"""The Vote page where there is little to count: no votes, no posters."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop, start_round
from tests.desktop.page_gestures import a_bridge, answer, bring_up, close_voting, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.page import VotePage
from workshop_tool.services.edits.lists import remove_item


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with three posters."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=3)) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> VotePage:
    """Give the Vote page on it."""
    return bring_up(VotePage(bridge), qtbot)


def test_publishing_an_empty_round_says_that_it_is_empty(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Nobody has voted: that is seen before it is sealed."""
    start_round(bridge.session)
    qtbot.waitUntil(lambda: find(page, QPushButton, "close_round").isVisible())
    close_voting(page, qtbot)
    qtbot.waitUntil(lambda: find(page, QPushButton, "publish_round").isVisible())
    said = list[str]()
    answer("dialog_no", texts=said)
    press(page, "publish_round")
    assert "Nobody has voted" in said[0]


def test_a_round_without_posters_cannot_be_opened(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """The page says what is missing."""
    press(page, "prepare_round")
    qtbot.waitUntil(lambda: bool(bridge.workshop.rounds))
    for poster in list(bridge.workshop.plan.posters):
        bridge.edit("Remove", partial(remove_item, table="posters", item_id=poster.id))
    qtbot.waitUntil(lambda: not find(page, QPushButton, "open_round").isEnabled())
    assert "no poster" in find(page, QLabel, "page_subtitle").text()
