"""The app in its looks, and the windows that the audits walk through."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.dress import theme


@pytest.fixture(scope="module", autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """Give the app in its light look; the next file finds it so too."""
    theme.wear(qapp, dark=False)
    yield qapp
    theme.wear(qapp, dark=False)
    gc.collect()
