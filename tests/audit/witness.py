"""What a run of the monkey came to, who hears what goes wrong meanwhile, and what stands in for the world outside."""

import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QDrag
from PySide6.QtWidgets import QFileDialog

from workshop_tool.desktop.hosting.site import Hosting


@dataclass
class Told:
    """What a run came to."""

    seed: int
    gestures: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    """Exceptions, Qt's warnings, and what the file holds otherwise than memory."""
    longest_stall: float = 0.0
    """Seconds of the processor."""

    def said(self) -> str:
        """Say what went wrong, and how it is played again."""
        last = "\n".join(self.gestures[-12:])
        return f"seed {self.seed}, after {len(self.gestures)} gestures:\n{last}\n" + "\n".join(self.problems)


@contextmanager
def witness(told: Told) -> Iterator[None]:
    """Hear of exceptions that nobody caught, in whichever thread, and of Qt's warnings."""

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and "This plugin does not support" not in message:
            told.problems.append(f"Qt: {message}")

    def catch(kind: type[BaseException], problem: BaseException, _trace: TracebackType | None) -> None:
        where = _trace
        while where is not None and where.tb_next is not None:
            where = where.tb_next
        spot = f"{where.tb_frame.f_code.co_filename}:{where.tb_lineno}" if where is not None else ""
        told.problems.append(f"{kind.__name__}: {problem} ({spot})")

    def catch_in_thread(args: threading.ExceptHookArgs) -> None:
        told.problems.append(f"{args.exc_type.__name__}: {args.exc_value} (in a thread)")

    before = qInstallMessageHandler(hear)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook, threading.excepthook = catch, catch_in_thread
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = hooks
        qInstallMessageHandler(before)


@contextmanager
def edges(folder: Path) -> Iterator[None]:
    """Stand in for what lies outside the window: file dialogs, other programs, the network, dragging by the system."""

    def saved(*_args: Any) -> tuple[str, str]:
        return str(folder / "monkey.out"), ""

    with ExitStack() as replaced:
        for where, name, instead in (
            (QFileDialog, "getOpenFileName", lambda *_args: ("", "")),
            (QFileDialog, "getOpenFileNames", lambda *_args: ([], "")),
            (QFileDialog, "getSaveFileName", saved),
            (QFileDialog, "getExistingDirectory", lambda *_args: str(folder)),
            (QDesktopServices, "openUrl", lambda *_args: True),
            (QDrag, "exec", lambda *_args: Qt.DropAction.IgnoreAction),
            (Hosting, "start", lambda *_args: None),
        ):
            replaced.enter_context(patch.object(where, name, instead))
        yield
