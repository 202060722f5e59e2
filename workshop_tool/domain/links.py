"""What must hold between the facts of a plan, checked for what an edit touched."""

from collections.abc import Iterable

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem


class NumberTaken(WorkshopProblem):
    """Number {number} already belongs to another problem area. Nothing was changed; choose a free number."""


class AreaTaken(WorkshopProblem):
    """There is already a poster on problem area {number}. Nothing was changed; open that poster instead."""


class StillNamed(WorkshopProblem):
    """This cannot be removed, because {by} refers to it. Nothing was changed."""


class UnknownLink(WorkshopProblem):
    """{by} refers to something that this workshop does not hold. Nothing was changed."""


def check_links(plan: Plan) -> None:
    """Refuse a plan in which a touched fact breaks a link; untouched facts were checked when they were touched."""
    for key in sorted(plan.touched):  # in order, so that of several refusals it is always the same one
        match plan.fact(key):
            case ProblemArea() as area:
                _check_number(plan, area)
            case Poster() as poster:
                _check_poster(plan, poster)
            case Participant() as participant:
                _check_groups(plan, participant.groups.values(), participant.name)
            case Minute() as minute:
                if minute.poster is not None and minute.poster not in plan.posters:
                    raise UnknownLink(by="A line of the minutes")
            case None:
                _check_unnamed(plan, *key)
            case _:
                pass


def _check_number(plan: Plan, area: ProblemArea) -> None:
    if any(other.number == area.number and other.id != area.id for other in plan.areas):
        raise NumberTaken(number=area.number)


def _check_poster(plan: Plan, poster: Poster) -> None:
    by = poster.title or "A poster"
    if poster.area not in plan.areas:
        raise UnknownLink(by=by)
    if any(other.area == poster.area and other.id != poster.id for other in plan.posters):
        raise AreaTaken(number=plan.area_of(poster).number)
    known_fields = set(plan.template.keys)
    if any(not known_fields.issuperset(keyed) for keyed in (poster.fields, poster.domains, poster.actions)):
        raise UnknownLink(by=by)
    if any(trend not in plan.trends for trend in (*poster.trends, *poster.effects)):
        raise UnknownLink(by=by)
    if any(area not in plan.areas for area in poster.links):
        raise UnknownLink(by=by)
    _check_groups(plan, poster.groups.values(), by)


def _check_groups(plan: Plan, group_ids: Iterable[str], by: str) -> None:
    if any(group_id not in plan.groups for group_id in group_ids):
        raise UnknownLink(by=by)


def _check_unnamed(plan: Plan, table: str, item_id: str) -> None:
    for poster in plan.posters:
        named = {
            "areas": (poster.area, *poster.links),
            "trends": (*poster.trends, *poster.effects),
            "groups": tuple(poster.groups.values()),
        }
        if item_id in named.get(table, ()):
            raise StillNamed(by=f"poster {plan.area_of(poster).number}" if poster.area in plan.areas else "a poster")
    if table == "posters" and any(minute.poster == item_id for minute in plan.minutes):
        raise StillNamed(by="a line of the minutes")
    if table == "groups":
        for participant in plan.participants:
            if item_id in participant.groups.values():
                raise StillNamed(by=participant.name)
