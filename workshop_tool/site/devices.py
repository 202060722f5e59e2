"""Which phones have joined: a random token in a cookie, with a tag that only somebody who knew the code can have."""

import asyncio
import hmac
import re
import secrets
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Final

COOKIE: Final = "device"
COOKIE_SECONDS: Final = 2 * 24 * 3600

WRONG_CODES_AT_ONCE: Final = 40
WRONG_CODES_A_SECOND: Final = 4
PATIENCE: Final = 2.0
"""Seconds that a code waits to be looked at, once more wrong ones came than people mistype."""

_COOKIE: Final = re.compile(r"([0-9a-f]{32})\.([0-9a-f]{32})")


class Guesses:
    """Counts wrong codes of one kind, of all phones together: a room may share one address, which limits nobody."""

    def __init__(self) -> None:
        self._left = float(WRONG_CODES_AT_ONCE)
        self._filled_at = time.monotonic()

    async def may_try(self) -> bool:
        """Tell whether a code is looked at now, after waiting where too many wrong ones came before it."""
        if self._refilled() < 1:
            await asyncio.sleep(PATIENCE)
        return self._refilled() >= 1

    def note_wrong(self, cost: float = 1.0) -> None:
        """Count one wrong code; a kind that is hit by chance more easily costs more."""
        self._left -= cost

    def _refilled(self) -> float:
        now = time.monotonic()
        self._left = min(WRONG_CODES_AT_ONCE, self._left + (now - self._filled_at) * WRONG_CODES_A_SECOND)
        self._filled_at = now
        return self._left


class Devices:
    """The devices that joined. Tokens prove themselves by the code, so that a restart locks nobody out."""

    def __init__(self, code: Callable[[], str]) -> None:
        """Remember where the workshop's code of the day is read."""
        self._code = code
        self._guesses = Guesses()
        self._known: set[str] = set()

    def __len__(self) -> int:
        return len(self._known)

    async def admit(self, code: str, cookie: str | None) -> str | None:
        """Return the cookie of a device that came with the right code, the one it has if that is good; else None."""
        if not await self._guesses.may_try():
            return None
        if not hmac.compare_digest(code.encode(), self._code().encode()):
            self._guesses.note_wrong()
            return None
        return self.let_in(self._token_in(cookie))

    def let_in(self, token: str | None = None) -> str:
        """Return the cookie of a device that may come in, for a new token where it has none."""
        token = token or secrets.token_hex(16)
        self._known.add(token)
        return f"{token}.{_tag(self._code(), token)}"

    async def recognise(self, cookie: str | None) -> str | None:
        """Return the token of a device that joined, now or before a restart; a made-up cookie is a guessed code."""
        if cookie is None:
            return None
        token = self._token_in(cookie)
        if token in self._known:
            return token
        if not await self._guesses.may_try():
            return None
        if token is None:
            self._guesses.note_wrong()
            return None
        self._known.add(token)
        return token

    def _token_in(self, cookie: str | None) -> str | None:
        parts = _COOKIE.fullmatch(cookie or "")
        if parts is None or not hmac.compare_digest(parts[2], _tag(self._code(), parts[1])):
            return None
        return parts[1]


@lru_cache(maxsize=4096)  # asked with every request, and what code and token come to never changes
def _tag(code: str, token: str) -> str:
    return hmac.digest(code.encode(), token.encode(), "sha256").hex()[:32]


def form_token(token: str) -> str:
    """Return what a form of this device carries, so that no other site can send one in its name (CSRF)."""
    return hmac.digest(token.encode(), b"form", "sha256").hex()[:32]
