"""The sections on the Record page: switched, moved, titled and written, each one step of undo, seen in the preview."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import a_bridge, bring_up, find, press
from tests.record.library import library
from tests.record.reading import pages_of
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.record.drawing import Preview
from workshop_tool.desktop.pages.record.page import RecordPage
from workshop_tool.domain.record_choices import RecordChoices, SectionChoice
from workshop_tool.record.sections import KEYS
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.photos import pictures_of

PATIENCE = 60_000
"""A worker process starts, imports and draws, while other tests run beside it."""


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give the invented workshop of a library, open."""
    assert qtbot
    with a_bridge(tmp_path, library(2)) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RecordPage:
    """Give the Record page on it."""
    return bring_up(RecordPage(bridge), qtbot)


def record(bridge: Bridge) -> RecordChoices:
    return bridge.workshop.plan.record


def choice(bridge: Bridge, key: str) -> SectionChoice:
    return next(each for each in record(bridge).in_order(KEYS) if each.key == key)


def drawn(page: RecordPage, qtbot: QtBot) -> None:
    """Wait until the whole record was drawn once."""
    qtbot.waitUntil(lambda: find(page, QLabel, "record_where").text() != "", timeout=PATIENCE)


def where(page: RecordPage) -> str:
    return find(page, QLabel, "record_where").text()


def test_every_section_is_listed_in_order(page: RecordPage) -> None:
    """Under the name it has in the record."""
    assert page.sections.keys == KEYS
    assert page.sections.item(0).text() == "Cover"


def test_space_switches_a_section_off_in_one_step(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Undo brings it back."""
    page.sections.choose("method")
    page.sections.setFocus()
    QTest.keyClick(page.sections, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not choice(bridge, "method").shown)
    bridge.undo()
    qtbot.waitUntil(lambda: choice(bridge, "method").shown)
    assert record(bridge) == RecordChoices()


def test_alt_and_an_arrow_move_a_section(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """It stays the current one, and the list follows."""
    page.sections.choose("trends")
    QTest.keyClick(page.sections, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.sections.keys.index("trends") == KEYS.index("trends") - 1)
    assert page.sections.current_key == "trends"
    bridge.undo()
    qtbot.waitUntil(lambda: page.sections.keys == KEYS)


def test_dragging_moves_a_section(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Qt's own move of rows is what a drop makes."""
    model = page.sections.model()
    assert model.moveRow(page.sections.rootIndex(), KEYS.index("method"), page.sections.rootIndex(), 0)
    qtbot.waitUntil(lambda: record(bridge).in_order(KEYS)[0].key == "method")
    assert page.sections.keys[0] == "method"


def test_a_title_of_ones_own_is_one_step(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Typed, saved, and undone as a whole."""
    page.sections.choose("areas")
    QTest.keyClicks(page.chosen.title.editor, "What we found")
    page.flush()
    qtbot.waitUntil(lambda: choice(bridge, "areas").title == "What we found")
    bridge.undo()
    qtbot.waitUntil(lambda: choice(bridge, "areas").title == "")


def test_a_text_stays_with_the_section_it_was_typed_for(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Choosing another section saves it first."""
    page.sections.choose("areas")
    QTest.keyClicks(page.chosen.text.editor, "About the areas")
    page.sections.choose("trends")
    assert page.chosen.text.text == ""
    qtbot.waitUntil(lambda: choice(bridge, "areas").text == "About the areas")
    assert choice(bridge, "trends").text == ""


def test_choosing_a_section_turns_the_preview_to_it(page: RecordPage, qtbot: QtBot) -> None:
    """The list says the page, too."""
    drawn(page, qtbot)
    assert where(page).startswith("Page 1 of ")
    page.sections.choose("trends")
    page_of_trends = page._drawn.places["trends"] if page._drawn else 0
    assert page_of_trends > 1
    assert where(page).startswith(f"Page {page_of_trends} of ")


def test_what_is_typed_is_seen_before_it_is_saved(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The section is drawn alone, ahead of the rest; the workshop knows nothing of it yet."""
    drawn(page, qtbot)
    page.sections.choose("programme")
    with qtbot.waitSignal(page.chosen.drafted) as drafted:
        QTest.keyClicks(page.chosen.title.editor, "N")
    assert drafted.args[0] == "programme"
    assert choice(bridge, "programme").title == ""
    shown = page.preview._paper._image.copy()
    qtbot.waitUntil(lambda: page.preview._paper._image != shown, timeout=PATIENCE)


def test_the_summary_is_edited_from_what_the_facts_write_and_put_back(
    page: RecordPage, bridge: Bridge, qtbot: QtBot
) -> None:
    """The field begins with it; Put back returns to it."""
    drawn(page, qtbot)
    page.sections.choose("summary")
    qtbot.waitUntil(lambda: page.chosen.summary.text.startswith("What was asked"), timeout=PATIENCE)
    written = page.chosen.summary.text
    QTest.keyClicks(page.chosen.summary.editor, "Indeed. ")
    page.flush()
    qtbot.waitUntil(lambda: record(bridge).summary.startswith("Indeed. "))
    qtbot.waitUntil(find(page, QPushButton, "put_summary_back").isEnabled)
    press(page, "put_summary_back")
    qtbot.waitUntil(lambda: record(bridge).summary == "")
    qtbot.waitUntil(lambda: page.chosen.summary.text == written)


def test_names_are_listed_only_once_somebody_says_so(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A switch of the appendix, off at first; the page says what is printed of people."""
    page.sections.choose("appendix")
    assert find(page, QLabel, "names_note").text() == "Names of participants are not printed."
    QTest.mouseClick(page.chosen.names, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: record(bridge).names)
    note = "Participants are listed by name in the appendix."
    qtbot.waitUntil(lambda: note in {label.text() for label in page.missing.findChildren(QLabel, "names_note")})


def test_sections_go_back_to_what_is_usual_in_one_step(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """And one undo brings the choices back."""
    page.sections.choose("areas")
    QTest.keyClicks(page.chosen.title.editor, "What we found")
    page.flush()
    qtbot.waitUntil(find(page, QPushButton, "usual_sections").isEnabled)
    press(page, "usual_sections")
    qtbot.waitUntil(lambda: record(bridge) == RecordChoices())
    bridge.undo()
    qtbot.waitUntil(lambda: choice(bridge, "areas").title == "What we found")


def test_a_language_without_words_is_said_and_stays(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """It came with the file: nobody chose another one, so nothing changes, and the box says what is printed."""
    bridge.edit("Speak Danish", partial(revise_particulars, language="da"))
    qtbot.waitUntil(lambda: page.look.language.currentData() == "da")
    assert page.look.language.currentText() == "da: no words yet, printed in English"
    page.look.language.setCurrentIndex(page.look.language.findData("nb"))
    page.look.language.activated.emit(page.look.language.currentIndex())
    qtbot.waitUntil(lambda: bridge.workshop.plan.particulars.language == "nb")
    qtbot.waitUntil(lambda: page.look.language.findData("da") < 0)


def test_the_record_speaks_another_language_than_the_screen(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """One step of undo; the window stays as it is."""
    page.look.language.setCurrentIndex(page.look.language.findData("nb"))
    page.look.language.activated.emit(page.look.language.currentIndex())
    qtbot.waitUntil(lambda: bridge.workshop.plan.particulars.language == "nb")
    assert page.sections.item(0).text() == "Cover"
    bridge.undo()
    qtbot.waitUntil(lambda: page.look.language.currentData() == "en")


def test_a_pale_accent_is_answered_with_a_sentence(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """It is kept as chosen and printed darker; Put back returns to the house's own."""
    page.look.take_accent("#FFDDEE")
    qtbot.waitUntil(lambda: record(bridge).accent == "#FFDDEE")
    note = find(page, QLabel, "accent_note")
    qtbot.waitUntil(note.isVisible)
    assert "printed darker" in note.text()
    press(page, "usual_accent")
    qtbot.waitUntil(lambda: record(bridge).accent == "")
    qtbot.waitUntil(lambda: not note.isVisible())


def test_a_logo_is_kept_beside_the_workshop(page: RecordPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    """And taken off by its button."""
    path = tmp_path / "logo.png"
    Image.new("RGBA", (40, 20), "#8A1538").save(path)
    page.look.take_logo("logo", path)
    qtbot.waitUntil(lambda: record(bridge).logo is not None, timeout=PATIENCE)
    assert pictures_of(bridge.workshop, bridge.session.path).keys() == {record(bridge).logo}
    qtbot.waitUntil(find(page, QPushButton, "remove_logo").isVisible)
    press(page, "remove_logo")
    qtbot.waitUntil(lambda: record(bridge).logo is None)


def test_what_is_no_picture_is_refused_with_a_sentence(page: RecordPage, tmp_path: Path, qtbot: QtBot) -> None:
    """Nothing changes."""
    path = tmp_path / "logo.png"
    path.write_text("no picture", "utf-8")
    page.look.take_logo("logo", path)
    problem = find(page, QLabel, "logo_problem")
    qtbot.waitUntil(problem.isVisible, timeout=PATIENCE)
    assert "no picture that can be read" in problem.text()


def test_the_whole_record_follows_what_was_typed(page: RecordPage, qtbot: QtBot) -> None:
    """Behind the quick look at the section comes the record itself, with the new title in it."""
    drawn(page, qtbot)
    page.sections.choose("programme")
    QTest.keyClicks(page.chosen.title.editor, "Our day")
    page.flush()
    qtbot.waitUntil(lambda: page._drawn is not None and "Our day" in _titles(page._drawn), timeout=PATIENCE)


def _titles(preview: Preview) -> str:
    return " ".join(pages_of(preview.pdf))
