"""Edits of posters: claiming a problem area, writing field by field, and which photos belong to one."""

from workshop_tool.domain.fact import AreaId, FieldKey, GroupId, PartKey, new_id
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MOST_PHOTOS, Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.edits.lists import Gone, present, revise_item


class TooManyPhotos(WorkshopProblem):
    """This poster has {most} photos already, and holds no more. Nothing was added; remove one first."""


def claim_area(
    plan: Plan, area_id: str, group_id: str | None = None, part: str | None = None, poster_id: str | None = None
) -> Plan:
    """Start the poster on a problem area, for a group where one is named.

    Raises:
        Gone: the problem area is no longer there.
        AreaTaken: another poster is already on it.
    """
    if area_id not in plan.areas:
        raise Gone
    part = part or plan.template.parts[0].key
    groups = {PartKey(part): GroupId(group_id)} if group_id else {}
    return plan.with_new(Poster(id=poster_id or new_id(), area=AreaId(area_id), groups=groups))


def write_field(plan: Plan, poster_id: str, field: str, text: str) -> Plan:
    """Set the text of one poster field; an empty text leaves it blank."""
    return _with_entry(plan, poster_id, "fields", field, text)


def choose_domain(plan: Plan, poster_id: str, field: str, domain: str) -> Plan:
    """Say which domain a solution comes from; empty takes it back."""
    return _with_entry(plan, poster_id, "domains", field, domain)


def rename_poster(plan: Plan, poster_id: str, title: str) -> Plan:
    """Give one poster a title that differs from the list's text; the list's text itself takes it back."""
    poster = plan.posters.get(poster_id)
    listed = plan.area_of(poster).text if poster else ""
    return revise_item(plan, "posters", poster_id, title="" if title == listed else title)


def set_poster_group(plan: Plan, poster_id: str, part: str, group_id: str | None) -> Plan:
    """Say which group worked on a poster in one part of the day."""
    poster = _poster(plan, poster_id)
    groups = {key: group for key, group in poster.groups.items() if key != part}
    if group_id is not None:
        groups[PartKey(part)] = GroupId(group_id)
    return plan.with_item(poster.revised(groups=groups))


def add_photo(plan: Plan, poster_id: str, name: str) -> Plan:
    """Add a photo, which was kept beside the workshop before, behind those there are; one that is there stays.

    Raises:
        Gone: the poster is no longer there.
        TooManyPhotos: it has as many as it holds.
    """
    poster = _poster(plan, poster_id)
    if name in poster.photos:
        return plan
    if len(poster.photos) >= MOST_PHOTOS:
        raise TooManyPhotos(most=MOST_PHOTOS)
    return plan.with_item(poster.revised(photos=(*poster.photos, name)))


def remove_photo(plan: Plan, poster_id: str, name: str) -> Plan:
    """Take a photo off a poster; its file stays until nothing can bring it back any more."""
    poster = _poster(plan, poster_id)
    return plan.with_item(poster.revised(photos=tuple(photo for photo in poster.photos if photo != name)))


def _with_entry(plan: Plan, poster_id: str, name: str, field: str, text: str) -> Plan:
    poster = _poster(plan, poster_id)
    entries = {key: value for key, value in getattr(poster, name).items() if key != field}
    if text.strip():
        entries[FieldKey(field)] = text
    return plan.with_item(poster.revised(**{name: entries}))


def _poster(plan: Plan, poster_id: str) -> Poster:
    poster = present(plan, "posters", poster_id)
    assert isinstance(poster, Poster)  # noqa: S101 - the table holds nothing else
    return poster
