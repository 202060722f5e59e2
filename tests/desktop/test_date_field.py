"""A date that is typed, or picked from a calendar."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QCalendarWidget, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.page_gestures import find
from workshop_tool.desktop.widgets.date_field import DateField


@pytest.mark.parametrize("far", ["minimumDate", "maximumDate"])
def test_the_calendar_offers_only_days_that_can_be_kept(qtbot: QtBot, far: str) -> None:
    """Its first and its last day are taken like any other."""
    field = DateField("day", "Date")
    qtbot.addWidget(field)
    field.show()
    qtbot.waitExposed(field)
    find(field, QPushButton, "day_calendar").click()
    calendar = find(field, QCalendarWidget, "calendar")
    calendar.activated.emit(getattr(calendar, far)())
    assert field.date in {dt.date.min, dt.date.max}
