"""What the tests of a whole day begin with: the app on its first day, and one template from the last workshop."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.e2e.hand import Hand
from workshop_tool.desktop.application import Application
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.files.places import Places
from workshop_tool.desktop.hosting import site
from workshop_tool.services.beginnings import save_template
from workshop_tool.services.edits.lists import add_items
from workshop_tool.services.edits.programme import remove_parts
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.sample import SAMPLE
from workshop_tool.services.usual_day import usual_day

PATIENCE = 60_000
"""Milliseconds after which dialogs that nobody answers are closed, so that the test fails instead of hanging."""


def _reject(qapp: QApplication) -> None:
    if isinstance(dialog := qapp.activeModalWidget(), QDialog):
        dialog.reject()


@pytest.fixture
def hand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Hand:
    """Give the hand of a facilitator."""
    return Hand(qtbot, monkeypatch)


@pytest.fixture
def first_day(qapp: QApplication, tmp_path: Path, hand: Hand, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    """Give the app with its start page up; there is one template, of the sample with the usual day."""
    assert hand
    monkeypatch.setattr(site, "PORT", 0)  # any free one: another day may be held beside this one
    theme.wear(qapp, dark=False)
    places = Places(memory=tmp_path / "memory", workshops=tmp_path / "workshops")
    before = read_workshop(SAMPLE)
    bare = remove_parts(before.plan, tuple(part.id for part in before.plan.programme))
    last = before.with_plan(add_items(bare, usual_day()))
    save_template(last, SAMPLE, places.templates, "A day of workshops", with_lists=False)
    application = Application(qapp, places)
    application.show_start()
    application.start.activateWindow()
    impatient = QTimer(qapp, interval=PATIENCE)
    impatient.timeout.connect(partial(_reject, qapp))
    impatient.start()
    yield application
    impatient.setInterval(500)
    if application.window is not None:
        application.window.close()
    application.start.close()
    application.start.deleteLater()
    impatient.stop()
    impatient.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setQuitOnLastWindowClosed(True)
