"""The window's commands: what each is called, the keys that work everywhere, and what it does.

One list feeds the shortcuts, the command palette and the help.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.commands.looking import Looking
from workshop_tool.desktop.commands.pages import page_actions
from workshop_tool.desktop.pages import PAGES
from workshop_tool.language import _

if TYPE_CHECKING:
    from workshop_tool.desktop.frame.window import MainWindow


@dataclass(frozen=True)
class Command:
    """Something the facilitator can ask of the window, by key or by its words."""

    words: str
    run: Callable[[], object]
    icon: str = ""
    """One of the icon set; empty where it needs none."""
    keys: tuple[str, ...] = ()
    """Qt's words for key sequences; the first is the one that is told."""


def window_commands(window: "MainWindow") -> tuple[Command, ...]:
    """Return what one window can do, the pages first."""
    of_pages = (Command(words, run, icon) for words, run, icon in page_actions(window))
    return (*_pages(window), *_steps(window), *_file(window), *of_pages)


def add_shortcuts(window: QWidget, commands: tuple[Command, ...]) -> None:
    """Let the keys of the commands work wherever the focus is in the window."""
    for command in commands:
        for keys in command.keys:
            QShortcut(QKeySequence(keys), window).activated.connect(command.run)


def _pages(window: "MainWindow") -> Iterator[Command]:
    for number, entry in enumerate(PAGES, start=1):
        keys = (f"Ctrl+{number}",) if number <= len("123456789") else ()
        yield Command(entry.title(), partial(window.bring_page, entry.key), entry.key, keys)


def _steps(window: "MainWindow") -> Iterator[Command]:
    yield Command(_("Search everything"), window.search, "search", ("Ctrl+K",))
    yield Command(_("Undo"), window.undo, "undo", ("Ctrl+Z",))
    yield Command(_("Redo"), window.redo, "redo", ("Ctrl+Shift+Z", "Ctrl+Y"))
    yield Command(_("Present"), window.present, "present", ("F5",))
    yield Command(_("Light or dark look"), window.look_toggled.emit, "moon")
    yield Command(_("Larger text"), partial(window.zoom_wanted.emit, 1), "add", ("Ctrl++", "Ctrl+="))
    yield Command(_("Smaller text"), partial(window.zoom_wanted.emit, -1), "remove", ("Ctrl+-",))
    yield Command(_("Text at its usual size"), partial(window.zoom_wanted.emit, 0), keys=("Ctrl+0",))
    yield from _looking(window)


def _looking(window: "MainWindow") -> Iterator[Command]:
    looking = Looking(window)
    yield Command(_("See what phones see"), looking.show_phone, "room")
    yield Command(_("Before and after: changes since the earlier workshop"), looking.show_since, "trends")
    yield Command(_("Keys"), looking.show_keys, "info", ("F1",))
    yield Command(_("About Workshop Tool"), looking.show_about, "info")
    yield Command(_("Save as a template…"), window.menu.template_wanted.emit, "download")


def _file(window: "MainWindow") -> Iterator[Command]:
    yield Command(_("Workshop menu"), window.header.menu.emit, "more", ("F10",))
    yield Command(_("All workshops"), window.home.emit, "back", ("Ctrl+W",))
    yield Command(_("Quit"), window.close, "close", ("Ctrl+Q",))
