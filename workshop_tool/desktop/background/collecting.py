"""Python's collector of cycles, run in the window's thread alone.

By itself it runs in whichever thread happens to make the next object. A widget that is taken apart in another thread
than Qt's stays on its lists, and the next change of the style sheet would go on to what is gone.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE_MS: Final = 1_000
"""Between two looks at whether there is enough to collect."""


class Collector(QObject):
    """Takes the place of the automatic collector for as long as the app runs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=PAUSE_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Collect here from now on, and nowhere else."""
        gc.disable()
        self._timer.start()

    def end(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    def collect(self) -> None:
        """Collect the oldest generation that is due by Python's own thresholds; none where nothing is due."""
        due = zip(gc.get_count(), gc.get_threshold(), strict=True)
        wanted = [generation for generation, (count, threshold) in enumerate(due) if count > threshold]
        if wanted:
            gc.collect(wanted[-1])
