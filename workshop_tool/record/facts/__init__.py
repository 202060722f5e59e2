"""Everything the record says: all arithmetic and all sentences are made here, so that drawing decides nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from workshop_tool.domain.record_choices import RecordChoices, SectionChoice
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, speaking
from workshop_tool.language.own_words import in_own_words
from workshop_tool.record.facts.appendix import AppendixFacts, appendix_facts, content_hash
from workshop_tool.record.facts.areas import AreasFacts, areas_facts
from workshop_tool.record.facts.comments import CommentsFacts, comments_facts
from workshop_tool.record.facts.heading import ContentsEntry, Heading
from workshop_tool.record.facts.links import LinksFacts, links_facts
from workshop_tool.record.facts.look import LookFacts, look_facts
from workshop_tool.record.facts.method import MethodFacts, method_facts
from workshop_tool.record.facts.opening import (
    CoverFacts,
    IntroductionFacts,
    ProgrammeFacts,
    cover_facts,
    introduction_facts,
    programme_facts,
)
from workshop_tool.record.facts.posters import PostersFacts, posters_facts
from workshop_tool.record.facts.summary import SummaryFacts, summary_facts
from workshop_tool.record.facts.trends import TrendsFacts, trends_facts
from workshop_tool.record.facts.unlinked import unlinked
from workshop_tool.record.facts.voting import VotingFacts, voting_facts
from workshop_tool.record.facts.wording import lines_of
from workshop_tool.record.sections import KEYS

__all__ = ["ContentsFacts", "DocumentFacts", "RecordFacts", "record_facts"]

_NOT_LISTED = {"cover", "contents"}
"""Sections that the contents leave out."""
_WORTH_CONTENTS = 9
"""A record with fewer lines of contents than this is found through without them."""


@dataclass(frozen=True)
class DocumentFacts:
    """What a reader's program shows about the file."""

    title: str
    author: str
    subject: str
    language: str
    """ISO 639-1."""


@dataclass(frozen=True)
class ContentsFacts:
    """The contents; their lines are ``RecordFacts.entries``."""

    heading: Heading


@dataclass(frozen=True)
class RecordFacts:
    """One workshop, ready to be printed: a field for each section under its key, and which are told in which order."""

    document: DocumentFacts
    look: LookFacts
    cover: CoverFacts
    summary: SummaryFacts
    contents: ContentsFacts
    introduction: IntroductionFacts
    programme: ProgrammeFacts
    trends: TrendsFacts
    areas: AreasFacts
    voting: VotingFacts
    posters: PostersFacts
    links: LinksFacts
    comments: CommentsFacts
    method: MethodFacts
    appendix: AppendixFacts
    order: tuple[str, ...] = KEYS
    """Keys of the sections that are told, in the order of the pages."""

    def heading(self, key: str) -> Heading:
        """Return the heading of one section."""
        heading: Heading = getattr(self, key).heading
        return heading

    @property
    def places(self) -> frozenset[str]:
        """Keys of all places that a link may lead to."""
        posters = self.posters.posters if "posters" in self.order else ()
        return frozenset((*self.order, *(poster.key for poster in posters)))

    @property
    def entries(self) -> tuple[ContentsEntry, ...]:
        """The lines of the contents, in the order of the pages."""
        entries = []
        for key in self.order:
            heading = self.heading(key)
            if key not in _NOT_LISTED:
                entries.append(ContentsEntry(heading.key, 0, heading.name, heading.message))
            if key == "posters":
                entries += [ContentsEntry(p.key, 1, str(p.number), p.title) for p in self.posters.posters]
        return tuple(entries)


def record_facts(workshop: Workshop, *, hashed: bool = True) -> RecordFacts:
    """Return what the record of this workshop says, in the language that was chosen for it.

    The hash of its content goes through every ballot; whoever shows only what lies before the appendix needs none.
    """
    told = workshop.plan.particulars
    with speaking(told.language):
        content, workshop = workshop, in_own_words(workshop)
        facts = RecordFacts(
            document=DocumentFacts(told.title, told.author or listed_author(workshop), told.project, told.language),
            look=look_facts(workshop.plan),
            cover=cover_facts(workshop.plan),
            summary=summary_facts(workshop),
            contents=ContentsFacts(Heading("contents", _("Contents"))),
            introduction=introduction_facts(workshop),
            programme=programme_facts(workshop.plan),
            trends=trends_facts(workshop),
            areas=areas_facts(workshop.plan),
            voting=voting_facts(workshop),
            posters=posters_facts(workshop),
            links=links_facts(workshop.plan),
            comments=comments_facts(workshop.plan),
            method=method_facts(workshop),
            appendix=appendix_facts(workshop, content_hash(content) if hashed else ""),
        )
    return _as_chosen(facts, workshop.plan.record)


def listed_author(workshop: Workshop) -> str:
    """Return whom to name as author where nobody is: the facilitators."""
    return ", ".join(workshop.plan.particulars.facilitators)


def _as_chosen(facts: RecordFacts, record: RecordChoices) -> RecordFacts:
    """Return the facts with titles and texts as chosen, without what was switched off or has nothing to say."""
    choices = record.in_order(KEYS)
    changed = dict(_rewritten(facts, [choice for choice in choices if choice.title or choice.text]))
    order = [choice.key for choice in choices if choice.shown and (choice.text or not _is_silent(facts, choice.key))]
    told = replace(facts, **changed, order=tuple(order))
    if len(told.entries) < _WORTH_CONTENTS and not told.contents.heading.text:
        told = replace(told, order=tuple(key for key in order if key != "contents") or ("cover",))
    linked: RecordFacts = unlinked(told, told.places)
    return linked


def _rewritten(facts: RecordFacts, choices: Iterable[SectionChoice]) -> Iterable[tuple[str, Any]]:
    for choice in choices:
        heading = facts.heading(choice.key)
        heading = replace(heading, message=choice.title or heading.message, text=lines_of(choice.text))
        yield choice.key, replace(getattr(facts, choice.key), heading=heading)


def _is_silent(facts: RecordFacts, key: str) -> bool:
    """Tell whether a section would stand there with its heading alone."""
    match key:
        case "programme":
            return not facts.programme.entries
        case "summary" | "links" | "comments":
            return bool(getattr(facts, key).empty)
        case _:
            return False
