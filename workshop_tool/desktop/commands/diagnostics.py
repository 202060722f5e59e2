"""What helps to find a fault: versions, screens and the name of the file, and never a word of what is in it."""

import platform
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

from workshop_tool import __version__
from workshop_tool.desktop.dress import theme
from workshop_tool.look.assets import ASSETS
from workshop_tool.look.fonts import FACES

if TYPE_CHECKING:
    from email.message import Message

PRODUCT: Final = "workshop-tool"


def diagnostics(path: Path | None) -> str:
    """Return a few lines to send along with a question; of the workshop, the file's name alone."""
    screens = [
        f"{screen.geometry().width()}x{screen.geometry().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    lines = {
        "Workshop Tool": __version__,
        "Python": sys.version.split()[0],
        "Qt": qVersion(),
        "PySide6": _version("PySide6-Essentials"),
        "System": platform.platform(),
        "Platform": QGuiApplication.platformName(),
        "Screens": ", ".join(screens),
        "Look": f"{'dark' if theme.is_dark() else 'light'}, {theme.zoom():.0%}",
        "File": path.name if path else "none",
    }
    return "\n".join(f"{name}: {value}" for name, value in lines.items())


def licences() -> str:
    """Return what is shipped or used, each with its version and licence; the fonts' licences in full.

    Reads files: meant for a thread.
    """
    libraries = "\n".join(f"{name} {_version(name)}: {_licence(name)}" for name in _libraries())
    texts = dict.fromkeys(face.licence for face in FACES)
    fonts = "\n\n".join(f"{path.name}\n\n{path.read_text('utf-8').strip()}" for path in texts)
    icons = sorted((ASSETS / "icons").glob("*LICENSE*"))
    drawn = "\n\n".join(path.read_text("utf-8").strip() for path in icons)
    return "\n\n".join(filter(None, (libraries, drawn, fonts)))


def _libraries() -> list[str]:
    """Return the libraries that the app itself asks for."""
    try:
        asked = metadata.requires(PRODUCT) or []
    except metadata.PackageNotFoundError:
        return ["PySide6-Essentials"]
    names = [line.split(";")[0] for line in asked if "extra ==" not in line]
    return sorted({_bare(name) for name in names}, key=str.casefold)


def _bare(requirement: str) -> str:
    """Return the name that a requirement begins with."""
    end = next((at for at, letter in enumerate(requirement) if not (letter.isalnum() or letter in "-_.")), None)
    return requirement[:end]


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "?"


def _licence(name: str) -> str:
    try:
        told = cast("Message", metadata.metadata(name))
    except metadata.PackageNotFoundError:
        return "?"
    classified = [line.split("::")[-1].strip() for line in told.get_all("Classifier") or [] if "License ::" in line]
    named = (told.get("License-Expression") or "").strip() or ", ".join(classified) or (told.get("License") or "?")
    return named.splitlines()[0][:120]
