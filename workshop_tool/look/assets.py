"""Where the shipped pictures and fonts lie, in a source tree and in an installed package alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
# The wheel carries the top-level folder inside the package (pyproject.toml, force-include).
_INSTALLED = _PACKAGE / "assets"

ASSETS: Path = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "assets"
