"""Pictures of the phone's pages, taken in Chromium at the size of a phone."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from tests.conftest import QUIET_CHROMIUM
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

PHONE: "ViewportSize" = {"width": 390, "height": 844}


def take_phone_pictures(site: Site, folder: Path, close_round: Callable[[], None]) -> None:
    """Join, place dots, read a poster; then close the round and look again. Light, dark, and at twice the text size."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("No pictures of the phone: Chromium is missing.", file=sys.stderr)  # noqa: T201
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load, and only where there is a browser

    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET_CHROMIUM)
        pages: list[tuple[str, Page]] = []
        for name, scheme in (("light", "light"), ("dark", "dark"), ("large", "light")):
            page = browser.new_context(viewport=PHONE, device_scale_factor=2, color_scheme=scheme).new_page()  # type: ignore[arg-type]
            pages.append((name, page))
            _vote(page, site, folder, name)
        close_round()
        for name, page in pages:
            page.reload()
            _enlarge(page, name)
            page.screenshot(path=folder / f"{name}-5-closed.png")
        browser.close()


def _vote(page: "Page", site: Site, folder: Path, name: str) -> None:
    page.goto(site.address)
    _enlarge(page, name)
    page.screenshot(path=folder / f"{name}-1-code.png")
    page.goto(site.join_url)
    _enlarge(page, name)
    page.screenshot(path=folder / f"{name}-2-ballot.png")
    plus = page.get_by_role("button", name="Place one")
    for _tap in range(2):
        plus.first.click()
    page.get_by_text("Recorded").wait_for()
    page.screenshot(path=folder / f"{name}-3-recorded.png")
    page.get_by_role("link", name="Read the poster").first.click()
    _enlarge(page, name)
    page.screenshot(path=folder / f"{name}-4-poster.png", full_page=True)
    page.go_back()


def _enlarge(page: "Page", name: str) -> None:
    """Make all text twice as large, as somebody may who sees little."""
    if name == "large":
        page.evaluate("document.documentElement.style.fontSize = '200%'")
