"""The one writer: disk first, then memory, then the answer; one refusal spoils nobody else's change."""

import logging
import threading
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.builders import a_workshop, start_round, vote
from workshop_tool.domain.documents import Document, all_documents
from workshop_tool.domain.plan import Key, Plan
from workshop_tool.domain.voting.casting import TooManyDots
from workshop_tool.services import voting
from workshop_tool.services.edits.lists import Gone, revise_item
from workshop_tool.services.edits.posters import write_field
from workshop_tool.services.moment import Announcement, SessionEnded
from workshop_tool.services.opening import read_workshop
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.refusals import StoreFailed
from workshop_tool.store.workshop_file import WorkshopFile, create

if TYPE_CHECKING:
    from concurrent.futures import Future


class DoorkeptFile(WorkshopFile):
    """A real workshop file whose commits wait at a door, and are refused while ``full`` is set."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.door = threading.Event()
        self.door.set()
        self.arrived = threading.Event()
        self.full = False
        self.broken = False

    def commit(self, changes: Mapping[Key, Document | None], *, seals: bool = False) -> None:
        """Wait for the door, then commit or refuse."""
        self.arrived.set()
        assert self.door.wait(timeout=10)
        if self.full:
            raise StoreFailed(reason="no space left on device")
        if self.broken:
            raise TypeError("a mistake in the house")
        super().commit(changes, seals=seals)


@pytest.fixture
def store(tmp_path: Path) -> DoorkeptFile:
    """Give a workshop file with a door."""
    path = tmp_path / "kept.workshop.json"
    create(path, all_documents(a_workshop(posters=3)))
    return DoorkeptFile(path)


@pytest.fixture
def kept(store: DoorkeptFile) -> Iterator[WorkshopSession]:
    """Give a session on that file."""
    session = WorkshopSession(store)
    yield session
    store.door.set()
    session.close()


def write(text: str, poster: str = "p1") -> "partial[Plan]":
    """Return the edit that writes into a poster's first field."""
    return partial(write_field, poster_id=poster, field="evidence", text=text)


def text_of(session: WorkshopSession, poster: str = "p1") -> str:
    """Return what the session shows in that field."""
    return session.current.plan.posters[poster].text("evidence")


def test_an_edit_is_on_the_disk_when_its_future_is_done(session: WorkshopSession, tmp_path: Path) -> None:
    """A reader who opens the file at that moment finds it."""
    session.edit("Write", write("kept")).result()
    assert read_workshop(tmp_path / "day.workshop.json").plan.posters["p1"].text("evidence") == "kept"


def test_nobody_hears_of_an_edit_before_it_is_on_the_disk(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """While the disk is busy there is no answer, and nothing new to see."""
    store.door.clear()
    future = kept.edit("Write", write("too early"))
    assert store.arrived.wait(timeout=10)
    assert not future.done()
    assert text_of(kept) == ""


def test_a_refused_edit_spoils_no_other_in_its_batch(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """What is queued together stands or falls one by one."""
    store.door.clear()
    first = kept.edit("Write", write("first", "p1"))
    assert store.arrived.wait(timeout=10)
    refused = kept.edit("Write", write("lost", "p99"))
    last = kept.edit("Write", write("last", "p2"))
    store.door.set()
    with pytest.raises(Gone):
        refused.result()
    assert (first.result(), last.result()) == (None, None)
    assert (text_of(kept, "p1"), text_of(kept, "p2")) == ("first", "last")


def test_what_waits_together_is_saved_together(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """A burst of ballots costs one sync, not one each."""
    store.door.clear()
    kept.edit("Write", write("first"))
    assert store.arrived.wait(timeout=10)
    futures = [kept.edit("Write", write(f"text {n}", "p2")) for n in range(50)]
    store.door.set()
    for future in futures:
        future.result()
    assert kept.revision == 2


def test_a_full_disk_changes_nothing(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """The edit is refused, memory stays with the disk, undo knows nothing of it."""
    kept.edit("Write", write("before")).result()
    store.full = True
    with pytest.raises(StoreFailed):
        kept.edit("Name", partial(revise_item, table="areas", item_id="a1", theme="Ports")).result()
    assert (text_of(kept), kept.undoable(), kept.revision) == ("before", "Write", 1)
    assert kept.current.plan.areas["a1"].theme == "Theme 1"


def test_a_full_disk_is_announced(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Every window can show it."""
    heard: list[Announcement] = []
    kept.listen(heard.append)
    store.full = True
    kept.edit("Write", write("lost")).exception()
    kept.close()
    assert [(type(each.failure), each.touched) for each in heard] == [(StoreFailed, frozenset())]


def test_a_mistake_in_the_store_keeps_nobody_waiting(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Whoever asked hears of it, and the writer lives on."""
    store.broken = True
    with pytest.raises(TypeError):
        kept.edit("Write", write("a word")).result(timeout=10)
    store.broken = False
    kept.edit("Write", write("a word")).result(timeout=10)


def test_a_refusal_stays_itself_when_the_disk_is_full(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Who asked for something impossible in the same batch is told that, not that the disk is full."""
    store.door.clear()
    first = kept.edit("Write", write("a word"))
    assert store.arrived.wait(timeout=10)
    refused = kept.edit("Revise", partial(revise_item, table="areas", item_id="gone"))
    full = kept.edit("Revise", partial(revise_item, table="areas", item_id="a1", text="x"))
    store.full = True
    store.door.set()
    for future, refusal in ((first, StoreFailed), (refused, Gone), (full, StoreFailed)):
        with pytest.raises(refusal):
            future.result(timeout=10)


def test_work_goes_on_when_there_is_room_again(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Freeing the disk is enough."""
    store.full = True
    kept.edit("Write", write("lost")).exception()
    store.full = False
    kept.edit("Write", write("kept")).result()
    assert text_of(kept) == "kept"


def test_closing_saves_what_is_still_queued(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Quitting in the middle of a sentence keeps the sentence."""
    store.door.clear()
    futures = [kept.edit("Write", write(f"text {n}")) for n in range(20)]
    threading.Timer(0.05, store.door.set).start()
    kept.close()
    assert all(future.done() and future.exception() is None for future in futures)
    assert read_workshop(store.path).plan.posters["p1"].text("evidence") == "text 19"


def test_settling_waits_for_all_that_was_asked_before(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Whoever closes a window knows then whether the last word is safe."""
    store.door.clear()
    future, settled = kept.edit("Write", write("the last word")), kept.settle()
    assert store.arrived.wait(timeout=10)
    early = settled.done()
    store.door.set()
    settled.result(timeout=10)
    assert (early, future.done()) == (False, True)


def test_settling_writes_nothing_itself(session: WorkshopSession, tmp_path: Path) -> None:
    """The journal is folded later, when nobody waits."""
    session.edit("Write", write("kept")).result()
    before = (tmp_path / "day.workshop.json").read_bytes()
    session.settle().result(timeout=10)
    assert (tmp_path / "day.workshop.json").read_bytes() == before


def test_nothing_is_taken_after_closing(session: WorkshopSession) -> None:
    """A late phone is told so, instead of waiting for ever."""
    session.close()
    with pytest.raises(SessionEnded):
        session.edit("Write", write("late"))


def test_closing_twice_is_fine(session: WorkshopSession) -> None:
    """The window and the site may both think it is theirs to close."""
    session.close()
    session.close()


def test_each_commit_is_announced_with_what_it_touched(session: WorkshopSession) -> None:
    """Windows redraw what changed and nothing else."""
    heard: list[Announcement] = []
    session.listen(heard.append)
    session.edit("Write", write("text")).result()
    session.close()
    assert heard == [Announcement(1, frozenset({("posters", "p1")}))]


def test_an_edit_that_changes_nothing_is_no_step(session: WorkshopSession) -> None:
    """Leaving a field as it was is nothing to undo."""
    session.edit("Write", write("")).result()
    assert session.undoable() is None


def test_a_listener_that_fails_stops_nobody(session: WorkshopSession, caplog: pytest.LogCaptureFixture) -> None:
    """A window that is being torn down may raise; the room goes on working."""

    def torn_down(_: Announcement) -> None:
        raise RuntimeError("the window is gone")

    session.listen(torn_down)
    with caplog.at_level(logging.CRITICAL):
        session.edit("Write", write("one")).result()
        session.edit("Write", write("two")).result(timeout=10)
    assert text_of(session) == "two"


def test_a_question_that_nobody_waits_for_any_more_is_not_asked(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """A phone that hung up takes its ballot back while it is still queued, and the writer goes on."""
    store.door.clear()
    kept.edit("Write", write("first"))
    assert store.arrived.wait(timeout=10)
    given_up = kept.edit("Write", write("given up"))
    assert given_up.cancel()
    store.door.set()
    kept.edit("Write", write("next", "p2")).result(timeout=10)
    assert (text_of(kept), text_of(kept, "p2")) == ("first", "next")


def test_two_actions_in_one_batch_see_one_another(session: WorkshopSession) -> None:
    """The second ballot of a device replaces the first, however fast they follow."""
    round_id = start_round(session)
    futures = [
        session.act(
            partial(voting.cast_ballot, round_id=round_id, token="t", dots={"p1": {"priority": n}}, revision=n)  # noqa: S106
        )
        for n in (1, 2, 3)
    ]
    receipts = {future.result().receipt for future in futures}
    assert (len(receipts), len(session.current.book(round_id).ballots)) == (1, 1)


def test_a_refusal_reaches_whoever_asked(session: WorkshopSession) -> None:
    """The sentence travels in the future."""
    start_round(session)
    with pytest.raises(TooManyDots):
        vote(session, "t", {"p1": {"priority": 9}})


def test_undo_in_the_middle_of_a_batch_takes_back_its_own_edit_only(kept: WorkshopSession, store: DoorkeptFile) -> None:
    """Edits of two people, a ballot and an undo that are saved by one sync: each does what it would have done alone."""
    start_round(kept)
    store.door.clear()
    store.arrived.clear()
    first = kept.edit("Write", write("opens the door", "p3"))
    assert store.arrived.wait(timeout=10)
    cast = partial(voting.cast_ballot, round_id="r1", token="phone", dots={"p1": {"priority": 1}}, revision=1)  # noqa: S106
    queued: list[Future[Any]] = [
        kept.edit("Write", write("mine")),
        kept.act(cast),
        kept.edit("Write", write("theirs", "p2"), actor="group 1"),
        kept.undo(),
        kept.redo(),
        kept.undo(),
    ]
    store.door.set()
    for future in (first, *queued):
        future.result(timeout=10)
    assert (text_of(kept), text_of(kept, "p2"), text_of(kept, "p3")) == ("", "theirs", "opens the door")
    assert len(kept.current.book("r1").ballots) == 1
    kept.close()
    assert read_workshop(store.path) == kept.current
