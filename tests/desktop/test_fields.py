"""Fields that save themselves: not a letter is lost, whatever comes in meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.widgets.fields import LONGEST_MS, PAUSE_MS, LineField, TextField
from workshop_tool.desktop.widgets.number_field import NumberField


@pytest.fixture
def field(dressed: QApplication, qtbot: QtBot) -> Iterator[LineField]:
    """Give a line that shows "before"."""
    assert dressed is not None
    field = LineField("title", "Title")
    qtbot.addWidget(field)
    field.show()
    field.show_text("before")
    return field  # type: ignore[return-value]


def type_in(field: LineField, text: str) -> None:
    """Type over what stands there."""
    field.editor.selectAll()
    QTest.keyClicks(field.editor, text)


def test_what_is_typed_is_saved_when_typing_rests(field: LineField, qtbot: QtBot) -> None:
    """Nobody presses Save."""
    with qtbot.waitSignal(field.edited, timeout=PAUSE_MS * 4) as heard:
        type_in(field, "after")
    assert heard.args == ["after"]


def test_typing_is_saved_once_for_all_its_letters(field: LineField, qtbot: QtBot) -> None:
    """Twenty letters are one edit."""
    heard = list[str]()
    field.edited.connect(heard.append)
    type_in(field, "twenty letters in all")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["twenty letters in all"]


def test_an_update_that_comes_in_while_typing_takes_no_letter(field: LineField) -> None:
    """Somebody else's value waits until the field is left."""
    type_in(field, "mine")
    field.show_text("theirs")
    assert field.text == "mine"


def test_a_late_echo_of_ones_own_save_takes_no_letter(field: LineField) -> None:
    """The disk may be slower than the fingers: what comes back was typed here, and more since."""
    type_in(field, "a")
    field.flush()
    QTest.keyClicks(field.editor, "b")
    field.flush()
    field.show_text("a")
    assert field.text == "ab"


def test_an_undone_value_comes_back(field: LineField) -> None:
    """After the echo, an earlier value is an update like any other."""
    type_in(field, "after")
    field.flush()
    field.show_text("after")
    field.show_text("before")
    assert field.text == "before"


def test_an_undo_that_overtakes_the_echo_comes_back_too(field: LineField) -> None:
    """Saved and undone within a tenth of a second: the window hears of both at once."""
    type_in(field, "after")
    field.flush()
    field.forget_saves()
    field.show_text("before")
    assert field.text == "before"


def test_a_field_that_must_say_something_never_saves_nothing(field: LineField, qtbot: QtBot) -> None:
    """A title that is deleted on the way to a new one stays until the new one is typed."""
    field.require()
    heard = list[str]()
    field.edited.connect(heard.append)
    field.editor.selectAll()
    QTest.keyClick(field.editor, Qt.Key.Key_Delete)
    qtbot.wait(PAUSE_MS + 100)
    assert heard == []


def test_what_was_not_changed_is_not_saved(field: LineField) -> None:
    """Blanks at the end are no change."""
    heard = list[str]()
    field.edited.connect(heard.append)
    type_in(field, "before  ")
    field.flush()
    assert heard == []


def test_a_text_keeps_its_lines(dressed: QApplication, qtbot: QtBot) -> None:
    """Introductions have paragraphs."""
    assert dressed is not None
    text = TextField("introduction", "Introduction")
    qtbot.addWidget(text)
    heard = list[str]()
    text.edited.connect(heard.append)
    text.editor.setPlainText("one\n\ntwo ")  # type: ignore[union-attr]
    text.flush()
    assert heard == ["one\n\ntwo"]


def test_a_field_says_its_name_to_a_screen_reader(field: LineField) -> None:
    """The label beside it is for those who see it."""
    assert find(field, QLineEdit, "title").accessibleName() == "Title"


def test_somebody_elses_text_is_told_of_once_ones_own_has_replaced_it(field: LineField) -> None:
    """The last one to save wins, but never without a word."""
    told = list[str]()
    field.overtook.connect(told.append)
    type_in(field, "mine")
    field.show_text("theirs")
    field.flush()
    field.show_text("mine")
    assert told == ["theirs"]


def test_typing_that_was_taken_back_writes_nothing_over_somebody_elses_text(field: LineField) -> None:
    """Back at the old text there is nothing to save; theirs shows when the field is left."""
    heard = list[str]()
    field.edited.connect(heard.append)
    field.editor.setFocus()
    type_in(field, "b")
    field.show_text("theirs")
    type_in(field, "before")
    field.flush()
    field.editor.clearFocus()
    assert (heard, field.text) == ([], "theirs")


def test_a_change_of_looks_is_no_typing(dressed: QApplication, qtbot: QtBot) -> None:
    """Qt tells of a new margin as of a new text; an update right after it is shown all the same."""
    assert dressed is not None
    text = TextField("introduction", "Introduction")
    qtbot.addWidget(text)
    text.show_text("before")
    assert isinstance(text.editor, QPlainTextEdit)
    text.editor.document().setDocumentMargin(9)
    text.show_text("theirs")
    assert text.text == "theirs"


@pytest.mark.parametrize(("gives_way", "stands"), [(False, "after"), (True, "before")])
def test_a_refused_text_stays_to_be_tried_again_unless_nothing_may_change(
    field: LineField, gives_way: bool, stands: str
) -> None:
    """A refusal says what to do; what was typed is still there to do it with."""
    type_in(field, "after")
    field.flush()
    field.refuse_saves(gives_way=gives_way)
    assert (field.text, field.is_unsaved) == (stands, not gives_way)


def test_undo_is_left_to_the_window_where_nothing_was_typed(field: LineField, qtbot: QtBot) -> None:
    """Qt's own line would swallow Ctrl+Z and do nothing."""
    undo = QShortcut(QKeySequence("Ctrl+Z"), field)
    field.activateWindow()
    field.editor.setFocus()
    with qtbot.waitSignal(undo.activated):
        QTest.keyClick(field.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_a_number_is_replaced_by_typing_after_a_click(dressed: QApplication, qtbot: QtBot) -> None:
    """Three where three stands is three, not thirty-three."""
    assert dressed is not None
    number = NumberField("dots", "Dots", "not known", 0, 100)
    qtbot.addWidget(number)
    number.show_number(3)
    number.show()
    number.activateWindow()
    QTest.mouseClick(number.editor, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(number.editor.hasFocus)
    qtbot.wait(10)
    QTest.keyClicks(number.editor, "3")
    assert number.text == "3"


def test_typing_without_a_rest_is_saved_all_the_same(field: LineField, qtbot: QtBot) -> None:
    """Whoever types a long paragraph in one go loses two seconds of it at most when the power fails."""
    heard = list[str]()
    field.edited.connect(heard.append)
    letter = QTimer(field, interval=PAUSE_MS // 4)
    letter.timeout.connect(lambda: QTest.keyClicks(field.editor, "x"))
    letter.start()
    qtbot.waitUntil(lambda: bool(heard), timeout=LONGEST_MS * 2)
    letter.stop()
    assert field.is_unsaved or heard[-1] == field.text
