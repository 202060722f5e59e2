"""The way of one vote: from the QR code on the wall, through a phone's browser, into the printed record."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from playwright.sync_api import expect
from pypdf import PdfReader
from PySide6.QtCore import QSize

from tests.builders import a_plan, a_session
from workshop_tool.cli import main
from workshop_tool.desktop.pictures import take_pictures
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import voting
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize
    from pytestqt.qtbot import QtBot

PHONE: "ViewportSize" = {"width": 390, "height": 844}


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Open a workshop with three posters and an open round."""
    session = a_session(tmp_path, Workshop(a_plan(posters=3)))
    session.act(partial(voting.open_named_round, name="Dots", now=session.clock())).result()
    yield session
    session.close()


def test_a_vote_goes_from_the_wall_to_the_record(
    qtbot: "QtBot", browser: "Browser", session: WorkshopSession, tmp_path: Path
) -> None:
    """Scan the projector's picture, join, place two dots on area 2, close, publish, export: the record says two."""
    assert qtbot
    site = Site(session)
    site.start()
    try:
        address = _scanned(session, site, tmp_path)
        assert address == site.join_url
        _vote(browser, address)
    finally:
        site.stop()
    round_id, now = session.current.rounds[0].round.id, session.clock()
    session.act(partial(voting.close_round, round_id=round_id, now=now)).result()
    session.act(partial(voting.publish_round, round_id=round_id, now=now), seals=True).result()
    session.close()
    assert main(["export", str(tmp_path / "day.workshop.json"), "--to", str(tmp_path / "record.pdf")]) == 0
    assert _priority_dots(tmp_path / "record.pdf") == {1: 0, 2: 2, 3: 0}


def _scanned(session: WorkshopSession, site: Site, folder: Path) -> str:
    """Take a picture of the projector while voting is open, and read its QR code as a phone's camera does."""
    pyzbar = pytest.importorskip(
        "pyzbar.pyzbar", reason="libzbar0 is missing, so no QR code can be read", exc_type=ImportError
    )
    take_pictures(session, folder / "pictures", site=site, projector=QSize(1024, 768))
    picture = next((folder / "pictures").glob("projector-*-vote-1.png"))
    codes = pyzbar.decode(Image.open(BytesIO(picture.read_bytes())))
    return next(str(code.data.decode()) for code in codes if code.data.startswith(b"http"))


def _vote(browser: "Browser", address: str) -> None:
    page = browser.new_context(viewport=PHONE).new_page()
    page.goto(address)
    more = page.locator("#poster-2").get_by_role("button", name="Place one Priority dot")
    more.click()
    more.click()
    expect(page.get_by_role("status")).to_contain_text("Recorded")
    page.context.close()


def _priority_dots(record: Path) -> dict[int, int]:
    """Read the priority dots off the posters' pages, by problem number."""
    found = {}
    for page in PdfReader(record).pages:
        words = " ".join(page.extract_text().split())
        if "Solution A" in words and (head := re.search(r"Problem area (\d+)\b.*?P ?(\d+) ?F ?\d+", words)):
            found[int(head[1])] = int(head[2])
    return found
