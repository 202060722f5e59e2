"""What a group does at its station: it is known by a key, claims a problem area and fills in posters field by field."""

import hashlib
import hmac
from typing import Final

from workshop_tool.domain.fact import LINE_CAP, TEXT_CAP, AreaId, FieldKey, TrendId, clean_line, clean_text, new_id
from workshop_tool.domain.people import Group
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Action, Effect, Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import rows_text
from workshop_tool.services.edits import actions, posters
from workshop_tool.services.edits.areas import add_area_in_room
from workshop_tool.services.edits.lists import present
from workshop_tool.services.voting import ALPHABET

TITLE: Final = "_title"
"""Names the poster's title where a field's key is asked for: it is written like a field, and is none."""

_KEY_BYTES: Final = 5
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "-": "", " ": ""})


class NoRoomKey(WorkshopProblem):
    """This workshop has not let the room in yet, so its groups have no pages. Switch the page for the phones on first.

    Nothing was changed.
    """


class FieldChanged(WorkshopProblem):
    """Somebody else wrote in this field at the same time. Nothing is lost: choose what stays of the two texts.

    ``details`` holds both: ``theirs`` is saved, ``mine`` is not.
    """


class PosterLocked(WorkshopProblem):
    """The facilitator has locked this poster for now, so it was not changed. What you typed stays on this device."""


class PartTaken(WorkshopProblem):
    """{group} works on this poster in that part of the day. Nothing was changed; talk to them first."""


class TextTooLong(WorkshopProblem):
    """This is longer than {most} characters, so it was not saved. What you typed stays on this device; shorten it."""


def station_key(workshop: Workshop, group_id: str) -> str:
    """Return the key that lets a device in as a group's station: 8 Crockford characters (40 bits), the same all day.

    Raises:
        NoRoomKey: the workshop has no secret yet that it could be made of; see ``joining.ensure_room_key``.
    """
    secret = workshop.plan.particulars.room_key
    if secret is None:
        raise NoRoomKey
    digest = hmac.digest(secret.encode(), f"station:{group_id}".encode(), "sha256")
    bits = int.from_bytes(digest[:_KEY_BYTES])
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(35, -5, -5))


def group_of_key(workshop: Workshop, key: str) -> Group | None:
    """Return the group whose station key this is, however it was typed; None where it is nobody's."""
    if workshop.plan.particulars.room_key is None:
        return None
    typed = key.upper().translate(_MISREAD).encode()
    # All are compared, so that the time of the answer tells nothing.
    found = [
        group for group in workshop.plan.groups if hmac.compare_digest(station_key(workshop, group.id).encode(), typed)
    ]
    return found[0] if found else None


def field_revision(text: str) -> str:
    """Return a short name for a text as it is saved: 16 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(clean_text(text).encode()).hexdigest()[:16]


def field_text(poster: Poster, field: str) -> str:
    """Return what stands in a field of a poster, in its title, or in the rows of a solution."""
    if (solution := rows_text.solution_of(field)) is not None:
        return rows_text.text_of_rows(poster.actions.get(FieldKey(solution), ()))
    return poster.title if field == TITLE else poster.text(field)


def as_saved(plan: Plan, poster: Poster, field: str, text: str) -> str:
    """Return a typed text as it would stand in a field: cleaned, and for a title empty where it is the list's text."""
    if rows_text.solution_of(field) is not None:
        return rows_text.text_of_cells(rows_text.cells_in(text))
    if field != TITLE:
        return clean_text(text)
    line = clean_line(text)
    return "" if line == plan.area_of(poster).text else line


def both_texts(field: str, theirs: str, mine: str) -> str:
    """Return two texts of one field as one, theirs first: beneath one another, in a title beside one another.

    A row that stands in both comes once.
    """
    if rows_text.solution_of(field) is not None:
        return rows_text.both(theirs, mine)
    return " / ".join((theirs, clean_line(mine))) if field == TITLE else f"{theirs}\n{mine}"


def save_field(plan: Plan, poster_id: str, field: str, text: str, base: str) -> Plan:
    """Write one field that was typed at a station; ``base`` is the revision of the text that the typing started from.

    The same text again changes nothing, so that a save may be repeated after its answer was lost.

    Raises:
        FieldChanged: the field holds something else by now than it started from.
        PosterLocked, TextTooLong, TooManyActions, Gone: as they say.
    """
    poster = _writable(plan, poster_id)
    text, there = as_saved(plan, poster, field, text), field_text(poster, field)
    if text == there:
        return plan
    most = LINE_CAP if field == TITLE else TEXT_CAP
    if len(text) > most:
        raise TextTooLong(most=most)
    if field_revision(there) != base:
        raise FieldChanged(theirs=there, mine=text)
    if (solution := rows_text.solution_of(field)) is not None:
        return _write_rows(plan, poster_id, solution, text)
    if field == TITLE:
        return posters.rename_poster(plan, poster_id, text)
    return posters.write_field(plan, poster_id, field, text)


def add_area(plan: Plan, text: str, group_id: str, area_id: str | None = None, poster_id: str | None = None) -> Plan:
    """Add a problem area that a group found missing: under the next number, marked as new, and claimed by the group."""
    area_id = area_id or new_id()
    return posters.claim_area(add_area_in_room(plan, text, area_id), area_id, group_id, poster_id=poster_id)


def take_part(plan: Plan, poster_id: str, part: str, group_id: str) -> Plan:
    """Say that a group works on a poster in one part of the day.

    Raises:
        PartTaken: another group does already.
        PosterLocked, Gone: as they say.
    """
    poster = _writable(plan, poster_id)
    holder = {str(key): group for key, group in poster.groups.items()}.get(part)
    if holder is not None and holder != group_id:
        raise PartTaken(group=plan.groups[holder].name)
    return posters.set_poster_group(plan, poster_id, part, group_id)


def leave_part(plan: Plan, poster_id: str, part: str, group_id: str) -> Plan:
    """Take back that a group works on a poster in one part of the day; what another group took stays theirs."""
    poster = _writable(plan, poster_id)
    if {str(key): group for key, group in poster.groups.items()}.get(part) != group_id:
        return plan
    return posters.set_poster_group(plan, poster_id, part, None)


def link_trend(plan: Plan, poster_id: str, trend_id: str, *, linked: bool) -> Plan:
    """Say that a trend influences what a poster is about, or take that back."""
    poster = _writable(plan, poster_id)
    present(plan, "trends", trend_id)
    kept = tuple(trend for trend in poster.trends if trend != trend_id)
    return actions.link_trends(plan, poster_id, (*kept, TrendId(trend_id)) if linked else kept)


def set_effect(plan: Plan, poster_id: str, trend_id: str, effect: Effect | None) -> Plan:
    """Say whether a trend makes the problem better or worse, which links it; None takes back what was said."""
    poster = _writable(plan, poster_id)
    present(plan, "trends", trend_id)
    if effect is not None and trend_id not in poster.trends:
        plan = actions.link_trends(plan, poster_id, (*poster.trends, trend_id))
    return actions.set_effect(plan, poster_id, trend_id, effect)


def link_area(plan: Plan, poster_id: str, area_id: str, *, linked: bool) -> Plan:
    """Say that another problem area is linked to a poster, or take that back."""
    poster = _writable(plan, poster_id)
    present(plan, "areas", area_id)
    kept = tuple(area for area in poster.links if area != area_id)
    return plan.with_item(poster.revised(links=(*kept, AreaId(area_id)) if linked else kept))


def choose_domain(plan: Plan, poster_id: str, field: str, domain: str) -> Plan:
    """Say which domain a solution comes from; empty takes it back."""
    _writable(plan, poster_id)
    return posters.choose_domain(plan, poster_id, field, domain)


def set_done(plan: Plan, poster_id: str, *, done: bool) -> Plan:
    """Say whether a group is done with a poster."""
    return plan.with_item(_writable(plan, poster_id).revised(done=done))


def add_photo(plan: Plan, poster_id: str, name: str) -> Plan:
    """Add a photo of the paper poster, which was kept beside the workshop before."""
    _writable(plan, poster_id)
    return posters.add_photo(plan, poster_id, name)


def _write_rows(plan: Plan, poster_id: str, solution: str, text: str) -> Plan:
    rows = rows_text.cells_in(text)
    if any(len(cell) > LINE_CAP for row in rows for cell in row):
        raise TextTooLong(most=LINE_CAP)
    made = [Action(actor=actor, action=action, owner=owner) for actor, action, owner in rows]
    return actions.write_actions(plan, poster_id, solution, made)


def _writable(plan: Plan, poster_id: str) -> Poster:
    poster = present(plan, "posters", poster_id)
    assert isinstance(poster, Poster)  # noqa: S101 - the table holds nothing else
    if poster.locked:
        raise PosterLocked
    return poster
