"""Dots and QR codes: what is drawn is what a person, or a phone, reads."""

from itertools import pairwise
from typing import get_args
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from pyzbar.pyzbar import decode

from workshop_tool.domain.voting.criteria import Shape
from workshop_tool.look.dots import dot_svg, mark, shape_points
from workshop_tool.look.qr import QUIET_ZONE, TextTooLongForQr, qr_matrix

ADDRESS = "http://192.168.0.10:8080/?card=7K2M"
SHAPES: tuple[Shape, ...] = get_args(Shape)
shapes = pytest.mark.parametrize("shape", SHAPES)


@shapes
def test_a_shape_stays_in_its_square(shape: Shape) -> None:
    """Marks can be set side by side."""
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in shape_points(shape))


@shapes
def test_a_wide_letter_stays_inside_its_shape(shape: Shape) -> None:
    """The corners of a W (0.8 of the font size wide) lie within the outline."""
    drawn = mark(shape)
    half, top = drawn.letter_size * 0.4, 2 * drawn.letter_middle - drawn.baseline
    outline = [*drawn.outline, drawn.outline[0]]
    for x, y in [(0.5 - half, top), (0.5 + half, top), (0.5 - half, drawn.baseline), (0.5 + half, drawn.baseline)]:
        assert all((bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0 for (ax, ay), (bx, by) in pairwise(outline))


def test_a_letter_is_data() -> None:
    """A criterion called < does not end the picture."""
    text = ET.fromstring(dot_svg("circle", "<", "#2563C9", "#FFFFFF", 24))[1].text  # noqa: S314 - ours
    assert text == "<"


def test_a_phone_reads_the_matrix() -> None:
    """Drawn at four pixels a module, with the quiet zone that is part of it, it says what it was made from."""
    matrix = qr_matrix(ADDRESS)
    picture = Image.new("L", (len(matrix), len(matrix)))
    picture.putdata([0 if dark else 255 for row in matrix for dark in row])
    (read,) = decode(picture.resize((len(matrix) * 4, len(matrix) * 4), Image.Resampling.NEAREST))
    assert read.data.decode() == ADDRESS


def test_the_quiet_zone_is_part_of_the_matrix() -> None:
    """Four empty modules on every side."""
    matrix = qr_matrix(ADDRESS)
    edge = [*matrix[:QUIET_ZONE], *matrix[-QUIET_ZONE:], *zip(*matrix, strict=True)]
    assert not any(any(row) for row in edge[: 2 * QUIET_ZONE])
    assert not any(any(row[:QUIET_ZONE]) or any(row[-QUIET_ZONE:]) for row in matrix)


def test_a_text_too_long_for_a_qr_code_is_refused_with_a_sentence() -> None:
    """The library's own complaint is about versions."""
    with pytest.raises(TextTooLongForQr, match="3000 characters"):
        qr_matrix("x" * 3000)
