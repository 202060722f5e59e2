"""Texts come in as people and phones send them, and are clean from then on."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop_tool.domain.fact import LINE_CAP, clean_line, clean_text, new_id
from workshop_tool.domain.people import Group
from workshop_tool.domain.trends import Trend

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=40)
"""Every string that Python can hold, lone surrogates and control characters included."""


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Bl\u0061\u030ab\u00e6r\u0000 p\u00e5 \u65e5\u672c", "Bl\u00e5b\u00e6r p\u00e5 \u65e5\u672c"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066left\u2069 \ufeffright\u200b", "left right"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("a\x07b\x1b[31mc\x7f\x85", "ab[31mc"),
        ("half \ud83d a smile", "half  a smile"),
        ("\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645", "\u05e9\u05dc\u05d5\u05dd \u0633\u0644\u0627\u0645"),
    ],
)
def test_a_text_keeps_its_words_and_loses_what_nobody_typed(typed: str, kept: str) -> None:
    """Any script stays; control characters, bidi overrides and broken characters go; letters are composed."""
    assert clean_text(typed) == kept


def test_a_line_is_one_line() -> None:
    """Line breaks and runs of blanks become one blank."""
    assert clean_line("  more \t people\r\n\u2028 at\u00a0sea ") == "more people at sea"


@given(ANYTHING)
def test_a_clean_text_is_clean(text: str) -> None:
    """Cleaning never fails, and cleaning again changes nothing: undo compares texts."""
    once = clean_text(text)
    assert clean_text(once) == once


@given(ANYTHING)
def test_a_clean_line_is_clean(text: str) -> None:
    """The same holds for lines."""
    once = clean_line(text)
    assert clean_line(once) == once


@given(ANYTHING)
def test_a_clean_text_can_be_written_to_any_file(text: str) -> None:
    """It is UTF-8, composed, and holds no control character but line break and tab."""
    clean = clean_text(text)
    clean.encode()
    assert unicodedata.is_normalized("NFC", clean)
    assert {c for c in clean if unicodedata.category(c) == "Cc"} <= {"\n", "\t"}


def test_a_name_must_say_something() -> None:
    """A name of blanks and invisible characters is no name."""
    with pytest.raises(ValidationError):
        Group(id="g", name=" \u200b\n")


def test_a_line_has_an_end() -> None:
    """A pasted book is refused, not cut."""
    with pytest.raises(ValidationError):
        Group(id="g", name="x" * (LINE_CAP + 1))


def test_a_revision_is_checked_like_the_first_version() -> None:
    """A share of 1.5 is refused on the second day, too."""
    with pytest.raises(ValidationError):
        Trend(id="t", label="Growth").revised(importance=1.5)


@pytest.mark.parametrize("item_id", ["", "r:1", "a/b", "\ud800", "a b", "x" * 65])
def test_an_id_is_plain(item_id: str) -> None:
    """Ids are part of file keys and web addresses, so that a colon or a slash in one would break both."""
    with pytest.raises(ValidationError):
        Group(id=item_id, name="Group")


def test_new_ids_differ() -> None:
    """A thousand new ids are a thousand different ones."""
    assert len({new_id() for _ in range(1000)}) == 1000
