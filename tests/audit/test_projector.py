"""Every view of the projector in each size: whole lines, none over another, none under a thirtieth of the height."""

from functools import cache
from typing import Final

import pytest
from PySide6.QtCore import QSize, QSizeF
from PySide6.QtWidgets import QApplication

from tests.audit.judging import Fault, slide_faults
from tests.audit.known import KNOWN_SLIDES
from tests.audit.recording import record_drawing
from tests.audit.stages import STATES
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.showing import Showing, View
from workshop_tool.desktop.projector.slide import Slide, Words
from workshop_tool.domain.workshop import Workshop
from workshop_tool.look.tokens import LIGHT
from workshop_tool.look.wifi import Wifi

SIZES: Final = (QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160))
SITE: Final = "http://192.168.178.110:8080"
WIFI: Final = Wifi("Konferansesenter Gjestenett 5GHz", "kompetanse-utvikling-2030")
MOST_PAGES: Final = 6
"""How many pages of one view are looked at: the first ones, and the last."""

SHOWN: Final = ("empty", "typical", "full", "full-open")

_found: dict[tuple[str, str, int], list[Fault]] = {}
workshop_in = cache(lambda state: STATES[state]())


def showing(workshop: Workshop) -> Showing:
    return Showing(workshop, SITE, f"{SITE}/j/K7M2", "K7M2", devices=12, wifi=WIFI)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("state", SHOWN)
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.key)
def test_every_line_can_be_read(dressed: QApplication, view: View, state: str, size: QSize) -> None:
    """No line is cut off, lies over another, is too small for the back row or too faint."""
    assert dressed is not None
    found = _found.setdefault((view.key, state, size.width()), [])
    slides = view.slides(showing(workshop_in(state)), QSizeF(size))
    for slide in [*slides[: MOST_PAGES - 1], slides[-1]]:
        recording = record_drawing(size, lambda painter, slide=slide: paint_slide(painter, slide))  # type: ignore[misc]
        found += slide_faults(recording, f"projector/{view.key}")
    assert [str(fault) for fault in found if not any(known.matches(fault) for known in KNOWN_SLIDES)] == []


def test_known_faults_still_stand() -> None:
    """What is mended leaves the list of what is known."""
    if len(_found) < len(VIEWS) * len(SIZES) * len(SHOWN):
        pytest.skip("not every view was looked at in this run")
    every = [fault for faults in _found.values() for fault in faults]
    assert [known for known in KNOWN_SLIDES if not any(known.matches(fault) for fault in every)] == []


def test_the_instrument_finds_what_is_wrong(dressed: QApplication) -> None:
    """A line over another, one beyond the edge, a small one and a faint one are found."""
    assert dressed is not None
    slide = Slide(QSizeF(900, 600))
    slide.put(
        Words("Over one another", 100, 100, 40, 400, LIGHT.ink), Words("Over another one", 110, 105, 40, 400, LIGHT.ink)
    )
    slide.put(
        Words("Beyond the edge of it", 700, 300, 40, 400, LIGHT.ink), Words("Small", 100, 400, 18, 400, LIGHT.ink)
    )
    slide.put(Words("Faint", 100, 500, 22, 400, LIGHT.line))
    recording = record_drawing(QSize(900, 600), lambda painter: paint_slide(painter, slide))
    assert sorted({fault.kind for fault in slide_faults(recording, "")}) == ["cut", "faint", "overlap", "small"]
