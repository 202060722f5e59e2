"""The pages a person sees: type the code, wait, vote, read a poster, voting is closed."""

import re
import secrets
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.responses import RedirectResponse, Response

from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Allocation
from workshop_tool.domain.voting.casting import TooManyDots, TooManyOnOnePoster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import sentence
from workshop_tool.services import voting
from workshop_tool.site.ballot_sheet import ballot_sheet, dots_in
from workshop_tool.site.casting import OVERTAKEN, SentBallot, cast, current_round
from workshop_tool.site.devices import COOKIE, COOKIE_SECONDS, form_token
from workshop_tool.site.refusals import EarlierRound, NoSuchPage, NotFromOurPage, UnreadableBallot
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of

_NOT_IN_A_CODE: Final = re.compile(r"[^0-9A-Z]")
_LONGEST_FORM: Final = 1000
"""Most fields that a form may have; a ballot has one for each poster and criterion."""


async def type_code(room: Room, visit: Visit) -> Response:
    """Show where the code is typed, or go on with the one that was."""
    code = _NOT_IN_A_CODE.sub("", visit.request.query_params.get("code", "").upper())
    if code:
        return RedirectResponse(f"/j/{code}", 303)
    return page("code.html", room.session.current, wrong="code" in visit.request.query_params)


async def join(room: Room, visit: Visit) -> Response:
    """Let a device in that comes with the right code; any other code gets one and the same answer."""
    cookie = await room.devices.admit(visit.names["code"], visit.cookie)
    if cookie is None:
        return page("code.html", room.session.current, 404, wrong=True)
    response = RedirectResponse("/vote", 303)
    response.set_cookie(COOKIE, cookie, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")
    return response


async def show_vote(room: Room, visit: Visit) -> Response:
    """Show what there is to do now: wait, place dots, or see that voting is over."""
    return _vote_page(room, await device_of(room, visit))


async def post_vote(room: Room, visit: Visit) -> Response:
    """Take the ballot of a browser without script, and send it back to the page."""
    token = await device_of(room, visit)
    form = _form(visit.body)
    if not secrets.compare_digest(form.get("csrf", "").encode(), form_token(token).encode()):
        raise NotFromOurPage
    round_ = room.session.current.book(form.get("round", "")).round
    try:
        dots = dots_in(round_, form)
        sent = SentBallot(round=round_.id, revision=int(form.get("revision", "")), dots=dots)
    except ValueError as error:  # pydantic's ValidationError is one
        raise UnreadableBallot from error
    try:
        await cast(room.session, token, sent)
    except OVERTAKEN as problem:
        now = current_round(room.session.current)
        told = problem if now is None or now.id == round_.id else EarlierRound(name=round_.name)
        return _vote_page(room, token, told, status=409)
    except (TooManyDots, TooManyOnOnePoster) as problem:
        return _vote_page(room, token, problem, Allocation.model_validate({"dots": dots}), status=422)
    return RedirectResponse("/vote", 303)


async def show_poster(room: Room, visit: Visit) -> Response:
    """Show the text of one poster that is being voted on: a title alone says little about feasibility."""
    await device_of(room, visit)
    workshop = room.session.current
    round_ = current_round(workshop)
    poster = workshop.plan.posters.get(visit.names["poster_id"])
    if round_ is None or poster is None or poster.id not in round_.posters:
        raise NoSuchPage
    return page("poster.html", workshop, poster=poster, round=round_, **_poster_words(workshop, poster))


def _vote_page(
    room: Room,
    token: str,
    problem: WorkshopProblem | None = None,
    typed: Allocation | None = None,
    *,
    status: int = 200,
) -> Response:
    workshop = room.session.current
    round_ = current_round(workshop)
    if round_ is None:
        return page("waiting.html", workshop, round_id="", state="waiting")
    ballot = voting.ballot_of(workshop, round_.id, token)
    return page(
        f"{round_.state}.html",
        workshop,
        status,
        round=round_,
        round_id=round_.id,
        state=round_.state,
        sheet=ballot_sheet(workshop, round_, ballot, typed),
        problem=sentence(problem) if problem else "",
        csrf=form_token(token),
    )


def _poster_words(workshop: Workshop, poster: Poster) -> dict[str, Any]:
    plan = workshop.plan
    return {
        "area": plan.area_of(poster),
        "title": plan.title_of(poster),
        "trends": [plan.trends[trend].label for trend in poster.trends],
        "links": [plan.areas[area] for area in poster.links],
    }


def _form(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qs(body.decode(), keep_blank_values=True, max_num_fields=_LONGEST_FORM)
    except ValueError as error:
        raise UnreadableBallot from error
    return {name: values[-1] for name, values in fields.items()}
