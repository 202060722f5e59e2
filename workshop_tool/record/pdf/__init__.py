"""The record as PDF: ``make_pdf`` sets the sections one after the other, and then the page numbers in the contents."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from workshop_tool.domain.workshop import Workshop
from workshop_tool.paper.tagging import Particulars, TaggedCanvas, finish
from workshop_tool.paper.text import characters_without_glyph, is_right_to_left
from workshop_tool.record.facts import DocumentFacts, RecordFacts, record_facts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.brand import in_manner_of
from workshop_tool.record.pdf.pages import TOOL, RecordDocument
from workshop_tool.record.pdf.story import story_of
from workshop_tool.record.pdf.style import Style

__all__ = ["Printed", "characters_without_glyph", "is_right_to_left", "make_pdf", "print_record"]

_DRAWN = 0.7
"""Share of the time that drawing takes; the tags take the rest."""

Progress = Callable[[float], None]
"""Hears how much is done, 0 to 1."""


@dataclass(frozen=True)
class Printed:
    """A record on paper."""

    pdf: bytes
    places: Mapping[str, int]
    """On which page, from 1, each section and poster begins, by its key."""


def make_pdf(workshop: Workshop, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the record of a workshop as PDF/UA-1 and PDF/A-2a, in its own language. The same workshop: the same bytes.

    It takes a moment and can run in a process of its own.

    Args:
        workshop: What the record tells.
        pictures: The photos and logos that stand beside the workshop, by the names under which it speaks of them
            (``services.photos.pictures_of``). Where one is missing, the record says so.
    """
    return print_record(record_facts(workshop), pictures).pdf


def print_record(
    facts: RecordFacts, pictures: Mapping[str, bytes] | None = None, progress: Progress | None = None
) -> Printed:
    """Print what ``record_facts`` says; see ``make_pdf``. An error that ``progress`` raises ends the printing."""
    tell = progress or (lambda _share: None)
    with in_manner_of(facts):
        drawn, canvas, places = _drawn(facts, pictures or {}, tell)
    tell(_DRAWN)
    return Printed(finish(drawn, canvas.root, _particulars(facts.document)), places)


def _drawn(
    facts: RecordFacts, pictures: Mapping[str, bytes], tell: Progress
) -> tuple[bytes, TaggedCanvas, dict[str, int]]:
    canvases: list[TaggedCanvas] = []

    def canvas(*arguments: Any, **options: Any) -> TaggedCanvas:
        canvases.append(TaggedCanvas(*arguments, **options))
        return canvases[-1]

    out, anchors = BytesIO(), Anchors({})
    story = story_of(facts, Style(anchors, pictures))
    document = RecordDocument(out, facts.document, anchors, first=story.first)
    document.setProgressCallBack(_Share(tell))
    document.build(story.parts, canvasmaker=canvas)
    canvases[-1].write()
    return out.getvalue(), canvases[-1], anchors.found


class _Share:
    """Hears from ReportLab how far it is, and tells it as a share of the whole printing."""

    def __init__(self, tell: Progress) -> None:
        self._tell = tell
        self._size = 1

    def __call__(self, kind: str, value: int) -> None:
        """Take a number of flowables, or how many of them are set."""
        if kind == "SIZE_EST":
            self._size = max(1, value)
        elif kind == "PROGRESS":
            self._tell(_DRAWN * min(1.0, value / self._size))


def _particulars(told: DocumentFacts) -> Particulars:
    return Particulars(told.title, told.author, told.subject, told.language, TOOL)
