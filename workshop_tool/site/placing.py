"""Where a device places the trends itself, on two axes; nothing of how others placed them is shown."""

from functools import partial
from typing import Annotated, Final
from urllib.parse import quote

from pydantic import Field
from starlette.responses import JSONResponse, RedirectResponse, Response

from workshop_tool.domain.fact import Id
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.sheets import Spot
from workshop_tool.language import _, sentence
from workshop_tool.services import sheets
from workshop_tool.site.devices import form_token
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.stations.api import Sent, read_sent
from workshop_tool.site.stations.forms import read_form

STEPS: Final = (0.0, 0.25, 0.5, 0.75, 1.0)
"""Places along an axis that a form without script offers."""

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class SentPlace(Sent):
    """Where one trend was put; both or neither."""

    trend: Id
    certainty: Share | None = None
    importance: Share | None = None

    @property
    def spot(self) -> Spot | None:
        """The place, or None where it was taken off."""
        if self.certainty is None or self.importance is None:
            return None
        return Spot(certainty=self.certainty, importance=self.importance)


async def show_places(room: Room, visit: Visit) -> Response:
    """Show the trends, and where this device placed them."""
    return _page(room, await device_of(room, visit), visit.request.query_params.get("trend", ""))


async def put_place(room: Room, visit: Visit) -> Response:
    """Save one place: 200 when it is on the disk."""
    token = await device_of(room, visit)
    sent = read_sent(SentPlace, visit.body)
    await _place(room, token, sent.trend, sent.spot)
    return JSONResponse({})


async def post_places(room: Room, visit: Visit) -> Response:
    """Take the place of one trend from a browser without script; two empty lists take it off."""
    token = await device_of(room, visit)
    form = read_form(visit.body, token)
    trend_id, across, up = (form.get(name, "") for name in ("trend", "certainty", "importance"))
    try:
        await _place(room, token, trend_id, _spot(across, up))
    except WorkshopProblem as problem:
        return _page(room, token, trend_id, problem)
    return RedirectResponse(f"/place?trend={quote(trend_id)}", 303)


def _spot(across: str, up: str) -> Spot | None:
    known = {str(step): share for step, share in enumerate(STEPS)}
    if across not in known or up not in known:
        return None
    return Spot(certainty=known[across], importance=known[up])


async def _place(room: Room, token: str, trend_id: str, spot: Spot | None) -> None:
    sheet_id = sheets.sheet_id_of(room.session.current, token)
    action = partial(sheets.place, sheet_id=sheet_id, trend_id=trend_id, spot=spot)
    await room.landing.saved(room.session.act(action))


def _page(room: Room, token: str, chosen: str = "", problem: WorkshopProblem | None = None) -> Response:
    workshop = room.session.current
    sheet = workshop.sheets.get(sheets.sheet_id_of(workshop, token))
    placed = {str(trend): spot for trend, spot in sheet.placed.items()} if sheet else {}
    trends = [(trend, placed.get(trend.id), _where(placed.get(trend.id))) for trend in workshop.plan.trends]
    first = chosen if chosen in workshop.plan.trends or not trends else trends[0][0].id
    return page(
        "place.html",
        workshop,
        409 if problem else 200,
        trends=trends,
        chosen=first,
        across=_across(),
        up=_up(),
        csrf=form_token(token),
        problem=sentence(problem) if problem else "",
    )


def _where(spot: Spot | None) -> str:
    """Say in words where a trend was put."""
    if spot is None:
        return ""
    last = len(STEPS) - 1
    across, up = _across()[round(spot.certainty * last)], _up()[round(spot.importance * last)]
    return _("Certainty: {certainty}. Importance: {importance}.").format(certainty=across, importance=up)


def _across() -> tuple[str, ...]:
    return _("uncertain"), _("rather uncertain"), _("in between"), _("rather certain"), _("certain")


def _up() -> tuple[str, ...]:
    return _("high"), _("rather high"), _("in between"), _("rather very high"), _("very high")
