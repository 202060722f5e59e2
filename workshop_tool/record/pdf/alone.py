"""One section by itself, for a quick look at what is being written: its pages are numbered as in the whole record."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.pdf.anchors import Anchors
from workshop_tool.record.pdf.brand import in_manner_of
from workshop_tool.record.pdf.pages import RecordDocument
from workshop_tool.record.pdf.story import section_story
from workshop_tool.record.pdf.style import Style


def print_section(
    facts: RecordFacts,
    key: str,
    places: Mapping[str, int],
    pictures: Mapping[str, bytes] | None = None,
    *,
    pages: int,
) -> bytes:
    """Return one section of a record as PDF for the screen: without tags, which take as long as the drawing.

    Args:
        facts: Of the whole record.
        key: Of a section that is in ``facts.order``.
        places: On which page each place stood when the whole was last printed.
        pictures: As for ``make_pdf``.
        pages: How many of its pages are wanted: of hundreds of posters only so many are drawn.
    """
    everywhere = facts.places
    if key == "posters":
        facts = replace(facts, posters=replace(facts.posters, posters=facts.posters.posters[:pages]))
    out, anchors = BytesIO(), Anchors(places)
    with in_manner_of(facts):
        story = section_story(facts, Style(anchors, pictures or {}), key)
        document = _Alone(out, facts.document, anchors, first=story.first)
        document.begins_on(places.get(key, 1), everywhere)
        document.build(story.parts)
    return out.getvalue()


class _Alone(RecordDocument):
    """A document whose first page is not number 1, and whose links may lead out of it."""

    def begins_on(self, page: int, places: Iterable[str]) -> None:
        """Count from this page; these are the places that links may lead to."""
        self._first_page = page
        self._places = tuple(places)

    def beforeDocument(self) -> None:
        """Count the pages from where the section stood in the whole."""
        canvas: Any = self.canv
        canvas._pageNumber = self._first_page  # noqa: SLF001 - ReportLab offers no way to begin elsewhere

    def afterPage(self) -> None:
        """Let links to other sections lead to this page: a link without an end is refused."""
        for key in self._places:
            self.canv.bookmarkPage(key)
        self._places = ()
