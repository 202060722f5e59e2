"""The voter cards of a workshop: made as many as are printed, and known again whoever types one in."""

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting import cards
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.joining import ensure_room_key

MOST_CARDS = 2000


class TooManyCards(WorkshopProblem):
    """{count} voter cards are too many: a workshop has at most {most}. None were made."""


def ensure_cards(workshop: Workshop, count: int) -> tuple[Workshop, tuple[str, ...]]:
    """Have at least so many cards; answers with all codes. Cards that were made before stay good.

    Raises:
        TooManyCards: more than a workshop can have.
    """
    if count > MOST_CARDS:
        raise TooManyCards(count=count, most=MOST_CARDS)
    workshop, _key = ensure_room_key(workshop)
    plan = workshop.plan
    if count > plan.particulars.cards:
        workshop = workshop.with_plan(plan.with_particulars(plan.particulars.revised(cards=count)))
    return workshop, card_codes(workshop)


def card_codes(workshop: Workshop) -> tuple[str, ...]:
    """Return the codes of all cards that were made, as they are printed: "XXXX-XXXX"."""
    told = workshop.plan.particulars
    return cards.card_codes(told.room_key, told.cards) if told.room_key else ()


def is_card(workshop: Workshop, text: str) -> str | None:
    """Return the code of the printed card that somebody typed in, or None where there is no such card."""
    told = workshop.plan.particulars
    code = cards.read_code(text)
    return code if code and told.room_key and code in cards.printed_cards(told.room_key, told.cards) else None
