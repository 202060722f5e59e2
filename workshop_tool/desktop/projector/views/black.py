"""Nothing: the room looks at whoever speaks."""

from typing import Final

from PySide6.QtCore import QSizeF

from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.slide import Slide

_BLACK: Final = "#000000"


def slides(_showing: Showing, size: QSizeF) -> list[Slide]:
    """Return one black page."""
    return [Slide(size, ground=_BLACK)]
