"""What is happening now: the part of the programme, its timer, what to do, and where to do it."""

from starlette.responses import Response

from workshop_tool.services.running import LAST, LOW, timer_at
from workshop_tool.site.people import page_words
from workshop_tool.site.rendering import page
from workshop_tool.site.room import Room, Visit, device_of
from workshop_tool.site.stations.devices import COOKIE as STATION
from workshop_tool.site.stations.refusals import StreamsFull


async def show_now(room: Room, visit: Visit) -> Response:
    """Show the moment of the day, and links to what is open."""
    words = page_words(room, await device_of(room, visit))
    workshop = room.session.current
    now = workshop.plan.now
    return page(
        "now.html",
        workshop,
        part=workshop.plan.programme.get(now.part) if now.part else None,
        timer=timer_at(workshop.plan, room.session.clock()),
        low=LOW,
        last=LAST,
        station=STATION in visit.request.cookies,
        **words,
    )


async def follow(room: Room, visit: Visit) -> Response:
    """Tell a page of changes as they happen, for as long as it is open.

    Raises:
        StreamsFull: there are as many streams as can be; the page then asks every few seconds.
    """
    await device_of(room, visit)
    if room.live.full:
        raise StreamsFull
    return room.live.stream()
