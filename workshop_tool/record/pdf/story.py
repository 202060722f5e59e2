"""The story of the record: its sections one after the other, in any order, and no empty page between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from workshop_tool.record.facts import RecordFacts
from workshop_tool.record.pdf.pages import PAGE
from workshop_tool.record.pdf.style import Style
from workshop_tool.record.sections import SECTIONS


@dataclass(frozen=True)
class Story:
    """What is to be set, and on which kind of page it begins."""

    first: str
    """Name of the page template."""
    parts: list[Flowable]


def story_of(facts: RecordFacts, style: Style) -> Story:
    """Return the sections of a record in the order chosen for it."""
    return _joined(part for key in facts.order for part in section_parts(facts, style, key))


def section_story(facts: RecordFacts, style: Style, key: str) -> Story:
    """Return one section by itself."""
    return _joined(section_parts(facts, style, key))


def section_parts(facts: RecordFacts, style: Style, key: str) -> list[Flowable]:
    """Return what one section is made of."""
    builders = {section.key: section.builder for section in SECTIONS if section.key == key}
    return builders[key](facts, style)


def _joined(parts: Iterable[Flowable]) -> Story:
    """Leave out a turn of the page where nothing stands on the page yet: sections come in any order.

    Each section turns to the page it wants and, where that is no ordinary one, turns back behind it.
    """
    first, said = PAGE, list[Flowable]()
    fresh: int | None = None
    """Where in ``said`` the page was turned that nothing stands on yet; None where something does."""
    for part in parts:
        if isinstance(part, PageBreak):
            if fresh is not None:
                del said[fresh]
            elif not any(map(_is_solid, said)):
                first, said = _last_template(said, first), []
                continue
            fresh = len(said)
        elif _is_solid(part):
            fresh = None
        said.append(part)
    if fresh is not None:
        del said[fresh]
    return Story(first, said)


def _last_template(said: list[Flowable], first: str) -> str:
    named = [part.action[1] for part in said if isinstance(part, NextPageTemplate)]
    return str(named[-1]) if named else first


def _is_solid(part: Flowable) -> bool:
    return not isinstance(part, PageBreak | CondPageBreak | NextPageTemplate)
