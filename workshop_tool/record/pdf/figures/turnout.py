"""The turnout: one bar for all who were there, by which way they voted, and who did not; its key below it."""

from reportlab.lib.colors import Color

from workshop_tool.look.fonts import REGULAR
from workshop_tool.paper.text import draw_line, width
from workshop_tool.record.facts.ledger import LedgerFacts
from workshop_tool.record.facts.pictured import turnout_in_words
from workshop_tool.record.pdf.figures.figure import Figure
from workshop_tool.record.pdf.style import ACCENT, EDGE, HAIRLINE, INK, INK_2, SHEET, TEXT_WIDTH

_THICK, _KEY, _BELOW = 13.0, 8.0, 6.0
_SIZE = 8.5
_TINTS: dict[str, Color] = {"phone": ACCENT, "paper": EDGE, "nobody": SHEET}
"""Dark, middling and white: apart from one another in grey as well."""


class TurnoutBar(Figure):
    """The bar, as wide as it is told, with what its parts mean in one line below."""

    def __init__(self, facts: LedgerFacts, across: float = 0.75 * TEXT_WIDTH) -> None:
        """Take the parts of the turnout; ``across`` in points."""
        super().__init__(turnout_in_words(facts))
        self.hAlign = "LEFT"
        self.spaceBefore, self.spaceAfter = 3, 9
        self._parts = facts.parts
        self.width, self.height = across, _THICK + 7 + _SIZE + _BELOW

    def draw_picture(self) -> None:
        """Draw the parts one after the other, and their key."""
        canvas = self.canv
        canvas.setLineWidth(HAIRLINE)
        canvas.setStrokeColor(INK_2)
        all_ = sum(part.count for part in self._parts)
        x = key = 0.0
        for part in self._parts:
            long = self.width * part.count / all_
            canvas.setFillColor(_TINTS[part.kind])
            canvas.rect(x, self.height - _THICK, long, _THICK, stroke=1, fill=1)
            canvas.rect(key, _BELOW, _KEY, _KEY, stroke=1, fill=1)
            canvas.setFillColor(INK)
            draw_line(canvas, (key + _KEY + 5, _BELOW + 1), part.words, REGULAR.name, _SIZE)
            x += long
            key += _KEY + 5 + width(part.words, REGULAR.name, _SIZE) + 18
