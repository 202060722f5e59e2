"""How long the window's thread is busy at a time, told in seconds of the processor, in a window that nobody used yet.

A turn is one call of an event's handler, or one round of the event loop: while it lasts, no key and no click is heard.
Other processes on the machine cost wall time, but next to no time of the processor.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from workshop_tool.desktop.frame.window import MainWindow

PATIENCE: Final = 120.0
QUIET: Final = 30
"""So many rounds of the loop in which next to nothing was done end a gesture."""
_NOTHING: Final = 0.001
_MOST_ROUNDS: Final = 20_000
_OPENED: Final = ("p8", "p20")
"""Posters: one with much on it, and one whose solution has rows."""


def measured(*, warm: bool) -> dict[str, float]:
    """Open the full workshop in a process of its own; return the longest turn of each gesture in seconds.

    Args:
        warm: Whether the window was left alone until its pages were made; else pages are wanted at once.
    """
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.audit.turns", folder, "warm" if warm else "cold"]
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, float] = json.loads(done.stdout)
    return told


def gestures(window: "MainWindow", *, warm: bool) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is done in the window, one after the other."""
    from workshop_tool.desktop.pages import PAGES  # noqa: PLC0415 - the process that only asks needs no Qt
    from workshop_tool.services.edits.lists import revise_item  # noqa: PLC0415 - as above

    yield "the window up" if warm else "the window up, its pages not made", _settled(window, warm=warm)
    for visit in ("first", "later"):
        for entry in PAGES:
            yield f"{visit} visit of {entry.key}", partial(window.bring_page, entry.key)
    page: Any = window.pages["posters"]
    yield "back to the posters", partial(window.bring_page, "posters")
    for poster in _OPENED:
        yield f"poster {poster} opened", partial(page.open_poster, poster)
    yield "back to the wall", page.show_wall
    yield "to the problem areas", partial(window.bring_page, "problem-areas")
    reworded = partial(revise_item, table="areas", item_id="a50", text="Worded otherwise")
    yield "a problem area reworded", partial(window.bridge.edit, "Change a problem area", reworded)
    yield "that undone", window.undo
    yield "the projector opened", window.present
    for view in ("trends", "areas", "wall"):
        yield f"{view} on the projector", partial(window.show_to_room, view, "")


def _settled(window: "MainWindow", *, warm: bool) -> Callable[[], object]:
    """Return what leaves the window alone until its pages are made, or keeps it from making any."""
    return (lambda: None) if warm else window._stack.warm_up.stop


def _longest(window: "MainWindow", gesture: Callable[[], object]) -> float:
    """Do something, then let the loop come round until there is nothing left to do; return the longest turn."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - as above

    longest, quiet, rounds = _busy(gesture), 0, 0
    while quiet < QUIET and rounds < _MOST_ROUNDS:
        took = _busy(QCoreApplication.processEvents)
        longest, rounds = max(longest, took), rounds + 1
        quiet = quiet + 1 if took < _NOTHING and not _is_under_way(window) else 0
        time.sleep(0.001)
    return longest


def _is_under_way(window: "MainWindow") -> bool:
    stack = window._stack
    return window.bridge.background.busy or stack.hurry.isActive() or stack.warm_up.isActive()


def _busy(action: Callable[[], object]) -> float:
    began = time.thread_time()
    action()
    return time.thread_time() - began


def _main(folder: Path, *, warm: bool) -> dict[str, float]:
    """Measure in this process, which has no other work."""
    from tests.audit.stages import staged  # noqa: PLC0415 - as above
    from workshop_tool.desktop.dress import theme  # noqa: PLC0415 - as above
    from workshop_tool.desktop.pictures import application  # noqa: PLC0415 - as above

    theme.wear(application(), dark=False)
    with staged("full", folder) as window:
        return {words: _longest(window, gesture) for words, gesture in gestures(window, warm=warm)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_main(Path(sys.argv[1]), warm=sys.argv[2] == "warm")))
