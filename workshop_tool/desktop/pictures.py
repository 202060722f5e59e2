"""Pictures of every page of the window and every view of the projector, drawn without a screen."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMessageLogContext, QSize, QSizeF, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.pages import PAGES
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.services.session import WorkshopSession

if TYPE_CHECKING:
    from workshop_tool.site import Site

WINDOW: Final = QSize(1280, 800)
PROJECTOR: Final = QSize(1920, 1080)
SETTLED: Final = 0.15
"""Seconds without work in the background after which a page counts as drawn."""
LONGEST: Final = 15.0


def application() -> QApplication:
    """Return the application, made for drawing without a screen where there is none yet."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_say)
    return QApplication(sys.argv[:1])


def _say(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what drawing without a screen cannot do and need not."""
    if "propagateSizeHints" not in message:
        sys.stderr.write(f"{message}\n")


def take_pictures(
    session: WorkshopSession,
    folder: Path,
    *,
    site: "Site | None" = None,
    dark: bool = False,
    window: QSize = WINDOW,
    projector: QSize = PROJECTOR,
) -> None:
    """Draw every page and every view as PNG into a folder; ``site`` is named where the projector shows the way in."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    theme.wear(app, dark=dark)
    _take_pages(session, folder, window, app.processEvents)
    _take_views(session, folder, projector, site, dark=dark)


def _take_pages(session: WorkshopSession, folder: Path, size: QSize, process_events: Callable[[], object]) -> None:
    bridge = Bridge(session)
    window = MainWindow(bridge)
    try:
        window.resize(size)
        window.show()
        for number, entry in enumerate(PAGES, start=1):
            window.show_page(entry.key)
            _settle(bridge, process_events)
            _save(window, folder / f"page-{number}-{entry.key}.png")
            if isinstance(window.page, PostersPage) and (posters := session.current.plan.posters_in_list_order()):
                window.page.open_poster(posters[0].id)
                _settle(bridge, process_events)
                _save(window, folder / f"page-{number}-{entry.key}-opened.png")
    finally:
        window.close()
        bridge.close()
        window.deleteLater()
        process_events()


def _settle(bridge: Bridge, process_events: Callable[[], object]) -> None:
    """Wait until nothing is under way any more, at most for ``LONGEST`` seconds."""
    started = quiet_since = time.monotonic()
    while (now := time.monotonic()) - quiet_since < SETTLED and now - started < LONGEST:
        process_events()
        if bridge.background.busy:
            quiet_since = now
        time.sleep(0.01)


def _take_views(session: WorkshopSession, folder: Path, size: QSize, site: "Site | None", *, dark: bool) -> None:
    address, join_url, code = (site.address, site.join_url, site.code) if site else ("", "", "")
    showing = Showing(session.current, address, join_url, code)
    for number, view in enumerate(VIEWS, start=1):
        for page, slide in enumerate(view.slides(showing, QSizeF(size)), start=1):
            image = QImage(size, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint_slide(painter, slide, dark=dark)
            painter.end()
            image.save(str(folder / f"projector-{number}-{view.key}-{page}.png"))


def _save(widget: QWidget, path: Path) -> None:
    widget.grab().save(str(path))
