"""Export: asks where to, lets the worker process write, and says where it is."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar

from workshop_tool.desktop.background.gauge import Gauge
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.record.drawing import export_data, export_record
from workshop_tool.desktop.widgets.buttons import PrimaryButton, QuietButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID

_NAME_LENGTH = 80
_LOOK_MS = 100
"""How often the progress is looked at."""


class ExportPanel(Sheet):
    """What became of an export; hidden before the first one. Its buttons stand in the page's header."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__("export")
        self._bridge = bridge
        self._written = Path()
        self.pdf_button = PrimaryButton(_("Export PDF…"), "export_pdf", self._choose_pdf)
        self.data_button = QuietButton(_("Export data (JSON)…"), "export_data", self._choose_data)
        self._progress = QProgressBar()
        self._progress.setObjectName("export_progress")
        self._progress.setAccessibleName(_("Writing …"))
        self._progress.setTextVisible(False)
        self._progress.setRange(0, 100)
        self._gauge: Gauge | None = None
        """Of the export under way."""
        self._look = QTimer(self, interval=_LOOK_MS)
        self._look.timeout.connect(self._show_share)
        self._cancel = QuietButton(_("Cancel"), "cancel_export", self.cancel)
        self._said = Label("", "secondary", name="export_said", wraps=True)
        self._open = QuietButton(_("Open"), "open_export", lambda: _open(self._written))
        self._folder = QuietButton(_("Open folder"), "open_export_folder", lambda: _open(self._written.parent))
        self._lay_out()
        self._show("", busy=False)

    def write_pdf(self, path: Path) -> None:
        """Write the record to a file, in the worker process."""
        self._write(export_record, path)

    def write_data(self, path: Path) -> None:
        """Write the data in the exchange format to a file, in the worker process."""
        self._write(export_data, path)

    def cancel(self) -> None:
        """Let the worker stop; what was there before stays as it is."""
        if self._gauge is not None:
            self._gauge.stop()

    def _write(self, write: Callable[[Workshop, Path, Path, Path], Path], path: Path) -> None:
        self._show(_("Writing {name} …").format(name=path.name), busy=True)
        self._gauge = Gauge()
        self._look.start()
        told = (self._bridge.workshop, self._bridge.session.path, path, self._gauge.path)
        self._bridge.in_background(write, *told, then=self._tell, failed=self._fail)

    def _tell(self, path: Path) -> None:
        self._end()
        self._written = path
        self._show(_("{name} is written.").format(name=path.name), busy=False, done=True)

    def _fail(self, words: str) -> None:
        self._end()
        self._show(words, busy=False)

    def _end(self) -> None:
        self._look.stop()
        if self._gauge is not None:
            self._gauge.remove()
            self._gauge = None

    def _show_share(self) -> None:
        if self._gauge is not None:
            self._progress.setValue(round(100 * self._gauge.share))

    def _show(self, words: str, *, busy: bool, done: bool = False) -> None:
        self._said.setText(words)
        self.setVisible(bool(words))
        self._progress.setValue(0)
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        for button in (self._open, self._folder):
            button.setVisible(done)
        for button in (self.pdf_button, self.data_button):
            button.setEnabled(not busy)

    def _choose_pdf(self) -> None:
        self._choose(_("Export PDF"), "pdf", _("PDF (*.pdf)"), self.write_pdf)

    def _choose_data(self) -> None:
        self._choose(_("Export data"), "json", _("JSON (*.json)"), self.write_data)

    def _choose(self, title: str, ending: str, kinds: str, write: Callable[[Path], object]) -> None:
        name = file_name(self._bridge.workshop.plan.particulars.title)
        start = Path.home() / f"{name}.{ending}"
        chosen, _kind = QFileDialog.getSaveFileName(self, title, str(start), kinds)
        if chosen:
            path = Path(chosen)
            write(path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}"))

    def _lay_out(self) -> None:
        after = QHBoxLayout()
        after.setSpacing(GRID)
        after.addWidget(self._said, 1)
        after.addWidget(self._cancel)
        after.addWidget(self._open)
        after.addWidget(self._folder)
        self.body.addWidget(self._progress)
        self.body.addLayout(after)


def file_name(title: str) -> str:
    """Return a workshop's title as every system takes it for the name of a file."""
    plain = re.sub(r'[\x00-\x1f<>:"/\\|?*]+', " ", title)
    return " ".join(plain.split())[:_NAME_LENGTH].strip(" .") or _("Workshop record")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
