"""What the app remembers between runs: which workshops were open lately, light or dark, and the room's network."""

import json
import logging
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from workshop_tool.language import known_language
from workshop_tool.store.durable import replace_file

log = logging.getLogger(__name__)

RECENT_KEPT: Final = 12


@dataclass(frozen=True)
class RecentWorkshop:
    """A workshop as its card shows it, without opening the file."""

    path: Path
    title: str
    date: str = ""
    stage: str = ""
    page: str = ""
    """Which page was up last."""


@dataclass(frozen=True)
class RememberedRoom:
    """How phones came in the last time. The workshop file holds none of it: files are passed on, passwords are not."""

    network: str = ""
    password: str = ""
    security: str = "WPA"
    friendly_name: str = ""


@dataclass(frozen=True)
class Remembered:
    """Everything that is remembered."""

    recent: tuple[RecentWorkshop, ...] = ()
    dark: bool | None = None
    """None follows the system."""
    room: RememberedRoom = RememberedRoom()
    single_keys: bool = True
    """Whether letters and signs by themselves do something on the Run page and the projector."""
    zoom: float = 1.0
    geometry: str = ""
    """Where the window stood and how large, in Qt's own words (base64)."""
    language: str | None = None
    """Of the screen; None follows the system."""


class Memory:
    """The file that remembers; losing it loses nothing of any workshop, so a failure to write is only logged."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "window.json"
        self.remembered = self._read()

    def remember_workshop(self, recent: RecentWorkshop) -> None:
        """Put a workshop first among the recent ones."""
        others = (other for other in self.remembered.recent if other.path != recent.path)
        self._write(replace(self.remembered, recent=(recent, *others)[:RECENT_KEPT]))

    def forget_workshop(self, path: Path) -> None:
        """Take a workshop off the list; its file stays."""
        kept = tuple(other for other in self.remembered.recent if other.path != path)
        self._write(replace(self.remembered, recent=kept))

    def remember_recent(self, recent: tuple[RecentWorkshop, ...]) -> None:
        """Have the list as it was before."""
        self._write(replace(self.remembered, recent=recent))

    def remember_look(self, *, dark: bool) -> None:
        """Keep to light or dark from now on."""
        self._write(replace(self.remembered, dark=dark))

    def remember_zoom(self, zoom: float) -> None:
        """Keep to a size of text from now on."""
        self._write(replace(self.remembered, zoom=zoom))

    def remember_geometry(self, geometry: str) -> None:
        """Keep where the window stands."""
        self._write(replace(self.remembered, geometry=geometry))

    def remember_room(self, room: RememberedRoom) -> None:
        """Keep how phones come in; nobody else who uses this computer may read it."""
        self._write(replace(self.remembered, room=room))

    def remember_keys(self, *, single_keys: bool) -> None:
        """Keep to keys by themselves, or do without them."""
        self._write(replace(self.remembered, single_keys=single_keys))

    def remember_language(self, language: str) -> None:
        """Speak this language from now on."""
        self._write(replace(self.remembered, language=language))

    def _read(self) -> Remembered:
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            recent = tuple(RecentWorkshop(Path(card.pop("path")), **card) for card in kept["recent"])
            return Remembered(
                recent,
                kept["dark"],
                RememberedRoom(**kept.get("room", {})),
                kept.get("single_keys", True) is True,
                float(kept.get("zoom", 1.0)),
                str(kept.get("geometry", "")),
                known_language([str(kept.get("language"))]),
            )
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return Remembered()

    def _write(self, remembered: Remembered) -> None:
        self.remembered = remembered
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self._path, json.dumps(asdict(remembered), default=str, indent=1).encode())
            self._path.chmod(0o600)
        except OSError as problem:
            log.warning("what is remembered between runs could not be saved: %s", problem)
