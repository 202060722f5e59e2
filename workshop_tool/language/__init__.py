"""The words of window, site and record: gettext from the first string, English until a catalogue is shipped."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem

DOMAIN = "workshop_tool"
LANGUAGES: Final = {"en": "English", "nb": "Norsk bokmål"}
"""Languages a record can be written in, each under its own name (ISO 639-1)."""

_spoken: gettext.NullTranslations = gettext.NullTranslations()
_lent: ContextVar[gettext.NullTranslations | None] = ContextVar("lent", default=None)


def speak(code: str) -> None:
    """Use the catalogue of one language (ISO 639-1, such as ``nb``) in this process from now on.

    English where there is none.
    """
    global _spoken  # noqa: PLW0603 - one process speaks one language, but for what is written for other readers
    _spoken = _catalogue(code)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use the catalogue of one language within this block alone: a record is read by others than the screen is."""
    token = _lent.set(_catalogue(code))
    try:
        yield
    finally:
        _lent.reset(token)


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    catalogues = files("workshop_tool.language") / "catalogues"
    return gettext.translation(DOMAIN, str(catalogues), languages=[code], fallback=True)


def _(message: str) -> str:
    """Translate one message."""
    return (_lent.get() or _spoken).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that counts ``n`` things."""
    return (_lent.get() or _spoken).ngettext(one, many, n)


def sentence(problem: WorkshopProblem) -> str:
    """Say a refusal in the language in use."""
    return _(problem.template).format(**problem.details)
