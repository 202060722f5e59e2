"""The one ASGI application: lets a request through the guards, asks its route, and says every refusal once."""

import logging
import random
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.cards import CardNeeded
from workshop_tool.domain.voting.casting import OwnPoster, TooManyDots, TooManyOnOnePoster, UnknownPoster
from workshop_tool.language import sentence, speaking
from workshop_tool.services.moment import SessionEnded
from workshop_tool.services.stations import NoRoomKey, PosterLocked, TextTooLong
from workshop_tool.site import refusals
from workshop_tool.site.guarding_headers import RAW_HEADERS
from workshop_tool.site.guards import DeviceLeft, RouteTable, checked_route, has_body, read_body
from workshop_tool.site.languages import language_of_phone
from workshop_tool.site.packing import pack
from workshop_tool.site.prompt_protocol import crowded
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit
from workshop_tool.site.routes import ROUTES
from workshop_tool.site.stations.refusals import NotAStation, StreamsFull, UnreadableField
from workshop_tool.store.attachments import AttachmentNotKept
from workshop_tool.store.refusals import StoreFailed

log = logging.getLogger(__name__)

STATUS: Final[dict[type[WorkshopProblem], int]] = {
    refusals.NotJoined: 401,
    refusals.NotFromOurPage: 403,
    refusals.NoSuchPage: 404,
    refusals.WrongMethod: 405,
    refusals.TooMuchSent: 413,
    refusals.WrongContentType: 415,
    refusals.WrongHost: 421,
    refusals.UnreadableBallot: 422,
    refusals.UnreadableForm: 422,
    refusals.UnreadableCheck: 422,
    CardNeeded: 401,
    NotAStation: 401,
    UnreadableField: 422,
    TextTooLong: 422,
    PosterLocked: 423,
    NoRoomKey: 503,
    StreamsFull: 503,
    AttachmentNotKept: 503,
    OwnPoster: 422,
    TooManyDots: 422,
    TooManyOnOnePoster: 422,
    UnknownPoster: 422,
    refusals.RoomFull: 503,
    refusals.SomethingFailed: 500,
    SessionEnded: 503,
    StoreFailed: 503,
}
BUSY: Final = 503
COME_BACK: Final = 3, 8
"""Seconds, from and to, after which a phone that was sent away is asked to come back: not all at once."""
OTHERWISE: Final = 409
"""The status of any other refusal: the workshop is not in a state for that."""


class FrontDoor:
    """Answers every request of every phone."""

    def __init__(self, room: Room, hosts: frozenset[str]) -> None:
        """Serve a room under these names (host and port), and under no other."""
        self._room = room
        self._hosts = hosts
        self._routes = RouteTable(ROUTES)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, in the language of the phone that asks."""
        request = Request(scope)
        with speaking(language_of_phone(request)):
            await self._give(request, receive, send)

    async def _give(self, request: Request, receive: Receive, send: Send) -> None:
        try:
            response = await self._answer(request, receive)
        except DeviceLeft:
            log.info("A device went away in the middle of a request.")
            return
        except Exception:
            log.exception("a route failed; the site goes on")
            response = self._hanging_up(self._refusal(request, refusals.SomethingFailed()))
        response.raw_headers.extend(RAW_HEADERS)  # no route sets any of these itself
        pack(request, response)
        await response(request.scope, receive, send)

    async def _answer(self, request: Request, receive: Receive) -> Response:
        if crowded(request.scope):
            return self._hanging_up(self._refusal(request, refusals.RoomFull()))
        try:
            route, names = checked_route(request, self._hosts, self._routes)
            if route.first is not None:
                await route.first(self._room, Visit(request, names=names))
        except WorkshopProblem as problem:
            return await self._turned_away(request, receive, problem)
        try:
            body = await read_body(request, receive, route.cap)
        except refusals.TooMuchSent as problem:
            return self._hanging_up(self._refusal(request, problem))
        try:
            return await route.answer(self._room, Visit(request, body, names))
        except WorkshopProblem as problem:
            return self._refusal(request, problem)

    async def _turned_away(self, request: Request, receive: Receive, problem: WorkshopProblem) -> Response:
        """Refuse by the headers alone; the body is read and dropped, for it stands in the way of the answer."""
        response = self._refusal(request, problem)
        if has_body(request):
            try:
                await read_body(request, receive, cap=0)
            except refusals.TooMuchSent:
                self._hanging_up(response)
        if isinstance(problem, refusals.WrongMethod):
            response.headers["Allow"] = str(problem.details["allowed"])
        return response

    def _refusal(self, request: Request, problem: WorkshopProblem) -> Response:
        status = next((STATUS[kind] for kind in type(problem).__mro__ if kind in STATUS), OTHERWISE)
        if request.scope["path"].startswith("/api/"):
            response: Response = JSONResponse({"sentence": sentence(problem)}, status_code=status)
        else:
            response = page("refusal.html", self._room.session.current, status, problem=sentence(problem))
        if status == BUSY:
            response.headers["Retry-After"] = str(random.randint(*COME_BACK))
        return response

    @staticmethod
    def _hanging_up(response: Response) -> Response:
        response.headers["Connection"] = "close"
        return response
