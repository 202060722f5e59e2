"""Merging two problem areas into one: every word, link, photo and line of the minutes comes along."""

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.fact import LINE_CAP, TEXT_CAP, AreaId, Text
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MOST_ACTIONS, MOST_PHOTOS, Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.edits.areas import area_of


class SameArea(WorkshopProblem):
    """A problem area cannot be merged into itself. Nothing was changed; choose another one."""


class TooMuchToMerge(WorkshopProblem):
    """The two posters together hold more than one poster can. Nothing was changed; shorten one of them first."""


def merge_areas(plan: Plan, area_id: str, into_id: str) -> Plan:
    """Merge one problem area into another, which keeps its number; the text that goes stands in the note.

    A poster on the one that goes moves along, with its title; where both have one, the two become one. Links of other
    posters follow, and so do minutes and what the room sent in. A poster that a round names refuses this at the door
    (``NamedByRound``).

    Raises:
        Gone: one of the two is no longer there.
        SameArea, TooMuchToMerge: as they say.
    """
    going, staying = area_of(plan, area_id), area_of(plan, into_id)
    if area_id == into_id:
        raise SameArea
    owners = "; ".join(dict.fromkeys(filter(None, (staying.owner, going.owner))))
    # Two owners that do not fit on one line: the second stands in the note with the rest.
    over = going.owner if len(owners) > LINE_CAP else ""
    note = _fitting(_joined(staying.note, f"{going.number}. {going.text}", over, going.note))
    owner = staying.owner if over else owners
    plan = plan.with_item(staying.revised(note=note, owner=owner, new=staying.new and going.new))
    plan = _with_poster_moved(plan, going, staying)
    for poster in plan.posters:
        if going.id in poster.links or (poster.area == staying.id and staying.id in poster.links):
            links = dict.fromkeys(AreaId(staying.id) if link == going.id else link for link in poster.links)
            plan = plan.with_item(poster.revised(links=tuple(link for link in links if link != poster.area)))
    for suggestion in plan.suggestions:
        if suggestion.became == going.id:
            plan = plan.with_item(suggestion.revised(became=staying.id))
    return plan.without_item(going)


def _with_poster_moved(plan: Plan, going: ProblemArea, staying: ProblemArea) -> Plan:
    moved, there = plan.poster_on(going.id), plan.poster_on(staying.id)
    if moved is None:
        return plan
    title = moved.title or going.text
    if there is None:
        return plan.with_item(moved.revised(area=staying.id, title="" if title == staying.text else title))
    plan = plan.with_item(_one_poster(plan, there, moved, title))
    for minute in plan.minutes:
        if minute.poster == moved.id:
            plan = plan.with_item(minute.revised(poster=there.id))
    for suggestion in plan.suggestions:
        ours = {name: there.id for name in ("about", "became") if getattr(suggestion, name) == moved.id}
        if ours:
            plan = plan.with_item(suggestion.revised(**ours))
    return plan.without_item(moved)


def _one_poster(plan: Plan, there: Poster, moved: Poster, title: str) -> Poster:
    """Return the first poster with all that the second says behind it."""
    photos = tuple(dict.fromkeys((*there.photos, *moved.photos)))
    actions = {
        key: (*there.actions.get(key, ()), *moved.actions.get(key, ())) for key in {**there.actions, **moved.actions}
    }
    if len(photos) > MOST_PHOTOS or any(len(rows) > MOST_ACTIONS for rows in actions.values()):
        raise TooMuchToMerge
    keys = {**there.fields, **moved.fields}
    makers = [plan.groups[group].name for part, group in moved.groups.items() if there.groups.get(part, group) != group]
    domains = [name for key, name in moved.domains.items() if there.domains.get(key, name) != name]
    note = _joined(there.note, title, ", ".join(dict.fromkeys((*makers, *domains))), moved.note)
    return there.revised(
        groups={**moved.groups, **there.groups},
        fields={key: _fitting(_joined(there.fields.get(key, ""), moved.fields.get(key, ""))) for key in keys},
        domains={**moved.domains, **there.domains},
        actions=actions,
        trends=tuple(dict.fromkeys((*there.trends, *moved.trends))),
        effects={**moved.effects, **there.effects},
        links=tuple(dict.fromkeys((*there.links, *moved.links))),
        photos=photos,
        done=there.done and moved.done,
        locked=there.locked or moved.locked,
        note=_fitting(note),
    )


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _fitting(text: str) -> Text:
    if len(text) > TEXT_CAP:
        raise TooMuchToMerge
    return text
