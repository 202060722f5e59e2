"""Undo takes back one's own last edit, field by field, and leaves alone what others wrote since."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.builders import NOW, a_workshop, start_round, vote
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import NamedByRound
from workshop_tool.services import closing, opening
from workshop_tool.services.edits.lists import add_items, move_item, remove_item
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.edits.posters import claim_area, write_field
from workshop_tool.services.edits.trends import place_trend, remove_trend
from workshop_tool.services.moment import NothingToRedo, NothingToUndo, Undone, WorkshopIsClosed
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.workshop_file import WorkshopFile

GROUP = "group 1"


class Clock:
    """A clock that stands until it is told to go on."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        """Tell the time."""
        return self.now

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += dt.timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    """Give the clock of the session."""
    return Clock()


@pytest.fixture
def session(tmp_path: Path, clock: Clock) -> Iterator[WorkshopSession]:
    """Give a session with that clock; closed at the end."""
    path = tmp_path / "day.workshop.json"
    opening.save_new(a_workshop(posters=3, trends=3), path)
    session = WorkshopSession(WorkshopFile(path), clock=clock)
    yield session
    session.close()


def write(session: WorkshopSession, text: str, *, actor: str = "facilitator", field: str = "evidence") -> None:
    """Write into a field of poster p1."""
    session.edit("Write", partial(write_field, poster_id="p1", field=field, text=text), actor=actor).result()


def text_of(session: WorkshopSession, field: str = "evidence") -> str:
    """Return what stands in a field of poster p1."""
    return session.current.plan.posters["p1"].text(field)


def test_undo_and_redo_walk_back_and_forth(session: WorkshopSession, clock: Clock) -> None:
    """Each step is taken back and made again in order."""
    for text in ("one", "two"):
        write(session, text)
        clock.wait(5)
    seen = []
    for step in (session.undo, session.undo, session.redo, session.redo):
        assert step().result() == Undone("Write")
        seen.append(text_of(session))
    assert seen == ["one", "", "one", "two"]


def test_with_nothing_to_undo_a_sentence_says_so(session: WorkshopSession) -> None:
    """The same holds for redo."""
    with pytest.raises(NothingToUndo):
        session.undo().result()
    with pytest.raises(NothingToRedo):
        session.redo().result()


def test_a_new_edit_ends_redo(session: WorkshopSession, clock: Clock) -> None:
    """There is one future, the last one chosen."""
    write(session, "one")
    session.undo().result()
    clock.wait(5)
    write(session, "two")
    assert session.redoable() is None


def test_typing_is_one_step(session: WorkshopSession, clock: Clock) -> None:
    """Saves of the same field within three seconds of one another are taken back together."""
    for text in ("P", "Po", "Ports"):
        write(session, text)
        clock.wait(2.9)
    session.undo().result()
    assert text_of(session) == ""


def test_a_pause_in_typing_makes_a_new_step(session: WorkshopSession, clock: Clock) -> None:
    """After three seconds it is another thought."""
    write(session, "Ports")
    clock.wait(3)
    write(session, "Ports and ferries")
    session.undo().result()
    assert text_of(session) == "Ports"


def test_typing_in_another_field_is_a_new_step(session: WorkshopSession) -> None:
    """However fast one goes from field to field."""
    write(session, "Ports")
    write(session, "Fewer calls", field="success")
    session.undo().result()
    assert (text_of(session), text_of(session, "success")) == ("Ports", "")


def test_undo_is_ones_own(session: WorkshopSession) -> None:
    """The group's undo takes back the group's edit, not the facilitator's later one."""
    write(session, "by the group", actor=GROUP)
    write(session, "by the desk", field="success")
    session.undo(GROUP).result()
    assert (text_of(session), text_of(session, "success")) == ("", "by the desk")
    assert (session.undoable(GROUP), session.undoable()) == (None, "Write")


def test_undo_leaves_what_somebody_else_wrote_since(session: WorkshopSession) -> None:
    """The same field changed hands: it stays, and the answer says that something was kept."""
    write(session, "by the desk")
    write(session, "by the group", actor=GROUP)
    assert session.undo().result() == Undone("Write", kept=1)
    assert text_of(session) == "by the group"


def test_undo_goes_field_by_field(session: WorkshopSession) -> None:
    """Of one edit, the values that nobody touched since go back, the others stay."""
    session.edit("Place", partial(place_trend, trend_id="t1", importance=0.1, certainty=0.2)).result()
    session.edit("Place", partial(place_trend, trend_id="t1", importance=0.9, certainty=0.2), actor=GROUP).result()
    session.undo().result()
    trend = session.current.plan.trends["t1"]
    assert (trend.importance, trend.certainty) == (0.9, 0.5)


def test_a_claim_under_somebodys_text_is_not_undone(session: WorkshopSession) -> None:
    """Taking the claim back would take the group's words with it."""
    session.edit("Claim", partial(claim_area, area_id="a5", poster_id="p5")).result()
    edit = partial(write_field, poster_id="p5", field="evidence", text="by the group")
    session.edit("Write", edit, actor=GROUP).result()
    assert session.undo().result() == Undone("Claim", kept=1)
    assert session.current.plan.posters["p5"].text("evidence") == "by the group"


def test_redo_into_a_poster_that_is_gone_does_nothing(session: WorkshopSession) -> None:
    """What was removed in the meantime is not half made again, and nobody is told of a broken file."""
    write(session, "by the group", actor=GROUP)
    session.undo(GROUP).result()
    session.edit("Remove", partial(remove_item, table="posters", item_id="p1")).result()
    assert session.redo(GROUP).result() == Undone("Write", kept=1)
    assert "p1" not in session.current.plan.posters


def test_a_claim_that_a_round_names_is_not_undone(session: WorkshopSession) -> None:
    """People are voting on it; the refusal says so, and earlier edits can still be undone."""
    write(session, "before")
    session.edit("Claim", partial(claim_area, area_id="a5", poster_id="p5")).result()
    start_round(session)
    with pytest.raises(NamedByRound):
        session.undo().result()
    assert "p5" in session.current.plan.posters
    assert session.undo().result() == Undone("Write")


def test_undo_passes_votes_by(session: WorkshopSession) -> None:
    """Rounds and ballots are recorded, not undone: undo reaches the edit before them."""
    write(session, "before")
    round_id = start_round(session)
    vote(session, "t", {"p1": {"priority": 1}})
    session.undo().result()
    assert text_of(session) == ""
    assert len(session.current.book(round_id).ballots) == 1


def test_an_import_is_one_step(session: WorkshopSession) -> None:
    """The wrong list goes as a whole, and comes back as a whole."""
    before = session.current.plan
    areas = [ProblemArea(id=f"new{n}", number=n, text=f"Listed {n}") for n in range(1, 21)]
    session.edit("Add list", partial(add_items, items=areas)).result()
    session.undo().result()
    assert session.current.plan == before
    session.redo().result()
    assert len(session.current.plan.areas) == 25


def test_an_import_somebody_built_upon_stays(session: WorkshopSession) -> None:
    """A group already has a poster on one of them."""
    area = ProblemArea(id="new", number=9, text="Listed")
    session.edit("Add list", partial(add_items, items=[area])).result()
    session.edit("Claim", partial(claim_area, area_id="new"), actor=GROUP).result()
    assert session.undo().exception() is not None
    assert "new" in session.current.plan.areas


def with_t1_named(plan: Plan) -> Plan:
    """Return the plan with trend t1 on poster p1."""
    return plan.with_item(plan.posters["p1"].revised(trends=("t1",)))


def test_a_removed_trend_comes_back_with_its_links_and_its_place(session: WorkshopSession) -> None:
    """Undo of a removal restores what the removal took along."""
    session.edit("Link", with_t1_named).result()
    before = session.current.plan
    session.edit("Remove", partial(remove_trend, trend_id="t1")).result()
    session.undo().result()
    assert session.current.plan == before


def test_a_move_is_undone(session: WorkshopSession) -> None:
    """Order is a value like any other."""
    before = session.current.plan
    session.edit("Move", partial(move_item, table="areas", item_id="a5", index=0)).result()
    assert next(iter(session.current.plan.areas)).id == "a5"
    session.undo().result()
    assert session.current.plan == before


def test_undo_does_not_reopen_a_workshop(session: WorkshopSession) -> None:
    """Closing is a step of the day, not an edit: the edit before it is undone, and noted in the log."""
    session.edit("Name", partial(revise_particulars, place="Stavanger")).result()
    session.act(partial(closing.close_workshop, now=NOW)).result()
    session.undo().result()
    particulars = session.current.plan.particulars
    assert (particulars.standing, particulars.place) == ("draft", "")
    assert session.current.log[-1].text == "Undo: Name"


def test_a_group_undoes_nothing_in_a_closed_workshop(session: WorkshopSession) -> None:
    """What the room said is frozen for the room."""
    write(session, "by the group", actor=GROUP)
    session.act(partial(closing.close_workshop, now=NOW)).result()
    with pytest.raises(WorkshopIsClosed):
        session.undo(GROUP).result()
    assert text_of(session) == "by the group"


def test_history_ends_with_the_session(session: WorkshopSession, tmp_path: Path) -> None:
    """Tomorrow's undo does not take back yesterday's work."""
    write(session, "yesterday")
    session.close()
    again = opening.open_workshop(tmp_path / "day.workshop.json")
    assert again.undoable() is None
    again.close()
