"""What every room's tests share: Qt with no display, one Chromium per file, and how long Hypothesis searches."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from playwright.sync_api import Browser

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("everyday", max_examples=50, deadline=None)
settings.register_profile("ci", parent=settings.get_profile("everyday"), derandomize=True, print_blob=True)
settings.register_profile("long", parent=settings.get_profile("everyday"), max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "everyday"))

QUIET_CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class PatientBot(QtBot):
    """Waits for what is to come as long as a busy machine may take."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = 30_000) -> None:
        """Let Qt work until something is so; ``timeout`` is in milliseconds."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give pytest-qt's hand in a window, with more patience."""
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture(scope="module", autouse=True)
def windows_end_in_their_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Collect what a file of tests left of its windows here, as the app does, and never in a thread beside."""
    if not {"desktop", "audit", "e2e"} & set(request.path.parts):
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """Give the file's tests one Chromium; skip them where there is none.

    Playwright keeps an event loop running in the main thread, where ``asyncio.run`` then fails: a browser lives as
    long as one file of tests, and takes its loop along. Within such a file, run asyncio in a thread or a process.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no Chromium on this machine: the browser tests need the package chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a third of a second that other tests need not wait

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=QUIET_CHROMIUM)
        yield running
        running.close()
