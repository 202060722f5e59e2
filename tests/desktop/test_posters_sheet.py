"""The open poster: writing on a sheet that never loses a letter."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from tests.desktop.posters_shown import (
    by_another,
    field,
    part,
    saved,
    shown,
)
from tests.desktop.room_sample import sample_plan
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.desktop.pages.posters.sheet import PosterSheet
from workshop_tool.services.opening import read_workshop


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> PostersPage:
    """Give the page, shown, following the workshop as it does in the window."""
    return shown(PostersPage(bridge), bridge, qtbot)


def test_typing_is_saved_without_a_button(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Resting for a moment is enough."""
    page.open_poster("poster21")
    QTest.keyClicks(field(page, "success"), "More cells from the first shift")
    qtbot.waitUntil(lambda: saved(bridge, "success") == "More cells from the first shift")


def test_typing_survives_reopening_the_file(page: PostersPage, bridge: Bridge, tmp_path: Path) -> None:
    """What was typed an instant before closing is in the file."""
    page.open_poster("poster21")
    QTest.keyClicks(field(page, "success"), "Fewer fires")
    page.flush()
    bridge.session.close()
    assert read_workshop(tmp_path / "room.workshop.json").plan.posters["poster21"].text("success") == "Fewer fires"


def test_going_back_to_the_wall_saves_what_is_typed(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Leaving is not losing."""
    page.open_poster("poster21")
    QTest.keyClicks(field(page, "success"), "Half a thought")
    part(page, QPushButton, "back_to_wall").click()
    qtbot.waitUntil(lambda: saved(bridge, "success") == "Half a thought")


def test_opening_a_poster_changes_nothing(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Looking at a poster is no edit."""
    page.open_poster("poster1")
    qtbot.wait(800)
    page.show_wall()
    bridge.session.checkpoint().result()
    assert bridge.workshop.plan.posters == sample_plan().posters


def test_a_field_in_use_is_never_overwritten(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Somebody else's text does not change under the hands of whoever is in the field."""
    page.open_poster("poster21")
    field(page, "success").setFocus()
    QTest.keyClicks(field(page, "success"), "My text")
    qtbot.waitUntil(lambda: saved(bridge, "success") == "My text")
    by_another(bridge, "success", "Their text", qtbot)
    assert field(page, "success").toPlainText() == "My text"


def test_a_field_shows_what_others_wrote_once_it_is_left(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Whoever only stood in the field takes nothing back."""
    page.open_poster("poster21")
    field(page, "success").setFocus()
    by_another(bridge, "success", "Their text", qtbot)
    field(page, "evidence").setFocus()
    assert (field(page, "success").toPlainText(), saved(bridge, "success")) == ("Their text", "Their text")


def test_the_other_fields_show_what_others_write(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """While one field is typed in, the sheet goes on living."""
    page.open_poster("poster21")
    QTest.keyClicks(field(page, "success"), "My text")
    by_another(bridge, "solution_b", "Their text", qtbot)
    assert field(page, "solution_b").toPlainText() == "Their text"


def test_a_solution_gets_its_domain(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Chosen from the template's list."""
    page.open_poster("poster21")
    box = part(page, QComboBox, "domain_solution_b")
    box.setCurrentIndex(box.findData("digital"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: bridge.workshop.plan.posters["poster21"].domains.get("solution_b") == "digital")  # type: ignore[call-overload]


def test_trends_are_linked_by_ticking(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The sheet then names them."""
    page.open_poster("poster21")
    part(page, QPushButton, "link_trends").click()
    part(page, QCheckBox, "link_t0").click()
    part(page, QPushButton, "dialog_yes").click()
    qtbot.waitUntil(lambda: bridge.workshop.plan.posters["poster21"].trends == ("t0", "t8", "t12"))


def test_a_title_of_its_own_is_told_from_the_lists_text(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Renaming a poster leaves the list alone."""
    page.open_poster("poster21")
    line = part(page, QPlainTextEdit, "poster_title")
    line.selectAll()
    QTest.keyClicks(line, "Repair at your own risk")
    page.flush()
    qtbot.waitUntil(lambda: bridge.workshop.plan.posters["poster21"].title == "Repair at your own risk")
    assert bridge.workshop.plan.areas["a21"].text == "Whoever repairs carries all the risk"


def test_next_and_before_follow_the_list(page: PostersPage) -> None:
    """From 10 to 11, and back to 10 and 9."""
    page.open_poster("poster10")
    seen = []
    for name in ("poster_next", "poster_before", "poster_before"):
        part(page, QPushButton, name).click()
        seen.append(part(page, QLabel, "sheet_number").text())
    assert seen == ["11", "10", "9"]


def test_a_text_that_was_written_over_is_told_of_and_can_be_taken(
    page: PostersPage, bridge: Bridge, qtbot: QtBot
) -> None:
    """Two write in one field: the later one is saved, the other one is a press of a button away."""
    offers = list[tuple[str, Callable[[], object]]]()
    bridge.offered.connect(lambda words, _offer, take: offers.append((words, take)))
    bridge.stepped.connect(page.show_step)
    page.open_poster("poster21")
    field(page, "success").setFocus()
    by_another(bridge, "success", "Their text", qtbot)
    QTest.keyClicks(field(page, "success"), "My text")
    qtbot.waitUntil(lambda: bool(offers))
    assert "Their text" in offers[0][0]
    offers[0][1]()
    qtbot.waitUntil(lambda: field(page, "success").toPlainText() == "Their text")
    assert saved(bridge, "success") == "Their text"


def test_undo_shows_in_the_field_that_has_the_focus(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The Undo button leaves the focus where it is."""
    bridge.stepped.connect(page.show_step)
    page.open_poster("poster21")
    field(page, "success").setFocus()
    QTest.keyClicks(field(page, "success"), "My text")
    qtbot.waitUntil(lambda: saved(bridge, "success") == "My text")
    bridge.undo()
    qtbot.waitUntil(lambda: field(page, "success").toPlainText() == "")


def test_an_opened_poster_can_be_written_on_at_once(page: PostersPage) -> None:
    """No click is needed between claiming and writing."""
    page.open_poster("poster21")
    assert field(page, "evidence").hasFocus()


def test_a_long_name_of_a_group_does_not_widen_the_sheet(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The sheet never scrolls sideways in a window of usual size."""
    with qtbot.waitSignal(bridge.changed):
        bridge.edit("Rename", lambda plan: plan.with_item(plan.groups["g1"].revised(name="A name too long " * 9)))
    page.open_poster("poster21")
    qtbot.wait(20)
    assert part(page, PosterSheet, "poster_sheet").horizontalScrollBar().maximum() == 0
