"""The summary: one page that writes itself from the facts, until somebody puts their own words there."""

from dataclasses import dataclass, replace

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Result
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import picked_message
from workshop_tool.record.facts.comments import next_steps_said
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.leading import hard_said, leading_said, summary_message
from workshop_tool.record.facts.opening import basis_of
from workshop_tool.record.facts.people import people_facts
from workshop_tool.record.facts.voting import shown_book, without_result
from workshop_tool.record.facts.wording import lines_of, number_text, number_word, opening

_LONGEST_LABEL = 40
_LONGEST_PURPOSE = 700
"""Characters; the summary is one page."""
_MOST_FIGURES = 5


@dataclass(frozen=True)
class FigureFacts:
    """A number in large type, and what it counts."""

    number: str
    caption: str


@dataclass(frozen=True)
class SummaryPart:
    """Sentences under a label; without one they stand by themselves."""

    label: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class SummaryFacts:
    """The whole page."""

    heading: Heading
    figures: tuple[FigureFacts, ...]
    """At most five; none that nobody knows."""
    parts: tuple[SummaryPart, ...]
    written: str = ""
    """The parts as the facts write them, as a text to edit."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to sum up."""
        return not self.parts and not self.figures


def summary_facts(workshop: Workshop) -> SummaryFacts:
    """Return the summary in the consultant's words where there are some, else as the facts write it."""
    facts = written_summary(workshop)
    own = workshop.plan.record.summary
    return replace(facts, parts=parts_of(own) if own else facts.parts, written=text_of(facts))


def written_summary(workshop: Workshop) -> SummaryFacts:
    """Return the summary as the facts write it."""
    plan, book = workshop.plan, shown_book(workshop)
    result = book.result if book else None
    parts = (
        SummaryPart(_("What was asked"), _asked(plan)),
        SummaryPart(_("Who came"), _came(plan)),
        SummaryPart(_("What was worked on"), _worked_on(plan)),
        SummaryPart(_("What leads"), leading_said(plan, result) if result else _no_result(workshop)),
        SummaryPart(_("Wanted but hard"), hard_said(plan, result) if result else ()),
        SummaryPart(_("What comes next"), next_steps_said(plan)),
    )
    return SummaryFacts(
        heading=Heading("summary", _("Summary"), summary_message(plan, result) if result else _message(plan)),
        figures=_figures(plan, result),
        parts=tuple(part for part in parts if part.sentences),
    )


def text_of(facts: SummaryFacts) -> str:
    """Return the summary as a text to edit: a label on a line of its own above its sentences, then a blank line."""
    return "\n\n".join("\n".join(filter(None, (part.label, *part.sentences))) for part in facts.parts)


def parts_of(text: str) -> tuple[SummaryPart, ...]:
    """Read such a text back: a short first line that ends without a stop is the label of what follows it."""
    parts = []
    for block in text.split("\n\n"):
        lines = lines_of(block)
        if len(lines) > 1 and len(lines[0]) <= _LONGEST_LABEL and lines[0][-1] not in ".!?…,;":
            parts.append(SummaryPart(lines[0], lines[1:]))
        elif lines:
            parts.append(SummaryPart("", lines))
    return tuple(parts)


def _no_result(workshop: Workshop) -> tuple[str, ...]:
    """Say that there is no result where somebody might look for one."""
    return (without_result(workshop),) if workshop.rounds or workshop.plan.posters else ()


def _message(plan: Plan) -> str:
    return picked_message(plan) if plan.areas else ""


def _asked(plan: Plan) -> tuple[str, ...]:
    purpose = plan.particulars.purpose
    said = list(lines_of(purpose)) if len(purpose) <= _LONGEST_PURPOSE else [_("The introduction tells the purpose.")]
    if basis := basis_of(plan.particulars):
        said.append(_("It builds on {basis}.").format(basis=basis))
    return tuple(said)


def _came(plan: Plan) -> tuple[str, ...]:
    people = people_facts(plan)
    if people.present is None:
        return ()
    said = ngettext("{count} person took part{sectors}.", "{count} people took part{sectors}.", people.present)
    sectors = _(", from {sectors}").format(sectors=people.sectors_said) if people.sectors_said else ""
    return (opening(said.format(count=number_word(people.present), sectors=sectors)), *filter(None, (people.note,)))


def _worked_on(plan: Plan) -> tuple[str, ...]:
    said = []
    if count_ := len(plan.trends):
        one = ngettext("{count} trend was looked at.", "{count} trends were looked at.", count_)
        said.append(opening(one.format(count=number_word(count_))))
    if plan.areas:
        said.append(picked_message(plan) + ".")
    if new := sum(area.new for area in plan.areas):
        one = ngettext(
            "{count} problem area was added in the workshop.",
            "{count} problem areas were added in the workshop.",
            new,
        )
        said.append(opening(one.format(count=number_word(new))))
    return (" ".join(said),) if said else ()


def _figures(plan: Plan, result: Result | None) -> tuple[FigureFacts, ...]:
    present = people_facts(plan).present
    known = [
        (present, ngettext("person took part", "people took part", present or 0)),
        (len(plan.trends) or None, ngettext("trend", "trends", len(plan.trends))),
        (len(plan.areas) or None, ngettext("problem area", "problem areas", len(plan.areas))),
        (len(plan.posters) or None, ngettext("poster", "posters", len(plan.posters))),
    ]
    if result:
        first = result.round.asked[0]
        dots = result.totals[first.key]
        said = ngettext("{criterion} dot", "{criterion} dots", dots or 0)
        known.append((dots, said.format(criterion=first.label.lower())))
    figures = [FigureFacts(number_text(number), caption) for number, caption in known if number is not None]
    return tuple(figures[:_MOST_FIGURES])
