"""How a field on a poster's sheet looks: paper first."""

from typing import Final

QUIET_UNTIL_FOCUSED: Final = (
    "QPlainTextEdit, QPlainTextEdit:focus { padding: 0; }"
    "QPlainTextEdit:!focus { border: 2px solid transparent; }"
    "QLineEdit:!focus { border: 2px solid transparent; padding: 3px 6px; }"
    "QPlainTextEdit:!focus:hover, QLineEdit:!focus:hover { border: 2px dotted palette(mid); }"
)
"""The edge of a field shows while the pointer or the focus is on it."""
