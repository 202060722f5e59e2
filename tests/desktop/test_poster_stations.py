"""Posters while groups write on them from their own devices: who writes what, and the lock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from tests.desktop.room_sample import sample_plan
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.domain.workshop import Workshop

PATIENCE = 20_000


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with nine posters."""
    assert qtbot
    with a_bridge(tmp_path, Workshop(sample_plan().settled())) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> PostersPage:
    """Give the wall, with the site on and a group writing on a poster."""
    bridge.hosting.start("127.0.0.1", 0)
    qtbot.waitUntil(lambda: bridge.hosting.site is not None and not bridge.hosting.busy, timeout=PATIENCE)
    assert bridge.hosting.site is not None
    bridge.hosting.site.presence.note("g2", "poster2", "evidence")
    return bring_up(PostersPage(bridge), qtbot)


def pencil(page: PostersPage, poster_id: str) -> QLabel:
    return find(find(page, QPushButton, f"poster_{poster_id}"), QLabel, "poster_writing")


def test_a_card_shows_a_pencil_while_somebody_writes(page: PostersPage) -> None:
    """On that poster only."""
    assert pencil(page, "poster2").isVisible()
    assert not pencil(page, "poster1").isVisible()


def test_somebody_who_begins_to_write_is_seen_within_moments(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The site is asked once a second."""
    assert bridge.hosting.site is not None
    bridge.hosting.site.presence.note("g1", "poster1", "evidence")
    qtbot.waitUntil(pencil(page, "poster1").isVisible)


def test_an_opened_poster_says_who_writes_what(page: PostersPage) -> None:
    """In the words of the template."""
    page.open_poster("poster2")
    assert find(page, QLabel, "poster_writers").accessibleName() == "Group 2 is writing: Evidence of the problem"


def test_a_poster_is_locked_and_unlocked(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The button says what it would do."""
    page.open_poster("poster2")
    for locked, offers in ((True, "Unlock"), (False, "Lock")):
        press(page, "lock_poster")
        qtbot.waitUntil(lambda offers=offers: find(page, QPushButton, "lock_poster").text() == offers)  # type: ignore[misc]
        assert bridge.workshop.plan.posters["poster2"].locked is locked


def test_locking_is_one_step_of_undo(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """As everything on the sheet."""
    page.open_poster("poster2")
    press(page, "lock_poster")
    qtbot.waitUntil(lambda: bridge.workshop.plan.posters["poster2"].locked)
    bridge.undo()
    qtbot.waitUntil(lambda: not bridge.workshop.plan.posters["poster2"].locked)


def test_a_locked_poster_is_known_on_the_wall(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """By a mark, and in words for who listens."""
    page.open_poster("poster2")
    press(page, "lock_poster")
    qtbot.waitUntil(lambda: bridge.workshop.plan.posters["poster2"].locked)
    page.show_wall()
    card = find(page, QPushButton, "poster_poster2")
    assert find(card, QLabel, "poster_locked").isVisible()
    assert "locked" in card.accessibleName()
