"""A printable under way: paper, title and fonts of the PDF, and black ink, so that any printer will do."""

from io import BytesIO
from typing import Final

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.fonts import REGULAR
from workshop_tool.look.tokens import LIGHT
from workshop_tool.paper.text import register_fonts

WIDTH, HEIGHT = A4
MARGIN: Final = 14 * mm
"""What every printer leaves white, and a little more."""
INNER: Final = WIDTH - 2 * MARGIN
INK: Final[Color] = HexColor(LIGHT.ink)
QUIET: Final[Color] = HexColor(LIGHT.ink_2)
EDGE: Final[Color] = HexColor(LIGHT.control_line)


class Pages:
    """The pages of one printable; ``canvas`` draws on the last of them."""

    def __init__(self, workshop: Workshop, title: str, size: tuple[float, float] = A4) -> None:
        """Begin with an empty page of this size in points."""
        register_fonts()
        particulars = workshop.plan.particulars
        self._out = BytesIO()
        self.canvas = Canvas(
            self._out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            # Otherwise every page names Helvetica, which is not embedded. The stubs take the name for a size.
            initialFontName=REGULAR.name,  # type: ignore[arg-type]
            lang=particulars.language,
        )
        self.canvas.setTitle(f"{title} · {particulars.title}")
        self.canvas.setCreator("Workshop Tool")

    def turn(self) -> None:
        """Go on with the next page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """Return the PDF; what stands on the last page needs no turn."""
        self.canvas.save()
        return self._out.getvalue()
