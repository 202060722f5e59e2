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
    from PySide6.QtWidgets import QLineEdit

    from workshop_tool.desktop.frame.window import MainWindow

WAYS: Final = {
    "warm": "pages made beside first",
    "cold": "pages wanted before they are made",
    "opened": "from the start page and back",
}

PATIENCE: Final = 120.0
QUIET: Final = 30
"""So many rounds of the loop in which next to nothing was done end a gesture."""
_NOTHING: Final = 0.001
_MOST_ROUNDS: Final = 20_000
_OPENED: Final = ("p8", "p20")
"""Posters: one with much on it, and one whose solution has rows."""


def measured(way: str) -> dict[str, float]:
    """Open the full workshop in a process of its own, in one of the ``WAYS``.

    Returns:
        The longest turn of each gesture in seconds.
    """
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.audit.turns", folder, way]
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
    yield "the palette opened", window.search
    yield "something sought in it", partial(_seek, window, "poster")
    yield "the poster that was found", partial(_take_found, window)
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


def _palette_line(window: "MainWindow") -> "QLineEdit":
    from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415 - as above

    line = window.findChild(QLineEdit, "palette_line")
    assert line is not None
    return line


def _seek(window: "MainWindow", words: str) -> None:
    _palette_line(window).setText(words)


def _take_found(window: "MainWindow") -> None:
    _palette_line(window).returnPressed.emit()


def _settled(window: "MainWindow", *, warm: bool) -> Callable[[], object]:
    """Return what leaves the window alone until its pages are made, or keeps it from making any."""
    return (lambda: None) if warm else window._stack.warm_up.stop


def _longest(gesture: Callable[[], object], is_under_way: Callable[[], bool]) -> float:
    """Do something, then let the loop come round until there is nothing left to do; return the longest turn."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - as above

    longest, quiet, rounds = _busy(gesture), 0, 0
    while quiet < QUIET and rounds < _MOST_ROUNDS:
        took = _busy(QCoreApplication.processEvents)
        longest, rounds = max(longest, took), rounds + 1
        quiet = quiet + 1 if took < _NOTHING and not is_under_way() else 0
        time.sleep(0.001)
    return longest


def _is_under_way(window: "MainWindow") -> bool:
    stack = window._stack
    return window.bridge.background.busy or stack.hurry.isActive() or stack.warm_up.isActive()


def _busy(action: Callable[[], object]) -> float:
    began = time.thread_time()
    action()
    return time.thread_time() - began


def _used(folder: Path, *, warm: bool) -> dict[str, float]:
    """Use a window that is up."""
    from tests.audit.stages import staged  # noqa: PLC0415 - as above

    with staged("full", folder) as window:
        under_way = partial(_is_under_way, window)
        return {words: _longest(gesture, under_way) for words, gesture in gestures(window, warm=warm)}


def _opened(folder: Path) -> dict[str, float]:
    """Open the workshop from the start page, as it is opened for the first time on a day, and go home again."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - as above

    from tests.full_workshop import full_workshop  # noqa: PLC0415 - as above
    from workshop_tool.desktop.application import Application  # noqa: PLC0415 - as above
    from workshop_tool.desktop.files.places import Places  # noqa: PLC0415 - as above
    from workshop_tool.services.opening import save_new  # noqa: PLC0415 - as above

    path = folder / "full.workshop.json"
    save_new(full_workshop(), path)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    application = Application(app, Places(memory=folder / "memory", workshops=folder))
    told = {"the start page": _longest(application.show_start, lambda: not application.start.isVisible())}

    def is_opening() -> bool:
        window = application.window
        return window is None or not window.isVisible() or _is_under_way(window)

    told["opened from the start page"] = _longest(partial(application.open_workshop, path), is_opening)
    window = application.window
    assert window is not None
    told["back to the start page"] = _longest(window.home.emit, lambda: not application.start.isVisible())
    application.start.close()
    return told


def _main(folder: Path, way: str) -> dict[str, float]:
    """Measure in this process, which has no other work."""
    from workshop_tool.desktop.dress import theme  # noqa: PLC0415 - as above
    from workshop_tool.desktop.pictures import application  # noqa: PLC0415 - as above

    theme.wear(application(), dark=False)
    return _opened(folder) if way == "opened" else _used(folder, warm=way == "warm")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_main(Path(sys.argv[1]), sys.argv[2])))
