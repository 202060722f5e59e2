"""The first pages: cover, introduction and programme."""

from dataclasses import dataclass

from workshop_tool.domain.particulars import Particulars, ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.people import PeopleFacts, people_facts
from workshop_tool.record.facts.questions import QuestionFacts, questions_facts
from workshop_tool.record.facts.wording import lines_of, listed, long_date, number_text, number_word, opening, time_span

Row = tuple[str, str]
"""A label and what stands beside it."""


@dataclass(frozen=True)
class CoverFacts:
    """What the cover says."""

    heading: Heading
    project: str
    title: str
    subtitle: str
    dated: str
    rows: tuple[Row, ...]
    standing: str


@dataclass(frozen=True)
class IntroductionFacts:
    """Why the workshop was held, by whom, and on what ground."""

    heading: Heading
    paragraphs: tuple[str, ...]
    purpose: tuple[str, ...]
    rows: tuple[Row, ...]
    basis: str
    people: PeopleFacts
    questions: tuple[QuestionFacts, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to introduce."""
        said = (self.paragraphs, self.purpose, self.rows, self.basis, self.people.sectors, self.questions)
        return not any(said)


@dataclass(frozen=True)
class ProgrammeEntry:
    """One part of the day."""

    time: str
    title: str
    notes: tuple[str, ...]
    example: bool
    planned: str = ""
    """How long it was planned to take, in words; empty where it is not known."""
    share: float = 0.0
    """The same, as a share (0 to 1) of the longest part."""


@dataclass(frozen=True)
class ProgrammeFacts:
    """The day in its parts."""

    heading: Heading
    entries: tuple[ProgrammeEntry, ...]
    example_note: str


def cover_facts(plan: Plan) -> CoverFacts:
    """Return what the cover says; what is unknown leaves no line."""
    told = plan.particulars
    dated = _("Workshop record")
    if told.date:
        dated = _("Workshop record · {date}").format(date=long_date(told.date))
    rows = (
        (_("Client"), told.client),
        (_("Place"), told.place),
        (_("Host"), told.host),
        (_("Held by"), listed(told.facilitators)),
        (_("Attendance"), people_facts(plan).sentence),
        (_("Author"), told.author),
    )
    return CoverFacts(
        heading=Heading("cover", _("Cover")),
        project=told.project,
        title=told.title,
        subtitle=told.subtitle,
        dated=dated,
        rows=tuple(row for row in rows if row[1]),
        standing=standing_line(told),
    )


def standing_line(told: Particulars) -> str:
    """Say whether the record stands, is a draft, or was taken while the workshop was still running."""
    match told.standing:
        case "approved":
            return _("Approved record")
        case "draft":
            return _("Draft for comment")
        case _:
            return _("Working record: the workshop was not closed yet when this was made")


def introduction_facts(workshop: Workshop) -> IntroductionFacts:
    """Return the introduction; empty parts stay empty."""
    plan = workshop.plan
    told = plan.particulars
    people = people_facts(plan)
    rows = (
        (_("Project"), told.project),
        (_("Client"), told.client),
        (_("Held"), ", ".join(part for part in (long_date(told.date) if told.date else "", told.place) if part)),
        (_("Host"), told.host),
        (_("Facilitated by"), listed(told.facilitators)),
        (_("Record by"), told.author if told.author not in told.facilitators else ""),
        (_("Participants"), "" if people.sectors else people.sentence),
        (_("Based on"), basis_of(told)),
    )
    return IntroductionFacts(
        heading=Heading(key="introduction", name=_("Introduction")),
        paragraphs=lines_of(told.introduction),
        purpose=lines_of(told.purpose),
        rows=tuple(row for row in rows if row[1]),
        basis=basis_of(told),
        people=people,
        questions=questions_facts(workshop),
    )


def basis_of(told: Particulars) -> str:
    """Return "29 interviews and 12 documents", or as much of it as is known."""
    parts = []
    if told.interviews is not None:
        said = ngettext("{count} interview", "{count} interviews", told.interviews)
        parts.append(said.format(count=number_text(told.interviews)))
    if told.documents is not None:
        said = ngettext("{count} document", "{count} documents", told.documents)
        parts.append(said.format(count=number_text(told.documents)))
    return listed(parts)


def programme_facts(plan: Plan) -> ProgrammeFacts:
    """Return the programme; without entries where none was written down."""
    count = len(plan.programme)
    message = ngettext("The day had {count} part", "The day had {count} parts", count)
    examples = [part.example for part in plan.programme]
    longest = max((part.minutes or 0 for part in plan.programme), default=0)
    return ProgrammeFacts(
        heading=Heading(
            "programme", _("Programme"), opening(message.format(count=number_word(count))) if count else ""
        ),
        entries=tuple(_entry(part, longest, marked=not all(examples)) for part in plan.programme),
        example_note=_example_note(examples),
    )


def _example_note(examples: list[bool]) -> str:
    if examples and all(examples):
        return _("The whole programme is an example: it was made up to show how it looks.")
    return _("What is marked “example” was made up to show how it looks.") if any(examples) else ""


def _entry(part: ProgrammePart, longest: int, *, marked: bool) -> ProgrammeEntry:
    minutes = part.minutes or 0
    return ProgrammeEntry(
        time=time_span(part.starts, part.minutes),
        title=part.title,
        notes=lines_of(part.note),
        example=part.example and marked,
        planned=_("{minutes} min").format(minutes=minutes) if minutes else "",
        share=minutes / longest if longest else 0.0,
    )
