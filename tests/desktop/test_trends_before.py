"""Before and after: what the workshop changed since the map was presented, on the map and in the list."""

from functools import partial

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_plan
from tests.desktop.page_gestures import find, press
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.trends.before import change_of
from workshop_tool.desktop.pages.trends.page import TrendsPage
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.map_drawing import KINDS
from workshop_tool.desktop.widgets.map_legend import MapLegend
from workshop_tool.desktop.widgets.map_view import MapView
from workshop_tool.domain.trends import Origin, Trend
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.edits.trends import mark_presented, rename_trend


@pytest.fixture
def page(window: MainWindow) -> TrendsPage:
    """Give the page, up."""
    window.show_page("trends")
    assert isinstance(window.page, TrendsPage)
    return window.page


@pytest.fixture
def trend_map(page: TrendsPage) -> MapView:
    """Give the map on it."""
    return find(page, MapView, "trend_map")


def trend(page: TrendsPage, trend_id: str = "t1") -> Trend:
    """Return a trend as it was last saved."""
    return page.bridge.workshop.plan.trends[trend_id]


def mark_as_presented(page: TrendsPage, qtbot: QtBot) -> None:
    """Press the button, and wait until it is saved."""
    press(page, "mark_presented")
    qtbot.waitUntil(lambda: trend(page).presented_importance is not None)


def test_a_map_is_marked_as_presented_and_then_shows_what_moved(
    page: TrendsPage, trend_map: MapView, qtbot: QtBot
) -> None:
    """The switch rests until something changed; then the list holds what did, with a word each."""
    mark_as_presented(page, qtbot)
    switch = find(page, QPushButton, "before_after")
    qtbot.waitUntil(lambda: not switch.isEnabled())
    trend_map.placed.emit("t2", 0.9, 0.9)
    qtbot.waitUntil(switch.isEnabled)
    switch.click()
    table = find(page, ItemTable, "trends_table")
    assert [(item.id, table.items.columns[1].mark(item)[0]) for item in table.items.items] == [("t2", "moved")]  # type: ignore[misc]
    page._choose("t2")
    assert "moved: more important, more certain" in find(page, ElidedLabel, "trend_where").whole


def test_the_mark_of_before_is_drawn_only_where_it_is_asked_for(
    page: TrendsPage, trend_map: MapView, qtbot: QtBot
) -> None:
    """A hollow mark where the trend stood, and a line to it."""
    mark_as_presented(page, qtbot)
    trend_map.placed.emit("t2", 0.9, 0.9)
    qtbot.waitUntil(lambda: find(page, QPushButton, "before_after").isEnabled())
    without = trend_map.grab().toImage()
    press(page, "before_after")
    assert trend_map.grab().toImage() != without


def test_marking_again_forgets_what_was_changed_before_and_undo_brings_it_back(page: TrendsPage, qtbot: QtBot) -> None:
    """Another presentation begins anew; it is one step."""
    mark_as_presented(page, qtbot)
    page.bridge.edit("Rename", partial(rename_trend, trend_id="t1", label="Another word"))
    qtbot.waitUntil(lambda: trend(page).presented_as == "Trend 1")
    press(page, "mark_presented")
    qtbot.waitUntil(lambda: not trend(page).presented_as)
    page.bridge.undo()
    qtbot.waitUntil(lambda: trend(page).presented_as == "Trend 1")


def test_what_the_workshop_added_was_not_presented() -> None:
    """However often the map is marked, it stays what the workshop added."""
    plan = add_items(a_plan(trends=1), [Trend(id="new", label="New", origin="workshop", importance=0.5, certainty=0.5)])
    marked = mark_presented(plan)
    assert (marked.trends["new"].presented_importance, change_of(marked.trends["new"])) == (None, "added")
    assert marked.trends["t1"].presented_importance == marked.trends["t1"].importance
    assert mark_presented(marked.settled()).touched == frozenset()


@pytest.mark.parametrize(
    ("origins", "told"),
    [
        (("desk research", "interviews"), ["desk research", "interviews"]),
        ((None, "workshop"), ["presented", "added in the workshop"]),
    ],
)
def test_the_legend_tells_of_the_marks_that_stand_on_the_map(
    qtbot: QtBot, origins: tuple[Origin | None, ...], told: list[str]
) -> None:
    """Each origin has a shape of its own."""
    legend = MapLegend()
    qtbot.addWidget(legend)
    legend.show_trends(Trend(id=f"t{n}", label="Trend", origin=origin) for n, origin in enumerate(origins))
    labels = [find(legend, QLabel, f"legend_{kind}") for kind in KINDS]
    legend.show()
    assert [label.text() for label in labels if label.isVisible()] == told
