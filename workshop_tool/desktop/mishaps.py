"""What happens when the program itself goes wrong: a line in the log, and a calm word about what is safe."""

import logging
import sys
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication, QWidget

from workshop_tool.desktop.commands.diagnostics import diagnostics
from workshop_tool.desktop.widgets.buttons import QuietButton
from workshop_tool.desktop.widgets.dialogs import Dialog, dialog_of_words
from workshop_tool.language import _

log = logging.getLogger(__name__)

LOG_BYTES = 1_000_000


def keep_calm(open_file: Callable[[], Path | None], log_folder: Path) -> None:
    """From now on say calmly what nobody foresaw, and write it to ``window.log`` in the folder."""
    _log_to(log_folder)
    telling = False

    def hook(kind: type[BaseException], mishap: BaseException, trace: TracebackType | None) -> None:
        nonlocal telling
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        log.error("unforeseen", exc_info=(kind, mishap, trace))
        if not telling and QApplication.instance() is not None:
            telling = True
            where = "".join(traceback.format_tb(trace))  # the mishap's own message may hold words of the workshop
            details = f"{diagnostics(open_file())}\n\n{kind.__name__}\n{where}"
            show(QApplication.activeWindow(), words(open_file(), log_folder), details)
            telling = False

    sys.excepthook = hook


def show(parent: QWidget | None, said: str, details: str) -> None:
    """Say it, and wait until it was read."""
    mishap_dialog(parent, said, details).exec()


def mishap_dialog(parent: QWidget | None, said: str, details: str) -> Dialog:
    """Return what says it and also copies what helps to find the fault: where it happened, and never what was typed."""
    dialog = dialog_of_words("mishap", parent, _("Something went wrong"), said)
    copy = QuietButton(_("Copy diagnostics"), "copy_diagnostics", lambda: QApplication.clipboard().setText(details))
    dialog.buttons.insertWidget(0, copy)
    dialog.add_buttons(_("Go on"), None)
    return dialog


def words(path: Path | None, log_folder: Path) -> str:
    """Say what is safe and what to do."""
    safe = (
        _("The last thing you did may not have worked.")
        if path is None
        else _("What you entered before is saved in {path}. The last thing you did may not have worked.").format(
            path=path
        )
    )
    after = _("You can go on. If it happens again, close the app and open it again. Details are in {folder}.")
    return f"{safe} {after.format(folder=log_folder)}"


def _log_to(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / "window.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("workshop_tool").addHandler(handler)
