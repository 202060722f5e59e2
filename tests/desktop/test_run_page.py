"""The Run page: keys act on its canvas and never while one types, freeze keeps the room's picture, minutes are kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.audit.manners import Manner, dressed_so
from tests.desktop.page_gestures import bring_up, find, press
from tests.desktop.room_sample import open_round, open_session, sample_day
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.run.page import RunPage
from workshop_tool.desktop.pages.run.timer import TimerFace
from workshop_tool.desktop.projector.slide import Words
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.desktop.widgets.item_table import ItemTable
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.running import Timer

PARTS = (
    ProgrammePart(id="a", title="Welcome", minutes=10, shows="welcome", reminder="Say where the coffee is."),
    ProgrammePart(id="b", title="Plenary", minutes=30, shows="poster", stage="plenary"),
    ProgrammePart(id="c", title="Dot voting", minutes=20, stage="voting", shows="vote"),
    ProgrammePart(id="d", title="Results", shows="result"),
)


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give a bridge to a day of four parts."""
    assert qtbot is not None
    session = open_session(tmp_path, sample_day(PARTS))
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.close()


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RunPage:
    """Give the page, its canvas in focus."""
    page = bring_up(RunPage(bridge), qtbot)
    page.setFocus()
    qtbot.waitUntil(page.hasFocus)
    return page


def projector_of(bridge: Bridge) -> ProjectorWindow:
    return bridge.running.projector


def run(bridge: Bridge, part: str, qtbot: QtBot) -> None:
    bridge.running.start(part)
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == part)


def minutes(bridge: Bridge) -> list[Minute]:
    return list(bridge.workshop.plan.minutes)


def write(page: RunPage, text: str) -> None:
    line = find(page, QLineEdit, "run_line")
    line.setFocus()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def seen(projector: ProjectorWindow) -> str:
    return " ".join(drawn.text for drawn in projector.slide.marks if isinstance(drawn, Words))


def test_space_begins_the_day_and_the_page_says_what_runs(page: RunPage, qtbot: QtBot) -> None:
    """Part, timer, notes and what comes next."""
    QTest.keyClick(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: find(page, QLabel, "run_now_title").text() == "Welcome")
    assert find(page, QLabel, "run_notes").text() == "Say where the coffee is."
    assert find(page, TimerFace, "run_timer").said in {"10:00", "9:59"}
    assert find(page, QLabel, "run_next_title").text() == "Plenary"
    assert find(page, QLabel, "run_next_detail").text() == "shows One poster · 30 min"


def test_typing_never_does_what_keys_do(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Every letter, sign and Page down in the line of the minutes stays there."""
    line = find(page, QLineEdit, "run_line")
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, "b f p + ? . and more")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp):
        QTest.keyClick(line, key)
    bridge.session.checkpoint().result()
    projector = projector_of(bridge)
    assert line.text() == "b f p + ? . and more"
    assert (bridge.workshop.plan.now.part, projector.view.key, projector.is_frozen) == (None, "welcome", False)


def test_escape_leaves_the_field_and_lets_keys_act_again(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """What was typed stays in it."""
    line = find(page, QLineEdit, "run_line")
    line.setFocus()
    QTest.keyClicks(line, "Half a")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    qtbot.waitUntil(page.hasFocus)
    QTest.keyClick(page, Qt.Key.Key_B)
    assert (line.text(), projector_of(bridge).view.key) == ("Half a", "black")


def test_a_key_that_is_held_down_counts_once(page: RunPage, bridge: Bridge) -> None:
    """A book on the space bar does not run through the day."""
    for repeats in (False, True, True, True):
        press_ = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, "b", repeats)
        QApplication.sendEvent(page, press_)
    assert projector_of(bridge).view.key == "black"


def test_a_click_on_a_button_leaves_the_keys_with_the_page(page: RunPage, qtbot: QtBot) -> None:
    """Space after a click on "+ 1 min" means Next, not another minute."""
    QTest.mouseClick(find(page, QPushButton, "run_minute"), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    assert page.hasFocus()


def test_freeze_keeps_the_rooms_picture_while_the_facilitator_works(
    page: RunPage, bridge: Bridge, qtbot: QtBot
) -> None:
    """Another view, another title: the room sees neither before the picture is let go."""
    projector = projector_of(bridge)
    projector.show()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F)
    before = seen(projector)
    projector.show_view("areas")
    bridge.edit("Rename", lambda plan: revise_particulars(plan, title="Another title"))
    qtbot.waitUntil(lambda: bridge.workshop.plan.particulars.title == "Another title")
    projector.resize(1024, 768)
    qtbot.waitUntil(lambda: projector.slide.size.width() == projector.width())
    assert seen(projector) == before
    assert find(page, QLabel, "run_projector_state").text() == "frozen"
    assert find(page, QLabel, "run_projector_behind").text().startswith("Behind it: Problem areas")
    QTest.keyClick(projector, Qt.Key.Key_F)
    assert seen(projector).startswith("Problem areas")


def test_black_covers_a_picture_that_is_kept(page: RunPage, bridge: Bridge) -> None:
    """The room is dark at once, and sees the kept picture again after."""
    projector = projector_of(bridge)
    QTest.keyClick(page, Qt.Key.Key_F)
    kept = seen(projector)
    QTest.keyClick(page, Qt.Key.Key_B)
    dark = projector.slide.ground
    QTest.keyClick(page, Qt.Key.Key_B)
    assert (dark, seen(projector)) == ("#000000", kept)


def test_a_double_click_goes_to_a_part_even_while_a_round_is_open(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The one way past an open round is a choice of its own; the round stays open."""
    run(bridge, "c", qtbot)
    open_round(bridge.session)
    qtbot.waitUntil(lambda: not find(page, QPushButton, "run_next_button").isEnabled())
    assert "Close it on Vote first" in find(page, QLabel, "run_next_detail").text()
    assert find(page, QLabel, "run_turnout").text() == "11 of 15 have voted"
    parts = find(page, QListWidget, "run_parts")
    parts.itemDoubleClicked.emit(parts.item(3))
    qtbot.waitUntil(lambda: bridge.workshop.plan.now.part == "d")
    assert bridge.workshop.open_book is not None


def test_what_is_said_is_kept_with_the_poster_that_is_shown(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """And with the part that runs."""
    run(bridge, "b", qtbot)
    write(page, "Insurers would share their data")
    qtbot.waitUntil(lambda: len(minutes(bridge)) == 1)
    [minute] = minutes(bridge)
    first = bridge.workshop.plan.posters_in_list_order()[0].id
    assert (minute.text, minute.kind, minute.poster, minute.part) == (
        "Insurers would share their data", "comment", first, "b",
    )  # fmt: skip


def test_the_next_poster_takes_the_next_line(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """What is about the day can be chosen instead."""
    run(bridge, "b", qtbot)
    second = bridge.workshop.plan.posters_in_list_order()[1].id
    projector_of(bridge).show_view("poster", second)
    about = find(page, QComboBox, "run_about")
    assert about.currentData() == second
    about.setCurrentIndex(1)
    write(page, "Lunch was late")
    qtbot.waitUntil(lambda: [minute.poster for minute in minutes(bridge)] == [None])


def test_a_decision_has_an_owner_and_each_line_is_one_step_of_undo(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The owner is asked for only where there is something to follow up."""
    owner = find(page, QLineEdit, "run_owner")
    assert not owner.isVisible()
    find(page, QComboBox, "run_kind").setCurrentIndex(1)
    assert owner.isVisible()
    owner.setText("Energy agency")
    write(page, "Set up a joint school")
    write(page, "Meet again in May")
    qtbot.waitUntil(lambda: [minute.owner for minute in minutes(bridge)] == ["Energy agency", ""])
    assert [minute.kind for minute in minutes(bridge)] == ["decision", "decision"]
    bridge.undo()
    qtbot.waitUntil(lambda: [minute.text for minute in minutes(bridge)] == ["Set up a joint school"])


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        (0, "next", "next step, Said, "),
        (1, "Other words", "decision, Other words, "),
        (2, "Town", "decision, Said, Town"),
    ],
)
def test_a_line_of_the_minutes_is_edited_in_place(
    page: RunPage, qtbot: QtBot, column: int, typed: str, kept: str
) -> None:
    """Its kind by the first letters, its words, its owner."""
    find(page, QComboBox, "run_kind").setCurrentIndex(1)
    write(page, "Said")
    table = find(page, ItemTable, "run_minutes_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 1)
    assert table.items.setData(table.items.index(0, column), typed)
    qtbot.waitUntil(lambda: [f"{each.kind}, {each.text}, {each.owner}" for each in minutes(page.bridge)] == [kept])


def test_a_removed_line_offers_undo(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Delete in the list."""
    write(page, "Said")
    table = find(page, ItemTable, "run_minutes_table")
    qtbot.waitUntil(lambda: table.items.rowCount() == 1)
    table.choose(table.items.items[0].id)
    with qtbot.waitSignal(bridge.undo_offered):
        press(page, "run_remove")
    assert minutes(bridge) == []


def test_what_is_half_typed_is_kept_when_the_page_is_left(page: RunPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Leaving the page adds the line."""
    QTest.keyClicks(find(page, QLineEdit, "run_line"), "Not entered yet")
    page.flush()
    qtbot.waitUntil(lambda: [minute.text for minute in minutes(bridge)] == ["Not entered yet"])


def test_a_question_mark_lists_every_key_and_can_switch_letters_off(page: RunPage, bridge: Bridge) -> None:
    """On the facilitator's own window, never over the room's picture."""
    QTest.keyClick(page, Qt.Key.Key_Question)
    dialog = find(page, QWidget, "run_keys")
    caps = {label.text() for label in dialog.findChildren(QLabel, "run_keys_cap")}
    assert caps >= {"Space", "Page down", "→", "Page up", "←", "B", "F", "P", "+", "?", "F5", "Esc"}
    find(dialog, QCheckBox, "run_singles").setChecked(False)
    dialog.close()
    QTest.keyClick(page, Qt.Key.Key_B)
    assert projector_of(bridge).view.key == "welcome"


def test_without_a_programme_the_page_offers_a_usual_day(tmp_path: Path, qtbot: QtBot) -> None:
    """One press, and Next knows what to do."""
    session = open_session(tmp_path, sample_day(()))
    bridge = Bridge(session)
    page = bring_up(RunPage(bridge), qtbot)
    press(page, "run_usual")
    qtbot.waitUntil(lambda: find(page, QLabel, "run_next_title").text() == "Welcome")
    assert not find(page, QWidget, "run_no_programme").isVisible()
    bridge.close()
    session.close()


@pytest.mark.parametrize(("height", "zoom"), [(72, 1.0), (128, 2.0), (400, 2.0)])
def test_figures_fit_into_the_height_that_is_left(
    qtbot: QtBot, dressed: QApplication, height: int, zoom: float
) -> None:
    """From their least height on, with large text too: the top line of pixels is empty."""
    picture = drawn_face(qtbot, dressed, height, zoom)
    ground = picture.pixelColor(picture.width() - 1, 0)
    assert {picture.pixelColor(x, 0) == ground for x in range(picture.width())} == {True}


def test_figures_squeezed_to_nothing_are_no_mistake(qtbot: QtBot, dressed: QApplication) -> None:
    """A page that is much too low for a moment draws them as well as it can."""
    assert drawn_face(qtbot, dressed, 4, 1.0).height() == 4


def drawn_face(qtbot: QtBot, app: QApplication, height: int, zoom: float) -> QImage:
    """Return a picture of twenty minutes left."""
    with dressed_so(app, Manner(zoom=zoom)):
        face = TimerFace()
        qtbot.addWidget(face)
        face.show_timer(Timer(left=1200, length=1800))
        face.resize(600, height)
        return face.grab().toImage()
