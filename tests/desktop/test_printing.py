"""Printing from the window: what can be chosen, what is refused, and where the files are afterwards."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop
from tests.desktop.page_gestures import a_bridge, find, press
from tests.kit.reading import codes_on
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.printing.dialog import PrintDialog
from workshop_tool.look.wifi import Wifi
from workshop_tool.services.cards import card_codes, ensure_cards

PATIENCE = 60_000
"""A worker process starts, imports and draws, while other tests run beside it."""
JOIN_URL = "http://10.0.0.2:8080/j/48213"


class Shown(QObject):
    """Stands for the system's file browser."""

    def __init__(self) -> None:
        super().__init__()
        self.folders: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Note which folder would be shown."""
        self.folders.append(url.toLocalFile())


@pytest.fixture
def shown() -> Iterator[Shown]:
    """Give what takes the place of the file browser."""
    shown = Shown()
    QDesktopServices.setUrlHandler("file", shown, "open")  # type: ignore[arg-type] # the stubs say bytes
    yield shown
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with posters and trends, but no groups."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=2, trends=2, participants=3)) as bridge:
        yield bridge


@pytest.fixture
def dialog(bridge: Bridge, qtbot: QtBot) -> PrintDialog:
    """Give the dialog, on the screen."""
    dialog = PrintDialog(bridge, JOIN_URL, Wifi("Hall 2", "ferry2026"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def said(dialog: PrintDialog) -> str:
    return find(dialog, QLabel, "print_said").text()


def only(dialog: PrintDialog, *names: str) -> None:
    """Choose these and nothing else."""
    for box in dialog.findChildren(QCheckBox):
        if box.objectName() != "print_names":
            box.setChecked(box.objectName().removeprefix("print_") in names)


def test_what_is_known_is_filled_in(dialog: PrintDialog) -> None:
    """Address and network of the room, and one card for each person."""
    assert find(dialog, QLineEdit, "print_address").text() == "http://10.0.0.2:8080"
    assert find(dialog, QLineEdit, "print_network").text() == "Hall 2"
    assert find(dialog, QSpinBox, "print_number_cards").value() == 3


def test_cards_made_earlier_are_printed_again_with_the_others(bridge: Bridge, qtbot: QtBot) -> None:
    """A set has at least those, and says so: two sets on the tables would be one code in two hands."""
    bridge.session.act(partial(ensure_cards, count=5)).result()
    dialog = PrintDialog(bridge, JOIN_URL, None)
    qtbot.addWidget(dialog)
    assert find(dialog, QSpinBox, "print_number_cards").minimum() == 5
    assert find(dialog, QLabel, "print_made").text() == "The 5 made earlier are among them."


def test_what_the_workshop_lacks_cannot_be_chosen(dialog: PrintDialog) -> None:
    """It says why."""
    assert not find(dialog, QCheckBox, "print_group-stations").isEnabled()
    assert find(dialog, QLabel, "print_lacks").text() == "No group stations: there are no groups yet."


def test_what_is_chosen_is_written_and_its_folder_shown(
    dialog: PrintDialog, bridge: Bridge, tmp_path: Path, shown: Shown, qtbot: QtBot
) -> None:
    """The files lie beside the workshop, the codes lead where the fields say, and the dialog is gone."""
    only(dialog, "join-sheet", "voter-cards")
    notes: list[str] = []
    bridge.noted.connect(notes.append)
    press(dialog, "dialog_yes")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
    folder = tmp_path / "day-print"
    assert {path.name for path in folder.iterdir()} == {"join-sheet.pdf", "voter-cards.pdf"}
    code = bridge.workshop.plan.particulars.join_code
    wifi = Wifi("Hall 2", "ferry2026").qr_text
    assert codes_on((folder / "join-sheet.pdf").read_bytes()) == {f"http://10.0.0.2:8080/j/{code}", wifi}
    assert len(card_codes(bridge.workshop)) == 3
    assert [Path(name) for name in shown.folders] == [folder]
    assert notes == [f"2 PDFs are in {folder}."]


def test_no_cards_are_made_where_none_are_wanted(
    dialog: PrintDialog, bridge: Bridge, shown: Shown, qtbot: QtBot
) -> None:
    """A card that was never printed must not be known as one."""
    only(dialog, "join-sheet")
    press(dialog, "dialog_yes")
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=PATIENCE)
    assert shown.folders
    assert card_codes(bridge.workshop) == ()


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [("print_address", "https://a", "not an address"), ("print_password", "short", "8 to 64 characters")],
)
def test_what_phones_could_not_use_is_refused_in_the_dialog(
    dialog: PrintDialog, field: str, typed: str, sentence: str
) -> None:
    """Nothing is written, and the dialog waits for something better."""
    find(dialog, QLineEdit, field).setText(typed)
    press(dialog, "dialog_yes")
    assert sentence in said(dialog)
    assert find(dialog, QPushButton, "dialog_yes").isEnabled()


def test_nothing_chosen_is_said(dialog: PrintDialog) -> None:
    """It would write nothing."""
    only(dialog)
    press(dialog, "dialog_yes")
    assert said(dialog) == "Choose at least one of them."


def test_a_folder_that_cannot_be_written_is_said_in_the_dialog(
    dialog: PrintDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    """The choice stands, for another folder."""
    (tmp_path / "taken").write_text("a file")
    only(dialog, "join-sheet")
    find(dialog, QLineEdit, "print_folder").setText(str(tmp_path / "taken" / "print"))
    press(dialog, "dialog_yes")
    qtbot.waitUntil(lambda: "could not be written" in said(dialog), timeout=PATIENCE)
    assert find(dialog, QPushButton, "dialog_yes").isEnabled()
