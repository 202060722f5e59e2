"""Dates and times as people type them."""

import datetime as dt

import pytest

from workshop_tool.desktop.dress.dates import said_date, typed_date
from workshop_tool.desktop.pages.prepare.programme_words import typed_time

TODAY = dt.date(2030, 5, 14)


@pytest.mark.parametrize(
    "typed",
    [
        "2026-06-09",
        "9 June 2026",
        "9 Jun 2026",
        "9. June 2026",
        "9.6.2026",
        "9/6/2026",
        "09 06 2026",
        "9.6.26",
        "9-6-2026",
        "9 june 2026",
    ],
)
def test_a_date_is_understood_day_before_month(typed: str) -> None:
    """Whichever of the usual ways it is typed."""
    assert typed_date(typed, TODAY) == dt.date(2026, 6, 9)


@pytest.mark.parametrize("typed", ["9 June", "9.6.", "9/6"])
def test_a_date_without_a_year_is_this_year(typed: str) -> None:
    """Workshops are soon."""
    assert typed_date(typed, TODAY) == dt.date(2030, 6, 9)


@pytest.mark.parametrize("typed", ["", "soon", "31.2.2026", "2026-13-01", "12345"])
def test_what_is_no_date_is_none(typed: str) -> None:
    """Nothing is made up."""
    assert typed_date(typed, TODAY) is None


def test_a_date_is_said_in_words() -> None:
    """The month is a word: no reader has to wonder which number it is."""
    assert said_date(dt.date(2026, 6, 9)) == "9 June 2026"
    assert said_date(None) == ""


@pytest.mark.parametrize(
    ("typed", "time"),
    [
        ("9", dt.time(9)),
        ("09:45", dt.time(9, 45)),
        ("9.45", dt.time(9, 45)),
        ("0945", dt.time(9, 45)),
        ("24:00", None),
        ("noon", None),
        ("9:5", None),
    ],
)
def test_a_time_is_understood(typed: str, time: dt.time | None) -> None:
    """With a colon, a point or nothing between hours and minutes."""
    assert typed_time(typed) == time
