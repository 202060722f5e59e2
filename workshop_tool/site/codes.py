"""The codes that people type in: of a card, and of a ballot that was begun on another device. Guessing is slowed."""

from typing import Final

from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.cards import is_card
from workshop_tool.services.resuming import token_of_code
from workshop_tool.site.devices import Guesses

LUCKY: Final = 4.0
"""What a wrong resume code costs: there are fewer of them than of cards, and every voter has one."""


class Codes:
    """Looks codes up. A wrong one gets the same answer whatever it is, and many wrong ones get it slowly."""

    def __init__(self) -> None:
        """Count wrong codes of each kind for themselves."""
        self._cards, self._resuming = Guesses(), Guesses()
        self._known: set[str] = set()

    async def card(self, workshop: Workshop, typed: str) -> str | None:
        """Return the code of a card of this workshop; None for any other, and where too many were wrong."""
        if typed in self._known and (code := is_card(workshop, typed)):
            return code
        if not await self._cards.may_try():
            return None
        code = is_card(workshop, typed)
        if code is None:
            self._cards.note_wrong()
            return None
        self._known.add(code)
        return code

    async def voter(self, workshop: Workshop, round_id: str, typed: str) -> str | None:
        """Return the token of the voter who was given this code in this round; None for any other."""
        if not await self._resuming.may_try():
            return None
        token = token_of_code(workshop, round_id, typed)
        if token is None:
            self._resuming.note_wrong(LUCKY)
        return token
