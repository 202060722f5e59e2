"""The record as PDF: ``make_pdf`` lays the sections out until every page number in the contents is right."""

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import speaking
from workshop_tool.paper.tagging import Particulars, TaggedCanvas, finish
from workshop_tool.paper.text import characters_without_glyph
from workshop_tool.record.facts import DocumentFacts, RecordFacts, record_facts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.pages import TOOL, RecordDocument
from workshop_tool.record.pdf.story import story_of
from workshop_tool.record.pdf.style import Style

__all__ = ["characters_without_glyph", "make_pdf"]

_MOST_BUILDS = 4
"""The first build finds the pages and the second prints them; more only if page numbers change the line breaks."""


def make_pdf(workshop: Workshop, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """Return the record of a workshop as PDF/UA-1 and PDF/A-2a, in its own language. The same workshop: the same bytes.

    It takes a moment and can run in a process of its own.

    Args:
        workshop: What the record tells.
        pictures: The photos and logos that stand beside the workshop, by the names under which it speaks of them
            (``services.photos.pictures_of``). Where one is missing, the record says so.
    """
    facts = record_facts(workshop)
    with speaking(facts.document.language):
        drawn, canvas = _drawn(facts, pictures or {})
    return finish(drawn, canvas.root, _particulars(facts.document))


def _drawn(facts: RecordFacts, pictures: Mapping[str, bytes]) -> tuple[bytes, TaggedCanvas]:
    known: dict[str, int] = {}
    canvases: list[TaggedCanvas] = []

    def canvas(*arguments: Any, **options: Any) -> TaggedCanvas:
        canvases.append(TaggedCanvas(*arguments, **options))
        return canvases[-1]

    for _build in range(_MOST_BUILDS):
        anchors = Anchors(known)
        out = BytesIO()
        story = story_of(facts, Style(anchors, pictures))
        RecordDocument(out, facts.document, anchors, first=story.first).build(story.parts, canvasmaker=canvas)
        if anchors.found == known or not anchors.asked:
            break
        known = anchors.found
    return out.getvalue(), canvases[-1]


def _particulars(told: DocumentFacts) -> Particulars:
    return Particulars(told.title, told.author, told.subject, told.language, TOOL)
