"""The usual day: the parts of a workshop of this kind, what the projector shows with each, and what to remember."""

import datetime as dt
from typing import NamedTuple

from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import ProgrammePart, Shown, Stage
from workshop_tool.language import _
from workshop_tool.services.edits.programme import FIRST_START, end_of


class _Usual(NamedTuple):
    title: str
    minutes: int
    stage: Stage
    shows: Shown
    reminder: str


def usual_day(starts: dt.time = FIRST_START) -> tuple[ProgrammePart, ...]:
    """Return the parts, one behind the other from a time."""
    day: list[ProgrammePart] = []
    begins: dt.time | None = starts
    for usual in _parts():
        part = ProgrammePart(
            id=new_id(),
            title=usual.title,
            starts=begins,
            minutes=usual.minutes,
            stage=usual.stage,
            shows=usual.shows,
            reminder=usual.reminder,
        )
        day.append(part)
        begins = end_of(part)
    return tuple(day)


def _parts() -> tuple[_Usual, ...]:
    return (
        _Usual(_("Welcome"), 10, "welcome", "welcome", _("Wait until the phones are in. Say what the day is for.")),
        _Usual(
            _("Trends presented"),
            35,
            "presentation",
            "trends",
            _("The map is work in progress: ask what is missing, and what stands in the wrong place."),
        ),
        _Usual(
            _("Groups: problems and evidence"),
            75,
            "group work",
            "areas",
            _("Each group picks at least two problem areas. Walk round; say when half the time is gone."),
        ),
        _Usual(
            _("Plenary"),
            30,
            "plenary",
            "poster",
            _("A few minutes for each poster. Write down what is said, no names."),
        ),
        _Usual(_("Lunch"), 45, "break", "programme", _("Mix the groups before they come back.")),
        _Usual(
            _("Mixed groups: solutions"),
            60,
            "group work",
            "wall",
            _("Who should do what? Two solutions from different domains, and how success would be measured."),
        ),
        _Usual(_("Plenary"), 30, "plenary", "poster", _("Ask what would enable this, and who would have to agree.")),
        _Usual(
            _("Dot voting"),
            20,
            "voting",
            "vote",
            _("Walk around while voting. Say that dots can be moved until we close, and that results stay hidden."),
        ),
        _Usual(
            _("Results and next steps"),
            25,
            "closing",
            "result",
            _("Read the result from the bottom. Write down who follows up what."),
        ),
    )
