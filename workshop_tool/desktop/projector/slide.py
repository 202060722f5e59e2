"""A slide: what one page of the projector holds, as plain marks in pixels. Views compose it; ``painting`` draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSizeF

from workshop_tool.desktop.projector.lettering import QUIET, Style, metrics, width_of, wrap
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.look.dots import mark
from workshop_tool.look.tokens import LIGHT

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True)
class Words:
    """One line of text: where it starts on its baseline, and its size in pixels."""

    text: str
    x: float
    baseline: float
    pixels: int
    weight: int
    colour: str
    upward: bool = False
    """Turned to the left, so that it reads from the bottom to the top; x and baseline then are where it starts."""

    @property
    def box(self) -> QRectF:
        """The place the line takes, from the height of its capitals to the depth of its descenders."""
        measure = metrics(self.pixels, self.weight)
        long, above, below = measure.horizontalAdvance(self.text), measure.capHeight(), measure.descent()
        if self.upward:
            return QRectF(self.x - above, self.baseline - long, above + below, long)
        return QRectF(self.x, self.baseline - above, long, above + below)


@dataclass(frozen=True)
class Panel:
    """A rectangle with round corners, filled, edged or both."""

    box: QRectF
    fill: str = ""
    edge: str = ""
    radius: float = 0.0


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    start: QPointF
    end: QPointF
    colour: str
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Dot:
    """A criterion's mark in a square box."""

    criterion: Criterion
    box: QRectF


@dataclass(frozen=True)
class Disc:
    """A round dot of the map."""

    centre: QPointF
    radius: float
    colour: str


@dataclass(frozen=True)
class Code:
    """A QR code in a square box, quiet zone included."""

    text: str
    box: QRectF


Mark = Words | Panel | Stroke | Dot | Disc | Code


@dataclass
class Slide:
    """One page for a picture of a size in pixels; methods put marks on it and say where they end."""

    size: QSizeF
    ground: str = LIGHT.sheet
    marks: list[Mark] = field(default_factory=list)
    is_step: bool = False
    """Whether more of the same comes up on the next page."""

    @property
    def height(self) -> float:
        """Height of the picture in pixels."""
        return self.size.height()

    @property
    def margin(self) -> float:
        """Air at the edges, in pixels: projectors cut a little off."""
        return min(self.size.width(), self.size.height()) * 0.06

    @property
    def inside(self) -> QRectF:
        """The picture without its margins."""
        air = self.margin
        return QRectF(air, air, self.size.width() - 2 * air, self.size.height() - 2 * air)

    def put(self, *marks: Mark) -> None:
        """Put marks on the slide; later ones lie above earlier ones."""
        self.marks.extend(marks)

    def write(
        self,
        text: str,
        style: Style,
        x: float,
        top: float,
        width: float,
        *,
        most: int | None = None,
        align: Align = "left",
    ) -> float:
        """Write a text into a column, in at most ``most`` lines; return where it ends, in pixels from the top."""
        return self.lines(wrap(text, style, self.height, width, most=most), style, x, top, width, align=align)

    def lines(
        self, lines: Sequence[str], style: Style, x: float, top: float, width: float = 0.0, *, align: Align = "left"
    ) -> float:
        """Write lines that are wrapped already; return where they end."""
        pixels, leading = style.pixels(self.height), style.leading(self.height)
        measure = metrics(pixels, style.weight)
        for line in lines:
            if not line:
                top += leading
                continue
            spare = width - width_of(line, style, self.height) if align != "left" else 0.0
            left = x + spare * {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
            baseline = top + (leading + measure.capHeight()) / 2
            self.put(Words(line, left, baseline, pixels, style.weight, style.colour))
            top += leading
        return top

    def dot(self, criterion: Criterion, x: float, middle: float) -> float:
        """Put a criterion's mark at x, the middle of its letter on a line; return where it ends across."""
        side = self.dot_side(criterion)
        self.put(Dot(criterion, QRectF(x, middle - side * mark(criterion.shape).letter_middle, side, side)))
        return x + side

    def dot_side(self, criterion: Criterion) -> float:
        """Return the side of a criterion's mark in pixels: its letter is as large as the smallest text."""
        return QUIET.pixels(self.height) / mark(criterion.shape).letter_size

    def number_pages(self, page: int, pages: int) -> None:
        """Say in the corner which page of how many this is; nothing where there is only one."""
        if pages > 1:
            leading = QUIET.leading(self.height)
            box = self.inside
            top = self.height - self.margin / 2 - leading / 2
            top = min(top, self.height - leading)
            self.write(f"{page} / {pages}", QUIET, box.left(), top, box.width(), align="right")


def numbered(slides: list[Slide]) -> list[Slide]:
    """Number the pages of a view."""
    for page, slide in enumerate(slides, start=1):
        slide.number_pages(page, len(slides))
    return slides
