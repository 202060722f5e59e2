"""A group's station without script: type the key, claim a problem area, fill in a poster, and no text is lost."""

import functools
import re
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from workshop_tool.domain.fact import LINE_CAP, clean_line, new_id
from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.services import rows_text, stations
from workshop_tool.services.edits.posters import claim_area
from workshop_tool.site.devices import form_token
from workshop_tool.site.refusals import NoSuchPage
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Answer, Room, Visit
from workshop_tool.site.stations.api import SentField, edit, poster_of, save_field, station_of
from workshop_tool.site.stations.devices import COOKIE, COOKIE_SECONDS, Station
from workshop_tool.site.stations.forms import choices_in, read_form, sent_field, sent_rows
from workshop_tool.site.stations.refusals import NotAStation, NothingWritten, UnreadableField
from workshop_tool.site.stations.sheet import area_rows, part_boxes, writing_words

STATUS: Final[dict[type[WorkshopProblem], int]] = {
    stations.PosterLocked: 423,
    stations.TextTooLong: 422,
    UnreadableField: 422,
    WorkshopProblem: 409,
}
"""How a page that says no is answered; the first that fits."""

_NOT_IN_A_KEY: Final = re.compile(r"[^0-9A-Z]")


async def type_key(room: Room, visit: Visit) -> Response:
    """Show where a group's key is typed, or go on with the one that was."""
    key = _NOT_IN_A_KEY.sub("", visit.request.query_params.get("key", "").upper())
    if key:
        return RedirectResponse(f"/g/{key}", 303)
    return page("station_key.html", room.session.current, wrong="key" in visit.request.query_params)


async def enter(room: Room, visit: Visit) -> Response:
    """Make a device that comes with a group's key its station; any other key gets one and the same answer."""
    cookie = await room.stations.admit(room.session.current, visit.names["key"], visit.request.cookies.get(COOKIE))
    if cookie is None:
        return page("station_key.html", room.session.current, 404, wrong=True)
    response = RedirectResponse("/station", 303)
    response.set_cookie(COOKIE, cookie, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")
    return response


def at_station(answer: Answer) -> Answer:
    """Show where the key is typed to whoever is no station."""

    @functools.wraps(answer)
    async def answered(room: Room, visit: Visit) -> Response:
        try:
            return await answer(room, visit)
        except NotAStation:
            return page("station_key.html", room.session.current, 401, wrong=False)

    return answered


@at_station
async def show_areas(room: Room, visit: Visit) -> Response:
    """Show which problem areas are free, taken and done."""
    return _areas_page(room, await station_of(room, visit))


@at_station
async def post_areas(room: Room, visit: Visit) -> Response:
    """Claim a problem area, or add one that is missing, and go on to its poster."""
    station = await station_of(room, visit)
    form = read_form(visit.body, station.token)
    poster_id, typed = new_id(), form.get("text", "")
    try:
        if form.get("do") == "add":
            add = partial(stations.add_area, text=_line(typed), group_id=station.group.id, poster_id=poster_id)
            await edit(room, station, _("Add a problem area"), add)
        else:
            area, group = form.get("area", ""), station.group.id
            claim = partial(claim_area, area_id=area, group_id=group, poster_id=poster_id)
            await edit(room, station, _("Claim a problem area"), claim)
    except WorkshopProblem as problem:
        return _areas_page(room, station, problem, typed)
    return RedirectResponse(f"/station/posters/{poster_id}", 303)


@at_station
async def show_station_poster(room: Room, visit: Visit) -> Response:
    """Show a poster to write on."""
    station = await station_of(room, visit)
    return poster_page(room, station, _poster(room, visit))


@at_station
async def post_station_poster(room: Room, visit: Visit) -> Response:
    """Take what the form of one field, or one of the buttons, sent."""
    station = await station_of(room, visit)
    poster = _poster(room, visit)
    form = read_form(visit.body, station.token)
    unsaved = form.get("text", "")
    try:
        match form.get("do"):
            case "field":
                await save_field(room, station, sent := sent_field(poster.id, form))
            case "rows":
                sent = sent_rows(poster.id, form, visit.body)
                unsaved = rows_text.shown(sent.text)
                await save_field(room, station, sent)
            case "choices":
                await edit(room, station, _("Choose on a poster"), choices_in(poster.id, form, visit.body))
            case "take" | "leave" as step:
                move = stations.take_part if step == "take" else stations.leave_part
                change = partial(move, poster_id=poster.id, part=form.get("part", ""), group_id=station.group.id)
                await edit(room, station, _("Say who works on a poster"), change)
            case "undo":
                await room.landing.saved(room.session.undo(station.actor))
            case _:
                raise UnreadableField
    except stations.FieldChanged as problem:
        return _conflict_page(room, station, poster, sent, problem)
    except WorkshopProblem as problem:
        return poster_page(room, station, _poster(room, visit), problem, unsaved)
    return RedirectResponse(f"/station/posters/{poster.id}#field-{quote(form.get('field', ''))}", 303)


def _areas_page(room: Room, station: Station, problem: WorkshopProblem | None = None, typed: str = "") -> Response:
    plan = room.session.current.plan
    rows = area_rows(plan, station.group, room.presence.who())
    return station_page(room, station, "station_areas.html", problem, rows=rows, typed=typed)


def poster_page(
    room: Room,
    station: Station,
    poster: Poster,
    problem: WorkshopProblem | None = None,
    unsaved: str = "",
) -> Response:
    """Return a poster to write on; where there is a problem it says so, and shows what was not saved."""
    plan, writing = room.session.current.plan, room.presence.who()
    return station_page(
        room,
        station,
        "station_poster.html",
        problem,
        poster=poster,
        area=plan.area_of(poster),
        title_key=stations.TITLE,
        title_revision=stations.field_revision(poster.title),
        title_writing=writing_words(plan, station.group, writing, poster.id, stations.TITLE),
        parts=part_boxes(plan, poster, station.group, writing),
        unsaved=unsaved,
    )


def _conflict_page(
    room: Room, station: Station, poster: Poster, sent: SentField, problem: stations.FieldChanged
) -> Response:
    plan = room.session.current.plan
    theirs = str(problem.details["theirs"])
    solution = rows_text.solution_of(sent.field)
    named = _("Title") if sent.field == stations.TITLE else plan.template.field(solution or sent.field).label
    read = (lambda text: text) if solution is None else rows_text.shown
    return station_page(
        room,
        station,
        "station_conflict.html",
        problem,
        poster=poster,
        label=named,
        field=sent.field,
        mine=sent.text,
        theirs=theirs,
        read=read,
        both=stations.both_texts(sent.field, theirs, sent.text),
        base=stations.field_revision(theirs),
    )


def station_page(
    room: Room, station: Station, template: str, problem: WorkshopProblem | None, **words: Any
) -> Response:
    """Return a page of a station; where there is a problem it says so."""
    return page(
        template,
        room.session.current,
        next((STATUS[kind] for kind in STATUS if isinstance(problem, kind)), 200),
        station=station,
        csrf=form_token(station.token),
        problem=sentence(problem) if problem else "",
        **words,
    )


def _poster(room: Room, visit: Visit) -> Poster:
    poster = poster_of(room, visit.names["poster_id"])
    if poster is None:
        raise NoSuchPage
    return poster


def _line(typed: str) -> str:
    line = clean_line(typed)
    if not line or len(line) > LINE_CAP:
        raise NothingWritten
    return line
