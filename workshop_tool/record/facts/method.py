"""How the result came about: the rules of the vote, the limits of what it says, what is an example, the source."""

from dataclasses import dataclass

from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.opening import standing_line
from workshop_tool.record.facts.rules import rules_said, voters_said
from workshop_tool.record.facts.voting import shown_book
from workshop_tool.record.facts.wording import NOT_ENTERED, lines_of, number_word, opening


@dataclass(frozen=True)
class MethodPart:
    """A labelled run of sentences."""

    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class MethodFacts:
    """The whole section."""

    heading: Heading
    parts: tuple[MethodPart, ...]


def method_facts(workshop: Workshop) -> MethodFacts:
    """Return how the workshop was run and what to keep in mind."""
    told = workshop.plan.particulars
    book = shown_book(workshop)
    parts = (
        MethodPart(_("Way of working"), _steps(workshop)),
        MethodPart(_("Rules of the vote"), rules_said(workshop.plan, book.round) if book else ()),
        MethodPart(_("Who could vote"), voters_said(book) if book else ()),
        MethodPart(_("Limits"), _limits(workshop, book)),
        MethodPart(_("Examples"), _examples(workshop)),
        MethodPart(_("Source"), lines_of(told.source)),
        MethodPart(_("This record"), _standing(workshop)),
    )
    return MethodFacts(Heading("method", _("Method")), tuple(part for part in parts if part.sentences))


def _steps(workshop: Workshop) -> tuple[str, ...]:
    plan, said = workshop.plan, []
    if plan.trends:
        said.append(_("Trends were presented on a map of importance and certainty, for the groups to complement."))
    if plan.areas:
        said.append(_("From a numbered list of problem areas the groups picked those they would work on first."))
    if plan.posters:
        said.append(_("Each picked area has a poster, which is printed as it was written; blank fields stay blank."))
    if workshop.rounds:
        said.append(_("Participants voted on the posters with dots."))
    return tuple(said)


def _limits(workshop: Workshop, book: Book | None) -> tuple[str, ...]:
    said = []
    if any(trend.placed for trend in workshop.plan.trends):
        said.append(_("Places on the trend map are judgements, not measurements."))
    if book:
        said.append(_("The vote shows what those present thought on the day; it is no survey."))
        said.append(_("What was not entered is shown as {dash}, never as 0.").format(dash=NOT_ENTERED))
    return tuple(said)


def _examples(workshop: Workshop) -> tuple[str, ...]:
    plan, said = workshop.plan, []
    positions = sum(trend.example and trend.placed for trend in plan.trends)
    if positions:
        one = ngettext(
            "The position of {count} trend on the map was made up to show how it looks.",
            "The positions of {count} trends on the map were made up to show how it looks.",
            positions,
        )
        said.append(one.format(count=positions))
    times = sum(part.example for part in plan.programme)
    if times:
        one = ngettext(
            "{count} part of the programme was made up to show how it looks.",
            "{count} parts of the programme were made up to show how it looks.",
            times,
        )
        said.append(opening(one.format(count=number_word(times))))
    if any(person.example for person in plan.participants):
        said.append(_("Sectors and groups of the participants were made up to show how it looks."))
    return tuple(said)


def _standing(workshop: Workshop) -> tuple[str, ...]:
    edits = sum(entry.kind == "edit after closing" for entry in workshop.log)
    said = [standing_line(workshop.plan.particulars) + "."]
    if edits:
        after = ngettext(
            "{count} change was made after the workshop had been closed.",
            "{count} changes were made after the workshop had been closed.",
            edits,
        )
        said.append(after.format(count=edits))
    said.append(_naming(workshop))
    said.append(_("□ stands for a character that cannot be printed."))
    return tuple(said)


def _naming(workshop: Workshop) -> str:
    record = workshop.plan.record
    appended = all(choice.shown for choice in record.sections if choice.key == "appendix")
    if record.names and appended and workshop.plan.participants:
        return _("Participants agreed to be named; their names stand in the appendix alone.")
    return _("Participants are told by sector, never by name.")
