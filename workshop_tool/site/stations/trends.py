"""Where a group suggests a trend, and comments on trends and posters; the facilitator decides what becomes of it."""

import math
from functools import partial

from starlette.responses import RedirectResponse, Response

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.language import _
from workshop_tool.services.suggesting import suggest
from workshop_tool.site.room import Room, Visit
from workshop_tool.site.stations.api import edit, station_of
from workshop_tool.site.stations.devices import Station
from workshop_tool.site.stations.forms import read_form
from workshop_tool.site.stations.pages import at_station, station_page
from workshop_tool.site.stations.refusals import UnreadableField


@at_station
async def show_trends(room: Room, visit: Visit) -> Response:
    """Show the trends there are, and what the group sent in."""
    return _page(room, await station_of(room, visit), typed={"about": visit.request.query_params.get("about", "")})


@at_station
async def post_trends(room: Room, visit: Visit) -> Response:
    """Send in a trend or a comment."""
    station = await station_of(room, visit)
    form = read_form(visit.body, station.token)
    try:
        suggestion = _suggestion(station, form)
        await edit(room, station, _("Send a suggestion"), partial(suggest, suggestion=suggestion))
    except WorkshopProblem as problem:
        return _page(room, station, problem, form)
    return RedirectResponse("/station/trends#sent", 303)


def _suggestion(station: Station, form: dict[str, str]) -> Suggestion:
    """Return what a form suggests; the id comes from the form, so that sending it twice sends it once."""
    comment = form.get("do") == "comment"
    place = ("importance", "certainty") if form.get("placed") and not comment else ()
    try:
        return Suggestion(
            id=form.get("id", ""),
            kind="comment" if comment else "trend",
            text=form.get("text", ""),
            group=station.group.id,
            about=form.get("about", "") if comment else None,
            **{axis: _percent(form.get(axis, "")) for axis in place},
        )
    except ValueError as error:  # pydantic's ValidationError is one
        raise UnreadableField from error


def _percent(typed: str) -> float:
    value = float(typed)
    if not math.isfinite(value):
        raise ValueError(typed)
    return value / 100


def _page(
    room: Room, station: Station, problem: WorkshopProblem | None = None, typed: dict[str, str] | None = None
) -> Response:
    sent = [one for one in room.session.current.plan.suggestions if one.group == station.group.id]
    return station_page(
        room,
        station,
        "station_trends.html",
        problem,
        typed=typed or {},
        sent=sent,
        new_id=new_id,
        states={
            "waiting": _("waiting"),
            "accepted": _("taken up"),
            "merged": _("added to another"),
            "dismissed": _("not taken up"),
        },
    )
