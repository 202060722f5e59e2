"""A branding's colour is made fit to be read, and is otherwise left alone."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.look.accent import readable_accent, soft_accent
from workshop_tool.look.contrast import TEXT_MINIMUM, contrast_ratio
from workshop_tool.look.palette import LIGHT

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(COLOURS)
def test_every_accent_is_readable_on_white_and_on_its_tint(colour: str) -> None:
    """White on it, it on white, ink and it on the tint behind what is picked."""
    accent = readable_accent(colour)
    assert contrast_ratio(accent, LIGHT.sheet) >= TEXT_MINIMUM
    assert contrast_ratio(accent, soft_accent(accent)) >= TEXT_MINIMUM
    assert contrast_ratio(LIGHT.ink, soft_accent(accent)) >= TEXT_MINIMUM


@given(COLOURS)
def test_a_colour_that_is_dark_enough_stays(colour: str) -> None:
    """Darkening twice is darkening once."""
    assert readable_accent(readable_accent(colour)) == readable_accent(colour)


def test_the_house_s_own_accent_is_its_own() -> None:
    """With the tint that the window has."""
    assert readable_accent(LIGHT.accent) == LIGHT.accent
    assert soft_accent(LIGHT.accent) == LIGHT.accent_soft
