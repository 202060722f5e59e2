"""Where the sample workshop lies, in a source tree and in an installed package alike."""

from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).resolve().parents[1]
# The wheel carries the top-level folder inside the package (pyproject.toml, force-include).
_INSTALLED = _PACKAGE / "sessions"

SESSIONS: Final = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "sessions"
SAMPLE: Final = SESSIONS / "ho21.workshop.json"
"""The sample; it is opened as a copy and never written to."""
SAMPLE_LISTS: Final = SESSIONS / "ho21"
"""The lists that the sample was made of, and its data in the exchange format."""
