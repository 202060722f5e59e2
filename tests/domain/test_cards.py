"""Voter cards: codes that belong to one room, are never the same, and show a slip of the finger."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.domain.voting.cards import CROCKFORD, card_codes, check_character, read_code

KEY = "5a" * 32

data = st.text(CROCKFORD, min_size=7, max_size=7)


def written(plain: str) -> str:
    """Return eight characters as a card shows them."""
    return f"{plain[:4]}-{plain[4:]}"


@given(data, st.integers(0, 7), st.sampled_from(CROCKFORD))
def test_one_wrong_character_is_noticed(code: str, place: int, wrong: str) -> None:
    """Whichever of the eight it is, the check character among them."""
    plain = code + check_character(code)
    mistyped = plain[:place] + wrong + plain[place + 1 :]
    assert (read_code(mistyped) == written(plain)) == (mistyped == plain)
    assert (read_code(mistyped) is None) == (mistyped != plain)


@given(data, st.integers(0, 6))
def test_two_swapped_neighbours_are_noticed(code: str, place: int) -> None:
    """The most common slip of all."""
    plain = code + check_character(code)
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]
    assert (read_code(swapped) is None) == (swapped != plain)


@given(st.integers(0, 60), st.integers(0, 60))
def test_more_cards_leave_the_earlier_ones_good(some: int, more: int) -> None:
    """A second print run does not take the first one back."""
    assert card_codes(KEY, some + more)[:some] == card_codes(KEY, some)


def test_no_two_cards_are_the_same() -> None:
    """Nor does the next room have any of them."""
    codes = {*card_codes(KEY, 2000), *card_codes("a5" * 32, 2000)}
    assert len(codes) == 4000


@given(st.integers(0, 99))
def test_a_card_is_read_however_it_is_typed(card: int) -> None:
    """Small letters, blanks for dashes, and letters that look like digits."""
    code = card_codes(KEY, 100)[card]
    assert {read_code(typed) for typed in (code, f" {code.lower()} ", code.replace("-", " "))} == {code}
    assert read_code(code.replace("0", "o").replace("1", "l")) == code
    assert read_code(code.replace("1", "I")) == code


@given(st.text(max_size=60))
def test_anything_may_be_typed(typed: str) -> None:
    """It is a code as it is printed, or none."""
    code = read_code(typed)
    assert code is None or (len(code) == 9 and read_code(code) == code)
