"""Whatever is clicked, pressed, typed and dragged: nothing breaks, and the file holds what the window showed.

MONKEY=SEED plays one run again.
"""

import os
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication

from tests.audit import loose
from tests.audit.monkey import differences, let_loose
from tests.audit.stages import window_on
from tests.builders import a_workshop

SEEDS: Final = (int(os.environ["MONKEY"]),) if "MONKEY" in os.environ else (1, 2, 3)
GESTURES: Final = 200
LONGEST: Final = 100.0
"""Seconds after which a run counts as hanging."""


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_breaks_and_the_file_holds_it_all(seed: int) -> None:
    """No exception, no warning of Qt, and file and memory are the same at the end."""
    assert loose.run(seed, "typical", GESTURES, longest=LONGEST).problem == ""


def test_the_same_seed_makes_the_same_gestures(dressed: QApplication, tmp_path: Path) -> None:
    """A run is played again by its seed: the first gestures are the same ones."""
    assert dressed is not None
    runs = []
    for name in ("first", "second"):
        path = tmp_path / f"{name}.workshop.json"
        runs.append(let_loose(window_on(a_workshop(areas=3, posters=1, trends=2), path), path, 9, 10).gestures)
    assert runs[0][:5] == runs[1][:5]


def test_a_file_that_lost_something_is_told() -> None:
    """The comparison at the end sees what only memory has."""
    assert differences(a_workshop(areas=3), a_workshop(areas=2)) != []
