"""The words that the method brought along (fields of the poster, criteria, domains), in the language in use."""

from typing import Final

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import DAMVAD_TEMPLATE
from workshop_tool.domain.voting.criteria import CRITERIA, Criterion
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _

OWN_WORDS: Final = frozenset(
    filter(
        None,
        (
            *(part.label for part in DAMVAD_TEMPLATE.parts),
            *(text for field in DAMVAD_TEMPLATE.fields for text in (field.label, field.prompt)),
            *DAMVAD_TEMPLATE.domains,
            *(text for criterion in CRITERIA for text in (criterion.label, criterion.meaning)),
        ),
    )
)
"""They stand in the file in English; what people wrote themselves is never translated."""


def in_own_words(workshop: Workshop) -> Workshop:
    """Return the workshop with the method's own words in the language in use; all else is as it was."""
    if all(_(word) == word for word in OWN_WORDS):
        return workshop
    workshop = workshop.with_plan(_plan(workshop.plan))
    for book in workshop.rounds:
        criteria = tuple(_criterion(criterion) for criterion in book.round.criteria)
        if criteria != book.round.criteria:
            workshop = workshop.with_book(book.with_round(book.round.revised(criteria=criteria)))
    return workshop


def _plan(plan: Plan) -> Plan:
    template = plan.template
    plan = plan.with_template(
        template.revised(
            parts=tuple(part.revised(label=own(part.label)) for part in template.parts),
            fields=tuple(f.revised(label=own(f.label), prompt=own(f.prompt)) for f in template.fields),
            domains=tuple(map(own, template.domains)),
        )
    )
    for poster in plan.posters:
        if poster.domains:
            domains = {key: own(domain) for key, domain in poster.domains.items()}
            plan = plan.with_item(poster.revised(domains=domains))
    return plan


def _criterion(criterion: Criterion) -> Criterion:
    return criterion.revised(label=own(criterion.label), meaning=own(criterion.meaning))


def own(text: str) -> str:
    """Return one text in the language in use where the method brought it along; else as it is."""
    return _(text) if text in OWN_WORDS else text
