"""Every page, empty, typical and full, light and dark, small and large: no word is cut off, covered, tiny or faint."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pytest

from tests.audit.judging import Fault, faults_of
from tests.audit.known import KNOWN
from tests.audit.recording import record_widget
from tests.audit.stages import FACES, LOOKS, SIZES, STATES, Face, lay_out, pose, staged
from workshop_tool.desktop.frame.window import MainWindow

SHOWN: Final = [(state, look, face) for state in STATES for look in LOOKS for face in FACES if state in face.states]
"""In the order in which least has to be made anew: another workshop, another look, another page."""

_found: dict[tuple[str, str, Face], list[Fault]] = {}


class _Stage:
    """One window at a time: the tests come state by state."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open = ExitStack()
        self._state = ""
        self._window: MainWindow | None = None

    def window(self, state: str) -> MainWindow:
        if self._window is None or state != self._state:
            self.close()
            self._window = self._open.enter_context(staged(state, self._folder))
            self._state = state
        return self._window

    def close(self) -> None:
        self._open.close()
        self._window = None


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Stage]:
    """Give the window that a test asks for."""
    stage = _Stage(tmp_path_factory.mktemp("stages"))
    yield stage
    stage.close()


@pytest.mark.parametrize(("state", "look", "face"), SHOWN, ids=str)
def test_every_word_can_be_read(stage: _Stage, state: str, look: str, face: Face) -> None:
    """In each size, every word stands whole, alone, large enough and dark enough."""
    window = stage.window(state)
    found = _found.setdefault((state, look, face), [])
    told = []
    for size in SIZES:
        pose(window, face, look, size)
        faults = faults_of(window, record_widget(window))
        found += faults
        told += [
            f"at {size.width()} by {size.height()}: {fault}"
            for fault in faults
            if not any(known.matches(fault) for known in KNOWN)
        ]
    assert not told, "\n".join(told)


def test_known_faults_still_stand() -> None:
    """What is mended leaves the list of what is known."""
    if len(_found) < len(SHOWN):
        pytest.skip("not every page was looked at in this run")
    every = [fault for faults in _found.values() for fault in faults]
    assert [known for known in KNOWN if not any(known.matches(fault) for fault in every)] == []


def test_what_comes_late_can_be_read_too(stage: _Stage) -> None:
    """A refusal in the message bar covers no word of the page, and its longest word is not cut off."""
    window = stage.window("full")
    window.message_bar.refuse("Menneskerettighetsorganisasjonssekretariatsmedlem could not be saved. Nothing changed.")
    lay_out()
    faults = faults_of(window, record_widget(window))
    window.message_bar.hide()
    assert [str(fault) for fault in faults if "message" in fault.where] == []
