"""What the worker process does for the Record page: it makes the PDF, draws its pages as pictures, and writes it."""

from dataclasses import dataclass
from pathlib import Path

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.photos import pictures_of
from workshop_tool.store.durable import replace_file


class NotExported(WorkshopProblem):
    """{name} could not be written ({reason}). The workshop is untouched; choose another folder or name."""


@dataclass(frozen=True)
class PagePicture:
    """One page as pixels, four bytes each: blue, green, red, unused."""

    width: int
    height: int
    stride: int
    """Bytes from one line to the next."""
    pixels: bytes


@dataclass(frozen=True)
class Preview:
    """The record as it would be printed, with one of its pages."""

    pdf: bytes
    pages: int
    page: int
    """Which one it is, from 0."""
    picture: PagePicture


def draw_record(workshop: Workshop, beside: Path, page: int, width: int, height: int) -> Preview:
    """Make the record of a workshop and draw one page of it.

    Args:
        workshop: Without voters' keys or with them: the record tells neither.
        beside: The workshop file, next to which its photos and logos stand.
        page: From 0; the last one where the record is shorter.
        width: Pixels that the picture may take across.
        height: And down; the page keeps its shape.
    """
    from workshop_tool.record.pdf import make_pdf  # noqa: PLC0415 - two seconds of fonts and drawing, when wanted

    return draw_page(make_pdf(workshop, pictures_of(workshop, beside)), page, width, height)


def draw_page(pdf: bytes, page: int, width: int, height: int) -> Preview:
    """Draw one page of a record that was made before; see ``draw_record``."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - a library of its own, when wanted

    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        page = max(0, min(page, pages - 1))
        across, down = document[page].get_size()
        bitmap = document[page].render(scale=min(width / across, height / down), rev_byteorder=False, prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
    return Preview(pdf, pages, page, picture)


def export_record(workshop: Workshop, path: Path, beside: Path) -> Path:
    """Write the record as PDF, with the photos that stand beside the workshop file; return where it is.

    Raises:
        NotExported: the file cannot be written; what was there before is still there.
    """
    from workshop_tool.record.pdf import make_pdf  # noqa: PLC0415 - as above

    return _written(path, make_pdf(workshop, pictures_of(workshop, beside)))


def export_data(workshop: Workshop, path: Path) -> Path:
    """Write the workshop in the exchange format (JSON); see ``export_record``."""
    import json  # noqa: PLC0415 - as above

    from workshop_tool.services.exchange import to_exchange  # noqa: PLC0415 - as above

    return _written(path, (json.dumps(to_exchange(workshop), ensure_ascii=False, indent=2) + "\n").encode())


def _written(path: Path, data: bytes) -> Path:
    try:
        replace_file(path, data)
    except OSError as problem:
        raise NotExported(name=path.name, reason=(problem.strerror or str(problem)).lower()) from problem
    return path
