"""The short code with which a voter goes on with the same ballot on another device, while the round is open.

It is made from the voter's key in that round, so nothing more is kept, and it dies with that key when the round is
published. Six small letters without vowels: no receipt, join code or card looks like it.
"""

import hmac
import re
from typing import Final

from workshop_tool.domain.voting.ballots import Ballot
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.voting import RESUMED

LETTERS: Final = "bcdfghjkmnpqrstvwxyz"
"""No vowels, so no words; no l, which looks like 1."""
LENGTH: Final = 6

_DEVICE_VOTER: Final = re.compile(r"[0-9a-f]{64}")


def resume_code(workshop: Workshop, round_: Round, ballot: Ballot) -> str:
    """Return the code of the voter who cast this ballot; empty unless the round is open and voted by device."""
    if round_.state != "open" or round_.voters == "card":
        return ""
    return _code(workshop, round_.id, ballot.voter)


def token_of_code(workshop: Workshop, round_id: str, typed: str) -> str | None:
    """Return the token under which the voter of a code goes on; None where no voter of this open round has it."""
    book = workshop.books.get(round_id)
    letters = "".join(letter for letter in typed.lower() if letter in LETTERS)
    if book is None or book.round.state != "open" or book.round.voters == "card":
        return None
    # All are compared, so that the time of the answer tells nothing.
    voters = [voter for voter in book.ballots if _DEVICE_VOTER.fullmatch(voter)]
    found = [voter for voter in voters if hmac.compare_digest(_code(workshop, round_id, voter), letters)]
    return f"{RESUMED}{found[0]}" if found else None


def is_resumed(workshop: Workshop, round_id: str, token: str) -> bool:
    """Tell whether a token is that of a voter of this round who went on elsewhere."""
    book = workshop.books.get(round_id)
    voter = token.removeprefix(RESUMED)
    return book is not None and _DEVICE_VOTER.fullmatch(voter) is not None and voter in book.ballots


def _code(workshop: Workshop, round_id: str, voter: str) -> str:
    secret = workshop.plan.particulars.room_key or ""
    number = int.from_bytes(hmac.digest(secret.encode(), f"resume:{round_id}:{voter}".encode(), "sha256")[:8])
    return "".join(LETTERS[number // len(LETTERS) ** place % len(LETTERS)] for place in range(LENGTH))
