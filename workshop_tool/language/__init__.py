"""The words of window, site and record: gettext from the first string, English until a catalogue is shipped."""

import gettext
from importlib.resources import files

from workshop_tool.domain.refusals import WorkshopProblem

DOMAIN = "workshop_tool"
_spoken: gettext.NullTranslations = gettext.NullTranslations()


def speak(code: str) -> None:
    """Use the catalogue of one language (ISO 639-1, such as ``nb``) from now on.

    English where there is none.
    """
    global _spoken  # noqa: PLW0603 - one process speaks one language; the record is drawn in a process of its own
    catalogues = files("workshop_tool.language") / "catalogues"
    _spoken = gettext.translation(DOMAIN, str(catalogues), languages=[code], fallback=True)


def _(message: str) -> str:
    """Translate one message."""
    return _spoken.gettext(message)


def ngettext(one: str, many: str, n: int) -> str:
    """Translate a message that counts ``n`` things."""
    return _spoken.ngettext(one, many, n)


def sentence(problem: WorkshopProblem) -> str:
    """Say a refusal in the language in use."""
    return _(problem.template).format(**problem.details)
