"""Paper and ink on the screen: fonts, colours and the one style sheet, all made from the design tokens."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTemporaryDir
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from workshop_tool.desktop.dress.style_sheet import style_sheet
from workshop_tool.domain.collecting import uncollected
from workshop_tool.look.fonts import FACES, FALLBACK_FAMILY, FAMILY
from workshop_tool.look.icons import icon_svg
from workshop_tool.look.tokens import DARK, LIGHT, Palette, Type

_DARK: Final = "workshop_dark"
_ZOOM: Final = "workshop_zoom"
ZOOMS: Final = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""How large text may be, as shares of its usual size."""
_SHEET: Final = "workshop_sheet"
_DRESSED: Final = "workshop_dressed"
_ICON: Final = "workshop_icon"
_GAP: Final = 4
"""Pixels between a button's icon and its words, beyond the few that Qt leaves."""
_SCALES: Final = (1.0, 2.0, 3.0)
_TURNED: Final = {"chevron-up": ("chevron-down", 180)}
"""Icons that are another one, turned by degrees."""


def load_fonts() -> None:
    """Make the shipped typefaces known to Qt; needs a QGuiApplication."""
    if FAMILY not in QFontDatabase.families():
        for face in FACES:
            QFontDatabase.addApplicationFont(str(face.path))


def system_is_dark() -> bool:
    """Tell whether the system asks for a dark look."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def is_dark() -> bool:
    """Tell whether the app wears the dark palette."""
    app = QApplication.instance()
    return bool(app is not None and app.property(_DARK))


def zoom() -> float:
    """Return how large text is, as a share of its usual size."""
    app = QApplication.instance()
    worn = app.property(_ZOOM) if app is not None else None
    return float(worn) if worn else 1.0


def zoomed(pixels: float) -> int:
    """Return a height or width that holds text, as large as text is now."""
    return round(pixels * zoom())


def colours() -> Palette:
    """Return the palette in use, for widgets that paint themselves; a change of palette repaints them."""
    return DARK if is_dark() else LIGHT


@uncollected()
def wear(app: QApplication, *, dark: bool, zoom: float | None = None) -> None:
    """Dress the whole app in light or dark, its text as large as before or as ``zoom`` says (see ZOOMS).

    Qt goes through a list of all widgets meanwhile, and ours answer in Python: were the cycle collector to run then
    and take a closed window apart, Qt would go on to widgets that are gone.
    """
    worn, wanted = (app.property(_DARK), app.property(_ZOOM)), (dark, zoom or app.property(_ZOOM))
    if worn == wanted:
        return
    load_fonts()
    app.setProperty(_ZOOM, wanted[1])
    if app.property(_DARK) is None:  # once: each change of style visits every widget, those on their way out too
        app.setStyle("Fusion")
    app.setProperty(_DARK, dark)
    app.setFont(font(Type.text.size))
    palette = DARK if dark else LIGHT
    app.setPalette(_qt_palette(palette))
    app.setProperty(
        _SHEET,
        style_sheet(
            palette,
            check=_picture("check", palette.accent_ink),
            chevron=_picture("chevron-down", palette.ink_2),
            zoom=float(app.property(_ZOOM) or 1.0),
        ),
    )
    for widget in app.allWidgets():
        if widget.property(_DRESSED):
            widget.setStyleSheet(app.property(_SHEET))
        if widget.property(_ICON):
            _tint(widget)


def dress(window: QWidget) -> None:
    """Give the style sheet to a window, for itself and all that will be in it and over it, now and at each change.

    The app as a whole has none: Qt would dress each widget anew for every box that it is put into on its way to its
    window, which makes up half of what a page costs.
    """
    app = QApplication.instance()
    window.setProperty(_DRESSED, True)
    window.setStyleSheet(app.property(_SHEET) or "" if app is not None else "")


def undress(window: QWidget) -> None:
    """Leave a window that is closed for good as it looks: what it shows may be gone before it is."""
    window.setProperty(_DRESSED, None)


def font(size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the app's typeface in a size in pixels at 100 %; it follows the zoom."""
    made = QFont([FAMILY, FALLBACK_FAMILY])
    made.setPixelSize(zoomed(size))
    made.setWeight(weight)
    return made


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int = 20, gap: int = 0) -> QIcon:
    """Return one icon of the set in one colour ("#RRGGBB"), its side in pixels, with a gap on its right.

    Drawn once for all that show it: a wall of posters has the same pencil and lock on every card.
    """
    made = QIcon()
    drawn, turn = _TURNED.get(name, (name, 0))
    svg = QByteArray(icon_svg(drawn, colour).encode())
    for scale in _SCALES:
        side = round(size * scale)
        picture = QPixmap(side + round(gap * scale), side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.translate(side / 2, side / 2)
        painter.rotate(turn)
        painter.translate(-side / 2, -side / 2)
        QSvgRenderer(svg).render(painter, QRectF(0, 0, side, side))
        painter.end()
        picture.setDevicePixelRatio(scale)
        made.addPixmap(picture)
    return made


def set_icon(widget: QAbstractButton | QLabel, name: str, role: str = "ink_2", size: int = 20) -> None:
    """Give a button or label an icon in a colour of the palette, by the field's name; it follows light and dark."""
    widget.setProperty(_ICON, f"{name} {role} {size}")
    _tint(widget)


@cache
def _pictures() -> QTemporaryDir:
    """Give the folder of tinted icons, for style sheets take pictures from files only; it goes with the process."""
    return QTemporaryDir()


def _picture(name: str, colour: str) -> str:
    path = Path(_pictures().filePath(f"{name}-{colour[1:]}.svg"))
    path.write_text(icon_svg(name, colour), encoding="utf-8")
    return path.as_posix()


def _tint(widget: QWidget) -> None:
    name, role, told = str(widget.property(_ICON)).split()
    size = zoomed(int(told))
    gap = _GAP if isinstance(widget, QAbstractButton) and widget.text() else 0
    tinted = icon(name, cast("str", getattr(colours(), role)), size, gap)
    if isinstance(widget, QAbstractButton):
        widget.setIconSize(QSize(size + gap, size))
        widget.setIcon(tinted)
    elif isinstance(widget, QLabel):
        widget.setPixmap(tinted.pixmap(size, size))


def _qt_palette(palette: Palette) -> QPalette:
    roles = QPalette.ColorRole
    made = QPalette()
    for role, colour in {
        roles.Window: palette.ground,
        roles.WindowText: palette.ink,
        roles.Base: palette.sheet,
        roles.AlternateBase: palette.sunk,
        roles.Text: palette.ink,
        roles.PlaceholderText: palette.ink_3,
        roles.Button: palette.sheet,
        roles.ButtonText: palette.ink,
        roles.ToolTipBase: palette.ink,
        roles.ToolTipText: palette.ground,
        roles.Highlight: palette.accent,
        roles.HighlightedText: palette.accent_ink,
        roles.Link: palette.accent,
        roles.Accent: palette.accent,
    }.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.ink_3))
    return made
