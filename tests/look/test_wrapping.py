"""Labels are broken into few and even lines."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.look.map_layout import wrap_label

words = st.text("abcdefgæøå", min_size=1, max_size=12)


@given(st.lists(words, max_size=12), st.integers(4, 40))
def test_no_line_is_wider_than_allowed_and_no_letter_is_lost(parts: list[str], width: int) -> None:
    """Every letter is there, in order, on lines that fit."""
    lines = wrap_label("  ".join(parts), len, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace("-", "").replace(" ", "") == "".join(parts)


def test_lines_are_even() -> None:
    """No single short word is left on the last line."""
    assert wrap_label("New medicines, dearer treatment now", len, 31) == ["New medicines,", "dearer treatment now"]


def test_a_label_that_fits_stays_on_one_line() -> None:
    """Evenness never costs a line."""
    assert wrap_label("Patients expect more", len, 20) == ["Patients expect more"]


def test_a_word_wider_than_the_line_is_broken_with_a_hyphen() -> None:
    """A long Nordic compound does not reach over its neighbours."""
    assert wrap_label("helseforskning", len, 8) == ["helsefo-", "rskning"]


def test_no_text_has_no_lines() -> None:
    """An empty label takes no space."""
    assert wrap_label("  ", len, 20) == []
