"""Add from a list, asked for: the dialogs and the readers behind them are imported when one is first wanted."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.background.errands import Errands
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.language import sentence

if TYPE_CHECKING:
    from workshop_tool.lists.drafts import ListKind

_HERE: Final = "workshop_tool.desktop.pages.importing"


def import_list(bridge: Bridge, kind: "ListKind", parent: QWidget) -> None:
    """Ask for a list and add what is accepted."""
    _with("dialog", bridge, parent, lambda dialog: dialog.ImportDialog(bridge, kind, parent).open())


def import_several(bridge: Bridge, parent: QWidget) -> None:
    """Ask for files, and go through them one by one."""
    _with("several", bridge, parent, lambda several: several.import_several(bridge, parent))


def _with(module: str, bridge: Bridge, parent: QWidget, then: Callable[[ModuleType], object]) -> None:
    """Go on with a module; what reads lists takes long to import, so a thread does that."""
    Errands(parent).run(
        partial(import_module, f"{_HERE}.{module}"), then, lambda problem: bridge.refused.emit(sentence(problem))
    )
