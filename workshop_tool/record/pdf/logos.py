"""Logos at the foot of the cover: side by side at the right, each in a box of one size."""

from collections.abc import Mapping

from reportlab.pdfgen.canvas import Canvas

from workshop_tool.paper.tagging import content
from workshop_tool.record.facts.look import LogoFacts
from workshop_tool.record.pdf.readable import readable

_WIDE, _HIGH, _GAP = 120.0, 44.0, 24.0


def draw_logos(
    canvas: Canvas, logos: tuple[LogoFacts, ...], pictures: Mapping[str, bytes], place: tuple[float, float]
) -> None:
    """Draw the logos that are there, ending at the right of a place, standing on its height; in points."""
    right, bottom = place
    for logo in reversed(logos):
        picture = readable(pictures.get(logo.name))
        if picture is not None:
            across, down = picture.getSize()
            scale = min(_WIDE / across, _HIGH / down)
            width, height = scale * across, scale * down
            left = right - width
            with content(canvas, "Figure", alt=logo.alt, frame=(left, bottom, right, bottom + height)):
                canvas.drawImage(picture, left, bottom, width, height, mask="auto")
            right = left - _GAP
