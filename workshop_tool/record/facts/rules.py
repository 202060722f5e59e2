"""The rules of a round in words: who voted with how many dots, what becomes of equal dots, who came late."""

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.result import turnout
from workshop_tool.domain.voting.rounds import Round, TieRule
from workshop_tool.domain.voting.steps import late_count
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of
from workshop_tool.record.facts.wording import listed, number_text, number_word


def dots_phrase(dots: int, criterion: Criterion) -> str:
    """Return "nine priority dots" or "one priority dot"."""
    said = ngettext("{count} {criterion} dot", "{count} {criterion} dots", dots)
    return said.format(count=number_word(dots), criterion=criterion.label.lower())


def dots_in_figures(dots: int, criterion: Criterion) -> str:
    """Return "33 priority dots"."""
    said = ngettext("{count} {criterion} dot", "{count} {criterion} dots", dots)
    return said.format(count=number_text(dots), criterion=criterion.label.lower())


def rules_said(plan: Plan, round_: Round) -> tuple[str, ...]:
    """Say what was chosen before the vote."""
    known = [dots_phrase(dots, c) for c in round_.asked if (dots := round_.dots.get(c.key))]
    unknown = [c.label.lower() for c in round_.asked if round_.dots.get(c.key) is None]
    said = []
    if known:
        said.append(_("Everybody had {dots}.").format(dots=listed(known)))
    if unknown and known:
        said.append(_("How many {criteria} dots each person had is not known.").format(criteria=listed(unknown)))
    elif unknown:
        said.append(_("How many dots each person had is not known."))
    meanings = [f"{c.label}: {c.meaning}" for c in round_.asked if c.meaning]
    if meanings:
        said.append(_("What the dots ask: {meanings}.").format(meanings="; ".join(meanings)))
    if round_.only and round_.posters:
        numbers = listed([str(number_of(plan, poster)) for poster in round_.posters])
        said.append(_("Only numbers {numbers} stood for this vote.").format(numbers=numbers))
    return (*said, *_limits_said(round_), tie_rule(round_))


def tie_rule(round_: Round) -> str:
    """Say how ties were dealt with; the rule is chosen before the vote."""
    rules: dict[TieRule, str] = {
        "shared rank": _("Posters with equal dots share the place."),
        "other criterion": _("Posters with equal dots are ranked by their dots of the other kind."),
        "run-off": _("Posters with equal dots share the place; between several that lead, a run-off decides."),
        "facilitator decides": _("Between posters with equal dots the facilitator decides, with a reason."),
    }
    return rules[round_.tie_rule]


def decisions_said(plan: Plan, round_: Round) -> tuple[str, ...]:
    """Say each tie that the facilitator decided, and why."""
    return tuple(
        _("{criterion}: {numbers} have equal dots and were put in this order. Reason: {reason}").format(
            criterion=round_.criterion(decision.criterion).label,
            numbers=listed([str(number_of(plan, poster)) for poster in decision.posters]),
            reason=decision.reason,
        )
        for decision in round_.decisions
    )


def voters_said(book: Book) -> tuple[str, ...]:
    """Say who counted as a voter: devices, cards, slips of paper, or nobody by himself."""
    voted, round_, said = turnout(book), book.round, []
    if voted.phone and round_.voters == "card":
        said.append(_("Every printed card had one ballot, on whichever phone: cards were counted, not persons."))
    elif voted.phone:
        said.append(_("By phone, every device in the room had one ballot: devices were counted, not persons."))
    if voted.paper:
        said.append(_("Paper ballots were keyed in one by one."))
    if book.standing_counts():
        said.append(_("Dots on paper posters were counted per poster: they name no voters."))
    if round_.note:
        said.append(round_.note)
    return tuple(said)


def late_said(round_: Round) -> str:
    """Say how many ballots came after the close; nothing where none did."""
    late = late_count(round_)
    said = ngettext(
        "{count} ballot came after the close and does not count.",
        "{count} ballots came after the close and do not count.",
        late,
    )
    return said.format(count=number_text(late)) if late else ""


def _limits_said(round_: Round) -> list[str]:
    said = []
    if round_.most_per_poster is not None:
        most = ngettext(
            "At most {count} dot of one kind on one poster.",
            "At most {count} dots of one kind on one poster.",
            round_.most_per_poster,
        )
        said.append(most.format(count=round_.most_per_poster))
    if not round_.own_poster:
        said.append(_("Whoever named a group could not give dots to that group's poster."))
    if round_.poster_order == "random":
        said.append(_("Each phone listed the posters in an order of its own."))
    return said
