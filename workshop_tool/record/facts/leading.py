"""What leads the vote and what is wanted but hard, in sentences that are right for none, one, many and ties."""

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.result import Result, Row
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of
from workshop_tool.record.facts.rules import dots_phrase
from workshop_tool.record.facts.wording import listed, number_word, opening

_SHORT_TITLE = 60
"""Longest title, in characters, that a headline can carry."""
_BOTH = 2
_MOST_NAMED = 3
"""So many that lead are called by their titles; more go by their numbers."""


def lead_message(plan: Plan, result: Result) -> str:
    """Say who leads by the first criterion: "Two areas lead with nine priority dots each"."""
    criterion = result.round.asked[0]
    if nothing := _nothing(result, criterion):
        return nothing
    leaders = result.leaders(criterion.key)
    dots = dots_phrase(leaders[0].dots[criterion.key] or 0, criterion)
    if len(leaders) == 1:
        return _("{leader} leads with {dots}").format(leader=_short_name(plan, leaders[0]), dots=dots)
    many = opening(number_word(len(leaders)))
    return _("{count} areas lead with {dots} each").format(count=many, dots=dots)


def summary_message(plan: Plan, result: Result) -> str:
    """Say who leads among how many: "Two of nine areas lead with nine priority dots each"."""
    criterion, all_ = result.round.asked[0], len(result.rows)
    if nothing := _nothing(result, criterion):
        return nothing
    leaders = result.leaders(criterion.key)
    dots = dots_phrase(leaders[0].dots[criterion.key] or 0, criterion)
    if all_ == 1:
        return _("One area was voted on and got {dots}").format(dots=dots)
    if len(leaders) == 1:
        said = _("{leader} leads {count} areas with {dots}")
        return said.format(leader=_short_name(plan, leaders[0]), count=number_word(all_), dots=dots)
    if len(leaders) == all_:
        return _("All {count} areas have the same number: {dots} each").format(count=number_word(all_), dots=dots)
    said = _("{leaders} of {count} areas lead with {dots} each")
    return opening(said.format(leaders=number_word(len(leaders)), count=number_word(all_), dots=dots))


def leading_said(plan: Plan, result: Result) -> tuple[str, ...]:
    """Say by the first criterion who leads and who follows, each with the dots."""
    criterion = result.round.asked[0]
    if nothing := _nothing(result, criterion):
        return (f"{nothing}.",)
    leaders = result.leaders(criterion.key)
    said = [_placed(plan, leaders, criterion)]
    ranked = [row for row in result.ranked(criterion.key) if row not in leaders and row.dots[criterion.key]]
    if ranked:
        place = ranked[0].ranks[criterion.key]
        second = [row for row in ranked if row.ranks[criterion.key] == place]
        dots = dots_phrase(second[0].dots[criterion.key] or 0, criterion)
        words = _("{names} follows with {dots}.") if len(second) == 1 else _("{names} follow with {dots} each.")
        said.append(opening(words.format(names=_names(plan, second), dots=dots)))
    return tuple(said)


def hard_said(plan: Plan, result: Result) -> tuple[str, ...]:
    """Say which areas are wanted but hard, and which cannot be judged because a count is missing."""
    if len(result.round.asked) < _BOTH:
        return ()
    wanted, feasible = result.round.asked[:2]
    if result.totals[wanted.key] is None and result.totals[feasible.key] is None:
        return ()
    points = result.matrix()
    judged = {point.poster for point in points}
    hard = [row for row in result.rows if any(p.poster == row.poster and p.wanted_but_hard for p in points)]
    said = [_hard(plan, hard, len(points), (wanted, feasible))]
    blind = [row for row in result.leaders(wanted.key) if row.poster not in judged]
    if blind and points:
        words = ngettext(
            "{names} leads, but its {criterion} dots were not entered.",
            "{names} lead, but their {criterion} dots were not entered.",
            len(blind),
        )
        said.append(opening(words.format(names=_numbers(plan, blind), criterion=feasible.label.lower())))
    return tuple(said)


def _hard(plan: Plan, hard: list[Row], judged: int, criteria: tuple[Criterion, Criterion]) -> str:
    wanted, feasible = (criterion.label.lower() for criterion in criteria)
    if not judged:
        words = _("No area has both {wanted} and {feasible} dots entered, so what is hard cannot be told.")
        return words.format(wanted=wanted, feasible=feasible)
    if hard:
        words = ngettext(
            "{names} has many {wanted} dots but few {feasible} dots.",
            "{names} have many {wanted} dots but few {feasible} dots.",
            len(hard),
        )
        return opening(words.format(names=_names(plan, hard), wanted=wanted, feasible=feasible))
    words = ngettext(
        "The {count} area with both counts is not wanted but hard.",
        "None of the {count} areas with both counts is wanted but hard.",
        judged,
    )
    return words.format(count=number_word(judged))


def _nothing(result: Result, criterion: Criterion) -> str:
    """Say so where nobody leads; empty where somebody does."""
    if result.totals[criterion.key] is None:
        return _("No {criterion} dots have been entered").format(criterion=criterion.label.lower())
    if not result.leaders(criterion.key):
        return _("No {criterion} dots were placed").format(criterion=criterion.label.lower())
    return ""


def _placed(plan: Plan, leaders: tuple[Row, ...], criterion: Criterion) -> str:
    dots = dots_phrase(leaders[0].dots[criterion.key] or 0, criterion)
    if len(leaders) == 1:
        return opening(_("{names} leads with {dots}.").format(names=_names(plan, leaders), dots=dots))
    return opening(_("{names} lead with {dots} each.").format(names=_names(plan, leaders), dots=dots))


def _short_name(plan: Plan, row: Row) -> str:
    title = plan.title_of(plan.posters[row.poster]).rstrip(".")
    return title if len(title) <= _SHORT_TITLE else _("Number {number}").format(number=number_of(plan, row.poster))


def _names(plan: Plan, rows: tuple[Row, ...] | list[Row]) -> str:
    """Call a few by number and title, and many by their numbers."""
    if len(rows) > _MOST_NAMED:
        return _numbers(plan, rows)
    named = _("number {number} (“{title}”)")
    return listed(
        [
            named.format(number=number_of(plan, row.poster), title=plan.title_of(plan.posters[row.poster]).rstrip("."))
            for row in rows
        ]
    )


def _numbers(plan: Plan, rows: tuple[Row, ...] | list[Row]) -> str:
    numbers = listed([str(number_of(plan, row.poster)) for row in rows])
    return ngettext("number {numbers}", "numbers {numbers}", len(rows)).format(numbers=numbers)
