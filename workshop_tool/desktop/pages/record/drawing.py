"""What the worker process does for the Record page: it makes the PDF, draws its pages as pictures, and writes it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Final

from workshop_tool.desktop.background.gauge import Progress
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.photos import pictures_of
from workshop_tool.store.durable import reason_of, replace_file

# What draws (two seconds of fonts and libraries) is imported here by the function that needs it, in the worker alone.

_HELD: Final = {5, 32}
"""Windows' numbers for "access is denied" and "another process is using the file"."""


class NotExported(WorkshopProblem):
    """{name} could not be written ({reason}). The workshop is untouched; choose another folder or name."""


class OpenElsewhere(WorkshopProblem):
    """{name} is open in another program and could not be replaced. Close it there, or choose another name."""


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
    places: Mapping[str, int]
    """On which page, from 1, each section begins, by its key; a section that is not there has nothing to say."""
    summary: str
    """The summary as the facts write it, as a text to edit."""
    without_glyph: str
    """Characters that no font of ours can print."""
    right_to_left: bool
    """Whether there is Arabic or Hebrew, which print does not turn."""


@dataclass(frozen=True)
class Look:
    """What the window looks at."""

    page: int
    """From 0."""
    size: tuple[int, int]
    """Pixels that the picture may take across and down."""
    places: Mapping[str, int]
    """As ``Preview`` told them last."""


@dataclass(frozen=True)
class SectionPreview:
    """A page of a section that was drawn by itself, ahead of the rest."""

    page: int
    """Its place in the whole record as that was last printed, from 0."""
    picture: PagePicture


def draw_record(workshop: Workshop, beside: Path, page: int, size: tuple[int, int], note: Path) -> Preview:
    """Make the record of a workshop and draw one page of it.

    Args:
        workshop: Without voters' keys or with them: the record tells neither.
        beside: The workshop file, next to which its photos and logos stand.
        page: From 0; the last one where the record is shorter.
        size: Pixels that the picture may take across and down; the page keeps its shape.
        note: Of the gauge that says whether the record is still wanted.

    Raises:
        NoLongerWanted: somebody stopped it.
    """
    from workshop_tool.record.facts import record_facts  # noqa: PLC0415
    from workshop_tool.record.pdf import characters_without_glyph, is_right_to_left, print_record  # noqa: PLC0415

    facts = record_facts(workshop)
    printed = print_record(facts, pictures_of(workshop, beside), Progress(note))
    pages, page, picture = draw_page(printed.pdf, page, size)
    texts = list(_texts(facts))
    return Preview(
        *(printed.pdf, pages, page, picture, dict(printed.places), facts.summary.written),
        without_glyph=characters_without_glyph(texts),
        right_to_left=is_right_to_left(texts),
    )


def draw_page(pdf: bytes, page: int, size: tuple[int, int]) -> tuple[int, int, PagePicture]:
    """Draw one page of a record that was made before; return how many pages it has, which one this is, and it."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415

    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        page = max(0, min(page, pages - 1))
        across, down = document[page].get_size()
        scale = min(size[0] / across, size[1] / down)
        bitmap = document[page].render(scale=scale, rev_byteorder=False, prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
    return pages, page, picture


def draw_section(workshop: Workshop, beside: Path, key: str, look: Look) -> SectionPreview | None:
    """Draw a page of one section alone, while it is being written; None where the record does not hold it.

    Args:
        workshop: As it is being written.
        beside: As for ``draw_record``.
        key: Of the section.
        look: What is looked at; the section's own nearest page is drawn.
    """
    from workshop_tool.record.facts import record_facts  # noqa: PLC0415
    from workshop_tool.record.pdf.alone import print_section  # noqa: PLC0415

    facts = record_facts(workshop, hashed=key == "appendix")
    if key not in facts.order:
        return None
    begins = look.places.get(key, 1) - 1
    wanted = max(1, look.page - begins + 1)
    pdf = print_section(facts, key, look.places, pictures_of(workshop, beside), pages=wanted)
    _pages, drawn, picture = draw_page(pdf, look.page - begins, look.size)
    return SectionPreview(begins + drawn, picture)


def export_record(workshop: Workshop, beside: Path, path: Path, note: Path) -> Path:
    """Write the record as PDF; return where it is.

    Raises:
        NotExported, OpenElsewhere, NoLongerWanted: what was there before is still there.
    """
    from workshop_tool.record.facts import record_facts  # noqa: PLC0415
    from workshop_tool.record.pdf import print_record  # noqa: PLC0415

    progress = Progress(note)
    pdf = print_record(record_facts(workshop), pictures_of(workshop, beside), progress).pdf
    progress(1.0)
    return _written(path, pdf)


def export_data(workshop: Workshop, _beside: Path, path: Path, _note: Path) -> Path:
    """Write the workshop in the exchange format (JSON); see ``export_record``."""
    import json  # noqa: PLC0415

    from workshop_tool.services.exchange import to_exchange  # noqa: PLC0415

    return _written(path, (json.dumps(to_exchange(workshop), ensure_ascii=False, indent=2) + "\n").encode())


def _written(path: Path, data: bytes) -> Path:
    """Write beside and swap in, so that an earlier file stays whole until the new one is."""
    try:
        replace_file(path, data)
    except OSError as problem:
        raise _refusal(path, problem) from problem
    return path


def _refusal(path: Path, problem: OSError) -> WorkshopProblem:
    """Tell a file that another program holds, which Windows alone refuses to replace, from all other trouble."""
    if getattr(problem, "winerror", None) in _HELD and path.exists():
        return OpenElsewhere(name=path.name)
    return NotExported(name=path.name, reason=reason_of(problem))


def _texts(facts: object) -> Iterator[str]:
    """Yield every text in the facts."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, tuple):
        for part in facts:
            yield from _texts(part)
    elif is_dataclass(facts):
        for field in fields(facts):
            yield from _texts(getattr(facts, field.name))
