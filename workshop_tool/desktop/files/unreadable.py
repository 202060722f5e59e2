"""A workshop that cannot be opened as it is: what is wrong with it, and which backup to go back to."""

from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.files.kept_copies import RestoreDialog
from workshop_tool.desktop.files.opening import Unreadable
from workshop_tool.desktop.widgets.dialogs import tell
from workshop_tool.language import _, sentence
from workshop_tool.store.backups import Backup
from workshop_tool.store.refusals import NoSuchFile


def choose_backup(parent: QWidget, found: Unreadable) -> Backup | None:
    """Say what is wrong and let a backup be chosen; None where nobody wants one, or none can be used."""
    if not found.copies:
        words = _("There is no backup of it here.")
        tell(parent, _("This workshop cannot be opened"), f"{sentence(found.problem)} {words}", _("Go on"))
        return None
    if isinstance(found.problem, NoSuchFile):
        title = _("This workshop is gone, but it has backups")
        after = _("The workshop is made anew from the backup you choose, under its old name.")
    else:
        title = _("This workshop cannot be opened, but it has backups")
        after = _(
            "What is there now is kept beside it first. Everything entered after the backup you choose is missing."
        )
    if not any(copy.holdings for copy in found.copies):
        after = _("None of the backups can be used. Open a copy that you saved elsewhere.")
    dialog = RestoreDialog(title, sentence(found.problem), after, found.copies, parent)
    return dialog.copies.choice if dialog.exec() else None
