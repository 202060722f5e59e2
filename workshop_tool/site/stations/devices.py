"""Which devices are a group's station: a cookie with a tag that only somebody with the group's key can have."""

import asyncio
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Final

from workshop_tool.domain.people import Group
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.stations import group_of_key
from workshop_tool.site.devices import Guesses

COOKIE: Final = "station"
COOKIE_SECONDS: Final = 2 * 24 * 3600

_COOKIE: Final = re.compile(r"([A-Za-z0-9_-]{1,64})\.([0-9a-f]{32})\.([0-9a-f]{32})")


@dataclass(frozen=True)
class Station:
    """One device of a group."""

    group: Group
    token: str
    """Random, and this device's own."""

    @property
    def actor(self) -> str:
        """Under which name its edits are undone."""
        return f"group:{self.group.id}"


class Stations:
    """Lets devices in as stations. Cookies prove themselves by the room's key, so that a restart locks nobody out."""

    def __init__(self) -> None:
        """Count wrong keys apart from wrong codes: guessing at one slows nobody at the other."""
        self._guesses = Guesses()
        self.reading = asyncio.Semaphore(1)
        """Held while a photo is read: that takes up to 400 MB, and two at a time gain nothing."""

    async def admit(self, workshop: Workshop, key: str, cookie: str | None) -> str | None:
        """Return the cookie of a device that came with a group's key; None for any other key."""
        if not await self._guesses.may_try():
            return None
        group = group_of_key(workshop, key)
        if group is None:
            self._guesses.note_wrong()
            return None
        known = _station_in(workshop, cookie)
        token = known.token if known else secrets.token_hex(16)
        return f"{group.id}.{token}.{_tag(workshop, group.id, token)}"

    async def recognise(self, workshop: Workshop, cookie: str | None) -> Station | None:
        """Return the station that a cookie belongs to; a made-up one is a guessed key."""
        if cookie is None:
            return None
        station = _station_in(workshop, cookie)
        if station is None and await self._guesses.may_try():
            self._guesses.note_wrong()
        return station


def _station_in(workshop: Workshop, cookie: str | None) -> Station | None:
    parts = _COOKIE.fullmatch(cookie or "")
    if parts is None or workshop.plan.particulars.room_key is None:
        return None
    if not hmac.compare_digest(parts[3], _tag(workshop, parts[1], parts[2])):
        return None
    group = workshop.plan.groups.get(parts[1])
    return Station(group, parts[2]) if group else None


def _tag(workshop: Workshop, group_id: str, token: str) -> str:
    secret = workshop.plan.particulars.room_key or ""
    return hmac.digest(secret.encode(), f"station device:{group_id}:{token}".encode(), "sha256").hex()[:32]
