"""Everything the record says: all arithmetic and all sentences are made here, so that drawing decides nothing."""

from dataclasses import dataclass

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.record.facts.areas import AreasFacts, areas_facts
from workshop_tool.record.facts.heading import ContentsEntry, Heading
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
from workshop_tool.record.facts.trends import TrendsFacts, trends_facts
from workshop_tool.record.facts.voting import VotingFacts, voting_facts

__all__ = ["DocumentFacts", "RecordFacts", "record_facts"]


@dataclass(frozen=True)
class DocumentFacts:
    """What a reader's program shows about the file."""

    title: str
    author: str
    subject: str
    language: str
    """ISO 639-1."""


@dataclass(frozen=True)
class RecordFacts:
    """One workshop, ready to be printed."""

    document: DocumentFacts
    cover: CoverFacts
    contents: Heading
    introduction: IntroductionFacts
    programme: ProgrammeFacts | None
    trends: TrendsFacts
    areas: AreasFacts
    voting: VotingFacts
    posters: PostersFacts
    method: MethodFacts

    @property
    def entries(self) -> tuple[ContentsEntry, ...]:
        """The lines of the contents, in the order of the pages."""
        headings = [self.introduction.heading]
        headings += [self.programme.heading] if self.programme else []
        headings += [part.heading for part in (self.trends, self.areas, self.voting, self.posters)]
        entries = [ContentsEntry(heading.key, 0, heading.name, heading.message) for heading in headings]
        entries += [ContentsEntry(p.key, 1, str(p.number), p.title) for p in self.posters.posters]
        method = self.method.heading
        return (*entries, ContentsEntry(method.key, 0, method.name, method.message))


def record_facts(workshop: Workshop) -> RecordFacts:
    """Return what the record of this workshop says, in the language in use (``workshop_tool.language.speak``)."""
    told = workshop.plan.particulars
    return RecordFacts(
        document=DocumentFacts(told.title, told.author or listed_author(workshop), told.project, told.language),
        cover=cover_facts(workshop.plan),
        contents=Heading("contents", _("Contents")),
        introduction=introduction_facts(workshop.plan),
        programme=programme_facts(workshop.plan),
        trends=trends_facts(workshop.plan),
        areas=areas_facts(workshop.plan),
        voting=voting_facts(workshop),
        posters=posters_facts(workshop),
        method=method_facts(workshop),
    )


def listed_author(workshop: Workshop) -> str:
    """Return whom to name as author where nobody is: the facilitators."""
    return ", ".join(workshop.plan.particulars.facilitators)
