"""Pictures of what the facilitator sees: start page, pages, dialogs, and a window whose text grew while it was open."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize

from tests.audit.manners import Manner, dressed_so
from tests.audit.stages import FACES, LOOKS, MORE_FACES, SETTLED, SIZES, STATES, Face, lay_out, pose, settle, staged
from tests.audit.windows import OTHERS
from tests.pictures.judged import Gallery
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pictures import application

MANNERS: Final = tuple((language, zoom) for zoom in (1.0, 2.0) for language in ("en", "nb"))
_WAITS: Final = 1.0
"""Seconds for which the record's preview waits for a pause in the work."""


def groups(work: Path) -> Iterator[tuple[str, Callable[[Gallery], None]]]:
    """Yield every group by its name, with what takes its pictures; files are saved into a folder."""
    for language, zoom in MANNERS:
        for look in LOOKS:
            manner = Manner(language, zoom, look)
            yield f"dialogs-{_said(manner)}", partial(_dialogs, work=work, manner=manner)
            for state in STATES:
                for size in SIZES:
                    take = partial(_pages, work=work, state=state, manner=manner, size=size)
                    yield f"window-{state}-{look}-{size.width()}x{size.height()}-{_manner(manner)}", take
    for begun, then in ((1.0, 2.0), (2.0, 1.0)):
        for state in ("typical", "full", "full-open"):
            take = partial(_zoomed, work=work, state=state, begun=begun, then=then)
            yield f"zoomed-{state}-{begun * 100:.0f}-to-{then * 100:.0f}", take


def _manner(manner: Manner) -> str:
    return f"{manner.language}-{manner.zoom * 100:.0f}"


def _said(manner: Manner) -> str:
    return f"{manner.look}-{_manner(manner)}"


def _faces(state: str) -> list[Face]:
    return [face for face in (*FACES, *MORE_FACES) if state in face.states]


def _pages(gallery: Gallery, *, work: Path, state: str, manner: Manner, size: QSize) -> None:
    """Take every face of every page in one state, manner and size."""
    with dressed_so(application(), manner), staged(state, work) as window:
        for number, face in enumerate(_faces(state), start=1):
            pose(window, face, manner.look, size)
            _take(gallery, window, face, number)


def _zoomed(gallery: Gallery, *, work: Path, state: str, begun: float, then: float) -> None:
    """Take every face after the size of text was changed in a window in which all pages were seen already."""
    with dressed_so(application(), Manner(zoom=begun)), staged(state, work) as window:
        for face in _faces(state):
            pose(window, face, "light", SIZES[0])
        theme.wear(application(), dark=False, zoom=then)
        window.refresh_look()
        for number, face in enumerate(_faces(state), start=1):
            pose(window, face, "light", SIZES[0])
            _take(gallery, window, face, number)


def _take(gallery: Gallery, window: MainWindow, face: Face, number: int) -> None:
    settle(window, quiet=_WAITS if face.page == "record" else SETTLED)
    gallery.take(window, f"{number:02}-{face}")


def _dialogs(gallery: Gallery, *, work: Path, manner: Manner) -> None:
    """Take the start page, the palette and every dialog."""
    with dressed_so(application(), manner), staged("typical", work) as window:
        window.resize(SIZES[0])
        for number, (name, make) in enumerate(OTHERS.items(), start=1):
            other = make(window)
            other.show()
            settle(window)
            gallery.take(other, f"{number:02}-{name}")
            other.close()
            other.deleteLater()
            lay_out()
