"""Lists that flow through columns and on to further pages: what does not fit is never made smaller."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from workshop_tool.desktop.projector.lettering import BODY, HEADING, NUMBER, Style, width_of, wrap
from workshop_tool.desktop.projector.slide import Slide

BULLET = "•"
_WIDE = 1.5
"""From this ratio of width to height a picture takes three columns, below it two."""


@dataclass(frozen=True)
class Piece:
    """A paragraph that stays together where it can: lines in a style, and what stands before the first one."""

    lines: tuple[str, ...]
    style: Style
    gap: float
    """Air above it in pixels; none at the top of a column."""
    mark: str = ""
    mark_style: Style = NUMBER
    indent: float = 0.0
    keeps: bool = False
    """A heading: it stays with the next piece."""

    def tall(self, height: float) -> float:
        """Return how much of a column it takes, without the air above."""
        return len(self.lines) * self.style.leading(height)


def column_count(slide_width: float, slide_height: float) -> int:
    """Return how many columns of readable text stand side by side."""
    return 3 if slide_width / max(slide_height, 1.0) >= _WIDE else 2


def heading(text: str, height: float, width: float) -> Piece:
    """Return a heading over the pieces that follow."""
    return Piece(wrap(text, HEADING, height, width), HEADING, HEADING.leading(height) * 0.55, keeps=True)


def entry(text: str, height: float, width: float, *, mark: str = BULLET, style: Style = BODY) -> Piece:
    """Return an item of a list behind a bullet or a number."""
    widest = width_of("00", NUMBER, height) if mark != BULLET else width_of(BULLET, NUMBER, height)
    indent = max(widest, width_of(mark, NUMBER, height)) + style.pixels(height) * 0.45
    lines = wrap(text, style, height, width - indent)
    return Piece(lines, style, style.pixels(height) * 0.3, mark=mark, indent=indent)


def fill_columns(pieces: Sequence[Piece], height: float, column: float) -> list[list[Piece]]:
    """Deal the pieces into columns of a height (in pixels, as is ``column``); a column holds at least one line."""
    columns: list[list[Piece]] = [[]]
    left = column
    for bundle in _bundles(pieces):
        need = _need(bundle, height)
        if need + bundle[0].gap > left and columns[-1] and need <= column:
            columns.append([])
            left = column
        for piece in bundle:
            for part in _split(piece, height, column):
                need = part.tall(height) + (part.gap if columns[-1] else 0.0)
                if need > left and columns[-1]:
                    columns.append([])
                    left, need = column, part.tall(height)
                columns[-1].append(part)
                left -= need
    return columns


def even_columns(pieces: Sequence[Piece], height: float, column: float, count: int) -> list[list[Piece]]:
    """Deal the pieces into columns as even as they can be where all fit on one page; else fill page by page."""
    step = BODY.leading(height) / 2
    tried = column / 2
    while tried < column:
        columns = fill_columns(pieces, height, tried)
        if len(columns) <= count and all(_need(c, height) <= column for c in columns):
            return columns
        tried += step
    return fill_columns(pieces, height, column)


def write_columns(slide: Slide, box: QRectF, columns: Sequence[Sequence[Piece]], count: int) -> None:
    """Write up to ``count`` columns side by side into a box."""
    width, gutter = column_width(box.width(), slide.height, count)
    for place, column in enumerate(columns[:count]):
        x, y = box.left() + place * (width + gutter), box.top()
        for index, piece in enumerate(column):
            y += piece.gap if index else 0.0
            if piece.mark:
                slide.lines((piece.mark,), piece.mark_style, x, y)
            y = slide.lines(piece.lines, piece.style, x + piece.indent, y)


def column_width(width: float, height: float, count: int) -> tuple[float, float]:
    """Return the width of a column and of the gutter between two, in pixels."""
    gutter = height * 0.05
    return (width - gutter * (count - 1)) / count, gutter


def pages_of(columns: list[list[Piece]], count: int) -> list[list[list[Piece]]]:
    """Return the columns page by page."""
    return [columns[at : at + count] for at in range(0, len(columns), count)]


def _bundles(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return each heading together with the piece that follows it."""
    bundles: list[list[Piece]] = []
    open_heading = False
    for piece in pieces:
        if open_heading:
            bundles[-1].append(piece)
        else:
            bundles.append([piece])
        open_heading = piece.keeps
    return bundles


def _need(pieces: Sequence[Piece], height: float) -> float:
    return sum(piece.tall(height) + piece.gap for piece in pieces) - (pieces[0].gap if pieces else 0.0)


def _split(piece: Piece, height: float, column: float) -> list[Piece]:
    """Break a piece that is taller than a whole column."""
    most = max(1, int(column / piece.style.leading(height)))
    if len(piece.lines) <= most:
        return [piece]
    parts = [piece.lines[at : at + most] for at in range(0, len(piece.lines), most)]
    return [replace(piece, lines=part, mark=piece.mark if not at else "") for at, part in enumerate(parts)]
