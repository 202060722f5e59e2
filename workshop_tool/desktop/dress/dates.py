"""Dates as they are said and as they are typed."""

import datetime as dt
import re
from typing import Final

from PySide6.QtCore import QDate, QLocale

from workshop_tool.desktop.dress.speaking import screen_locale
from workshop_tool.language import ENGLISH, spoken

_TYPED: Final = (
    "yyyy-MM-dd",
    "d MMMM yyyy",
    "d MMM yyyy",
    "d. MMMM yyyy",
    "d.M.yyyy",
    "d/M/yyyy",
    "d MMMM",
    "d.M.",
    "d/M",
)
_DIGITS: Final = re.compile(r"(\d{1,2})[ ./-]+(\d{1,2})[ ./-]+(\d{4}|\d{2})\.?")
_ENGLISH: Final = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def said_date(date: dt.date | None) -> str:
    """Return "6 June 2026", as the screen's language writes it; nothing where there is no date."""
    form = "d MMMM yyyy" if spoken() == ENGLISH else "d. MMMM yyyy"
    return "" if date is None else screen_locale().toString(QDate(date.year, date.month, date.day), form)


def typed_date(text: str, today: dt.date) -> dt.date | None:
    """Return the date that was typed in one of the usual ways, day before month; None where it is none of them.

    A date without a year is in this year, one of two digits in this century.
    """
    words = " ".join(text.replace(",", " ").split())
    if digits := _DIGITS.fullmatch(words):
        words = f"{digits[1]}.{digits[2]}.{digits[3] if len(digits[3]) > 2 else f'20{digits[3]}'}"  # noqa: PLR2004 - "27"
    for form in _TYPED:
        whole = "y" in form
        asked, typed = (form, words) if whole else (f"{form} yyyy", f"{words} {today.year}")
        for locale in (screen_locale(), _ENGLISH):
            date = locale.toDate(typed, asked)
            if date.isValid():
                return dt.date(date.year(), date.month(), date.day())
    return None
