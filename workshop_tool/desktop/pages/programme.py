"""The programme of the day: start, minutes and title of each part."""

import datetime as dt
import re
from typing import Final

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.item_editor import ItemEditor, ListWords
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.empty import EmptyState
from workshop_tool.desktop.widgets.item_model import Changes, Column
from workshop_tool.domain.fact import new_id
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.services.edits.lists import add_items

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h ]?(\d{2}))?")
FIRST_START: Final = dt.time(9, 0)
USUAL_MINUTES: Final = 30


def programme_editor(bridge: Bridge) -> ItemEditor:
    """Return the table of the programme."""
    usual = QuietButton(
        _("Start with the usual day"),
        "programme_usual",
        lambda: bridge.edit(_("Add the usual day"), lambda plan: add_items(plan, usual_day())),
    )
    return ItemEditor(
        bridge,
        "programme",
        _("Programme"),
        (
            Column("starts", _("Start"), lambda part, _row: said_time(part.starts), _change_start, 72),
            Column("minutes", _("Minutes"), lambda part, _row: _said(part.minutes), _change_minutes, 80, numeric=True),
            Column("title", _("What"), lambda part, _row: part.title, lambda text: {"title": text}),
        ),
        ListWords(
            _("Add to the programme"),
            _("Change the programme"),
            _("Move in the programme"),
            _("Remove from the programme"),
            _("Removed from the programme: {count}."),
        ),
        add_hint=_("Add a part, such as Lunch"),
        make=add_part,
        empty=EmptyState(
            "calendar",
            _("No programme yet"),
            _("Add the parts of the day one by one below, or start with the usual day and change it."),
            usual,
        ),
    )


def add_part(plan: Plan, line: str) -> Plan:
    """Add a part that starts where the last one ends."""
    last = list(plan.programme)[-1] if plan.programme else None
    starts = FIRST_START if last is None else _end(last)
    return add_items(plan, [ProgrammePart(id=new_id(), title=line, starts=starts, minutes=USUAL_MINUTES)])


def usual_day() -> tuple[ProgrammePart, ...]:
    """Return the parts that a workshop of this kind usually has, from nine o'clock."""
    parts = (
        (_("Welcome"), 10),
        (_("Trends presented"), 35),
        (_("Groups: problems and evidence"), 75),
        (_("Plenary"), 30),
        (_("Lunch"), 45),
        (_("Mixed groups: solutions"), 60),
        (_("Plenary"), 30),
        (_("Dot voting"), 20),
        (_("Results and next steps"), 25),
    )
    day, starts = list[ProgrammePart](), FIRST_START
    for title, minutes in parts:
        part = ProgrammePart(id=new_id(), title=title, starts=starts, minutes=minutes)
        day.append(part)
        starts = _end(part) or starts
    return tuple(day)


def said_time(time: dt.time | None) -> str:
    """Return "09:45"; nothing where the time is not known."""
    return "" if time is None else f"{time:%H:%M}"


def typed_time(text: str) -> dt.time | None:
    """Return the time of day from "9", "9:45", "9.45" or "0945"; None where it is none."""
    found = _TIME.fullmatch(text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - hours and minutes


def _change_start(text: str) -> Changes | None:
    time = typed_time(text)
    return None if text and time is None else {"starts": time}


def _change_minutes(text: str) -> Changes | None:
    if not text:
        return {"minutes": None}
    return {"minutes": int(text)} if text.isascii() and text.isdigit() else None


def _said(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes)


def _end(part: ProgrammePart) -> dt.time | None:
    if part.starts is None or part.minutes is None:
        return None
    day = dt.datetime.combine(dt.date(2000, 1, 1), part.starts)
    return (day + dt.timedelta(minutes=part.minutes)).time()
