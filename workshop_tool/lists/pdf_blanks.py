"""Finds the runs of blanks within a line of a PDF, which its text layer shrinks to a single one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

_APART: Final = 1.5
"""Widths of a letter that part two words besides the blank between them."""
_STRETCHED: Final = 1.15
"""A piece so much wider than its letters may hold more blanks than it says."""
_SAMPLE: Final = 400
"""So many letters tell how wide the letters of a page are."""


@dataclass(frozen=True)
class Piece:
    """A run of characters on one line: its place on the page in points, from the bottom left."""

    text: str
    left: float
    right: float
    bottom: float
    top: float


def usual_letter(words: pypdfium2.PdfTextPage) -> float:
    """Return how far the usual letter of a page moves the next one on, in points, 1 or more."""
    letters = enumerate(words.get_text_range(0, min(words.count_chars(), _SAMPLE)))
    boxes = [words.get_charbox(place, loose=True) for place, letter in letters if not letter.isspace()]
    return max(1.0, median(box[2] - box[0] for box in boxes)) if boxes else 1.0


def parted(words: pypdfium2.PdfTextPage, piece: Piece, letter: float) -> Iterator[Piece]:
    """Give a piece in parts where wide blanks stand in it; ``letter`` is the usual width of a letter on the page."""
    width = piece.right - piece.left
    if not piece.text.startswith(" ") and width <= _STRETCHED * letter * len(piece.text):
        yield piece
        return
    start = words.get_index(piece.left, (piece.bottom + piece.top) / 2, letter, piece.top - piece.bottom)
    if start is None or words.get_text_range(start, len(piece.text)) != piece.text:
        yield piece
        return
    begins, edge, left = 0, piece.left, piece.left
    for at, sign in enumerate(piece.text):
        if sign == " ":
            continue
        box = words.get_charbox(start + at)
        if at and piece.text[at - 1] == " " and box[0] - edge > (_APART + 1) * letter:
            if piece.text[begins:at].strip():
                yield replace(piece, text=piece.text[begins:at].strip(), left=left, right=edge)
            begins, left = at, box[0]
        edge = box[2]
    yield replace(piece, text=piece.text[begins:], left=left)
