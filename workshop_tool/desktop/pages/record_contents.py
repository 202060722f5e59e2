"""What the record holds, and what is missing in it, in plain lines; counted from the workshop as it stands."""

from dataclasses import dataclass

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext


@dataclass(frozen=True)
class Section:
    """One section of the record and what it holds."""

    title: str
    holds: str
    page: str
    """Key of the page of the window where it is made."""


def sections(workshop: Workshop) -> tuple[Section, ...]:
    """Return the sections in the order of the record."""
    plan = workshop.plan
    told = plan.particulars
    introduction = _("written") if told.introduction.strip() else _("not written yet")
    return (
        Section(_("Introduction"), introduction, "prepare"),
        Section(
            _("Programme"),
            _or_none(ngettext("{n} part", "{n} parts", len(plan.programme)), len(plan.programme)),
            "prepare",
        ),
        Section(
            _("Trends"), _or_none(ngettext("{n} trend", "{n} trends", len(plan.trends)), len(plan.trends)), "trends"
        ),
        Section(
            _("Problem areas"),
            _or_none(ngettext("{n} problem area", "{n} problem areas", len(plan.areas)), len(plan.areas)),
            "problem-areas",
        ),
        Section(_("Voting"), _voting(workshop), "vote"),
        Section(
            _("Posters"),
            _or_none(ngettext("{n} poster", "{n} posters", len(plan.posters)), len(plan.posters)),
            "posters",
        ),
    )


def warnings(workshop: Workshop) -> tuple[str, ...]:
    """Return what a reader would miss, the weightiest first."""
    plan = workshop.plan
    said = []
    if not plan.areas:
        said.append(_("There are no problem areas yet."))
    if not plan.posters:
        said.append(_("There are no posters yet."))
    waiting = [book.round.name for book in workshop.rounds if book.round.state in {"open", "closed"}]
    if waiting:
        said.append(_("Not published, so the result is not in the record: {rounds}.").format(rounds=", ".join(waiting)))
    blank = sum(not poster.text(key).strip() for poster in plan.posters for key in plan.template.keys)
    if blank:
        words = ngettext(
            "{n} poster field is blank and prints as “not filled in”.",
            "{n} poster fields are blank and print as “not filled in”.",
            blank,
        )
        said.append(words.format(n=blank))
    unplaced = sum(trend.importance is None or trend.certainty is None for trend in plan.trends)
    if unplaced:
        words = ngettext("{n} trend is not on the map yet.", "{n} trends are not on the map yet.", unplaced)
        said.append(words.format(n=unplaced))
    if not plan.particulars.author and not plan.particulars.facilitators:
        said.append(_("No author is named."))
    return tuple(said)


def _voting(workshop: Workshop) -> str:
    published = sum(book.round.state == "published" for book in workshop.rounds)
    if not workshop.rounds:
        return _("no round")
    if not published:
        return _("nothing published")
    return ngettext("{n} round published", "{n} rounds published", published).format(n=published)


def _or_none(said: str, n: int) -> str:
    return said.format(n=n) if n else _("none")
