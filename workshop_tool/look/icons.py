"""One set of line icons: 24 by 24, stroke 1.75, drawn in whatever colour the place asks for."""

from functools import cache
from html import escape
from pathlib import Path

from workshop_tool.look.assets import ASSETS

_ICONS = ASSETS / "icons"

ICONS: tuple[str, ...] = (
    # the stages and the day
    *("prepare", "trends", "problem-areas", "groups", "posters", "vote", "record", "run", "room"),
    # what a facilitator does
    *("undo", "redo", "search", "present", "add", "remove", "import", "export", "download", "edit", "delete"),
    *("drag", "mix", "open", "new", "settings", "more", "close"),
    # the projector
    *("projector", "play", "pause", "black", "next", "back", "qr"),
    # states and things
    *("check", "warning", "lock", "info", "person", "calendar", "moon", "sun", "chevron-right", "chevron-down"),
)

APP_ICON: Path = _ICONS / "workshop-tool.svg"
"""The program's own icon, in full colour."""


def icon_path(name: str) -> Path:
    """Return the SVG file of one of ICONS; it is drawn in ``currentColor``.

    Raises:
        KeyError: the set has no such icon.
    """
    if name not in ICONS:
        raise KeyError(name)
    return _ICONS / f"{name}.svg"


def icon_svg(name: str, colour: str) -> str:
    """Return the icon as SVG in one colour (anything SVG reads as a paint: "#0F4C5C", "var(--accent)").

    Raises:
        KeyError: the set has no such icon.
    """
    return _source(name).replace("currentColor", escape(colour))


@cache
def _source(name: str) -> str:
    return icon_path(name).read_text(encoding="utf-8")
