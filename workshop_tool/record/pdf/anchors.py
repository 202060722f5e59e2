"""Places in the document that links, contents and bookmarks lead to, and on which pages they came to stand."""

from collections.abc import Mapping

from reportlab.platypus import Flowable

from workshop_tool.paper.tagging import TaggedCanvas, sayable
from workshop_tool.record.facts.heading import ContentsEntry


class Anchors:
    """Page numbers: those known beforehand, and those that are found while the document is set."""

    def __init__(self, known: Mapping[str, int]) -> None:
        """Start a document; these pages by key are known where it is only a part of the whole."""
        self._known = known
        self.found: dict[str, int] = {}
        self._sections: dict[int, str] = {}
        """Name of the first section that begins on a page."""
        self.running_poster = ""
        """Number and title of the poster whose texts are being set."""

    def page_of(self, key: str) -> str:
        """Return the page of a place, as far as it is known by now."""
        return str(self.found.get(key) or self._known.get(key) or "")

    def reach(self, entry: ContentsEntry, page: int) -> None:
        """Note that a place has come to stand on a page."""
        self.found[entry.key] = page
        if entry.level == 0:
            self._sections.setdefault(page, entry.name)

    def section_on(self, page: int) -> str:
        """Return the section that begins on a page, or the one that goes on there."""
        began = [number for number in self._sections if number <= page]
        return self._sections[max(began)] if began else ""


class Anchor(Flowable):
    """A place without extent: where it is drawn, links and bookmarks lead."""

    def __init__(self, anchors: Anchors, entry: ContentsEntry, *, space_before: float = 0.0) -> None:
        """Stand for one line of the contents; the space is left where it does not begin a page."""
        super().__init__()
        self.width = self.height = 0
        self.keepWithNext = 1
        self.spaceBefore = space_before
        self._anchors = anchors
        self._entry = entry

    def draw(self) -> None:
        """Note the page, and let the document's outline lead here."""
        entry = self._entry
        if isinstance(self.canv, TaggedCanvas):
            self.canv.begin_section(entry.level)
        self._anchors.reach(entry, self.canv.getPageNumber())
        self.canv.bookmarkHorizontal(entry.key, 0, 30)
        name = f"{entry.name} {entry.message}" if entry.level else entry.name
        self.canv.addOutlineEntry(sayable(name), entry.key, entry.level, closed=entry.level == 0)
