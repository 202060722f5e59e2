"""A device's ballot on its way in, by script or by form, and what the device is told about it."""

import contextlib
from collections.abc import Mapping
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import to_json
from starlette.responses import JSONResponse, Response

from workshop_tool.domain.fact import LINE_CAP
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.cards import CardNeeded
from workshop_tool.domain.voting.casting import RoundSealed, StaleBallot, VotingClosed, VotingNotOpen
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import NoSuchRound, Workshop
from workshop_tool.language import sentence
from workshop_tool.services import voting
from workshop_tool.services.resuming import resume_code
from workshop_tool.site.refusals import UnreadableBallot
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.standing import current_round, standing
from workshop_tool.site.voters import keep_about, token_of, voter_of

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
    group: Annotated[str, Field(max_length=64)] | None = None
    sector: Annotated[str, Field(max_length=LINE_CAP)] = ""
    """What the voter says of themselves, if anything."""


class Told(JSONResponse):
    """What a device is told, written by the encoder that the models are written by: a room asks all at once."""

    def render(self, content: object) -> bytes:
        """Return it as JSON."""
        return to_json(content)


async def put_ballot(room: Room, visit: Visit) -> Response:
    """Take a complete ballot; 200 says that it is on the disk and counts unless it is replaced before the close."""
    device = await device_of(room, visit)
    try:
        sent = SentBallot.model_validate_json(visit.body)
    except ValidationError as error:
        raise UnreadableBallot from error
    book = room.session.current.books.get(sent.round)
    token = await token_of(room, visit, book.round, device) if book else device
    try:
        ballot = await cast(room, token, sent)
    except OVERTAKEN as problem:
        return Told(await _standing(room, visit, problem), status_code=409)
    workshop = room.session.current
    now = workshop.books.get(sent.round)
    counts = now.ballots.get(ballot.voter) if now and now.round.state == "open" else None  # it may be replaced by now
    response = Told(_told(room, workshop, counts) if counts else await _standing(room, visit))
    keep_about(visit, response, ballot)
    return response


async def get_state(room: Room, visit: Visit) -> Response:
    """Tell a device how things stand: the round, and its own ballot; nothing of how others voted."""
    return Told(await _standing(room, visit))


async def cast(room: Room, token: str, sent: SentBallot) -> Ballot:
    """Queue a ballot and wait until it is on the disk; one that comes after the close is counted as late, once.

    Raises what ``services.voting.cast_ballot`` raises.
    """
    action = partial(
        voting.cast_ballot,
        round_id=sent.round,
        token=token,
        dots=sent.dots,
        revision=sent.revision,
        group=sent.group,
        sector=sent.sector,
    )
    try:
        return await room.landing.saved(room.session.act(action))
    except VotingClosed:
        await room.landing.saved(room.session.act(partial(voting.note_late, round_id=sent.round, token=token)))
        raise


async def _standing(room: Room, visit: Visit, problem: WorkshopProblem | None = None) -> Mapping[str, Any]:
    workshop = room.session.current
    round_ = current_round(workshop)
    ballot = None
    with contextlib.suppress(CardNeeded):
        voter = await voter_of(room, visit, round_)
        ballot = voting.ballot_of(workshop, round_.id, voter.token) if round_ else None
    return _told(room, workshop, ballot, problem)


def _told(
    room: Room, workshop: Workshop, ballot: Ballot | None, problem: WorkshopProblem | None = None
) -> Mapping[str, Any]:
    """Return how things stand, with the ballot that a device has in the present round."""
    round_ = current_round(workshop)
    return {
        **standing(workshop, room.session.clock()),
        "sentence": sentence(problem) if problem else "",
        "ballot": _ballot_told(workshop, round_, ballot) if round_ and ballot else None,
    }


def _ballot_told(workshop: Workshop, round_: Round, ballot: Ballot) -> Mapping[str, Any]:
    return {
        "revision": ballot.revision,
        "receipt": ballot.receipt,
        "resume": resume_code(workshop, round_, ballot),
        "dots": ballot.allocation.dots,
    }
