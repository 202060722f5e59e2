"""What a result says, in words: its title is the message."""

from workshop_tool.desktop.projector.cards import NOT_ENTERED
from workshop_tool.desktop.projector.views.vote import in_running_text
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Result
from workshop_tool.language import _, ngettext


def headline(plan: Plan, result: Result) -> str:
    """Say who leads by the first criterion."""
    criterion = result.round.asked[0]
    leaders = [row for row in result.leaders(criterion.key) if row.poster in plan.posters]
    if not leaders:
        return _("No {criterion} dots were entered").format(criterion=in_running_text(criterion.label))
    if len(leaders) > 1:
        return _("{n} areas share first place").format(n=_spelled(len(leaders)))
    poster = plan.posters[leaders[0].poster]
    return _("First: {number} {title}").format(number=plan.area_of(poster).number, title=plan.title_of(poster))


def terms(result: Result) -> str:
    """Say how many voted, with how many dots each, and how ties are handled."""
    parts = [_turnout(result), _dots(result)]
    if _tied(result):
        parts.append(_("ties share a place"))
    if result.round.decisions:
        parts.append(_("ties decided by the facilitator"))
    if result.round.voters == "card":
        parts.append(_("voted with cards"))
    if any(dots is None for row in result.rows for dots in row.dots.values()):
        parts.append(_("{dash} is not entered").format(dash=NOT_ENTERED))
    return " · ".join(filter(None, parts))


def _turnout(result: Result) -> str:
    voted, present = result.turnout.voted, result.turnout.present
    if not voted:
        return _("Counted off the posters")
    if present is None:
        return ngettext("{n} voted", "{n} voted", voted).format(n=voted)
    return _("{n} of {present} voted").format(n=voted, present=present)


def _dots(result: Result) -> str:
    """Return "3 priority and 1 feasibility dots each"; nothing where the dots per person are not known."""
    given = [(result.round.dots.get(c.key), in_running_text(c.label)) for c in result.round.asked]
    if any(dots is None for dots, _label in given):
        return ""
    named = [_("{n} {criterion}").format(n=dots, criterion=label) for dots, label in given]
    return _("{dots} dots each").format(dots=_(" and ").join(named))


def _tied(result: Result) -> bool:
    return any(
        len({row.ranks[c.key] for row in ranked}) < len(ranked)
        for c in result.round.asked
        for ranked in [[row for row in result.rows if row.ranks[c.key] is not None]]
    )


def _spelled(n: int) -> str:
    """Return a small number as a word at the start of a sentence."""
    words = (_("Two"), _("Three"), _("Four"), _("Five"), _("Six"), _("Seven"), _("Eight"), _("Nine"))
    return words[n - 2] if n - 2 < len(words) else str(n)
