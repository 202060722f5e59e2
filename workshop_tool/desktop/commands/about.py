"""About the app: its version, what it is made with under which licences, and lines to copy for a question."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from workshop_tool import __version__
from workshop_tool.desktop.background.errands import Errands
from workshop_tool.desktop.commands.diagnostics import diagnostics, licences
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import Dialog
from workshop_tool.desktop.widgets.sheet import Label
from workshop_tool.language import _
from workshop_tool.look.tokens import GRID


class AboutDialog(Dialog):
    """Version, licences, and a button that copies what helps to find a fault."""

    def __init__(self, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__("about_dialog", _("About Workshop Tool"), parent)
        self._path = path
        self._licences = QPlainTextEdit()
        self._licences.setObjectName("about_licences")
        self._licences.setAccessibleName(_("Libraries, fonts and icons, and their licences"))
        self._licences.setReadOnly(True)
        self._licences.setTabChangesFocus(True)
        self._copied = Label("", "small", name="about_copied")
        self.body.addWidget(
            Label(_("Version {version}").format(version=__version__), "secondary", name="about_version")
        )
        self.body.addWidget(Label(_("Libraries, fonts and icons, and their licences"), "caption"))
        self.body.addWidget(self._licences, 1)
        self.body.addWidget(self._copied)
        self.buttons.insertWidget(0, QuietButton(_("Copy diagnostics"), "copy_diagnostics", self._copy))
        self.add_buttons(_("Close"), None)
        self.resize(80 * GRID, 64 * GRID)
        errands = Errands(self)
        errands.run(licences, self._licences.setPlainText, lambda _problem: None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(diagnostics(self._path))
        self._copied.setText(_("Copied: versions, screens and the file's name. Nothing of the workshop is in it."))
