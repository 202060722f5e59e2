"""The Record page: what the record holds and lacks, its preview, its standing, and the ways out."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop, start_round
from tests.desktop.page_gestures import a_bridge, answer, bring_up, find, press
from workshop_tool.desktop.background.gauge import Gauge, NoLongerWanted, Progress
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.record.drawing import NotExported, OpenElsewhere, _refusal
from workshop_tool.desktop.pages.record.export import file_name
from workshop_tool.desktop.pages.record.page import RecordPage
from workshop_tool.desktop.pages.record.warnings import warnings
from workshop_tool.desktop.widgets.paper import Paper
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.record.facts import record_facts
from workshop_tool.record.pdf import print_record
from workshop_tool.services.edits.posters import write_field

PATIENCE = 60_000
"""A worker process starts, imports and draws, while other tests run beside it."""


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with two posters."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=2, trends=2)) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> RecordPage:
    """Give the Record page on it."""
    return bring_up(RecordPage(bridge), qtbot)


def standing(bridge: Bridge) -> str:
    return bridge.workshop.plan.particulars.standing


def said(page: RecordPage, name: str) -> str:
    return find(page, QLabel, name).text()


def test_the_first_page_is_shown_as_it_would_be_printed(page: RecordPage, qtbot: QtBot) -> None:
    """The preview is the PDF itself, drawn."""
    paper = find(page, Paper, "record_page")
    qtbot.waitUntil(lambda: not paper.is_blank, timeout=PATIENCE)
    assert said(page, "record_where").startswith("Page 1 of ")


def test_pages_are_turned_by_button(page: RecordPage, qtbot: QtBot) -> None:
    """Forward, and not beyond the ends."""
    following = find(page, QPushButton, "record_next")
    qtbot.waitUntil(following.isEnabled, timeout=PATIENCE)
    assert not find(page, QPushButton, "record_back").isEnabled()
    following.click()
    assert said(page, "record_where").startswith("Page 2 of ")


def test_the_exported_pdf_holds_the_title(page: RecordPage, tmp_path: Path, qtbot: QtBot) -> None:
    """What is written is a PDF of this workshop, and the page says that it is there."""
    path = tmp_path / "record.pdf"
    page.export.write_pdf(path)
    qtbot.waitUntil(lambda: "is written" in said(page, "export_said"), timeout=PATIENCE)
    assert path.read_bytes().startswith(b"%PDF")
    assert "A day on batteries" in PdfReader(path).pages[0].extract_text()


def test_a_folder_that_is_gone_is_said_in_a_sentence(page: RecordPage, tmp_path: Path, qtbot: QtBot) -> None:
    """Nothing is written, and the buttons come back."""
    page.export.write_data(tmp_path / "gone" / "data.json")
    qtbot.waitUntil(lambda: "could not be written" in said(page, "export_said"), timeout=PATIENCE)
    assert page.export.pdf_button.isEnabled()


def test_the_exported_data_is_the_exchange_format(page: RecordPage, tmp_path: Path, qtbot: QtBot) -> None:
    """Other programs read it."""
    path = tmp_path / "day.json"
    page.export.write_data(path)
    qtbot.waitUntil(lambda: "is written" in said(page, "export_said"), timeout=PATIENCE)
    assert json.loads(path.read_text("utf-8"))["workshop"]["title"] == "A day on batteries"


def test_closing_freezes_what_the_room_said(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The room cannot write any more; what the facilitator still edits is marked."""
    answer("dialog_yes")
    press(page, "close_workshop")
    qtbot.waitUntil(lambda: standing(bridge) == "draft")
    write = partial(write_field, poster_id="p1", field="evidence", text="late")
    refusal = bridge.session.edit("Write", write, actor="station").exception()
    assert "closed" in str(refusal)
    bridge.session.edit("Write", write).result()
    assert bridge.workshop.log[-1].kind == "edit after closing"


def test_a_record_is_approved_and_reopened_by_its_buttons(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Each step asks first and is recorded."""
    for button, then in (("close_workshop", "draft"), ("approve_record", "approved"), ("reopen_workshop", "running")):
        qtbot.waitUntil(lambda button=button: find(page, QPushButton, button).isVisible())  # type: ignore[misc]
        answer("dialog_yes")
        press(page, button)
        qtbot.waitUntil(lambda then=then: standing(bridge) == then)  # type: ignore[misc]
    assert [entry.text for entry in bridge.workshop.log] == [
        "Workshop closed", "Workshop approved", "Workshop reopened",
    ]  # fmt: skip


def test_a_workshop_is_not_closed_while_voting_is_open(page: RecordPage, bridge: Bridge, qtbot: QtBot) -> None:
    """The refusal says what to do first."""
    start_round(bridge.session)
    answer("dialog_yes")
    with qtbot.waitSignal(bridge.refused) as refused:
        press(page, "close_workshop")
    assert "Close and publish the round" in refused.args[0]
    assert standing(bridge) == "running"


def test_author_and_introduction_are_a_step_away(page: RecordPage, qtbot: QtBot) -> None:
    """They are written on the Prepare page."""
    with qtbot.waitSignal(page.page_wanted) as asked:
        press(page, "write_introduction")
    assert asked.args == ["prepare"]


def test_blank_fields_and_unplaced_trends_are_said() -> None:
    """A reader would miss them; they are no obstacle."""
    told = "\n".join(warnings(a_workshop(posters=2, trends=1)))
    assert "12 poster fields are blank" in told
    assert "No author" in told


def test_an_empty_workshop_says_what_is_not_there() -> None:
    """No posters is worth a word before the record is printed."""
    told = warnings(a_workshop(areas=0))
    assert told[:2] == ("There are no problem areas yet.", "There are no posters yet.")


def test_a_title_becomes_a_file_name_on_every_system() -> None:
    """Slashes, colons and dots at the end are no part of it."""
    assert file_name('Health: trends / "challenges"?.') == "Health trends challenges"


def test_an_export_is_cancelled_and_the_earlier_file_stays(page: RecordPage, tmp_path: Path, qtbot: QtBot) -> None:
    """Nothing is swapped in, and the buttons come back."""
    path = tmp_path / "record.pdf"
    path.write_bytes(b"the record of yesterday")
    page.export.write_pdf(path)
    press(page, "cancel_export")
    qtbot.waitUntil(lambda: "cancelled" in said(page, "export_said"), timeout=PATIENCE)
    assert path.read_bytes() == b"the record of yesterday"
    assert page.export.pdf_button.isEnabled()


def test_an_export_says_how_far_it_is(tmp_path: Path) -> None:
    """The worker's note rises to the whole and never falls below nothing."""
    gauge = Gauge()
    told: list[float] = []
    progress = Progress(gauge.path)

    def tell(share: float) -> None:
        progress(share)
        told.append(gauge.share)

    print_record(record_facts(a_workshop(posters=2, trends=2)), progress=tell)
    gauge.remove()
    assert told == sorted(told)
    assert told[-1] == pytest.approx(0.7)
    assert not list(tmp_path.iterdir())


def test_work_whose_note_is_gone_stops() -> None:
    """A window that was closed wants nothing any more."""
    gauge = Gauge()
    gauge.remove()
    with pytest.raises(NoLongerWanted):
        Progress(gauge.path)(0.5)


@pytest.mark.parametrize(("number", "refusal"), [(32, OpenElsewhere), (5, OpenElsewhere), (112, NotExported)])
def test_a_file_that_another_program_holds_is_said_so(
    number: int, refusal: type[WorkshopProblem], tmp_path: Path
) -> None:
    """Windows gives such an error a number of its own; a full disk is none of them."""
    path = tmp_path / "record.pdf"
    path.write_bytes(b"open in a viewer")
    problem = OSError(13, "refused")
    problem.winerror = number  # type: ignore[attr-defined]
    assert isinstance(_refusal(path, problem), refusal)


def test_characters_without_a_glyph_are_warned_of() -> None:
    """They would become empty squares."""
    assert any("become □: \N{BALLOON}" in words for words in warnings(a_workshop(), "\N{BALLOON}"))


def test_arabic_is_said_to_read_badly() -> None:
    """Print does not turn it."""
    assert any("Arabic" in words for words in warnings(a_workshop(), turned=True))
    assert not any("Arabic" in words for words in warnings(a_workshop()))
