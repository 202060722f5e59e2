"""How the window answers with the full workshop while its record is exported beside it, in a process of its own."""

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.audit.turns import WAYS
from tests.audit.turns import measured as turns_measured
from tests.bench.measure import Measure
from workshop_tool.desktop.pages import PAGES

if TYPE_CHECKING:
    from tests.audit.stalls import Stalls
    from workshop_tool.desktop.frame.window import MainWindow

ROUNDS: Final = 6
KEYS: Final = 200
FRAMES: Final = 120
WALL: Final = 200
LAYOUTS: Final = 7
PATIENCE: Final = 300.0
FRAME: Final = 1000 / 60
"""Milliseconds."""


def measures() -> Iterator[Measure]:
    """Run the window without a screen, and give what it measured."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.bench.desktop", folder]
        done = subprocess.run(words, capture_output=True, text=True, timeout=PATIENCE, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    told: dict[str, Any] = json.loads(done.stdout)
    if not told["exported"]:
        raise RuntimeError("No record was exported beside the window: " + done.stderr)
    full = "60 trends, 100 areas, 40 posters, 10,000 ballots"
    beside = f"{full}; {told['exported']} records exported meanwhile"
    yield Measure("page switch, record exported beside it, p95", told["switch"], "ms", 50, beside)
    yield Measure("first visit of a page, the slowest", told["first"], "ms", None, told["first_page"])
    yield Measure("a key until its letter is painted, p95", told["key"], "ms", 16, beside)
    yield Measure(
        "map with 60 labels laid out", told["map"], "ms", 100, f"median of {LAYOUTS}; in the worker where slow"
    )
    yield Measure(f"poster wall of {WALL}: a frame, p95", told["frame"], "ms", FRAME, f"of {FRAMES} steps of scrolling")
    yield Measure(f"poster wall of {WALL}: the longest frame", told["longest_frame"], "ms", None, "as above")
    yield Measure("memory of the window, all pages visited", told["memory"], "MB", 250, full)
    yield Measure("longest stall of the window's thread", told["stall"], "ms", 50, told["stall_in"][:120])
    for way, how in WAYS.items():
        turns = turns_measured(way)
        slowest = max(turns, key=lambda words: turns[words])
        name = "most of the processor's time in one turn"
        yield Measure(name, 1000 * turns[slowest], "ms", 50, f"{how}: {slowest}")


def _main(folder: Path) -> dict[str, Any]:
    """Measure in this process, which has no other work."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - the other benches need no Qt

    from tests.audit.stages import settle, staged  # noqa: PLC0415 - as above
    from tests.audit.stalls import run_for, watching  # noqa: PLC0415 - as above
    from workshop_tool.desktop.dress import theme  # noqa: PLC0415 - as above
    from workshop_tool.desktop.pictures import application  # noqa: PLC0415 - as above

    theme.wear(application(), dark=False)
    told: dict[str, Any] = {}
    with ExitStack() as open_, staged("full", folder) as window:
        while window._stack.warm_up.isActive():  # the other pages are made meanwhile
            run_for(0.1)
        stalls: Stalls = open_.enter_context(watching())
        first = {entry.key: _milliseconds(_visit(window, entry.key)) for entry in PAGES}
        told["first"], told["first_page"] = max((took, key) for key, took in first.items())
        settle(window)
        exported: list[Path] = []
        _export_for_ever(window, folder / "record.pdf", exported)
        switches = []
        for _round in range(ROUNDS):
            for entry in PAGES:
                switches.append(_milliseconds(_visit(window, entry.key)))
                run_for(0.05)
        told["switch"] = _p95(switches)
        told["key"] = _p95(_keys(window))
        told["memory"], told["exported"] = _resident(), len(exported)
        QCoreApplication.processEvents()
    told["stall"], told["stall_in"] = stalls.longest * 1000, stalls.told()
    told["map"] = _map()
    frames = _scroll(folder)
    told["frame"], told["longest_frame"] = _p95(frames), max(frames)
    return told


def _visit(window: "MainWindow", key: str) -> Callable[[], None]:
    def visit() -> None:
        from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - as above

        window.show_page(key)
        QCoreApplication.processEvents()

    return visit


def _export_for_ever(window: "MainWindow", path: Path, exported: list[Path]) -> None:
    """Export the record again and again, as long as the window is there, and note each that was written."""
    from workshop_tool.desktop.background.gauge import Gauge  # noqa: PLC0415 - as above
    from workshop_tool.desktop.pages.record.drawing import export_record  # noqa: PLC0415 - as above

    def go_on(written: Path) -> None:
        exported.append(written)
        _export_for_ever(window, path, exported)

    told = (window.bridge.workshop, window.bridge.session.path, path, Gauge().path)
    window.bridge.in_background(export_record, *told, then=go_on)


def _keys(window: "MainWindow") -> list[float]:
    """Type into the introduction, and wait each time until the field is painted."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - as above
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QPlainTextEdit  # noqa: PLC0415 - as above

    from tests.audit.stalls import run_for  # noqa: PLC0415 - as above

    window.show_page("prepare")
    window.activateWindow()
    field = next(field for field in window.page.findChildren(QPlainTextEdit) if field.isVisible())
    field.setFocus()
    times = []
    for at in range(KEYS):
        started = time.perf_counter()
        QTest.keyClicks(field, "abcdefgh "[at % 9])
        QCoreApplication.processEvents()
        times.append((time.perf_counter() - started) * 1000)
        run_for(0.03)
    return times


def _map() -> float:
    """Lay the map's labels out as often as it takes for a median."""
    from PySide6.QtCore import QRectF  # noqa: PLC0415 - as above

    from tests.full_workshop import full_workshop  # noqa: PLC0415 - as above
    from workshop_tool.desktop.widgets import map_drawing  # noqa: PLC0415 - as above

    trends = tuple(full_workshop().plan.trends)
    times = sorted(_milliseconds(lambda: map_drawing.lay_out(trends, QRectF(0, 0, 720, 560))) for _ in range(LAYOUTS))
    return times[LAYOUTS // 2]


def _scroll(folder: Path) -> list[float]:
    """Scroll a wall of many posters from top to bottom; return the milliseconds of each frame."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QScrollArea  # noqa: PLC0415 - as above

    from tests.audit.stages import settle, staged_workshop  # noqa: PLC0415 - as above
    from tests.full_workshop import full_workshop  # noqa: PLC0415 - as above

    with staged_workshop(full_workshop(ballots=100, posters=WALL), folder) as window:
        window.show_page("posters")
        settle(window)
        bar = window.page.findChild(QScrollArea, "poster_wall").verticalScrollBar()  # type: ignore[union-attr]
        times = []
        for step in range(FRAMES):
            started = time.perf_counter()
            bar.setValue(round(bar.maximum() * step / (FRAMES - 1)))
            QCoreApplication.processEvents()
            times.append((time.perf_counter() - started) * 1000)
        return times


def _milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def _p95(times: list[float]) -> float:
    return sorted(times)[math.ceil(len(times) * 0.95) - 1]


def _resident() -> float:
    """Return the megabytes that this process holds."""
    import psutil  # noqa: PLC0415 - as above

    return float(psutil.Process().memory_info().rss) / 1e6


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_main(Path(sys.argv[1]))))
