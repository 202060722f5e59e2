"""Which screen the picture stands on: the second one, the chosen one, a window when that is unplugged, and back."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.desktop.room_sample import open_session
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.projector.screens import IN_A_WINDOW, SECOND, Place, ScreenFact, place_for, swapped
from workshop_tool.desktop.projector.standing import Standing

LAPTOP, BEAMER, THIRD = ScreenFact("eDP-1"), ScreenFact("HDMI-1", (1024, 768)), ScreenFact("DP-2", (3840, 2160), 2.0)


@pytest.mark.parametrize(
    ("screens", "wanted", "place"),
    [
        ([LAPTOP], SECOND, Place(None, "window")),
        ([LAPTOP, BEAMER], SECOND, Place("HDMI-1")),
        ([BEAMER, LAPTOP], SECOND, Place("HDMI-1")),
        ([LAPTOP, BEAMER], IN_A_WINDOW, Place(None, "window")),
        ([LAPTOP, BEAMER, THIRD], "DP-2", Place("DP-2")),
        ([LAPTOP, BEAMER], "eDP-1", Place("eDP-1")),
        ([LAPTOP], "HDMI-1", Place(None, "fallen back")),
        ([LAPTOP, THIRD], "HDMI-1", Place(None, "fallen back")),
    ],
)
def test_where_the_picture_goes(screens: list[ScreenFact], wanted: str, place: Place) -> None:
    """A screen that was chosen and is gone leaves a window, never another screen that faces somebody else."""
    assert place_for(screens, "eDP-1", wanted) == place


@given(st.lists(st.sampled_from([LAPTOP, BEAMER, THIRD]), unique=True), st.sampled_from(["", "window", "HDMI-1"]))
def test_the_picture_never_stands_on_a_screen_that_is_not_there(screens: list[ScreenFact], wanted: str) -> None:
    """And by itself never on the facilitator's own."""
    place = place_for(screens, "eDP-1", wanted)
    assert place.screen in {None, *(screen.name for screen in screens if screen.name != "eDP-1")}


def test_window_and_picture_change_places() -> None:
    """Where there are two."""
    assert swapped([LAPTOP, BEAMER], "eDP-1", "HDMI-1") == ("HDMI-1", "eDP-1")
    assert swapped([LAPTOP], "eDP-1", None) is None


@pytest.fixture
def standing(tmp_path: Path, qtbot: QtBot) -> Iterator[Standing]:
    """Give the standing of a real projector's window."""
    assert qtbot is not None
    session = open_session(tmp_path)
    bridge = Bridge(session)
    yield bridge.running.projector.standing
    bridge.close()
    session.close()


def test_an_unplugged_screen_leaves_a_window_with_a_note_and_is_filled_again_when_it_is_back(
    standing: Standing,
) -> None:
    """Nobody has to choose it again."""
    notes: list[str] = []
    standing.noted.connect(notes.append)
    both, own = (LAPTOP, BEAMER), "eDP-1"
    standing.follow(both, own)
    places = [standing.place]
    for screens in ((LAPTOP,), (LAPTOP, THIRD), (LAPTOP, BEAMER, THIRD)):
        standing.follow(screens, own)
        places.append(standing.place)
    away = Place(None, "fallen back")
    assert places == [Place("HDMI-1"), away, away, Place("HDMI-1")]
    assert ["gone" in notes[0], "back" in notes[1], len(notes)] == [True, True, 2]


def test_a_screen_that_is_plugged_in_later_is_used(standing: Standing) -> None:
    """The projector is often the last thing that is found."""
    standing.follow((LAPTOP,), "eDP-1")
    standing.follow((LAPTOP, BEAMER), "eDP-1")
    assert standing.place == Place("HDMI-1")


TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv[:1])
from tests.desktop.room_sample import open_session
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.projector.identify import identify_screens
session = open_session(Path(sys.argv[1]))
bridge = Bridge(session)
projector = bridge.running.projector
projector.show()
app.processEvents()
own = app.primaryScreen()
[second] = [screen for screen in app.screens() if screen is not own]
fills = lambda screen: projector.isFullScreen() and projector.screen() is screen and projector.size() == screen.size()
print(fills(second))
projector.standing.choose("window")
print(projector.isFullScreen())
projector.standing.choose(own.name())
app.processEvents()
print(fills(own))
projector.standing.choose(second.name())
app.processEvents()
print(fills(second))
print(sorted(card.screen().name() for card in identify_screens(projector)))
bridge.close()
session.close()
"""


@pytest.mark.parametrize("scale", [1, 2])
def test_with_two_screens_the_picture_fills_the_second_one_at_any_density(tmp_path: Path, scale: int) -> None:
    """A window of a process of its own, on two screens of Qt's offscreen platform, one of them of another density."""
    screens = [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1280, "height": 800, "logicalDpi": 96, "dpr": 1},
        {"name": "Beamer", "x": 1280, "y": 0, "width": 1024, "height": 768, "logicalDpi": 96, "dpr": scale},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    ran = subprocess.run(
        [sys.executable, "-c", TWO_SCREENS, str(tmp_path)],
        env=environment, cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert ran.stdout.splitlines() == ["True", "False", "True", "True", "['Beamer', 'Laptop']"], ran.stderr
