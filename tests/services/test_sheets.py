"""Warm-up answers and placed trends: one sheet for each device, with no name on it."""

from functools import partial
from pathlib import Path

import pytest

from tests.builders import a_session, a_workshop
from workshop_tool.domain.particulars import Question
from workshop_tool.domain.sheets import Spot, spread_of
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import sheets
from workshop_tool.services.edits.lists import Gone
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.joining import ensure_room_key
from workshop_tool.services.moment import WorkshopIsClosed
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.stations import NoRoomKey


def asked_workshop() -> Workshop:
    """Return a workshop with one question, one trend and a room key."""
    workshop = a_workshop(trends=1)
    workshop = workshop.with_plan(workshop.plan.with_new(Question(id="q1", text="What keeps you awake?")))
    return ensure_room_key(workshop)[0]


def test_an_answer_replaces_the_one_before() -> None:
    """One text for each question and device; an empty one takes it back."""
    workshop, _none = sheets.answer(asked_workshop(), "d1", "q1", "Cables")
    workshop, _none = sheets.answer(workshop, "d1", "q1", "Costs")
    assert dict(workshop.sheets["d1"].answers) == {"q1": "Costs"}
    workshop, _none = sheets.answer(workshop, "d1", "q1", " ")
    assert not workshop.sheets["d1"].answers


def test_places_of_all_devices_have_a_mean_and_a_spread() -> None:
    """And a place that was taken back does not count."""
    workshop = asked_workshop()
    for device, share in (("d1", 0.25), ("d2", 0.75), ("d3", 1.0)):
        workshop, _none = sheets.place(workshop, device, "t1", Spot(certainty=share, importance=0.5))
    workshop, _none = sheets.place(workshop, "d3", "t1", None)
    spread = spread_of("t1", workshop.sheets.values())
    assert spread is not None
    assert (spread.count, spread.mean.certainty, spread.certainty, spread.importance) == (2, 0.5, 0.25, 0.0)


def test_what_is_not_there_is_refused() -> None:
    """A question or trend that was removed meanwhile."""
    with pytest.raises(Gone):
        sheets.answer(asked_workshop(), "d1", "q2", "x")
    with pytest.raises(Gone):
        sheets.place(asked_workshop(), "d1", "t2", None)


def test_a_closed_workshop_takes_no_answer() -> None:
    """The room has spoken."""
    workshop = asked_workshop()
    workshop = workshop.with_plan(revise_particulars(workshop.plan, standing="draft"))
    with pytest.raises(WorkshopIsClosed):
        sheets.answer(workshop, "d1", "q1", "x")
    with pytest.raises(WorkshopIsClosed):
        sheets.place(workshop, "d1", "t1", None)


def test_a_sheet_names_nobody() -> None:
    """The same device has the same sheet in this workshop, and another one elsewhere."""
    here, elsewhere = asked_workshop(), asked_workshop()
    assert sheets.sheet_id_of(here, "token") == sheets.sheet_id_of(here, "token") != sheets.sheet_id_of(here, "other")
    assert sheets.sheet_id_of(here, "token") != sheets.sheet_id_of(elsewhere, "token")
    with pytest.raises(NoRoomKey):
        sheets.sheet_id_of(a_workshop(), "token")


def test_answers_survive_the_file(tmp_path: Path) -> None:
    """Closed and opened again."""
    session = a_session(tmp_path, asked_workshop())
    session.act(partial(sheets.answer, sheet_id="d1", question_id="q1", text="Cables")).result()
    session.close()
    session = open_workshop(tmp_path / "day.workshop.json")
    assert dict(session.current.sheets["d1"].answers) == {"q1": "Cables"}
    session.close()
