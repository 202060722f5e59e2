"""Templates: a workshop without its day, kept as a file of its own, from which new ones are made.

A template holds how a day is run (programme, poster template, questions, the rules of its votes, the record's choices)
and, where wanted, trends and problem areas. Who took part, what groups wrote and what was voted is never in it.
"""

from typing import Final

from immutables import Map

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item, new_id
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.trends import Trend
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.forgetting import names_still_said

_SETTINGS: Final = ("language", "horizon")
_ALWAYS: Final = ("programme", "questions")
_RULES: Final = ("name", "criteria", "dots", "most_per_poster", "tie_rule", "voters", "own_poster", "poster_order")


def template_of(workshop: Workshop, name: str, *, with_lists: bool) -> Workshop:
    """Return a workshop as a template.

    Args:
        workshop: Any workshop, at any stage.
        name: What the template is called.
        with_lists: Whether trends and problem areas come along; notes on them do not.
    """
    old = workshop.plan
    settings = {key: getattr(old.particulars, key) for key in _SETTINGS}
    plan = Plan(Particulars(title=name, **settings), template=old.template).with_record(
        old.record.revised(summary="", names=False, ballots=False)
    )
    for table in (*_ALWAYS, *(("trends", "areas") if with_lists else ())):
        for item in old.list_of(table):
            plan = plan.with_item(_emptied(item))
    return Workshop(plan.settled(), books=_prepared(workshop))


def begin_from(template: Workshop, particulars: Particulars) -> Workshop:
    """Return a new workshop made of a template; the template's settings stay, its items get ids of their own."""
    settings = {key: getattr(template.plan.particulars, key) for key in _SETTINGS}
    old = template.plan
    plan = Plan(particulars.revised(**settings), template=old.template).with_record(old.record)
    for table in (*_ALWAYS, "trends", "areas"):
        for item in old.list_of(table):
            plan = plan.with_item(item.revised(id=new_id()))
    return Workshop(plan.settled(), books=_prepared(template))


def names_in_template(template: Workshop, workshop: Workshop) -> tuple[str, ...]:
    """Return where the words of a template still name a participant of the workshop it was made of, a line a place."""
    plan = template.plan
    for person in workshop.plan.participants:
        plan = plan.with_item(Participant(id=person.id, name=person.name, position=person.position))
    return names_still_said(Workshop(plan, books=template.books))


def _emptied(item: Item) -> Item:
    match item:
        case Trend():
            return item.revised(
                note="",
                presented_as="",
                presented_importance=None,
                presented_certainty=None,
            )
        case ProblemArea():
            return item.revised(note="", new=False)
    return item


def _prepared(workshop: Workshop) -> Map[str, Book]:
    """Return rounds with the rules of those that stand on their own, prepared and without a dot."""
    rounds = [book.round for book in workshop.rounds if book.round.follows is None]
    fresh = [
        Round(id=new_id(), position=old.position, **{rule: getattr(old, rule) for rule in _RULES}) for old in rounds
    ]
    return Map({round_.id: Book(round=round_) for round_ in fresh})
