"""Pictures of what the room sees: every view of the projector; and of what it takes home: the pages of the record."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, QSizeF

from tests.audit.manners import Manner, dressed_so
from tests.audit.stages import STATES
from tests.pictures.judged import Gallery
from workshop_tool.desktop.pictures import application
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.projector.views import poster
from workshop_tool.look.wifi import Wifi
from workshop_tool.record.pdf import make_pdf

PROJECTORS: Final = (QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160))
SITE: Final = "http://192.168.178.110:8080"
WIFI: Final = Wifi("Konferansesenter Gjestenett 5GHz", "kompetanse-utvikling-2030")
TURNS_IN: Final = 95
"""Seconds that a poster still stays that is turned by the clock."""
MOST_PAGES: Final = 8
"""Of one view of the projector: more pages of it look the same."""


def groups() -> Iterator[tuple[str, Callable[[Gallery], None]]]:
    """Yield every group by its name, with what takes its pictures."""
    for state in STATES:
        for size in PROJECTORS:
            for language in ("en", "nb"):
                take = partial(_views, state=state, size=size, language=language)
                yield f"projector-{state}-{size.width()}x{size.height()}-{language}", take
    for state in ("typical", "full"):
        yield f"record-{state}", partial(_record, state=state)


def _views(gallery: Gallery, *, state: str, size: QSize, language: str) -> None:
    """Take every view of the projector; of long ones the first pages, and the last."""
    showing = Showing(STATES[state](), SITE, f"{SITE}/j/K7M2", "K7M2", devices=12, wifi=WIFI)
    with dressed_so(application(), Manner(language)):
        for number, view in enumerate(VIEWS, start=1):
            slides = view.slides(showing, QSizeF(size))
            for page, slide in enumerate(slides, start=1):
                if page < MOST_PAGES or page == len(slides):
                    gallery.take_slide(slide, size, f"{number:02}-{view.key}-{page:02}")
        turned = poster.slides(replace(showing, turns_in=TURNS_IN), QSizeF(size))
        gallery.take_slide(turned[0], size, "poster-by-the-clock")


def _record(gallery: Gallery, *, state: str) -> None:
    """Print the record and take a picture of each page, where poppler is."""
    made = gallery.folder / "record.pdf"
    made.write_bytes(make_pdf(STATES[state]()))
    if shutil.which("pdftoppm") is None:
        print("No pictures of the record: pdftoppm is missing (poppler-utils).", file=sys.stderr)  # noqa: T201
        return
    subprocess.run(["pdftoppm", "-r", "60", "-png", made, gallery.folder / "page"], check=True)
