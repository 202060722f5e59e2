"""The number of a page in the contents: it leads there, and is drawn when all pages are, for only then it is known."""

from functools import partial

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.tagging import Element, TaggedCanvas, content, element
from workshop_tool.paper.text import draw_line
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.style import INK

_SIZE, _LINE = 10.0, 14.0


class PageNumber(Flowable):
    """The number of the page on which a place stands, at the right end of its cell."""

    def __init__(self, anchors: Anchors, key: str) -> None:
        """Lead to the place with this key."""
        super().__init__()
        self._anchors, self._key = anchors, key

    def wrap(self, room: float, _height: float) -> tuple[float, float]:
        """Take the width that there is, and one line."""
        self.width, self.height = room, _LINE
        return self.width, self.height

    def draw(self) -> None:
        """Keep a place for the number, and let a click there lead on."""
        canvas = self.canv
        with element(canvas, "P"), content(canvas, "Link") as link:
            canvas.linkRect("", self._key, (0, 0, self.width, self.height), relative=1)
            if isinstance(canvas, TaggedCanvas):
                canvas.draw_at_the_end(partial(self._draw_number, canvas, link))
            else:
                self._draw_number(canvas, link)

    def _draw_number(self, canvas: Canvas, link: Element) -> None:
        link.alt = self._anchors.page_of(self._key)
        canvas.setFillColor(INK)
        baseline = self.height - pdfmetrics.getAscent(REGULAR.name, _SIZE)
        draw_line(canvas, (self.width, baseline), link.alt, REGULAR.name, _SIZE, align=1.0)
