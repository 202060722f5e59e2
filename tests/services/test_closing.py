"""Closing the workshop: the room is frozen, the draft may be mended and says so, the approved record stands."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.builders import NOW, start_round
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import closing
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.moment import RecordIsApproved, WorkshopIsClosed
from workshop_tool.services.session import WorkshopSession

WRITE = partial(write_field, poster_id="p1", field="evidence", text="after the day")


def close(session: WorkshopSession) -> None:
    """Close the workshop."""
    session.act(partial(closing.close_workshop, now=NOW)).result()


def approve(session: WorkshopSession) -> None:
    """Close the workshop and approve the record."""
    close(session)
    session.act(partial(closing.approve_record, now=NOW)).result()


def test_the_room_changes_nothing_after_closing(session: WorkshopSession) -> None:
    """A group station that is still open somewhere is told so."""
    close(session)
    with pytest.raises(WorkshopIsClosed):
        session.edit("Write", WRITE, actor="group 1").result()
    assert session.current.plan.posters["p1"].text("evidence") == ""


def test_the_facilitators_edit_of_a_draft_is_marked(session: WorkshopSession) -> None:
    """What was changed after the room had spoken can be read in the log."""
    close(session)
    session.edit("Write", WRITE).result()
    marked = session.current.log[-1]
    assert (marked.kind, marked.text, marked.actor) == ("edit after closing", "Write", "facilitator")


def test_an_edit_before_closing_is_not_marked(session: WorkshopSession) -> None:
    """The log is for what came after."""
    session.edit("Write", WRITE).result()
    assert session.current.log == ()


@pytest.mark.parametrize(("actor", "refusal"), [("facilitator", RecordIsApproved), ("group 1", WorkshopIsClosed)])
def test_nobody_changes_an_approved_record(session: WorkshopSession, actor: str, refusal: type[Exception]) -> None:
    """Whoever signed it signed these words."""
    approve(session)
    with pytest.raises(refusal):
        session.edit("Write", WRITE, actor=actor).result()


@pytest.mark.parametrize("actor", ["facilitator", "group 1"])
def test_nobody_undoes_in_an_approved_record(session: WorkshopSession, actor: str) -> None:
    """Undo is an edit, too."""
    session.edit("Write", WRITE, actor=actor).result()
    approve(session)
    assert session.undo(actor).exception() is not None
    assert session.current.plan.posters["p1"].text("evidence") == "after the day"


def test_reopening_lets_the_room_speak_again(session: WorkshopSession) -> None:
    """And is in the log like every other step."""
    approve(session)
    session.act(partial(closing.reopen_workshop, now=NOW)).result()
    session.edit("Write", WRITE, actor="group 1").result()
    assert [entry.text for entry in session.current.log] == [
        "Workshop closed",
        "Workshop approved",
        "Workshop reopened",
    ]


def test_a_workshop_does_not_close_over_an_open_round(session: WorkshopSession) -> None:
    """People are still voting."""
    start_round(session)
    with pytest.raises(closing.RoundStillOpen):
        close(session)


@pytest.mark.parametrize("step", [closing.approve_record, closing.reopen_workshop])
def test_a_step_out_of_turn_is_refused(session: WorkshopSession, step: Callable[..., tuple[Workshop, None]]) -> None:
    """A running workshop is neither approved nor reopened."""
    with pytest.raises(closing.WrongStanding):
        session.act(partial(step, now=NOW)).result()


def test_an_edit_that_changes_nothing_marks_nothing(session: WorkshopSession) -> None:
    """Looking at a field is no edit after closing."""
    close(session)
    session.edit("Name", partial(revise_particulars, title=session.current.plan.particulars.title)).result()
    assert session.current.log[-1].kind == "workshop"
