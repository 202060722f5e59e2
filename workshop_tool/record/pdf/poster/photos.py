"""Photos of the paper poster, on the pages behind it: as large as the sheet holds them, four on a page at most."""

from collections.abc import Iterator, Sequence
from itertools import count

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from workshop_tool.language import _
from workshop_tool.look.fonts import ITALIC, REGULAR, SEMIBOLD
from workshop_tool.paper.grid import GUTTER, Cell
from workshop_tool.paper.tagging import content
from workshop_tool.paper.text import draw_line, shortened
from workshop_tool.record.facts.posters import PhotoFacts, PosterFacts
from workshop_tool.record.pdf.pages import POSTER
from workshop_tool.record.pdf.readable import readable
from workshop_tool.record.pdf.style import ACCENT, EDGE, HAIRLINE, INK, INK_2, INK_3, SHEET_HEIGHT, SHEET_WIDTH, Style

_ON_A_PAGE = 4
_HEAD = 34.0
_CAPTION = 14.0


def photo_pages(poster: PosterFacts, style: Style) -> Iterator[Flowable]:
    """Yield the pages with a poster's photos; nothing where it has none."""
    for first in range(0, len(poster.photos), _ON_A_PAGE):
        yield NextPageTemplate(POSTER)
        yield PageBreak()
        yield PhotoSheet(poster, range(first, min(first + _ON_A_PAGE, len(poster.photos))), style)


class PhotoSheet(Flowable):
    """One page: whose photos they are, and up to four of them."""

    def __init__(self, poster: PosterFacts, shown: range, style: Style) -> None:
        """Show some of a poster's photos, by their place from 0."""
        super().__init__()
        self.width, self.height = SHEET_WIDTH, SHEET_HEIGHT - 0.01
        self._poster, self._shown = poster, shown
        self._pictures = style.pictures

    def draw(self) -> None:
        """Draw the head, and each photo in its cell."""
        canvas, poster = self.canv, self._poster
        head = _("{number} {title}: photos of the paper poster").format(number=poster.number, title=poster.title)
        canvas.setFillColor(INK)
        with content(canvas, "H3", actual=head):
            draw_line(canvas, (0, self.height - 14), shortened(head, SEMIBOLD.name, 13, self.width), SEMIBOLD.name, 13)
        canvas.setStrokeColor(ACCENT)
        canvas.setLineWidth(1)
        canvas.line(0, self.height - 22, self.width, self.height - 22)
        for at, cell in zip(self._shown, _cells(len(self._shown), self.width, self.height - _HEAD), strict=True):
            self._draw_photo(poster.photos[at], cell)
            words = _("Photo {at} of {count}").format(at=at + 1, count=len(poster.photos))
            canvas.setFillColor(INK_2)
            with content(canvas, "Caption"):
                draw_line(canvas, (cell.x, cell.y + 3), words, REGULAR.name, 8)

    def _draw_photo(self, photo: PhotoFacts, cell: Cell) -> None:
        canvas = self.canv
        room = cell.height - _CAPTION
        picture = readable(self._pictures.get(photo.name))
        if picture is None:
            canvas.setStrokeColor(EDGE)
            canvas.setLineWidth(HAIRLINE)
            canvas.rect(cell.x, cell.y + _CAPTION, cell.width, room)
            canvas.setFillColor(INK_3)
            words = _("This photo is missing beside the workshop file")
            place = (cell.x + cell.width / 2, cell.y + _CAPTION + room / 2)
            with content(canvas, "P"):
                draw_line(canvas, place, words, ITALIC.name, 10, align=0.5)
            return
        across, down = picture.getSize()
        scale = min(cell.width / across, room / down)
        place = (cell.x, cell.y + cell.height - scale * down)
        size = (scale * across, scale * down)
        x, y = canvas.absolutePosition(*place)
        with content(canvas, "Figure", alt=photo.alt, frame=(x, y, x + size[0], y + size[1])):
            canvas.drawImage(picture, *place, *size, mask="auto")


def _cells(photos: int, width: float, height: float) -> Sequence[Cell]:
    """Return a cell for each photo: one, two beside one another, or two rows of two."""
    columns = 1 if photos == 1 else 2
    rows = (photos + 1) // 2 if photos > 1 else 1
    wide = (width - GUTTER * (columns - 1)) / columns
    high = (height - GUTTER * (rows - 1)) / rows
    places = ((at % columns, at // columns) for at in count())
    return [
        Cell(column * (wide + GUTTER), height - (row + 1) * high - row * GUTTER, wide, high)
        for (column, row), _photo in zip(places, range(photos), strict=False)
    ]
