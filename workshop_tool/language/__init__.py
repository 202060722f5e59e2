"""The words of window, site and record: gettext, one catalogue for a language; English stands in the code."""

import gettext
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem

DOMAIN = "workshop_tool"
ENGLISH: Final = "en"
LANGUAGES: Final = {ENGLISH: "English", "nb": "Norsk bokmål"}
"""Languages of window, site and record, each under its own name (ISO 639-1)."""
READ_AS: Final = {"no": "nb", "nn": "nb"}
"""Languages without words of their own here, and the one that who reads them would choose."""

_spoken = ENGLISH
_lent: ContextVar[str | None] = ContextVar("lent", default=None)


def speak(code: str) -> None:
    """Use the catalogue of one language (ISO 639-1, such as ``nb``) in this process from now on.

    English where there is none.
    """
    global _spoken  # noqa: PLW0603 - one process speaks one language, but for what is written for other readers
    _spoken = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Use the catalogue of one language within this block alone: record and phones are read by others than the screen.

    Holds for the thread or the task that enters it; others meanwhile speak as before.
    """
    token = _lent.set(code)
    try:
        yield
    finally:
        _lent.reset(token)


def spoken() -> str:
    """Return the language in use (ISO 639-1)."""
    return _lent.get() or _spoken


def known_language(wanted: Iterable[str]) -> str | None:
    """Return the first that there is of some languages, such as ``nn-NO`` or ``en_GB.UTF-8``; None for none."""
    for name in wanted:
        code = name.replace("_", "-").split("-")[0].split(".")[0].strip().lower()
        code = READ_AS.get(code, code)
        if code in LANGUAGES:
            return code
    return None


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the environment of a process asks for, as gettext reads it; else English."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    return known_language(environment.get(name, "").split(":")[0] for name in names) or ENGLISH


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    catalogues = files("workshop_tool.language") / "catalogues"
    return gettext.translation(DOMAIN, str(catalogues), languages=[code], fallback=True)


def _(message: str) -> str:
    """Translate one message."""
    return _catalogue(spoken()).gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that counts ``n`` things."""
    return _catalogue(spoken()).ngettext(one, many, n)


def sentence(problem: WorkshopProblem) -> str:
    """Say a refusal in the language in use."""
    return _(problem.template).format(**problem.details)
