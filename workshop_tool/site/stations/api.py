"""What a station's script asks and sends: fields as they are typed, choices, who is writing, how a poster stands."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Final, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from starlette.responses import JSONResponse, Response

from workshop_tool.domain.fact import Id, Text
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import Effect, Poster
from workshop_tool.language import _, sentence
from workshop_tool.services import stations
from workshop_tool.site.room import Room, Visit
from workshop_tool.site.standing import GROUPS
from workshop_tool.site.stations.devices import COOKIE, Station
from workshop_tool.site.stations.refusals import NotAStation, StreamsFull, UnreadableField
from workshop_tool.site.stations.sheet import field_keys, poster_state

Key = Annotated[str, Field(max_length=100)]


class Sent(BaseModel):
    """A body as a station sends it; strict, so that nothing is taken for something else."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class SentField(Sent):
    """One field, and the revision of the text that typing started from."""

    poster: Id
    field: Key
    base: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
    text: Text


class SentChoice(Sent):
    """One box that was ticked or cleared, or what was chosen: a domain, or what the trend named by ``field`` does."""

    poster: Id
    what: Literal["trend", "area", "domain", "effect", "done"]
    field: Key = ""
    choice: Annotated[str, Field(max_length=500)] = ""
    on: bool

    @model_validator(mode="after")
    def _says_an_effect_that_there_is(self) -> Self:
        if self.what == "effect" and self.choice not in _EFFECTS:
            raise ValueError(self.choice)
        return self


class SentTyping(Sent):
    """Where somebody is writing."""

    poster: Id
    field: Key


_EFFECTS: Final[Mapping[str, Effect | None]] = {"": None, "better": "better", "worse": "worse"}

SentT = TypeVar("SentT", bound=Sent)


async def put_field(room: Room, visit: Visit) -> Response:
    """Save one field: 200 with its revision once it is on the disk, 409 with the other text where one was first."""
    station = await station_of(room, visit)
    sent = read_sent(SentField, visit.body)
    try:
        await save_field(room, station, sent)
    except stations.FieldChanged as problem:
        theirs = str(problem.details["theirs"])
        told = {"sentence": sentence(problem), "theirs": theirs, "revision": stations.field_revision(theirs)}
        return JSONResponse(told, status_code=409)
    plan = room.session.current.plan
    poster = plan.posters.get(sent.poster)
    saved = stations.as_saved(plan, poster, sent.field, sent.text) if poster else sent.text
    return JSONResponse({"revision": stations.field_revision(saved)})


async def put_choice(room: Room, visit: Visit) -> Response:
    """Save one choice: 200 when it is on the disk."""
    station = await station_of(room, visit)
    sent = read_sent(SentChoice, visit.body)
    await edit(room, station, _("Choose on a poster"), partial(chosen, sent=sent))
    return JSONResponse({})


async def put_typing(room: Room, visit: Visit) -> Response:
    """Note where a group is writing; the other stations and the window hear of it."""
    station = await station_of(room, visit)
    sent = read_sent(SentTyping, visit.body)
    here = (str(station.group.id), sent.poster, sent.field)
    known = field_keys(room.session.current.plan)
    if poster_of(room, sent.poster) is None or sent.field not in known:
        raise UnreadableField
    news = here not in room.presence.who()
    room.presence.note(*here)
    if news:
        room.live.publish(GROUPS)
    return JSONResponse({})


async def get_poster(room: Room, visit: Visit) -> Response:
    """Tell how a poster stands."""
    station = await station_of(room, visit)
    poster = poster_of(room, visit.names["poster_id"])
    if poster is None:
        return JSONResponse({"gone": True})
    return JSONResponse(poster_state(room.session.current.plan, poster, station.group, room.presence.who()))


async def stream(room: Room, visit: Visit) -> Response:
    """Keep a station's page posted about changes."""
    await station_of(room, visit)
    if room.live.full:
        raise StreamsFull
    return room.live.stream()


async def station_of(room: Room, visit: Visit) -> Station:
    """Return the station that visits.

    Raises:
        NotAStation: it has no cookie of one, or one that was made up.
    """
    station = await room.stations.recognise(room.session.current, visit.request.cookies.get(COOKIE))
    if station is None:
        raise NotAStation
    return station


def poster_of(room: Room, poster_id: str) -> Poster | None:
    """Return a poster, or None where there is none of this id."""
    return room.session.current.plan.posters.get(poster_id)


def read_sent(kind: type[SentT], body: bytes) -> SentT:
    """Return what a body says, or raise UnreadableField."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise UnreadableField from error


async def save_field(room: Room, station: Station, sent: SentField) -> None:
    """Queue the save of one field and wait until it is on the disk. Raises what ``stations.save_field`` raises."""
    change = partial(stations.save_field, poster_id=sent.poster, field=sent.field, text=sent.text, base=sent.base)
    await edit(room, station, _("Write on a poster"), change)


async def edit(room: Room, station: Station, label: str, change: Callable[[Plan], Plan]) -> None:
    """Queue an edit in a group's name and wait until it is on the disk, or refused."""
    await room.landing.saved(room.session.edit(label, change, actor=station.actor))


def chosen(plan: Plan, sent: SentChoice) -> Plan:
    """Return the plan with a choice made."""
    match sent.what:
        case "trend":
            return stations.link_trend(plan, sent.poster, sent.choice, linked=sent.on)
        case "area":
            return stations.link_area(plan, sent.poster, sent.choice, linked=sent.on)
        case "domain":
            return stations.choose_domain(plan, sent.poster, sent.field, sent.choice)
        case "effect":
            return stations.set_effect(plan, sent.poster, sent.field, _EFFECTS[sent.choice])
        case "done":
            return stations.set_done(plan, sent.poster, done=sent.on)
