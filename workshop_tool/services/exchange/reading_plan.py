"""From the lists of the exchange format to a plan: each part with the others that it names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import Item
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import AS_WRITTEN, ON_ITS_OWN, Plan
from workshop_tool.domain.posters import DAMVAD_TEMPLATE, Poster
from workshop_tool.domain.record_choices import RecordChoices
from workshop_tool.domain.trends import Trend
from workshop_tool.services.exchange.format import (
    ExchangeWorkshop,
    GroupEntry,
    MinuteEntry,
    Part,
    ParticipantEntry,
    PosterEntry,
    QuestionEntry,
)
from workshop_tool.services.exchange.places import NotExchangeFormat, found, placed, values_of


def plan_from(entry: ExchangeWorkshop) -> Plan:
    """Build the plan of a workshop.

    Raises:
        NotExchangeFormat: a part names what is not there, or claims what another has.
    """
    questions = [QuestionEntry(text=q) if isinstance(q, str) else q for q in entry.questions]
    groups = [GroupEntry(name=g) if isinstance(g, str) else g for g in entry.groups]
    plan = Plan(
        particulars=Particulars.model_validate(entry.workshop.model_dump()),
        template=entry.template or DAMVAD_TEMPLATE,
        record=RecordChoices.model_validate(entry.record.model_dump()) if entry.record else AS_WRITTEN,
        earlier=entry.earlier or ON_ITS_OWN,
    )
    plan = _with_all(plan, "programme", entry.programme, _item_of(ProgrammePart))
    plan = _with_all(plan, "questions", questions, _item_of(Question))
    plan = _with_all(plan, "trends", entry.trends, _item_of(Trend))
    plan = _with_all(plan, "problem_areas", entry.problem_areas, _item_of(ProblemArea))
    plan = _with_all(plan, "groups", groups, _item_of(Group))
    named = _Named.of(plan)
    plan = _with_all(plan, "participants", entry.participants, named.participant)
    plan = _with_all(plan, "posters", entry.posters, named.poster)
    return _with_all(plan, "minutes", entry.minutes, _Named.of(plan).minute).settled()


@dataclass(frozen=True)
class _Named:
    """What other parts name: groups by their name, problem areas by their number, trends by their label."""

    plan: Plan
    groups: Mapping[str, str]
    areas: Mapping[int, str]
    trends: Mapping[str, str]

    @classmethod
    def of(cls, plan: Plan) -> "_Named":
        return cls(
            plan,
            groups={group.name: group.id for group in plan.groups},
            areas={area.number: area.id for area in plan.areas},
            trends={trend.label: trend.id for trend in plan.trends},
        )

    def participant(self, place: str, part: ParticipantEntry) -> Item:
        return Participant(**values_of(part) | {"groups": self._groups(part.groups, place)})

    def poster(self, place: str, part: PosterEntry) -> Item:
        keys = self.plan.template.keys
        unknown = [key for key in (*part.fields, *part.domains, *part.actions) if key not in keys]
        if unknown:
            raise NotExchangeFormat(place=f"{place}.fields", what=f'the template has no field "{unknown[0]}"')
        values = values_of(part, without=("problem", "title")) | {
            "area": self._area(part.problem, f"{place}.problem"),
            "title": part.title or "",
            "groups": self._groups(part.groups, place),
            "fields": {key: text for key, text in part.fields.items() if text},
            "trends": tuple(self._trend(label, f"{place}.trends") for label in part.trends),
            "effects": {self._trend(label, f"{place}.effects"): effect for label, effect in part.effects.items()},
            "links": tuple(self._area(number, f"{place}.links") for number in part.links),
        }
        return Poster(**values)

    def minute(self, place: str, part: MinuteEntry) -> Item:
        on = None
        if part.problem is not None:
            on = self.plan.poster_on(self._area(part.problem, f"{place}.problem"))
            if on is None:
                what = f"there is no poster on problem area {part.problem}"
                raise NotExchangeFormat(place=f"{place}.problem", what=what)
        return Minute(**values_of(part, without=("problem",)) | {"poster": on.id if on else None})

    def _groups(self, names: Mapping[str, str], place: str) -> dict[str, str]:
        return {part: found(name, self.groups, f"{place}.groups", "group") for part, name in names.items()}

    def _area(self, number: int, place: str) -> str:
        return found(number, self.areas, place, "problem area")

    def _trend(self, label: str, place: str) -> str:
        return found(label, self.trends, place, "trend")


def _with_all(plan: Plan, name: str, parts: Sequence[Any], build: Callable[[str, Any], Item]) -> Plan:
    """Add the parts of one list, and refuse two that claim the same id, number, name or problem area."""
    seen: set[tuple[str, object]] = set()
    for place, part in placed(name, parts):
        item = build(place, part)
        plan = plan.with_new(item)
        for label in ("id", "number", "area"):
            claim = (label, getattr(item, label, None))
            if claim[1] is not None and claim in seen:
                raise NotExchangeFormat(place=place, what=f"its {'problem' if label == 'area' else label} stands twice")
            seen.add(claim)
        if isinstance(item, Group | Trend):
            claim = ("name", getattr(item, "name", None) or getattr(item, "label", None))
            if claim in seen:
                raise NotExchangeFormat(place=place, what=f'"{claim[1]}" stands twice')
            seen.add(claim)
    return plan


def _item_of(kind: type[Item]) -> Callable[[str, Part], Item]:
    return lambda _place, part: kind(**values_of(part))
