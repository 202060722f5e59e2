"""The posters in list order, field by field, laid out in columns by the parts of the template."""

from dataclasses import dataclass

from workshop_tool.domain.fact import TrendId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Effect, Poster, PosterField
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.result import Row
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import poster_key
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.voting import shown_book
from workshop_tool.record.facts.wording import dots_text, lines_of, number_word, opening


@dataclass(frozen=True)
class VoteFacts:
    """What one criterion gave a poster."""

    criterion: Criterion
    dots: str


@dataclass(frozen=True)
class LinkFacts:
    """A trend or problem area that a field names."""

    text: str
    effect: Effect | None = None
    """What a trend does to the problem, where the group said so."""
    said: str = ""
    """The effect in words."""


@dataclass(frozen=True)
class ActionFacts:
    """One row of a solution; what nobody wrote is empty."""

    actor: str
    action: str
    owner: str


@dataclass(frozen=True)
class PhotoFacts:
    """A photo of the paper poster."""

    name: str
    """Under which it is given to ``make_pdf``."""
    alt: str


@dataclass(frozen=True)
class FieldFacts:
    """One field of one poster."""

    label: str
    prompt: str
    domain: str
    links: tuple[LinkFacts, ...]
    points: tuple[str, ...]
    actions: tuple[ActionFacts, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nobody wrote anything in it."""
        return not (self.links or self.points or self.actions)


@dataclass(frozen=True)
class PosterPart:
    """The fields of one part of the group work."""

    label: str
    fields: tuple[FieldFacts, ...]


@dataclass(frozen=True)
class PosterFacts:
    """One poster."""

    key: str
    number: int
    title: str
    details: str
    """The list's text where the title differs, and the groups: one line; may be empty."""
    votes: tuple[VoteFacts, ...]
    """Empty where no vote has been published."""
    parts: tuple[PosterPart, ...]
    notes: tuple[str, ...]
    photos: tuple[PhotoFacts, ...] = ()


@dataclass(frozen=True)
class PostersFacts:
    """The whole section."""

    heading: Heading
    posters: tuple[PosterFacts, ...]
    domains_note: str


def posters_facts(workshop: Workshop) -> PostersFacts:
    """Return all posters in list order."""
    plan = workshop.plan
    book = shown_book(workshop)
    criteria = book.round.asked if book else ()
    rows = {row.poster: row for row in book.result.rows} if book else {}
    posters = tuple(_poster(plan, p, _votes(criteria, rows.get(p.id))) for p in plan.posters_in_list_order())
    return PostersFacts(_heading(len(posters)), posters, _domains_note(plan))


def _heading(count_: int) -> Heading:
    name = _("Posters")
    if not count_:
        return Heading("posters", name, "", _("No group has picked a problem area yet, so there are no posters."))
    said = ngettext("{count} poster, in list order", "{count} posters, in list order", count_)
    return Heading("posters", name, opening(said.format(count=number_word(count_))))


def _domains_note(plan: Plan) -> str:
    if not plan.template.domains or not any(field.kind == "solution" for field in plan.template.fields):
        return ""
    return _("Solutions were asked for from different domains: {domains}").format(
        domains=", ".join(plan.template.domains)
    )


def _votes(criteria: tuple[Criterion, ...], row: Row | None) -> tuple[VoteFacts, ...]:
    return tuple(VoteFacts(criterion, dots_text(row.dots[criterion.key] if row else None)) for criterion in criteria)


def _poster(plan: Plan, poster: Poster, votes: tuple[VoteFacts, ...]) -> PosterFacts:
    area = plan.area_of(poster)
    title = plan.title_of(poster)
    return PosterFacts(
        key=poster_key(area.number),
        number=area.number,
        title=title,
        details=" · ".join(_details(plan, poster, title)),
        votes=votes,
        parts=tuple(
            PosterPart(part.label, tuple(_field(plan, poster, f) for f in plan.template.fields if f.part == part.key))
            for part in plan.template.parts
        ),
        notes=lines_of(poster.note),
        photos=_photos(poster, area.number, title),
    )


def _details(plan: Plan, poster: Poster, title: str) -> list[str]:
    area = plan.area_of(poster)
    details = [_("in the list: “{text}”").format(text=area.text)] if title != area.text else []
    details += [area.theme] if area.theme else []
    details += [_("new, added in the workshop")] if area.new else []
    for part in plan.template.parts:
        group = plan.groups.get(poster.groups.get(part.key))
        if group:
            details.append(_("{part}: {group}").format(part=part.label.lower(), group=group.name))
    return details


def _field(plan: Plan, poster: Poster, field: PosterField) -> FieldFacts:
    links: tuple[LinkFacts, ...] = ()
    if field.kind == "trends":
        named = [plan.trends[trend] for trend in poster.trends if trend in plan.trends]
        links = tuple(_trend(trend.label, poster.effects.get(TrendId(trend.id))) for trend in named)
    if field.kind == "issues":
        linked = [plan.areas[area] for area in poster.links if area in plan.areas]
        links = tuple(LinkFacts(f"{area.number} {area.text}") for area in linked)
    return FieldFacts(
        label=field.label,
        prompt=field.prompt,
        domain=poster.domains.get(field.key, ""),
        links=links,
        points=poster.points(field.key),
        actions=tuple(
            ActionFacts(row.actor, row.action, row.owner)
            for row in poster.actions.get(field.key, ())
            if row.actor or row.action or row.owner
        ),
    )


def _trend(label: str, effect: Effect | None) -> LinkFacts:
    words = {"better": _("makes it better"), "worse": _("makes it worse")}
    return LinkFacts(label, effect, words[effect] if effect else "")


def _photos(poster: Poster, number: int, title: str) -> tuple[PhotoFacts, ...]:
    said = _("Photo {at} of {count} of the paper poster on number {number}, {title}")
    count_ = len(poster.photos)
    return tuple(
        PhotoFacts(name, said.format(at=at, count=count_, number=number, title=title))
        for at, name in enumerate(poster.photos, 1)
    )
