"""Which colours meet, and how far apart they must be for everyone to read them (WCAG 2.2)."""

TEXT_MINIMUM = 4.5
"""Least contrast of text: success criterion 1.4.3, level AA."""
SHAPE_MINIMUM = 3.0
"""Least contrast of what must be seen to be understood, text aside: success criterion 1.4.11, level AA."""

_DARKEST_CURVED = 0.04045
"""Where the sRGB curve leaves its straight foot."""

_SURFACES = ("ground", "sheet", "sunk", "accent_soft")
_TEXT = ("ink", "ink_2", "ink_3", "accent", "attention", "danger", "new")
_SHAPES = ("dot_blue", "dot_green", "control_line", "accent", "attention", "danger", "new")

TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, surface) for text in _TEXT for surface in _SURFACES),
    *((text, "attention_soft") for text in ("ink", "ink_2", "attention")),
    *((text, "new_soft") for text in ("ink", "ink_2", "new")),
    ("accent_ink", "accent"),
    ("dot_ink", "dot_blue"),
    ("dot_ink", "dot_green"),
    ("sheet", "attention"),
    ("sheet", "new"),
)
"""(text, what it stands on), by name of the Palette's fields; a pair that is not listed here is not for text."""

SHAPE_PAIRS: tuple[tuple[str, str], ...] = tuple((shape, surface) for shape in _SHAPES for surface in _SURFACES)
"""(shape, what it stands on): dots, bars, the edges of controls, the ring around what has the focus."""


def contrast_ratio(first: str, second: str) -> float:
    """Return the contrast of two "#RRGGBB" colours: 1.0 (the same) to 21.0 (black on white), in either order.

    Source: WCAG 2.2, definitions of "contrast ratio" and "relative luminance".
    """
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _DARKEST_CURVED else ((channel + 0.055) / 1.055) ** 2.4
