"""What the app remembers between runs: which workshops were open lately, and whether it was light or dark."""

import json
import logging
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from workshop_tool.store.durable import replace_file

log = logging.getLogger(__name__)

RECENT_KEPT: Final = 12


class RecentWorkshop(BaseModel):
    """A workshop as its card shows it, without opening the file."""

    model_config = ConfigDict(frozen=True)

    path: Path
    title: str
    date: str = ""
    stage: str = ""


class Remembered(BaseModel):
    """Everything that is remembered."""

    model_config = ConfigDict(frozen=True)

    recent: tuple[RecentWorkshop, ...] = ()
    dark: bool | None = None
    """None follows the system."""


class Memory:
    """The file that remembers; losing it loses nothing of any workshop, so a failure to write is only logged."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.json"
        self.remembered = self._read()

    def remember_workshop(self, recent: RecentWorkshop) -> None:
        """Put a workshop first among the recent ones."""
        others = (other for other in self.remembered.recent if other.path != recent.path)
        self._write(self.remembered.model_copy(update={"recent": (recent, *others)[:RECENT_KEPT]}))

    def forget_workshop(self, path: Path) -> None:
        """Take a workshop off the list; its file stays."""
        kept = tuple(other for other in self.remembered.recent if other.path != path)
        self._write(self.remembered.model_copy(update={"recent": kept}))

    def remember_look(self, *, dark: bool) -> None:
        """Keep to light or dark from now on."""
        self._write(self.remembered.model_copy(update={"dark": dark}))

    def _read(self) -> Remembered:
        try:
            return Remembered.model_validate(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError, ValidationError):
            return Remembered()

    def _write(self, remembered: Remembered) -> None:
        self.remembered = remembered
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, remembered.model_dump_json(indent=1).encode())
        except OSError as problem:
            log.warning("what is remembered between runs could not be saved: %s", problem)
