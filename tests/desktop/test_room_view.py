"""What the phones say beside what stands: their mean on the trend map, and their answers to the warm-up questions."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QLabel, QListWidget, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.prepare.page import TABS, PreparePage
from workshop_tool.desktop.pages.trends.page import TrendsPage
from workshop_tool.desktop.widgets.map_drawing import point_of
from workshop_tool.desktop.widgets.map_view import MapView
from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.sheets import Sheet, Spot
from workshop_tool.domain.workshop import Workshop


def a_sheet(name: str, **values: object) -> Sheet:
    return Sheet.model_validate({"id": name, **values})


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with two sheets: both placed the first trend and answered the first question."""
    assert qtbot
    plan = (
        a_plan(trends=3).with_new(Question(id="q1", text="What surprised you?")).with_new(Question(id="q2", text="?"))
    )
    workshop = Workshop(plan.settled())
    for name, at, said in (("a1", 0.2, "Prices"), ("b2", 0.4, "A winter")):
        placed = {TrendId("t1"): Spot(certainty=at, importance=0.9), TrendId("t3"): Spot(certainty=1, importance=1)}
        workshop = workshop.with_sheet(a_sheet(name, answers={"q1": said}, placed=placed))
    with a_bridge(tmp_path, workshop.settled()) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> TrendsPage:
    """Give the Trends page with the room's view on."""
    page = bring_up(TrendsPage(bridge), qtbot)
    press(page, "room_view")
    return page


def placed(bridge: Bridge, trend_id: str) -> tuple[float | None, float | None]:
    trend = bridge.workshop.plan.trends[trend_id]
    return trend.importance, trend.certainty


def test_the_mean_says_how_many_placed_it_there(page: TrendsPage) -> None:
    """Under the pointer."""
    trend_map = find(page, MapView, "trend_map")
    at = point_of(0.9, 0.3, trend_map.picture.field)
    assert trend_map.said_at(at).startswith("Trend 1: placed by 2 phones")
    assert trend_map.said_at(QPointF(0, 0)) == ""


def test_the_room_s_view_is_drawn(page: TrendsPage, qtbot: QtBot) -> None:
    """Switching it off takes something off the map."""
    trend_map = find(page, MapView, "trend_map")
    shown = trend_map.grab().toImage()
    press(page, "room_view")
    qtbot.wait(20)
    assert trend_map.grab().toImage() != shown


def test_one_mean_is_taken_over(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """For the trend that is chosen, and no other."""
    other = placed(bridge, "t3")
    page._choose("t1")
    press(page, "take_mean")
    qtbot.waitUntil(lambda: placed(bridge, "t1") == (0.9, 0.3))
    assert placed(bridge, "t3") == other


def test_all_means_are_taken_over_and_undone_in_one_step(page: TrendsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A trend that no phone placed stays where it is."""
    before = bridge.workshop.plan.trends
    press(page, "take_all_means")
    qtbot.waitUntil(lambda: placed(bridge, "t3") == (1.0, 1.0))
    assert placed(bridge, "t2") == (before["t2"].importance, before["t2"].certainty)
    bridge.undo()
    qtbot.waitUntil(lambda: bridge.workshop.plan.trends == before)


def test_without_phones_there_is_no_room_s_view(tmp_path: Path, qtbot: QtBot) -> None:
    """The page is as it was."""
    with a_bridge(tmp_path, Workshop(a_plan(trends=2))) as bridge:
        page = bring_up(TrendsPage(bridge), qtbot)
        assert not find(page, QWidget, "room_view_row").isVisible()


def test_the_answers_to_a_question_stand_below_it(bridge: Bridge, qtbot: QtBot) -> None:
    """In the order of the alphabet, which tells nobody who was first."""
    page = bring_up(PreparePage(bridge), qtbot)
    find(page, QTabWidget, "prepare_tabs").setCurrentIndex(TABS.index("questions"))
    listed = find(page, QListWidget, "answers_list")
    assert listed.isVisible()
    assert [listed.item(row).text() for row in range(listed.count())] == ["A winter", "Prices"]
    assert find(page, QLabel, "answers_title").text().startswith("2 answers")
