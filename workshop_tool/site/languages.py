"""Which language a phone reads: what its browser asks for, until somebody chooses on the phone."""

from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from workshop_tool.language import LANGUAGES, known_language, spoken
from workshop_tool.site.refusals import NoSuchPage
from workshop_tool.site.room import Room, Visit
from workshop_tool.site.voters import keep

COOKIE: Final = "language"
MOST_ASKED: Final = 500
"""Characters of a header that are read; no browser sends as many."""


def language_of_phone(request: Request) -> str:
    """Return the language chosen on the phone, else the first its browser asks for, else that of the screen."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in LANGUAGES:
        return chosen
    return known_language(_asked(request.headers.get("accept-language", "")[:MOST_ASKED])) or spoken()


async def choose_language(_room: Room, visit: Visit) -> Response:
    """Keep a language on the phone, and go back to the page that it was chosen on.

    Raises:
        NoSuchPage: there is no such language.
    """
    code = visit.names["code"]
    if code not in LANGUAGES:
        raise NoSuchPage
    response = RedirectResponse(_page_before(visit.request), 303)
    keep(response, COOKIE, code)
    return response


def _page_before(request: Request) -> str:
    """Return the path of our own page that the visit comes from; the first page where it comes from elsewhere."""
    try:
        before = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return "/"
    own = before.scheme == "http" and before.netloc.lower() == request.headers.get("host", "").lower()
    if not own or before.path.startswith("//") or before.path.startswith("/language/"):
        return "/"
    return before.path or "/"


def _asked(header: str) -> list[str]:
    """Return the languages of an Accept-Language header, the dearest first (RFC 9110, 12.5.4)."""
    weighed = list[tuple[float, int, str]]()
    for place, part in enumerate(header.split(",")):
        name, _sep, weight = part.partition(";")
        try:
            worth = float(weight.strip().removeprefix("q=") or 1)
        except ValueError:
            continue
        if worth > 0:
            weighed.append((-worth, place, name))
    return [name for _worth, _place, name in sorted(weighed)]
