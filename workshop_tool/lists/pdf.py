"""The reader of PDF files: their text layer, page by page, with the blanks and gaps that show what belongs together."""

import ctypes
import time
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final

import pypdfium2  # type: ignore[import-untyped]

from workshop_tool.language import _
from workshop_tool.lists.characters import mended
from workshop_tool.lists.choices import Offers
from workshop_tool.lists.drafts import Findings, ListKind
from workshop_tool.lists.pdf_blanks import Piece, parted, usual_letter
from workshop_tool.lists.pdf_streams import check_streams
from workshop_tool.lists.refusals import (
    ListDamaged,
    ListEncrypted,
    ListInflated,
    ListTooLong,
    PagesMissing,
    PdfWithoutText,
)
from workshop_tool.lists.roll_calls import read_words
from workshop_tool.lists.shaping import drafts_from_words
from workshop_tool.lists.sources import LINES_CAP, Source
from workshop_tool.lists.tables import read_rows
from workshop_tool.lists.tables.aligned import aligned_rows

PAGES_READ: Final = 40
"""So many pages are read where none are chosen."""
_HEAD: Final = 1024
_PIECES_CAP: Final = 20_000
_LETTERS_CAP: Final = 200_000
_SECONDS: Final = 5.0
_GAP: Final = 1.6
"""Lines further apart than this many of the closer steps are parted by a blank line, far further by two."""
_WIDE_GAP: Final = 2.5
_SAME_LINE: Final = 0.5
_APART: Final = 2.0
"""Blanks, in widths of a letter, from which two pieces of a line stand in columns."""
_WIDEST: Final = 300
_BROKEN: Final = "\x02"
"""What PDFium gives for the hyphen of a word that goes on in the next line, be it a soft one or not."""
_CLOSEST: Final = 4
"""One in so many steps is taken for a close one."""


def recognises(source: Source) -> bool:
    """Say whether the file begins as PDF files do."""
    return source.data[:_HEAD].lstrip(b"\xef\xbb\xbf\0 \t\r\n").startswith(b"%PDF-")


def read(source: Source, kind: ListKind) -> Findings:
    """Return a draft for each item on the chosen pages.

    Raises:
        PdfWithoutText: the pages are pictures.
        PagesMissing: a chosen page is not there.
        ListRefused: the file is damaged, has a password, or holds more than a list.
    """
    check_streams(source.data, source.shown_name)
    document = _opened(source)
    try:
        count = len(document)
        pages = source.choices.pages or tuple(range(1, min(count, PAGES_READ) + 1))
        missing = next((page for page in pages if not 1 <= page <= count), None)
        if missing is not None:
            raise PagesMissing(file=source.shown_name, count=count, page=missing)
        text = "\n\n".join(_page_texts(document, pages, source.shown_name))
    finally:
        document.close()
    if not text.strip():
        raise PdfWithoutText(file=source.shown_name)
    if text.count("\n") > LINES_CAP:
        raise ListTooLong(file=source.shown_name, limit=f"{LINES_CAP:,}")
    text = mended(text)
    notes = tuple(_notes(len(pages), count, chosen=source.choices.pages is not None))
    offers = Offers(pages=count if count > 1 else 0)
    if rows := aligned_rows(text, kind):
        table = read_rows(rows, kind, "", source.choices.columns)
        offers = offers.revised(columns=table.offers.columns)
        return table.revised(notes=(*notes, *table.notes), offers=offers)
    reading = read_words(text, kind)
    return Findings(
        drafts=drafts_from_words(reading.passages, kind, reading.front),
        left_out=reading.left_out,
        encoding="",
        notes=(*notes, *reading.notes),
        offers=offers,
    )


def _notes(read_pages: int, count: int, *, chosen: bool) -> list[str]:
    if chosen or read_pages == count:
        return []
    return [
        _("Only the first {n} of {count} pages were read; choose the pages with the list.").format(
            n=read_pages, count=count
        )
    ]


def _opened(source: Source) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(source.data)
    except pypdfium2.PdfiumError as problem:
        if "password" in str(problem).lower():
            raise ListEncrypted(file=source.shown_name) from problem
        raise ListDamaged(file=source.shown_name, place="") from problem


def _page_texts(document: pypdfium2.PdfDocument, pages: Sequence[int], file: str) -> Iterator[str]:
    """Give the text of each page, up to where it takes far too long: pages may share one huge content."""
    deadline = time.monotonic() + _SECONDS
    for page in pages:
        if time.monotonic() > deadline:
            raise ListInflated(file=file)
        yield _page_text(document, page, file)


def _page_text(document: pypdfium2.PdfDocument, number: int, file: str) -> str:
    try:
        page = document[number - 1]
        words = page.get_textpage()
        pieces = list(_pieces(words, file))
        letter = usual_letter(words)
        pieces = [part for piece in pieces for part in parted(words, piece, letter)]
        words.close()
        page.close()
    except (pypdfium2.PdfiumError, ctypes.ArgumentError) as problem:
        place = _(" (page {number})").format(number=number)
        raise ListDamaged(file=file, place=place) from problem
    return "\n".join(_set(_lines(pieces))).replace(_BROKEN, "-")


def _pieces(words: pypdfium2.PdfTextPage, file: str) -> Iterator[Piece]:
    if words.count_chars() > _LETTERS_CAP or (count := words.count_rects()) > _PIECES_CAP:
        raise ListTooLong(file=file, limit=f"{LINES_CAP:,}")
    for place in range(count):
        left, bottom, right, top = words.get_rect(place)
        text = words.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").replace("\n", " ")
        if text.strip() and right > left and top > bottom:
            yield Piece(text.strip("\r\n"), left, right, bottom, top)


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Gather the pieces of each line, in the order in which the file draws them."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and _beside(lines[-1][-1], piece):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _beside(before: Piece, piece: Piece) -> bool:
    height = max(1.0, min(before.top - before.bottom, piece.top - piece.bottom))
    overlap = min(before.top, piece.top) - max(before.bottom, piece.bottom)
    return overlap >= _SAME_LINE * height and piece.left >= before.left


def _set(lines: Sequence[Sequence[Piece]]) -> Iterator[str]:
    """Write the lines with their indents, and a blank line where the page has a gap."""
    if not lines:
        return
    pieces = [piece for line in lines for piece in line]
    letter = _letter(pieces)
    edge = min(piece.left for piece in pieces)
    steps = [a[0].bottom - b[0].bottom for a, b in pairwise(lines)]
    close = _close_step(steps)
    for place, line in enumerate(lines):
        step = steps[place - 1] if place else close
        if step > _GAP * close or step < -close:
            yield ""
        if step > _WIDE_GAP * close:
            yield ""
        yield _set_line(line, edge, letter)


def _letter(pieces: Sequence[Piece]) -> float:
    """The usual width of a letter."""
    return max(1.0, median((piece.right - piece.left) / len(piece.text) for piece in pieces)) if pieces else 1.0


def _close_step(steps: Sequence[float]) -> float:
    """How far apart the lines stand that belong together: a step that a good part of the page does not go below."""
    down = sorted(step for step in steps if step > 0)
    return down[len(down) // _CLOSEST] if down else 1.0


def _set_line(line: Sequence[Piece], edge: float, letter: float) -> str:
    written = ""
    end = line[0].left
    for piece in line:
        column = min(_WIDEST, round((piece.left - edge) / letter))
        blanks = (piece.left - end) / letter
        if not written:
            written = " " * column
        elif blanks > _APART:
            written += " " * max(3, column - len(written))
        elif blanks > 1 / 4 and not written.endswith(" "):
            written += " "
        written += piece.text
        end = piece.right
    return written
