"""The words of window, site and record in every language: whole, compiled, with the same blanks."""

import gettext
import re

import pytest

from tests.house import catalogue
from workshop_tool.language import LANGUAGES

COUNTS = {"{count}", "{n}"}
TRANSLATED = sorted(set(LANGUAGES) - {"en"})


def blanks(text: str) -> set[str]:
    """Return the names in braces."""
    return set(re.findall(r"{\w+}", text))


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_is_untranslated(language: str) -> None:
    """Half a language is none; ``make words`` adds to the .po what is to be translated."""
    assert catalogue.untranslated(catalogue.read(language)) == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_translation_has_the_blanks_of_its_message(language: str) -> None:
    """Only a singular may leave its number out: some languages write it as a word that bends."""
    written = catalogue.read(language)
    wrong = []
    for message_id in catalogue.messages():
        if isinstance(message_id, tuple):
            one, many = catalogue.plural(written, message_id)
            fits = blanks(many) == blanks(message_id[1]) and blanks(message_id[0]) - COUNTS <= blanks(one) <= blanks(
                many
            )
        else:
            fits = blanks(str(written[message_id].string)) == blanks(message_id)
        if not fits:
            wrong.append(message_id)
    assert wrong == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_the_compiled_catalogue_says_what_is_written(language: str) -> None:
    """Whoever changes a .po compiles it."""
    with catalogue.po_of(language).with_suffix(".mo").open("rb") as opened:
        compiled = gettext.GNUTranslations(opened)
    written = catalogue.read(language)
    for message_id in catalogue.messages():
        if isinstance(message_id, tuple):
            one, many = message_id
            said = tuple(compiled.ngettext(one, many, n) for n in (1, 2))
            assert said == catalogue.plural(written, message_id)
        else:
            assert compiled.gettext(message_id) == written[message_id].string


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_is_what_make_words_gives(language: str) -> None:
    """Nothing stays in it that the code no longer says; where a message stands does not matter."""
    written = {message.id for message in catalogue.read(language) if message.id}
    assert written == set(catalogue.messages())
