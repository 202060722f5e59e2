"""Fields that save themselves: not a letter is lost, whatever comes in meanwhile."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import find
from workshop_tool.desktop.widgets.fields import PAUSE_MS, LineField, TextField


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
