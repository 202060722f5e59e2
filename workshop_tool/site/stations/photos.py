"""Photos of paper posters that come from a station: made small and written anew before a poster names them."""

import asyncio
import tempfile
from functools import partial
from pathlib import Path
from typing import Final

from starlette.responses import JSONResponse, RedirectResponse, Response

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, sentence
from workshop_tool.services import stations
from workshop_tool.services.edits.lists import Gone
from workshop_tool.services.photos import PhotoNotRead, keep_photo
from workshop_tool.site.multipart import read_parts
from workshop_tool.site.refusals import NoSuchPage
from workshop_tool.site.room import Room, Visit
from workshop_tool.site.stations.api import edit, poster_of, station_of
from workshop_tool.site.stations.devices import Station
from workshop_tool.site.stations.forms import check_token
from workshop_tool.site.stations.pages import at_station, poster_page
from workshop_tool.site.stations.refusals import NoPhotoChosen
from workshop_tool.store.attachments import AttachmentNotKept

OURS: Final = (Gone, stations.PosterLocked, AttachmentNotKept, PhotoNotRead)
"""What keeps a photo out through no fault of its own."""
PHOTO_CAP: Final = 12_000_000
PHOTO_SECONDS: Final = 60.0
"""How long a photo may be under way; only to a station does the site listen for so long."""


async def expect_photo(room: Room, visit: Visit) -> None:
    """Give a station, and nobody else, the time that a photo needs on a slow network.

    Raises:
        NotAStation: as it says.
    """
    await station_of(room, visit)
    visit.request.scope["line"].allow(PHOTO_SECONDS)


async def put_photo(room: Room, visit: Visit) -> Response:
    """Add a photo to a poster: 200 when it is kept and the poster names it."""
    station = await station_of(room, visit)
    try:
        await _add(room, station, visit.names["poster_id"], visit.body)
    except WorkshopProblem as problem:
        if type(problem) in OURS:
            raise
        return JSONResponse({"sentence": sentence(problem)}, status_code=422)  # the picture's own fault
    return JSONResponse({})


@at_station
async def post_photo(room: Room, visit: Visit) -> Response:
    """Take a photo from a browser without script, and send it back to the poster."""
    station = await station_of(room, visit)
    parts = read_parts(visit.body, visit.request.headers["content-type"].partition(";")[2])
    check_token(parts.get("csrf", b""), station.token)
    poster = poster_of(room, visit.names["poster_id"])
    if poster is None:
        raise NoSuchPage
    try:
        if not parts.get("photo"):
            raise NoPhotoChosen
        await _add(room, station, poster.id, parts["photo"])
    except WorkshopProblem as problem:
        return poster_page(room, station, poster_of(room, poster.id) or poster, problem)
    return RedirectResponse(f"/station/posters/{poster.id}#photo", 303)


async def _add(room: Room, station: Station, poster_id: str, photo: bytes) -> None:
    """Keep a photo, scaled and written anew, and let the poster name it."""
    poster = poster_of(room, poster_id)
    if poster is None:
        raise Gone
    if poster.locked:
        raise stations.PosterLocked
    async with room.stations.reading:
        name = await asyncio.to_thread(_kept, room.session.path, photo)
    add = partial(stations.add_photo, poster_id=poster.id, name=name)
    await edit(room, station, _("Send a photo of a poster"), add)


def _kept(workshop_file: Path, data: bytes) -> str:
    with tempfile.TemporaryDirectory() as folder:
        photo = Path(folder) / "photo"
        photo.write_bytes(data)
        return keep_photo(workshop_file, photo)
