"""Voter cards: each code is made from the secret of the room, and a code that was mistyped is known to be one."""

import hmac
from functools import lru_cache
from itertools import count, islice
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem

CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U. https://www.crockford.com/base32.html"""

_DATA_LENGTH: Final = 7
_MOST_TYPED: Final = 40
"""Longest text, in characters, that is looked at as a code at all."""
_READ_AS: Final = str.maketrans("OIL", "011", " -\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{NO-BREAK SPACE}")
"""Letters that look like digits are read as those; blanks and dashes say nothing."""


class CardNeeded(WorkshopProblem):
    """This round is voted with printed cards. Type in the code on a card first; nothing was saved."""


class NotACard(WorkshopProblem):
    """This is not the code of a card of this workshop. Compare it with the card; nothing was saved."""


def _powers_of_two() -> tuple[int, ...]:
    """Return 2⁰ to 2³⁰ in the field of 32 elements over x⁵ + x² + 1: every element but 0, once."""
    powers = [1]
    while len(powers) < len(CROCKFORD) - 1:
        doubled = powers[-1] << 1
        powers.append(doubled ^ 0b100101 if doubled >= len(CROCKFORD) else doubled)
    return tuple(powers)


_POWER: Final = _powers_of_two()
_LOG: Final = {power: exponent for exponent, power in enumerate(_POWER)}


def check_character(data: str) -> str:
    """Return the check character of some characters of Crockford's base 32, at most 30.

    As in ISBN-10, the characters weighted by their place sum to 0, here in the field of 32 elements: one wrong
    character, or two swapped, always change the sum, because all weights differ and none is 0.
    """
    total = 0
    for place, character in enumerate(data, start=1):
        value = CROCKFORD.index(character)
        total ^= _POWER[(_LOG[value] + place) % len(_POWER)] if value else 0
    return CROCKFORD[total]


@lru_cache(maxsize=4)
def card_codes(room_key: str, cards: int) -> tuple[str, ...]:
    """Return the codes of a room's cards ("XXXX-XXXX"), no two of them the same.

    A code is 35 bits of HMAC-SHA-256 under the room's key (hex) and a check character. More cards leave the codes
    of the earlier ones as they are.
    """
    codes = dict.fromkeys(islice((_code(room_key, number) for number in count(1)), cards))
    more = count(cards + 1)
    while len(codes) < cards:  # two of the cards came to the same code
        codes[_code(room_key, next(more))] = None
    return tuple(codes)


def read_code(typed: str) -> str | None:
    """Return a code as it is printed, or None where what was typed cannot be one.

    Lower case, blanks and dashes do not matter; O is read as 0, and I and L as 1.
    """
    plain = typed.upper().translate(_READ_AS) if len(typed) <= _MOST_TYPED else ""
    data, check = plain[:_DATA_LENGTH], plain[_DATA_LENGTH:]
    if len(data) < _DATA_LENGTH or not set(data) <= set(CROCKFORD) or check != check_character(data):
        return None
    return f"{plain[:4]}-{plain[4:]}"


@lru_cache(maxsize=4)
def printed_cards(room_key: str, cards: int) -> frozenset[str]:
    """Return the same codes as ``card_codes``, to look one up in."""
    return frozenset(card_codes(room_key, cards))


def _code(room_key: str, number: int) -> str:
    digest = hmac.digest(bytes.fromhex(room_key), f"card:{number}".encode(), "sha256")
    bits = int.from_bytes(digest[:5]) >> 5
    data = "".join(CROCKFORD[bits >> shift & 31] for shift in range(30, -5, -5))
    return f"{data[:4]}-{data[4:]}{check_character(data)}"
