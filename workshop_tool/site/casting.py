"""A device's ballot on its way in, by script or by form, and what the device is told about it."""

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.responses import JSONResponse, Response

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.casting import RoundSealed, StaleBallot, VotingClosed, VotingNotOpen
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import NoSuchRound, Workshop
from workshop_tool.language import sentence
from workshop_tool.services import voting
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site.refusals import UnreadableBallot
from workshop_tool.site.room import Room, Visit, device_of

OVERTAKEN = (StaleBallot, VotingClosed, VotingNotOpen, RoundSealed, NoSuchRound)
"""What happens to a ballot through no fault of its own: the answer tells the device how things stand."""

Revision = Annotated[int, Field(ge=1, le=2**31)]
Dots = Annotated[int, Field(ge=0, le=100)]


class SentBallot(BaseModel):
    """The body of a ballot; strict: ``true`` and ``1.0`` are no whole numbers."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    round: str
    revision: Revision
    dots: dict[str, dict[str, Dots]]


async def put_ballot(room: Room, visit: Visit) -> Response:
    """Take a complete ballot; 200 says that it is on the disk and counts unless it is replaced before the close."""
    token = await device_of(room, visit)
    try:
        sent = SentBallot.model_validate_json(visit.body)
    except ValidationError as error:
        raise UnreadableBallot from error
    try:
        await cast(room.session, token, sent)
    except OVERTAKEN as problem:
        return JSONResponse(_standing(room, token, problem), status_code=409)
    return JSONResponse(_standing(room, token))


async def get_state(room: Room, visit: Visit) -> Response:
    """Tell a device how things stand: the round, and its own ballot; nothing of how others voted."""
    return JSONResponse(_standing(room, await device_of(room, visit)))


async def cast(session: WorkshopSession, token: str, sent: SentBallot) -> Ballot:
    """Queue a ballot and wait until it is on the disk.

    Raises what ``services.voting.cast_ballot`` raises.
    """
    action = partial(voting.cast_ballot, round_id=sent.round, token=token, dots=sent.dots, revision=sent.revision)
    queued = asyncio.wrap_future(session.act(action))
    # Shielded: a site that stops must not cancel what the writer is about to answer.
    return await asyncio.shield(queued)


def current_round(workshop: Workshop) -> Round | None:
    """Return the round that is open, or the last one that was; None before the first."""
    if workshop.open_book:
        return workshop.open_book.round
    started = [book.round for book in workshop.rounds if book.round.state != "prepared"]
    return started[-1] if started else None


def _standing(room: Room, token: str, problem: WorkshopProblem | None = None) -> Mapping[str, Any]:
    workshop = room.session.current
    round_ = current_round(workshop)
    ballot = voting.ballot_of(workshop, round_.id, token) if round_ else None
    return {
        "sentence": sentence(problem) if problem else "",
        "round": round_.id if round_ else None,
        "state": round_.state if round_ else "waiting",
        "ballot": _told(ballot) if ballot else None,
    }


def _told(ballot: Ballot) -> Mapping[str, Any]:
    return {"revision": ballot.revision, "receipt": ballot.receipt, "dots": ballot.allocation.dots}
