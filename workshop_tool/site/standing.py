"""How things stand in the room, as every page may know it: the round, its close, the moment. No vote is in it."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from workshop_tool.domain.plan import Key
from workshop_tool.domain.voting.rounds import Round
from workshop_tool.domain.workshop import Workshop

STANDING: Final = "standing"
"""The kind of event that tells it; see ``workshop_tool.site.live``."""
GROUPS: Final = "groups"
"""The kind of event that tells the group stations to look again."""

_GROUP_TABLES: Final = {"posters", "areas", "groups", "suggestions", "trends", "template"}
_STANDING_TABLES: Final = {"rounds", "now", "programme", "questions"}


def standing(workshop: Workshop, at: dt.datetime) -> Mapping[str, Any]:
    """Return what a page compares with itself; moments are milliseconds since 1970 by this computer's clock."""
    round_ = current_round(workshop)
    now = workshop.plan.now
    return {
        "at": milliseconds(at),
        "round": round_.id if round_ else None,
        "state": round_.state if round_ else "waiting",
        "dots": _dots_mark(round_) if round_ else "",
        "closing": milliseconds(round_.closing_at) if round_ and round_.state == "open" else None,
        "now": now_mark(workshop),
        "ends": milliseconds(now.ends),
    }


def current_round(workshop: Workshop) -> Round | None:
    """Return the round that is open, or the last one that was; None before the first."""
    if workshop.open_book:
        return workshop.open_book.round
    started = [book.round for book in workshop.rounds if book.round.state != "prepared"]
    return started[-1] if started else None


def _dots_mark(round_: Round) -> str:
    """Return what changes when everybody is given another number of dots."""
    return ",".join(f"{key}={dots}" for key, dots in round_.dots.items())


def now_mark(workshop: Workshop) -> str:
    """Return what changes whenever the moment of the day reads otherwise."""
    now = workshop.plan.now
    part = workshop.plan.programme.get(now.part) if now.part else None
    words = (now.message, now.left, part.id if part else "", part.title if part else "", len(workshop.plan.questions))
    return "|".join(str(word) for word in words)


def milliseconds(moment: dt.datetime | None) -> int | None:
    """Return a moment as a browser counts it."""
    return None if moment is None else round(moment.timestamp() * 1000)


def kinds_of(touched: frozenset[Key]) -> set[str]:
    """Return which kinds of events a commit gives rise to. A ballot gives rise to none."""
    tables = {table for table, _name in touched}
    kinds = {STANDING} if tables & _STANDING_TABLES else set()
    return kinds | ({GROUPS} if tables & _GROUP_TABLES else set())
