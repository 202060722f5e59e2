"""What hangs together: the problem areas that posters link, and the trends that drive them."""

from collections import Counter
from dataclasses import dataclass

from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Effect
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of, poster_key
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.link_grid import GridFacts, area_grid, trend_grid
from workshop_tool.record.facts.wording import number_word, numbered, opening


@dataclass(frozen=True)
class LinkRow:
    """A problem area that posters link to, or a trend that they name."""

    label: str
    number: str
    """Of the problem area; empty for a trend."""
    link: str
    """Key of the page where it stands."""
    count: int
    """How many posters."""
    share: float
    """Of the most that any other in the same table has, 0 to 1: the length of its bar."""
    posters: str
    """Their numbers, with what a trend does to them where the group said so."""


@dataclass(frozen=True)
class LinksFacts:
    """The whole section."""

    heading: Heading
    trends: tuple[LinkRow, ...]
    """The one that drives most posters first, then in list order."""
    areas: tuple[LinkRow, ...]
    """The one linked most first, then in list order."""
    pairs: tuple[str, ...]
    """Areas whose posters link one another."""
    trend_grid: GridFacts | None = None
    area_grid: GridFacts | None = None

    @property
    def empty(self) -> bool:
        """Whether no poster links anything."""
        return not self.trends and not self.areas


def links_facts(plan: Plan) -> LinksFacts:
    """Return the links between areas and from trends to posters."""
    trends, areas = _trends(plan), _areas(plan)
    heading = Heading("links", _("Links"), _message(plan, trends, areas), _subtitle(plan, trends, areas))
    return LinksFacts(heading, trends, areas, _pairs(plan), trend_grid(plan), area_grid(plan))


def _trends(plan: Plan) -> tuple[LinkRow, ...]:
    counts = Counter[str](trend for poster in plan.posters for trend in set(poster.trends) if trend in plan.trends)
    most = max(counts.values(), default=1)
    rows = []
    for trend in plan.trends:
        if n := counts[trend.id]:
            named = [poster for poster in plan.posters_in_list_order() if trend.id in poster.trends]
            by_effect: dict[Effect | None, list[int]] = {"better": [], "worse": [], None: []}
            for poster in named:
                by_effect[poster.effects.get(TrendId(trend.id))].append(number_of(plan, poster.id))
            said = [_with_effect(numbered(own), effect) for effect, own in by_effect.items() if own]
            rows.append(LinkRow(trend.label, "", "trends", n, n / most, "; ".join(said)))
    return tuple(sorted(rows, key=lambda row: -row.count))


def _with_effect(number: str, effect: Effect | None) -> str:
    match effect:
        case "better":
            return _("{number} (makes it better)").format(number=number)
        case "worse":
            return _("{number} (makes it worse)").format(number=number)
        case _:
            return number


def _areas(plan: Plan) -> tuple[LinkRow, ...]:
    counts = Counter[str](area for poster in plan.posters for area in set(poster.links) if area in plan.areas)
    most = max(counts.values(), default=1)
    rows = []
    for area in sorted(plan.areas, key=lambda area: area.number):
        if n := counts[area.id]:
            by = [number_of(plan, poster.id) for poster in plan.posters_in_list_order() if area.id in poster.links]
            page = poster_key(area.number) if plan.poster_on(area.id) else "areas"
            rows.append(LinkRow(area.text, str(area.number), page, n, n / most, numbered(by)))
    return tuple(sorted(rows, key=lambda row: -row.count))


def _pairs(plan: Plan) -> tuple[str, ...]:
    linked = {(poster.area, area) for poster in plan.posters for area in poster.links if area in plan.areas}
    mutual = {(a, b) for a, b in linked if (b, a) in linked and a != b}
    both = {tuple(sorted((plan.areas[a].number, plan.areas[b].number))) for a, b in mutual}
    return tuple(_("{one} and {other}").format(one=one, other=other) for one, other in sorted(both))


def _message(plan: Plan, trends: tuple[LinkRow, ...], areas: tuple[LinkRow, ...]) -> str:
    """Say what drives or is linked most, by name where one stands alone at the top."""
    all_ = len(plan.posters)
    if trends and trends[0].count > 1:
        top = [row for row in trends if row.count == trends[0].count]
        if len(top) == 1:
            words = _("“{trend}” drives {count} of {all} posters")
            return words.format(trend=top[0].label, count=number_word(top[0].count), all=number_word(all_))
        words = _("{trends} trends drive {count} posters each")
        return opening(words.format(trends=number_word(len(top)), count=number_word(top[0].count)))
    if trends:
        words = ngettext("{count} trend drives a poster", "{count} trends drive a poster each", len(trends))
        return opening(words.format(count=number_word(len(trends))))
    if areas:
        words = ngettext("{count} problem area is linked", "{count} problem areas are linked", len(areas))
        return opening(words.format(count=number_word(len(areas))))
    return ""


def _subtitle(plan: Plan, trends: tuple[LinkRow, ...], areas: tuple[LinkRow, ...]) -> str:
    if not trends and not areas:
        return _("No poster names a trend or links another problem area.")
    naming = sum(any(trend in plan.trends for trend in poster.trends) for poster in plan.posters)
    linking = sum(any(area in plan.areas for area in poster.links) for poster in plan.posters)
    named = ngettext("{count} poster names trends", "{count} posters name trends", naming)
    linked = ngettext("{count} links other problem areas", "{count} link other problem areas", linking)
    said = _("{named}, {linked}; {all} were written.").format(
        named=named.format(count=number_word(naming)),
        linked=linked.format(count=number_word(linking)),
        all=number_word(len(plan.posters)),
    )
    return opening(said)
