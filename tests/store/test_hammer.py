"""Eight threads on one session: the store hears one thread only, and the file holds what memory held."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.store.files import a_file, note
from tests.store.hammer import hammer
from workshop_tool.services.session import WorkshopSession
from workshop_tool.store.workshop_file import WorkshopFile


def test_eight_threads_hammer_one_session(tmp_path: Path) -> None:
    """Edits, ballots, undo, redo, checkpoints, all at once: no exception, and the file reopened equals memory."""
    assert hammer(tmp_path, seed=1, turns=150) == []


STORE_CALLS: dict[str, Callable[[WorkshopFile], object]] = {
    "commit": lambda store: store.commit(note("from elsewhere")),
    "checkpoint": lambda store: store.checkpoint(),
}


@pytest.mark.parametrize("call", STORE_CALLS)
def test_a_foreign_thread_is_refused_by_the_store(tmp_path: Path, call: str) -> None:
    """The assertion that the hammering never meets does fire."""
    store = WorkshopFile(a_file(tmp_path))
    store.load()
    met: list[Exception] = []

    def trespass() -> None:
        try:
            STORE_CALLS[call](store)
        except AssertionError as refusal:
            met.append(refusal)

    thread = threading.Thread(target=trespass)
    thread.start()
    thread.join()
    store.close()
    assert [str(refusal) for refusal in met] == ["the store belongs to the thread that loaded it"]


def test_a_session_that_calls_the_store_from_any_thread_is_caught(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hammering hears the store's assertion where it fires."""

    def checkpoint_here(session: WorkshopSession) -> "Future[None]":
        done: Future[None] = Future()
        try:
            session._store.checkpoint()
            done.set_result(None)
        except AssertionError as refusal:
            done.set_exception(refusal)
        return done

    monkeypatch.setattr(WorkshopSession, "checkpoint", checkpoint_here)
    assert any("belongs to the thread" in problem for problem in hammer(tmp_path, seed=1, turns=30))


def test_a_session_that_shows_what_is_not_saved_is_caught(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A commit that never reaches the file makes it differ from memory."""
    commit = WorkshopFile.commit
    turns = iter(range(10_000))

    def forgetful(store: WorkshopFile, changes: object, **more: bool) -> None:
        if next(turns) % 3 != 2:
            commit(store, changes, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(WorkshopFile, "commit", forgetful)
    assert hammer(tmp_path, seed=1, turns=30) != []
