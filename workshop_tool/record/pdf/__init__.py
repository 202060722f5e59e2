"""The record as PDF: ``make_pdf`` lays the sections out until every page number in the contents is right."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from typing import Any

from workshop_tool.domain.workshop import Workshop
from workshop_tool.paper.tagging import Particulars, PlacingCanvas, TaggedCanvas, finish
from workshop_tool.paper.text import characters_without_glyph
from workshop_tool.record.facts import DocumentFacts, RecordFacts, record_facts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.brand import in_manner_of
from workshop_tool.record.pdf.pages import TOOL, RecordDocument
from workshop_tool.record.pdf.story import story_of
from workshop_tool.record.pdf.style import Style

__all__ = ["Printed", "characters_without_glyph", "make_pdf", "print_record"]

_USUAL_BUILDS = 2
_DRAWN = 0.7
"""Share of the time that drawing takes; the tags take the rest."""
_MOST_BUILDS = 4
"""The first build finds the pages and the second prints them; more only if page numbers change the line breaks."""


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
    known: dict[str, int] = {}
    canvases: list[TaggedCanvas] = []

    for build in range(_MOST_BUILDS):
        anchors = Anchors(known)
        out = BytesIO()
        story = story_of(facts, Style(anchors, pictures))
        # who prints page numbers knows none in the first build: what it draws is never shown
        placing = anchors.asked and not build
        kind = PlacingCanvas if placing else TaggedCanvas
        document = RecordDocument(out, facts.document, anchors, first=story.first)
        document.setProgressCallBack(_Share(build, tell))
        document.build(story.parts, canvasmaker=partial(_begun, kind, canvases))
        if not placing and (anchors.found == known or not anchors.asked):
            break
        known = anchors.found
    canvases[-1].write()
    return out.getvalue(), canvases[-1], anchors.found


def _begun(kind: type[TaggedCanvas], canvases: list[TaggedCanvas], *arguments: Any, **options: Any) -> TaggedCanvas:
    canvases.append(kind(*arguments, **options))
    return canvases[-1]


class _Share:
    """Hears from ReportLab how far a build is, and tells it as a share of the whole printing."""

    def __init__(self, build: int, tell: Progress) -> None:
        self._begins = min(build, _USUAL_BUILDS - 1)
        self._tell = tell
        self._size = 1

    def __call__(self, kind: str, value: int) -> None:
        """Take a number of flowables, or how many of them are set."""
        if kind == "SIZE_EST":
            self._size = max(1, value)
        elif kind == "PROGRESS":
            self._tell(_DRAWN * (self._begins + min(1.0, value / self._size)) / _USUAL_BUILDS)


def _particulars(told: DocumentFacts) -> Particulars:
    return Particulars(told.title, told.author, told.subject, told.language, TOOL)
