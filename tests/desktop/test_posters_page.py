"""The Posters page: the wall, claiming and removing, and what it asks of the projector."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.desktop.posters_shown import (
    answer,
    cards,
    claim_dialog,
    count_published,
    part,
    shown,
)
from tests.desktop.room_sample import count_round, open_session, sample_plan
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.marks import DotCount
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.domain.plan import Plan


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> PostersPage:
    """Give the page, shown, following the workshop as it does in the window."""
    return shown(PostersPage(bridge), bridge, qtbot)


def test_the_wall_shows_the_posters_in_list_order(page: PostersPage) -> None:
    """As the numbers run on the problem list."""
    numbers = [part(card, QLabel, "poster_number").text() for card in cards(page)]
    assert numbers == ["1", "2", "6", "7", "9", "10", "11", "14", "21"]


def test_dots_show_on_the_wall_only_after_publishing(bridge: Bridge, page: PostersPage, qtbot: QtBot) -> None:
    """A closed round shows nothing; the published one shows what was counted."""
    count_round(bridge.session, publish=False)
    qtbot.wait(200)
    before = page.findChildren(DotCount)
    other = PostersPage(bridge)
    count_published(bridge)
    shown(other, bridge, qtbot)
    dots = [count.accessibleName() for count in cards(other)[5].findChildren(DotCount)]
    assert (before, dots) == ([], ["Priority: 9", "Feasibility: not entered"])


def test_a_claim_starts_and_opens_a_poster(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Find by number, choose, claim: the sheet is there to write on."""
    dialog = claim_dialog(page)
    QTest.keyClicks(part(dialog, QLineEdit, "claim_find"), "12")
    part(dialog, QComboBox, "claim_group").setCurrentIndex(2)
    part(dialog, QPushButton, "dialog_yes").click()
    qtbot.waitUntil(lambda: bridge.workshop.plan.poster_on("a12") is not None)
    qtbot.waitUntil(lambda: part(page, QLabel, "sheet_number").text() == "12")
    poster = bridge.workshop.plan.poster_on("a12")
    assert poster is not None
    assert poster.groups == {"morning": "g2"}


def test_numbers_choose_several_areas_at_once(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Three numbers and Enter start three posters of one group, in one step of undo."""
    free = [area for area in bridge.workshop.plan.areas if bridge.workshop.plan.poster_on(area.id) is None][:3]
    dialog = claim_dialog(page)
    part(dialog, QComboBox, "claim_group").setCurrentIndex(2)
    QTest.keyClicks(part(dialog, QLineEdit, "claim_find"), ", ".join(str(area.number) for area in free))
    assert part(dialog, QPushButton, "dialog_yes").text() == "Claim 3 problem areas"
    QTest.keyClick(part(dialog, QLineEdit, "claim_find"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.posters) == 12)
    made = [bridge.workshop.plan.poster_on(area.id) for area in free]
    assert [poster and poster.groups for poster in made] == [{"morning": "g2"}] * 3
    bridge.undo()
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.posters) == 9)


def test_a_number_that_is_taken_is_not_claimed(page: PostersPage) -> None:
    """Area 21 has a poster already: of "12 21" only 12 is chosen, and the button says so."""
    dialog = claim_dialog(page)
    QTest.keyClicks(part(dialog, QLineEdit, "claim_find"), "12 21")
    assert [item.text().split()[0] for item in part(dialog, QListWidget, "claim_areas").selectedItems()] == ["12"]
    assert part(dialog, QPushButton, "dialog_yes").text() == "Claim"


def test_only_free_areas_can_be_claimed(page: PostersPage) -> None:
    """What a group has taken is not offered."""
    areas = part(claim_dialog(page), QListWidget, "claim_areas")
    assert areas.count() == 12


def test_one_undo_takes_a_claim_and_its_new_area_back(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A problem area added on the way in goes with its poster, and the wall comes back."""
    dialog = claim_dialog(page)
    QTest.keyClicks(part(dialog, QLineEdit, "claim_new"), "Nobody owns the roof")
    part(dialog, QPushButton, "dialog_yes").click()
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.areas) == 22)
    qtbot.waitUntil(lambda: part(page, QLabel, "sheet_number").text() == "22")
    bridge.undo()
    qtbot.waitUntil(lambda: len(cards(page)) == 9)
    assert (len(bridge.workshop.plan.areas), len(bridge.workshop.plan.posters)) == (21, 9)


def test_a_poster_that_a_round_names_is_not_removed(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The refusal is a sentence, and the sheet stays."""
    count_round(bridge.session, publish=True)
    answer("dialog_yes")
    page.open_poster("poster10")
    with qtbot.waitSignal(bridge.refused) as refused:
        part(page, QPushButton, "remove_poster").click()
    assert refused.args == [
        'The voting round "Dots on paper" names this poster, so it stays as it is. Nothing was changed.'
    ]


def test_a_removed_poster_leads_back_to_the_wall(page: PostersPage, qtbot: QtBot) -> None:
    """Its problem area is free again."""
    answer("dialog_yes")
    page.open_poster("poster21")
    part(page, QPushButton, "remove_poster").click()
    qtbot.waitUntil(lambda: len(cards(page)) == 8)
    assert part(page, QLabel, "free_areas").text() == "13 are free"


@pytest.mark.parametrize(
    ("opened", "button", "asked"),
    [(None, "show_wall", ["wall", ""]), ("poster10", "show_poster", ["poster", "poster10"])],
)
def test_a_button_asks_for_the_projector(
    page: PostersPage, qtbot: QtBot, opened: str | None, button: str, asked: list[str]
) -> None:
    """The page asks; the window shows."""
    if opened:
        page.open_poster(opened)
    with qtbot.waitSignal(page.present) as present:
        part(page, QPushButton, button).click()
    assert present.args == asked


def test_without_posters_the_page_offers_the_first_claim(tmp_path: Path, qtbot: QtBot) -> None:
    """An empty page says what to do next and offers it."""
    folder = tmp_path / "empty"
    folder.mkdir()
    session = open_session(folder, Plan(sample_plan().particulars))
    bridge = Bridge(session)
    page = shown(PostersPage(bridge), bridge, qtbot)
    assert part(page, QPushButton, "claim_first").text() == "Claim a problem area"
    bridge.close()
    session.close()
