"""How the programme is said: times of day as people type and read them, stages, and what the projector shows."""

import datetime as dt
import re
from typing import Final, get_args

from workshop_tool.domain.particulars import ProgrammePart, Shown, Stage
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.services.edits.programme import Clash, clashes, day_end

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
SHOWN: Final[tuple[Shown, ...]] = get_args(Shown)


def said_time(time: dt.time | None) -> str:
    """Return "09:45"; nothing where the time is not known."""
    return "" if time is None else f"{time:%H:%M}"


def typed_time(text: str) -> dt.time | None:
    """Return the time of day from "9", "9:45", "9.45" or "0945"; None where it is none."""
    found = _TIME.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - hours and minutes


def said_stage(stage: Stage) -> str:
    """Return what a stage is called."""
    return {
        "": _("Nothing in particular"),
        "welcome": _("Welcome"),
        "presentation": _("Presentation"),
        "trends": _("Trends"),
        "problem areas": _("Problem areas"),
        "group work": _("Group work"),
        "plenary": _("Plenary"),
        "voting": _("Voting"),
        "closing": _("Closing"),
        "break": _("Break"),
    }[stage]


def said_shown(shown: Shown) -> str:
    """Return what a picture of the projector is called."""
    return {
        "": _("Its picture stays"),
        "welcome": _("Welcome"),
        "programme": _("Programme"),
        "trends": _("Trends"),
        "areas": _("Problem areas"),
        "wall": _("Poster wall"),
        "poster": _("Posters one by one"),
        "vote": _("Voting"),
        "result": _("Result"),
        "black": _("Black"),
    }[shown]


def said_day(plan: Plan) -> str:
    """Return "9 parts, 09:00 to 14:30"."""
    parts = list(plan.programme)
    said = ngettext("{n} part", "{n} parts", len(parts)).format(n=len(parts))
    first, last = next((part.starts for part in parts if part.starts), None), day_end(plan)
    if first is None or last is None:
        return said
    return _("{parts}, {first} to {last}").format(parts=said, first=said_time(first), last=said_time(last))


def said_clashes(plan: Plan) -> str:
    """Say which parts want the same time; nothing where none do."""
    found = clashes(plan)
    if not found:
        return ""
    said = _said_clash(found[0])
    if len(found) == 1:
        return said
    more = len(found) - 1
    return f"{said} " + ngettext("{n} more overlap.", "{n} more overlaps.", more).format(n=more)


def clashing(plan: Plan) -> frozenset[str]:
    """Return the ids of the parts that begin too early."""
    return frozenset(clash.later.id for clash in clashes(plan))


def _said_clash(clash: Clash) -> str:
    earlier: ProgrammePart = clash.earlier
    return _("{later} begins at {starts}, {n} min before {earlier} has ended.").format(
        later=clash.later.title, starts=said_time(clash.later.starts), n=clash.minutes, earlier=earlier.title
    )
