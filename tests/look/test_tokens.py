"""Everybody can read the colours."""

import re
from dataclasses import asdict, fields

import pytest

from workshop_tool.look.tokens import (
    DARK,
    LIGHT,
    SHAPE_MINIMUM,
    SHAPE_PAIRS,
    TEXT_MINIMUM,
    TEXT_PAIRS,
    Palette,
    contrast_ratio,
    css_variables,
)

palettes = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


@palettes
@pytest.mark.parametrize(("text", "behind"), TEXT_PAIRS)
def test_text_stands_out_from_what_is_behind_it(palette: Palette, text: str, behind: str) -> None:
    """WCAG 2.2 AA: 4.5 : 1, small grey text included."""
    assert contrast_ratio(getattr(palette, text), getattr(palette, behind)) >= TEXT_MINIMUM


@palettes
@pytest.mark.parametrize(("shape", "behind"), SHAPE_PAIRS)
def test_shapes_stand_out_from_what_is_behind_them(palette: Palette, shape: str, behind: str) -> None:
    """WCAG 2.2 AA: 3 : 1 for dots, bars and edges of controls."""
    assert contrast_ratio(getattr(palette, shape), getattr(palette, behind)) >= SHAPE_MINIMUM


@palettes
def test_colours_are_written_as_six_hex_digits(palette: Palette) -> None:
    """Qt, CSS and the report library all read this form."""
    assert all(re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in asdict(palette).values())


def test_contrast_runs_from_1_to_21() -> None:
    """The two ends the standard names."""
    assert contrast_ratio("#777777", "#777777") == 1
    assert contrast_ratio("#FFFFFF", "#000000") == pytest.approx(21)


def test_the_site_gets_every_colour() -> None:
    """Each field is a custom property, dashes for underscores."""
    css = css_variables(LIGHT)
    assert "--accent-soft: #E3EEF0;" in css
    assert len(css.splitlines()) == len(fields(Palette))
