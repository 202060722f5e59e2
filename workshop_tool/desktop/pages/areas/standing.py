"""How a problem area stands, in words: free, taken, done; and who would miss its number."""

from workshop_tool.desktop.pages.posters.card import group_names
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext


def state_of(plan: Plan, area: ProblemArea) -> str:
    """Return "free", "taken" or "done"."""
    poster = plan.poster_on(area.id)
    return "free" if poster is None else "done" if poster.done else "taken"


def claim_mark(plan: Plan, area: ProblemArea) -> tuple[str, str]:
    """Return the words of a pill and its tone: free, the group's name, done, hidden."""
    poster = plan.poster_on(area.id)
    if area.hidden:
        return _("hidden"), "attention"
    if poster is None:
        return _("free"), "quiet"
    if poster.done:
        return _("done"), "accent"
    return group_names(plan, poster) or _("taken"), "accent"


def references(workshop: Workshop, area_id: str) -> tuple[str, ...]:
    """Say who refers to a problem area: its poster, links of other posters, rounds of voting."""
    plan, said = workshop.plan, list[str]()
    poster = plan.poster_on(area_id)
    if poster is not None:
        by = group_names(plan, poster)
        said.append(_("Poster by {group}").format(group=by) if by else _("Has a poster"))
        rounds = [book.round.name for book in workshop.rounds if poster.id in book.round.posters]
        if rounds:
            said.append(_("in the vote “{round}”").format(round="”, “".join(rounds)))
        minutes = sum(minute.poster == poster.id for minute in plan.minutes)
        if minutes:
            said.append(ngettext("{n} line of minutes", "{n} lines of minutes", minutes).format(n=minutes))
    linked = [other for other in plan.posters_in_list_order() if area_id in other.links]
    if linked:
        numbers = ", ".join(str(plan.area_of(other).number) for other in linked)
        said.append(ngettext("linked from poster {n}", "linked from posters {n}", len(linked)).format(n=numbers))
    return tuple(said)


def renumbering_asks(workshop: Workshop, area: ProblemArea, number: int) -> str:
    """Return what is to be asked before a number changes that people may have said aloud; "" for nothing."""
    if area.number == number or number in {other.number for other in workshop.plan.areas}:
        return ""  # nothing changes, or it is refused anyway
    said = references(workshop, area.id)
    if not said:
        return ""
    return _(
        "People may have said “number {old}” aloud, and printed sheets show it: {why}. Links in this workshop "
        "follow to number {new}; what was said and printed does not."
    ).format(old=area.number, new=number, why="; ".join(said))


def list_said(plan: Plan) -> str:
    """Say how many there are, and how many have a poster."""
    count, posters = len(plan.areas), len(plan.posters)
    if not count:
        return ""
    words = ngettext("{n} problem area", "{n} problem areas", count).format(n=count)
    taken = ngettext("{n} has a poster", "{n} have posters", posters).format(n=posters)
    return _("{areas}; {posters}. Enter edits, dragging or Alt with an arrow moves.").format(areas=words, posters=taken)
