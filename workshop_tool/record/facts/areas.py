"""The problem areas: the full numbered list by theme, with what is new and what the groups picked."""

from dataclasses import dataclass

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.trends import origin_name
from workshop_tool.record.facts.wording import lines_of, number_word, opening


@dataclass(frozen=True)
class AreaFacts:
    """One problem area."""

    number: int
    text: str
    picked: bool
    poster: str
    """Key of its poster's page; empty where it has none."""
    details: str
    """New, origin where the list has several: one line; may be empty."""
    notes: tuple[str, ...]


@dataclass(frozen=True)
class ThemeFacts:
    """The areas of one theme, in list order."""

    name: str
    """Empty where the whole list has no themes."""
    areas: tuple[AreaFacts, ...]


@dataclass(frozen=True)
class AreasFacts:
    """The whole section."""

    heading: Heading
    themes: tuple[ThemeFacts, ...]
    legend: str
    """What the marks of picked areas mean; empty where nothing was picked."""


def poster_key(number: int) -> str:
    """Return the key under which the page of an area's poster is found."""
    return f"poster-{number}"


def number_of(plan: Plan, poster_id: str) -> int:
    """Return the number of the problem area that a poster is about."""
    return plan.area_of(plan.posters[poster_id]).number


def picked_message(plan: Plan) -> str:
    """Return "Nine of 21 problem areas were picked", or as it fits."""
    count, picked = len(plan.areas), len(plan.posters)
    if picked:
        said = ngettext(
            "{picked} of {count} problem area was picked", "{picked} of {count} problem areas were picked", count
        )
        return opening(said.format(picked=number_word(picked), count=number_word(count)))
    said = ngettext("{count} problem area was presented", "{count} problem areas were presented", count)
    return opening(said.format(count=number_word(count)))


def areas_facts(plan: Plan) -> AreasFacts:
    """Return the problem areas by theme, in the order in which the themes come up in the list."""
    by_theme: dict[str, list[AreaFacts]] = {}
    for area in plan.areas:
        by_theme.setdefault(area.theme, []).append(_area(plan, area))
    unnamed = _("Without a theme") if len(by_theme) > 1 else ""
    return AreasFacts(
        heading=Heading(
            "areas", _("Problem areas"), picked_message(plan) if plan.areas else "", _subtitle(plan, set(by_theme))
        ),
        themes=tuple(ThemeFacts(theme or unnamed, tuple(areas)) for theme, areas in by_theme.items()),
        legend=_("● picked by a group, which wrote a poster about it") if plan.posters else "",
    )


def _area(plan: Plan, area: ProblemArea) -> AreaFacts:
    poster = plan.poster_on(area.id)
    details = [_("new, added in the workshop")] if area.new else []
    several = len({other.origin for other in plan.areas if not other.new}) > 1
    if several and area.origin and not area.new:
        details.append(origin_name(area.origin))
    if area.owner:
        details.append(_("followed up by {owner}").format(owner=area.owner))
    return AreaFacts(
        number=area.number,
        text=area.text,
        picked=poster is not None,
        poster=poster_key(area.number) if poster else "",
        details=" · ".join(details),
        notes=lines_of(area.note),
    )


def _subtitle(plan: Plan, themes: set[str]) -> str:
    if not plan.areas:
        return _("No problem areas were listed.")
    named = len(themes - {""})
    said = _("The full list under the numbers used on the day.")
    if named:
        themed = ngettext(
            "The full list in {count} theme, under the numbers used on the day.",
            "The full list in {count} themes, under the numbers used on the day.",
            named,
        )
        said = themed.format(count=number_word(named))
    new = sum(area.new for area in plan.areas)
    if new:
        added = ngettext("{count} was added in the workshop.", "{count} were added in the workshop.", new)
        said += " " + opening(added.format(count=number_word(new)))
    return said
