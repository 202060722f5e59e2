"""How long until the start page is painted, beside a bare PySide6 window, each from the start of its process."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial

from tests.bench.measure import Measure, median, seconds

RUNS = 7

LEAVE_WHEN_PAINTED = """
import os
from PySide6.QtCore import QEvent, QObject

class Leaver(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType() and watched.isWindow():
            os._exit(0)
        return False
"""

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(sys.argv)
leaver = Leaver()
app.installEventFilter(leaver)
window = QWidget()
window.show()
app.exec()
"""

START_PAGE = """
import sys
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv)
leaver = Leaver()
app.installEventFilter(leaver)
from workshop_tool.app import main
main([])
"""


def measures() -> Iterator[Measure]:
    """Start both in turn, so that both meet the same machine; the first pair warms the disk's cache."""
    with tempfile.TemporaryDirectory() as home:
        pairs = [(_start(BARE, home), _start(START_PAGE, home)) for _ in range(RUNS + 1)][1:]
    bare, start_page = (median(column) for column in zip(*pairs, strict=True))
    yield Measure("start page against a bare PySide6 window", start_page / bare, "times", 2.5, f"medians of {RUNS}")
    yield Measure("start page painted", start_page, "s", None, "from the start of the process")


def _start(window: str, home: str) -> float:
    environment = {"HOME": home, "XDG_DATA_HOME": home, "QT_QPA_PLATFORM": "offscreen", "PATH": ""}
    words = [sys.executable, "-c", LEAVE_WHEN_PAINTED + window]
    return seconds(partial(subprocess.run, words, env=environment, check=True, timeout=60, stderr=subprocess.DEVNULL))
