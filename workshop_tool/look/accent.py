"""A branding's colour made fit for text: dark enough on white, and a soft tint of it to lie behind words."""

from typing import Final

from workshop_tool.look.contrast import TEXT_MINIMUM, contrast_ratio
from workshop_tool.look.palette import LIGHT

_SOFT: Final = 0.12
"""Share of the accent in the tint behind words; the rest is white."""
_STEPS: Final = 200


def readable_accent(colour: str) -> str:
    """Return an "#RRGGBB" colour, darkened as little as makes it readable on white and on its own tint."""
    for step in range(_STEPS):
        darker = _scaled(colour, 1 - step / _STEPS)
        if contrast_ratio(darker, soft_accent(darker)) >= TEXT_MINIMUM:
            return darker
    return LIGHT.ink


def soft_accent(accent: str) -> str:
    """Return a tint of a readable accent, on which ink is read as well as on white."""
    if accent == LIGHT.accent:
        return LIGHT.accent_soft
    red, green, blue = (round(255 - _SOFT * (255 - channel)) for channel in _channels(accent))
    return f"#{red:02X}{green:02X}{blue:02X}"


def _scaled(colour: str, share: float) -> str:
    red, green, blue = (round(channel * share) for channel in _channels(colour))
    return f"#{red:02X}{green:02X}{blue:02X}"


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
