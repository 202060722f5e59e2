"""The pages a person sees: type the code, wait, vote, read a poster, voting is closed."""

import re
from dataclasses import replace
from typing import Any, Final

from starlette.responses import RedirectResponse, Response

from workshop_tool.domain.posters import Poster
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Allocation
from workshop_tool.domain.voting.cards import CardNeeded
from workshop_tool.domain.voting.casting import OwnPoster, TooManyDots, TooManyOnOnePoster
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, sentence
from workshop_tool.services import voting
from workshop_tool.site.ballot_sheet import ballot_sheet, dots_in
from workshop_tool.site.casting import OVERTAKEN, SentBallot, cast
from workshop_tool.site.devices import COOKIE
from workshop_tool.site.forms import read_form
from workshop_tool.site.people import card_page, page_words
from workshop_tool.site.refusals import EarlierRound, NoSuchPage, UnreadableBallot
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.standing import current_round
from workshop_tool.site.voters import Voter, keep, keep_about, voter_of

_NOT_IN_A_CODE: Final = re.compile(r"[^0-9A-Z]")


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
    keep(response, COOKIE, cookie)
    return response


async def show_vote(room: Room, visit: Visit) -> Response:
    """Show what there is to do now: wait, type a card, place dots, or see that voting is over."""
    voter = await _voter_here(room, visit)
    return card_page(room, await device_of(room, visit)) if voter is None else _vote_page(room, voter)


async def post_vote(room: Room, visit: Visit) -> Response:
    """Take the ballot of a browser without script, and send it back to the page."""
    form = read_form(visit.body, await device_of(room, visit))
    round_ = room.session.current.book(form.get("round", "")).round
    voter = await voter_of(room, visit, round_)
    try:
        dots = dots_in(round_, form)
        sent = SentBallot(
            round=round_.id,
            revision=int(form.get("revision", "")),
            dots=dots,
            group=form.get("group") or None,
            sector=form.get("sector", ""),
        )
    except ValueError as error:  # pydantic's ValidationError is one
        raise UnreadableBallot from error
    typing = replace(voter, group=sent.group, sector=sent.sector)
    try:
        ballot = await cast(room, voter.token, sent)
    except OVERTAKEN as problem:
        now = current_round(room.session.current)
        told = problem if now is None or now.id == round_.id else EarlierRound(name=round_.name)
        return _vote_page(room, await _voter_here(room, visit) or typing, told, status=409)
    except (TooManyDots, TooManyOnOnePoster, OwnPoster) as problem:
        return _vote_page(room, typing, problem, Allocation.model_validate({"dots": dots}), status=422)
    response = RedirectResponse("/vote", 303)
    keep_about(visit, response, ballot)
    return response


async def show_poster(room: Room, visit: Visit) -> Response:
    """Show the text of one poster that is being voted on: a title alone says little about feasibility."""
    await device_of(room, visit)
    workshop = room.session.current
    round_ = current_round(workshop)
    poster = workshop.plan.posters.get(visit.names["poster_id"])
    if round_ is None or poster is None or poster.id not in round_.posters:
        raise NoSuchPage
    return page("poster.html", workshop, poster=poster, round=round_, **_poster_words(workshop, poster))


async def _voter_here(room: Room, visit: Visit) -> Voter | None:
    """Return who votes on this device in the round there is now; None where a card has to be typed first."""
    round_ = current_round(room.session.current)
    try:
        return await voter_of(room, visit, round_)
    except CardNeeded:
        device = await device_of(room, visit)
        return None if round_ and round_.state == "open" else Voter(device, device)


def _vote_page(
    room: Room,
    voter: Voter,
    problem: WorkshopProblem | None = None,
    typed: Allocation | None = None,
    *,
    status: int = 200,
) -> Response:
    workshop = room.session.current
    round_ = current_round(workshop)
    words = page_words(room, voter.device)
    if round_ is None:
        return page("waiting.html", workshop, **words)
    ballot = voting.ballot_of(workshop, round_.id, voter.token)
    return page(
        f"{round_.state}.html",
        workshop,
        status,
        round=round_,
        sheet=ballot_sheet(workshop, round_, voter, ballot, typed),
        problem=sentence(problem) if problem else "",
        **words,
    )


def _effect(effect: str | None) -> str:
    """Say what a linked trend does; "" where nobody said."""
    return {"better": _("makes it better"), "worse": _("makes it worse")}.get(effect or "", "")


def _poster_words(workshop: Workshop, poster: Poster) -> dict[str, Any]:
    plan = workshop.plan
    return {
        "area": plan.area_of(poster),
        "title": plan.title_of(poster),
        "trends": [(plan.trends[trend].label, _effect(poster.effects.get(trend))) for trend in poster.trends],
        "links": [plan.areas[area] for area in poster.links],
    }
