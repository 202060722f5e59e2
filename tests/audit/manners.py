"""How a window looks and speaks: its language, the size of its text, light or dark."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.dress.speaking import speak_on_screen


@dataclass(frozen=True)
class Manner:
    """How a window looks and speaks."""

    language: str = "en"
    zoom: float = 1.0
    look: str = "light"

    def __str__(self) -> str:
        return f"{self.language}-{self.zoom:.0%}-{self.look}"


@contextmanager
def dressed_so(app: QApplication, manner: Manner) -> Iterator[None]:
    """Look and speak so; afterwards as the tests expect."""
    speak_on_screen(app, manner.language)
    theme.wear(app, dark=manner.look == "dark", zoom=manner.zoom)
    try:
        yield
    finally:
        speak_on_screen(app, "en")
        theme.wear(app, dark=False, zoom=1.0)
