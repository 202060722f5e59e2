"""Who sits in front of the device: taking a card, going on with a ballot from elsewhere, and the next person."""

import hmac
import re
from typing import Any, Final

from starlette.responses import RedirectResponse, Response

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.voting import RESUMED
from workshop_tool.site.devices import COOKIE, form_token
from workshop_tool.site.forms import read_form
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.standing import current_round, standing
from workshop_tool.site.voters import CARD, VOTER, forget_person, keep

_LONGEST_CODE: Final = 40
_NOT_IN_A_CODE: Final = re.compile(r"[^0-9A-Za-z]")


async def show_card(room: Room, visit: Visit) -> Response:
    """Show where the code of a card is typed; a card lets its device in, so it need not have joined."""
    return card_page(room, await room.devices.recognise(visit.cookie) or "")


async def scan_card(room: Room, visit: Visit) -> Response:
    """Take the card whose QR code was scanned."""
    return await _take_card(room, visit, visit.names["code"])


async def post_card(room: Room, visit: Visit) -> Response:
    """Take the card whose code was typed."""
    form = read_form(visit.body, await room.devices.recognise(visit.cookie) or "")
    return await _take_card(room, visit, form.get("code", ""))


async def show_resume(room: Room, visit: Visit) -> Response:
    """Show where the code of a ballot is typed that was begun on another device."""
    return _resume_page(room, await device_of(room, visit))


async def post_resume(room: Room, visit: Visit) -> Response:
    """Go on here with the ballot whose code was typed."""
    device = await device_of(room, visit)
    typed = read_form(visit.body, device).get("code", "")[:_LONGEST_CODE]
    round_ = current_round(room.session.current)
    token = await room.codes.voter(room.session.current, round_.id, typed) if round_ else None
    if round_ is None or token is None:
        return _resume_page(room, device, wrong=True)
    response = RedirectResponse("/vote", 303)
    keep(response, VOTER, f"{round_.id}.{token.removeprefix(RESUMED)}")
    return response


async def show_next(room: Room, visit: Visit) -> Response:
    """Ask whether the device goes to the next person."""
    device = await device_of(room, visit)
    return page("next.html", room.session.current, **page_words(room, device))


async def post_next(room: Room, visit: Visit) -> Response:
    """Forget the person who used the device: the next one finds it as if it had just joined."""
    read_form(visit.body, await device_of(room, visit))
    response = RedirectResponse("/vote", 303)
    forget_person(room, response)
    return response


def card_page(room: Room, device: str, problem: WorkshopProblem | None = None, *, wrong: bool = False) -> Response:
    """Return the page on which a card is typed; 404 where one was that is none."""
    status = 404 if wrong else 409 if problem else 200
    return page("card.html", room.session.current, status, wrong=wrong, **page_words(room, device))


def page_words(room: Room, device: str) -> dict[str, Any]:
    """Return what every page says about itself to its script, and what its forms carry."""
    workshop = room.session.current
    return {
        "standing": standing(workshop, room.session.clock()),
        "person": person_mark(device),
        "csrf": form_token(device),
    }


def person_mark(device: str) -> str:
    """Return what a page keeps unsent dots under: another person on the same device has another mark."""
    return hmac.digest(device.encode(), b"person", "sha256").hex()[:16]


def _resume_page(room: Room, device: str, *, wrong: bool = False) -> Response:
    words = page_words(room, device)
    return page("resume.html", room.session.current, 404 if wrong else 200, wrong=wrong, **words)


async def _take_card(room: Room, visit: Visit, typed: str) -> Response:
    card = await room.codes.card(room.session.current, _NOT_IN_A_CODE.sub("", typed[:_LONGEST_CODE]))
    device = await room.devices.recognise(visit.cookie)
    if card is None:
        return card_page(room, device or "", wrong=True)
    response = RedirectResponse("/vote", 303)
    if visit.request.cookies.get(CARD, card) != card:
        forget_person(room, response)  # another card is another person
    else:
        keep(response, COOKIE, room.devices.let_in(device))
    keep(response, CARD, card)
    return response
