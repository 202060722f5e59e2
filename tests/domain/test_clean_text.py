"""Texts are cleaned the same whether or not each of their characters is looked at."""

import unicodedata

from workshop_tool.domain.fact import _PLAIN, clean_text


def test_every_character_that_counts_as_plain_is_kept() -> None:
    """What is not looked at one by one holds nothing that would be dropped."""
    plain = [chr(code) for code in range(0x3000) if _PLAIN.fullmatch(chr(code)) and chr(code) not in "\n\t"]
    assert [c for c in plain if unicodedata.category(c) in {"Cc", "Cs", "Cn"}] == []


def test_a_text_with_anything_else_in_it_is_cleaned() -> None:
    """A control character goes, wherever it stands, and the rest stays."""
    assert clean_text("før\x00etter \u3042\ud800\x85") == "føretter \u3042"
