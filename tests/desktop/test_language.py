"""The language of the screen: chosen in the window, remembered, and spoken by Qt and the calendar too."""

import ast
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.page_gestures import find
from tests.desktop.start_gestures import opened
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.dress.dates import said_date, typed_date
from workshop_tool.desktop.dress.speaking import speak_on_screen
from workshop_tool.desktop.files.memory import Memory
from workshop_tool.desktop.files.places import Places
from workshop_tool.domain.particulars import Particulars
from workshop_tool.language import spoken
from workshop_tool.services.opening import save_new

DAY = dt.date(2026, 5, 17)


@pytest.fixture(autouse=True)
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    """Leave the process as it was."""
    yield
    speak_on_screen(qapp, "en")


@pytest.fixture
def norwegian(qapp: QApplication) -> None:
    """Have the screen speak bokmål."""
    speak_on_screen(qapp, "nb")


def choose(of: QWidget, code: str) -> None:
    """Choose a language in a menu below a widget."""
    find(of, QAction, f"language_{code}").trigger()


def words_of(widget: QWidget) -> set[str]:
    """Return what its labels and buttons say."""
    labels, buttons = widget.findChildren(QLabel), widget.findChildren(QPushButton)
    return {label.text() for label in labels} | {button.text() for button in buttons}


def test_the_start_page_speaks_the_language_that_is_chosen_on_it(application: Application, places: Places) -> None:
    """At once, and from then on."""
    before = application.start
    choose(before, "nb")
    assert "Velkommen" in words_of(application.start)
    assert application.start.isVisible()
    assert not before.isVisible()
    assert Memory(places.memory).remembered.language == "nb"


def test_the_language_is_remembered(qapp: QApplication, places: Places) -> None:
    """The next start speaks it from the first word."""
    Memory(places.memory).remember_language("nb")
    assert "Velkommen" in words_of(Application(qapp, places).start)


def test_a_language_that_is_gone_is_forgotten(places: Places) -> None:
    """A file of another version names one that is not here."""
    Memory(places.memory).remember_language("xx")
    assert Memory(places.memory).remembered.language is None


def test_a_workshop_that_is_open_keeps_its_words_until_it_is_opened_next(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    """Half a window in each language would be neither."""
    path = tmp_path / "day.workshop.json"
    save_new(a_workshop(), path)
    application.open_workshop(path)
    window = opened(application, qtbot)
    choose(window, "nb")
    assert spoken() == "en"
    assert "Norsk bokmål" in window.message_bar.text
    find(window, QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    application.open_workshop(path)
    assert "Alle endringer er lagret" in words_of(opened(application, qtbot))


def test_closing_the_last_window_still_ends_the_app_after_a_change(application: Application, qtbot: QtBot) -> None:
    """The start page of before took nothing with it."""
    ends = list[bool]()
    application.ended.connect(lambda: ends.append(True))
    choose(application.start, "nb")
    assert ends == []
    with qtbot.waitSignal(application.ended):
        application.start.close()


@pytest.mark.usefixtures("norwegian")
def test_qt_s_own_buttons_speak_the_language(qtbot: QtBot) -> None:
    """Qt brings no bokmål along."""
    buttons = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(buttons.Ok | buttons.Cancel | buttons.Save | buttons.Yes | buttons.No | buttons.Close)
    qtbot.addWidget(box)
    assert {button.text() for button in box.buttons()} == {"OK", "Avbryt", "Lagre", "Ja", "Nei", "Lukk"}
    question = QMessageBox()
    qtbot.addWidget(question)
    assert question.addButton(QMessageBox.StandardButton.Discard).text() in {"Forkast", "Ikke lagre"}


@pytest.mark.usefixtures("norwegian")
def test_the_menu_of_a_text_field_speaks_the_language(qtbot: QtBot) -> None:
    """Cut, copy, paste."""
    field = QLineEdit("word")
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    said = {action.text().split("\t")[0] for action in menu.actions() if action.text()}
    assert {"Angre", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"} <= said


def test_dates_are_said_and_typed_in_the_language(qapp: QApplication) -> None:
    """And English ones are understood all the same."""
    assert said_date(DAY) == "17 May 2026"
    speak_on_screen(qapp, "nb")
    assert said_date(DAY) == "17. mai 2026"
    assert [typed_date(text, DAY) for text in ("17. mai 2026", "17 May 2026", "17.5.2026")] == [DAY] * 3


def test_a_workshop_made_in_norwegian_is_told_in_norwegian(application: Application, qtbot: QtBot) -> None:
    """Its stage stands on the card as it is said today."""
    choose(application.start, "nb")
    application.make_workshop(Particulars(title="Nordic cells", date=DAY))
    find(opened(application, qtbot), QPushButton, "home").click()
    qtbot.waitUntil(application.start.isVisible)
    assert "17. mai 2026" in " ".join(words_of(application.start))


def test_no_word_is_translated_before_the_language_is_known() -> None:
    """What a module says while it is imported stays English for good."""
    root = Path(__file__).parents[2] / "workshop_tool"
    early = {
        f"{path.relative_to(root)}:{call.lineno}"
        for path in root.rglob("*.py")
        for call in said_at_import(ast.parse(path.read_text("utf-8")))
    }
    assert early == set()


def test_a_word_said_at_import_is_noticed() -> None:
    """In a constant, in a class, as a default; not in a function or a lambda."""
    said = """A = _("one")
class B:
    c = [ngettext("two", "twos", 2)]
    def d(self, e=_("three")): return _("later")
f = lambda: _("later")
"""
    assert [call.lineno for call in said_at_import(ast.parse(said))] == [1, 3, 4]


def said_at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Yield the translations that happen while a module is imported."""
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield from said_at_import(child.args)
                for decorator in child.decorator_list:
                    yield from said_at_import(ast.Expr(decorator))
            case ast.Lambda():
                yield from said_at_import(child.args)
            case ast.Call(func=ast.Name(id="_" | "ngettext" | "sentence")):
                yield child
            case _:
                yield from said_at_import(child)
