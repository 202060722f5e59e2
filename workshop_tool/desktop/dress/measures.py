"""Widths and heights that hold text, and that grow with it while the window is open."""

from typing import Final

from PySide6.QtWidgets import QWidget

from workshop_tool.desktop.dress.theme import zoom, zoomed

NO_LIMIT: Final = 16_777_215
"""Qt's word for no limit of a widget's width or height, in pixels."""
_KEPT: Final = "workshop_measures"
_FITTED: Final = "workshop_fitted"
_SETTERS: Final = {
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
    "least_width": QWidget.setMinimumWidth,
    "most_width": QWidget.setMaximumWidth,
    "least_height": QWidget.setMinimumHeight,
}


def measure(widget: QWidget, **pixels: int) -> None:
    """Give a widget a ``width``, ``height``, ``least_width``, ``most_width`` or ``least_height``.

    In pixels at the usual size of text; from now on they go with the size of text.
    """
    kept = {**(widget.property(_KEPT) or {}), **pixels}
    widget.setProperty(_KEPT, kept)
    _apply(widget, kept)


def measure_anew(window: QWidget) -> None:
    """Fit what was measured in a window to the size that text has now; where text is as large as before, do nothing."""
    if window.property(_FITTED) == zoom():
        return
    window.setProperty(_FITTED, zoom())
    for widget in window.findChildren(QWidget):
        if kept := widget.property(_KEPT):
            _apply(widget, kept)
        if fit := getattr(widget, "fit_to_text", None):
            fit()


def _apply(widget: QWidget, kept: dict[str, int]) -> None:
    for name, pixels in kept.items():
        _SETTERS[name](widget, zoomed(pixels))
