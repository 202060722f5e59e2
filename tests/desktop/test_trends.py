"""Trends: list and map show one truth, and a trend is placed by hand or by keyboard."""

import itertools
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent, QFontMetricsF, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages.trends.page import TrendsPage
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.desktop.widgets.map_drawing import label_font, lay_out, place_of, point_of
from workshop_tool.desktop.widgets.map_view import LEAP, PAUSE_MS, STEP, MapView
from workshop_tool.domain.trends import Trend
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.edits.trends import take_off_map


@pytest.fixture
def page(window: MainWindow) -> TrendsPage:
    """Give the page, up."""
    window.show_page("trends")
    QApplication.processEvents()  # its columns stand where they stay
    assert isinstance(window.page, TrendsPage)
    return window.page


@pytest.fixture
def trend_map(page: TrendsPage) -> MapView:
    """Give the map on it."""
    return find(page, MapView, "trend_map")


def trend(page: TrendsPage, trend_id: str = "t1") -> Trend:
    """Return a trend as it was last saved."""
    return page.bridge.workshop.plan.trends[trend_id]


def unplace(page: TrendsPage, qtbot: QtBot, trend_id: str = "t1") -> None:
    """Take a trend off the map."""
    page.bridge.edit("Off", partial(take_off_map, trend_id=trend_id))
    qtbot.waitUntil(lambda: trend_id not in find(page, MapView, "trend_map").picture.trends)


def dot(trend_map: MapView, trend_id: str) -> QPoint:
    """Return where a trend's dot is drawn."""
    drawn = trend_map.picture.layout.dots[trend_id]
    return QPointF(drawn.x, drawn.y).toPoint()


def drag(trend_map: MapView, to: QPoint) -> None:
    """Move the pointer with the button down (QTest moves it with none)."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = QMouseEvent(QMouseEvent.Type.MouseMove, QPointF(to), trend_map.mapToGlobal(QPointF(to)), left, left, none)
    QApplication.sendEvent(trend_map, move)


def test_a_dot_is_dragged_to_its_place(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """Press, move, let go: the trend is where it was let go."""
    target = point_of(0.9, 0.2, trend_map.picture.field).toPoint()
    QTest.mousePress(trend_map, Qt.MouseButton.LeftButton, pos=dot(trend_map, "t1"))
    drag(trend_map, QPoint(200, 200))
    drag(trend_map, target)
    QTest.mouseRelease(trend_map, Qt.MouseButton.LeftButton, pos=target)
    qtbot.waitUntil(lambda: trend(page).importance == pytest.approx(0.9, abs=0.01))
    assert trend(page).certainty == pytest.approx(0.2, abs=0.01)


def test_a_click_chooses_and_moves_nothing(page: TrendsPage, trend_map: MapView) -> None:
    """Looking is not touching."""
    before = trend(page)
    QTest.mouseClick(trend_map, Qt.MouseButton.LeftButton, pos=dot(trend_map, "t1"))
    assert trend_map.chosen_id == "t1"
    assert find(page, ItemTable, "trends_table").current_id == "t1"
    assert trend(page) == before


@pytest.mark.parametrize(
    ("keys", "importance", "certainty"),
    [("Up", STEP, 0), ("Left", 0, -STEP), ("Shift+Right", 0, LEAP), ("Shift+Down", -LEAP, 0)],
)
def test_arrow_keys_move_the_chosen_trend(
    page: TrendsPage, qtbot: QtBot, keys: str, importance: float, certainty: float
) -> None:
    """A small step, with Shift a larger one."""
    before = trend(page)
    page._choose("t1")
    QTest.keySequence(find(page, MapView, "trend_map"), QKeySequence(keys))
    qtbot.waitUntil(lambda: trend(page) != before)
    assert trend(page).importance == pytest.approx((before.importance or 0) + importance)
    assert trend(page).certainty == pytest.approx((before.certainty or 0) + certainty)


def test_many_steps_are_saved_as_one_when_they_rest(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """Ten presses of a key are one place and one step of undo."""
    before = trend(page)
    page._choose("t1")
    for _press in range(10):
        QTest.keyClick(trend_map, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: trend(page) != before, timeout=PAUSE_MS * 10)
    assert trend(page).importance == pytest.approx((before.importance or 0) + 10 * STEP)
    page.bridge.undo()
    qtbot.waitUntil(lambda: trend(page) == before)


def test_a_trend_never_leaves_the_map(page: TrendsPage, trend_map: MapView) -> None:
    """At the edge the keys do no more."""
    page._choose("t1")
    for _press in range(40):
        QTest.keyClick(trend_map, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    field = trend_map.picture.field
    assert field.contains(QPointF(dot(trend_map, "t1")))


def test_enter_places_an_unplaced_trend(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """In the middle, from where the arrow keys take it on."""
    unplace(page, qtbot)
    page._choose("t1")
    QTest.keyClick(trend_map, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: trend(page).importance == 0.5)


def test_the_button_places_and_takes_off(page: TrendsPage, qtbot: QtBot) -> None:
    """The same with a button that says which of the two it does."""
    page._choose("t1")
    button = find(page, QPushButton, "trend_place")
    assert button.text() == "Take off the map"
    button.click()
    qtbot.waitUntil(lambda: not trend(page).placed)
    qtbot.waitUntil(lambda: button.text() == "Place on map")
    button.click()
    qtbot.waitUntil(lambda: trend(page).placed)


def test_a_trend_from_the_list_is_dropped_on_the_map(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """The list hands over the trend's id, the map asks for the place."""
    unplace(page, qtbot)
    table = find(page, ItemTable, "trends_table")
    dragged: QMimeData = table.items.mimeData([table.items.index(table.items.row_of("t1") or 0, 1)])
    target = point_of(0.25, 0.75, trend_map.picture.field)
    button, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    trend_map.dropEvent(QDropEvent(target, Qt.DropAction.CopyAction, dragged, button, modifier))
    qtbot.waitUntil(lambda: trend(page).certainty == pytest.approx(0.75, abs=0.01))


def test_labels_on_the_map_do_not_overlap(page: TrendsPage) -> None:
    """Twenty-four trends with long names, at the size of a small laptop."""
    assert page is not None
    trends = [
        Trend(id=f"t{n}", label=f"A trend with a rather long name {n}", importance=(n * 7 % 24) / 24, certainty=n / 24)
        for n in range(24)
    ]
    picture = lay_out(trends, QRectF(0, 0, 640, 420))
    boxes = list[QRectF]()
    for key, label in picture.layout.placed.items():
        left, top, right, bottom = label.box
        boxes.append(QRectF(left, top, right - left, bottom - top))
        metrics = QFontMetricsF(label_font(picture.trends[key], picture.size))
        assert all(metrics.horizontalAdvance(line) <= right - left for line in picture.lines[key])
    assert len(boxes) + len(picture.layout.overflow) == 24
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))
    assert all(picture.field.contains(box) for box in boxes)


def test_a_place_on_the_map_and_its_values_agree() -> None:
    """There and back."""
    field = QRectF(70, 4, 500, 300)
    assert place_of(point_of(0.3, 0.8, field), field) == pytest.approx((0.3, 0.8))


def test_renaming_remembers_the_name_it_was_presented_under(page: TrendsPage, qtbot: QtBot) -> None:
    """The map marks it as renamed; a correction of a slip takes the mark away."""
    page._choose("t1")
    line = find(page, QLineEdit, "trend_label")
    line.selectAll()
    QTest.keyClicks(line, "Weaker cooperation")
    page.flush()
    qtbot.waitUntil(lambda: trend(page).presented_as == "Trend 1")
    correction = find(page, QPushButton, "trend_correction")
    qtbot.waitUntil(correction.isVisible)
    correction.click()
    qtbot.waitUntil(lambda: trend(page).presented_as == "")
    assert trend(page).label == "Weaker cooperation"


def test_a_trend_that_came_up_in_the_room_is_marked(page: TrendsPage, qtbot: QtBot) -> None:
    """The box beneath the line says so for all that follow."""
    find(page, QLineEdit, "trends_add").setText("Open science")
    page._in_room.setChecked(True)
    find(page, QPushButton, "trends_add_button").click()
    qtbot.waitUntil(lambda: len(page.bridge.workshop.plan.trends) == 4)
    assert list(page.bridge.workshop.plan.trends)[-1].origin == "workshop"
    qtbot.waitUntil(lambda: find(page, QComboBox, "trend_origin").currentText() == "Added in the workshop")


def test_the_origin_is_set_in_the_details(page: TrendsPage, qtbot: QtBot) -> None:
    """Desk research, interviews or the workshop."""
    page._choose("t2")
    origin = find(page, QComboBox, "trend_origin")
    origin.setFocus()
    QTest.keyClick(origin, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: trend(page, "t2").origin == "desk research")


def test_the_list_shows_what_is_not_placed_yet(page: TrendsPage, qtbot: QtBot) -> None:
    """One tab for what is left to do."""
    unplace(page, qtbot)
    tabs = find(page, QTabBar, "trends_filter")
    qtbot.waitUntil(lambda: tabs.tabText(2) == "Unplaced 1")
    tabs.setCurrentIndex(2)
    assert [item.id for item in find(page, ItemTable, "trends_table").items.items] == ["t1"]


def test_a_trend_that_is_being_nudged_stays_under_the_hand(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """An update from elsewhere does not throw it back."""
    page._choose("t1")
    QTest.keyClick(trend_map, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    moved = dot(trend_map, "t1")
    page.bridge.session.edit("Add", partial(add_items, items=[Trend(id="t9", label="From a group")])).result()
    qtbot.waitUntil(lambda: "t9" in {item.id for item in page._list.items.items}, timeout=PAUSE_MS)
    assert dot(trend_map, "t1") == moved


def test_another_trend_shows_its_own_note(page: TrendsPage) -> None:
    """What was typed about one trend never stands under the next, however quickly that is chosen."""
    page._choose("t1")
    find(page, QPlainTextEdit, "trend_note").setPlainText("About the first")
    page._choose("t2")
    assert find(page, QPlainTextEdit, "trend_note").toPlainText() == ""


def test_choosing_a_trend_does_not_move_the_map(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """Else a dot would slip from under the pointer that presses it."""
    before = trend_map.size()
    page._choose("t1")
    qtbot.wait(50)
    assert trend_map.size() == before


def test_the_arrow_keys_take_over_from_the_place_button(page: TrendsPage, trend_map: MapView, qtbot: QtBot) -> None:
    """The trend lies in the middle, and the next key moves it."""
    unplace(page, qtbot)
    page._choose("t1")
    find(page, QPushButton, "trend_place").click()
    qtbot.waitUntil(trend_map.hasFocus)
