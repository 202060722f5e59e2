"""Rows of who does what, effects, domains and minutes on the opened poster, by keyboard alone."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.posters_shown import part, shown
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.card import PosterCard
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.desktop.pages.posters.wall import sections
from workshop_tool.domain.posters import Action, Poster
from workshop_tool.services.edits.actions import link_trends, write_actions
from workshop_tool.services.edits.areas import hide_area
from workshop_tool.services.edits.lists import revise_item

POSTER = "poster21"
PAYS = Action(actor="Ministry", action="pays for it")
RUNS = Action(actor="Regions", action="run it", owner="Health trust")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> PostersPage:
    """Give the page with one poster open."""
    page = shown(PostersPage(bridge), bridge, qtbot)
    page.open_poster(POSTER)
    return page


def poster(bridge: Bridge) -> Poster:
    """Return the open poster as it was last saved."""
    return bridge.workshop.plan.posters[POSTER]


def rows(bridge: Bridge, key: str = "solution_a") -> tuple[Action, ...]:
    """Return the rows of one of its solutions."""
    return {str(field): there for field, there in poster(bridge).actions.items()}.get(key, ())


def put_rows(bridge: Bridge, qtbot: QtBot, *written: Action) -> None:
    """Write rows as somebody else would."""
    with qtbot.waitSignal(bridge.changed):
        bridge.session.edit("Write", partial(write_actions, poster_id=POSTER, field="solution_a", rows=written))


def test_a_row_is_written_by_keyboard_alone(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Who, does what, followed up by; Enter begins the next row."""
    part(page, QPushButton, "add_action_solution_a").click()
    QTest.keyClicks(part(page, QLineEdit, "actor_solution_a_0"), "Ministry")
    QTest.keyClicks(part(page, QPlainTextEdit, "act_solution_a_0"), "pays for it")
    QTest.keyClick(part(page, QPlainTextEdit, "act_solution_a_0"), Qt.Key.Key_Return)
    QTest.keyClicks(part(page, QLineEdit, "actor_solution_a_1"), "Regions")
    page.flush()
    qtbot.waitUntil(lambda: rows(bridge) == (PAYS, Action(actor="Regions")))
    assert rows(bridge, "solution_b") == ()


def test_a_row_left_blank_is_not_saved(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Begun and left: nothing came of it."""
    put_rows(bridge, qtbot, PAYS)
    part(page, QPushButton, "add_action_solution_a").click()
    part(page, QLineEdit, "actor_solution_a_1")
    page.flush()
    with qtbot.waitSignal(bridge.changed):
        bridge.session.edit("Note", partial(revise_item, table="posters", item_id=POSTER, note="Seen"))
    assert rows(bridge) == (PAYS,)


def test_alt_and_an_arrow_move_a_row(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The words move at once, the focus goes along, and one undo takes it back."""
    put_rows(bridge, qtbot, PAYS, RUNS)
    qtbot.waitUntil(lambda: part(page, QLineEdit, "actor_solution_a_1").text() == "Regions")
    QTest.keyClick(part(page, QPlainTextEdit, "act_solution_a_1"), Qt.Key.Key_Up, ALT)
    assert part(page, QLineEdit, "actor_solution_a_0").text() == "Regions"
    qtbot.waitUntil(lambda: rows(bridge) == (RUNS, PAYS))
    bridge.undo()
    qtbot.waitUntil(lambda: rows(bridge) == (PAYS, RUNS))


def test_alt_and_delete_remove_a_row(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The row below takes its place."""
    put_rows(bridge, qtbot, PAYS, RUNS)
    qtbot.waitUntil(lambda: part(page, QLineEdit, "actor_solution_a_1").text() == "Regions")
    QTest.keyClick(part(page, QLineEdit, "actor_solution_a_0"), Qt.Key.Key_Delete, ALT)
    qtbot.waitUntil(lambda: rows(bridge) == (RUNS,))
    assert part(page, QLineEdit, "actor_solution_a_0").text() == "Regions"


def test_what_a_trend_does_is_chosen_beside_it(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Better or worse, as the group says."""
    trend = next(iter(bridge.workshop.plan.trends)).id
    with qtbot.waitSignal(bridge.changed):
        bridge.session.edit("Link", partial(link_trends, poster_id=POSTER, trend_ids=(trend,)))
    box = part(page, QComboBox, f"effect_{trend}")
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: dict(poster(bridge).effects) == {trend: "better"})


def test_a_second_solution_of_the_same_domain_is_only_mentioned(
    page: PostersPage, bridge: Bridge, qtbot: QtBot
) -> None:
    """A hint in small letters; nothing is refused."""
    same = {"solution_a": "digital", "solution_b": "digital"}
    with qtbot.waitSignal(bridge.changed):
        bridge.session.edit("Choose", partial(revise_item, table="posters", item_id=POSTER, domains=same))
    prompt = part(part(page, QWidget, "field_solution_b"), QLabel, "field_prompt")
    qtbot.waitUntil(lambda: "same domain as Solution A" in prompt.text())


def test_what_the_plenary_says_is_written_on_the_sheet(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A decision with who follows it up; it stays with the poster."""
    part(page, QComboBox, "minute_kind").setCurrentIndex(1)
    line = part(page, QLineEdit, "minute_add")
    QTest.keyClicks(line, "Try it in three counties")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.minutes) == 1)
    minute = next(iter(bridge.workshop.plan.minutes))
    qtbot.waitUntil(lambda: bool(page.findChildren(QLineEdit, f"followed_{minute.id}")))
    QTest.keyClicks(part(page, QLineEdit, f"followed_{minute.id}"), "County council")
    page.flush()
    qtbot.waitUntil(lambda: bridge.workshop.plan.minutes[minute.id].owner == "County council")
    minute = bridge.workshop.plan.minutes[minute.id]
    assert (minute.kind, minute.text, minute.poster) == ("decision", "Try it in three counties", POSTER)


def test_a_line_of_the_minutes_is_removed(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> None:
    """And undo is offered."""
    line = part(page, QLineEdit, "minute_add")
    QTest.keyClicks(line, "Off the point")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.minutes) == 1)
    minute = next(iter(bridge.workshop.plan.minutes))
    qtbot.waitUntil(lambda: bool(page.findChildren(QPushButton, f"unsay_{minute.id}")))
    with qtbot.waitSignal(bridge.undo_offered):
        part(page, QPushButton, f"unsay_{minute.id}").click()
    qtbot.waitUntil(lambda: not bridge.workshop.plan.minutes)


def test_the_wall_can_stand_by_group_or_by_state(page: PostersPage, bridge: Bridge) -> None:
    """Under headings; every poster stands there once."""
    page.show_wall()
    plan = bridge.workshop.plan
    order = part(page, QComboBox, "wall_order")
    for at, name in ((1, "group"), (2, "state")):
        order.setCurrentIndex(at)
        order.activated.emit(at)
        titles = [label.text() for label in page.findChildren(QLabel, "wall_heading") if not label.isHidden()]
        assert titles == [title for title, _posters in sections(plan, name)]  # type: ignore[arg-type]
        listed = [poster.id for _title, posters in sections(plan, name) for poster in posters]  # type: ignore[arg-type]
        assert sorted(listed) == sorted(poster.id for poster in plan.posters)
        assert len([card for card in page.findChildren(PosterCard) if card.isVisible()]) == len(plan.posters)


def test_hidden_posters_stand_last(bridge: Bridge) -> None:
    """Out of the room's sight, still at hand."""
    plan = bridge.workshop.plan
    hidden = hide_area(plan, plan.posters[POSTER].area, hidden=True)
    assert [poster.id for poster in sections(hidden, "state")[-1][1]] == [POSTER]
