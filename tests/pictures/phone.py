"""Pictures of the phone's pages, taken in Chromium at the size of a phone, in the order of the day."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.conftest import QUIET_CHROMIUM
from tests.pictures.judged import Gallery
from tests.pictures.phone_judging import JUDGE
from tests.pictures.phone_room import Room

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PHONE: Final[dict[str, Any]] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
LONG: Final = ("poster", "station", "rows", "trends", "answers", "plain")
"""Pages that are taken as long as they are: how their names begin."""


@dataclass(frozen=True)
class Look:
    """What a phone is set to."""

    language: str = "en-GB"
    scheme: str = "light"
    letters: str = "100%"
    script: bool = True


LOOKS: Final = {
    "light-en": Look(),
    "dark-nb": Look("nb-NO", "dark"),
    "large-en": Look(letters="200%"),
    "large-nb": Look("nb-NO", letters="200%"),
    "plain-en": Look(script=False),
}


def take_phone_pictures(gallery: Gallery, work: Path, look: Look) -> None:
    """Live through the day on one phone: join, answer, write, vote; then voting closes and the next person comes."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("No pictures of the phone: Chromium is missing.", file=sys.stderr)  # noqa: T201
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load, and only where there is a browser

    room = Room(work)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=QUIET_CHROMIUM)
            _Phone(browser, room, gallery, look).live()
            browser.close()
    finally:
        room.close()


class _Phone:
    """One phone, its pictures numbered as they are taken."""

    def __init__(self, browser: "Browser", room: Room, gallery: Gallery, look: Look) -> None:
        settings = {"locale": look.language, "color_scheme": look.scheme, "java_script_enabled": look.script}
        context = browser.new_context(**PHONE, device_scale_factor=2, **settings)  # type: ignore[arg-type]
        self.page: Page = context.new_page()
        self.room, self.gallery, self.look, self.taken = room, gallery, look, 0

    def live(self) -> None:
        """Take them all."""
        self._join()
        self._answer()
        self._write()
        self._vote()
        self._leave()

    def _join(self) -> None:
        self._go("/", "code")
        self._go("/j/1", "wrong-code")
        self.page.goto(self.room.site.join_url)
        self._take("waiting")
        self._go("/now", "now")
        self.room.let_timer_run_out()
        self._go("/now", "now-over")

    def _answer(self) -> None:
        self._go("/answers", "answers")
        self._go("/place", "place")
        if self.look.script:
            self.page.locator("input[name=trend]").first.check()
            self.page.select_option("select[name=certainty]", index=2)
            self.page.select_option("select[name=importance]", index=3)
            self._take("place-placed")
        self._go("/g/1", "wrong-station")

    def _write(self) -> None:
        room, path = self.room, f"/station/posters/{self.room.poster}"
        self.page.goto(room.station)
        self._take("station")
        self._go("/station/trends", "trends-suggest")
        self._go(path, "station-poster")
        evidence = self.page.locator("[data-field=evidence]")
        if self.look.script:
            self.page.context.set_offline(True)
        evidence.fill("What we wrote,\nin two lines.")
        room.write("What they wrote meanwhile.")
        if self.look.script:
            self.page.locator("#field-evidence").scroll_into_view_if_needed()
            self._take("unsent")
            self.page.context.set_offline(False)
            self.page.locator(".conflict").wait_for()
            self.page.locator(".conflict").scroll_into_view_if_needed()
            self._take("conflict")
            self.page.locator(".conflict button[value=both]").click()
            self.page.locator("#trends summary").click()
            self.page.locator("#trends").scroll_into_view_if_needed()
            self._take("effects")
        else:
            self.page.locator("#field-evidence .save").click()
            self.page.locator(".pair").wait_for()
            self._take("plain-conflict")
        room.lock()
        self._go(path, "locked")

    def _vote(self) -> None:
        self.room.open_round()
        self._go("/vote", "ballot")
        if self.look.script:
            self.page.locator("#about .go").tap()
            self._take("ballot-folded")
            plus = self.page.locator("button[data-step='1']")
            for at in (0, 0, 1):
                self.page.wait_for_timeout(600)
                plus.nth(at).tap()
            self.page.locator("#state.recorded").wait_for()
            self._take("recorded")
            self.page.context.set_offline(True)
            plus.nth(2).tap()
            self._take("unsent-dots")
            self.page.context.set_offline(False)
            self.page.locator("#state.recorded").wait_for()
        else:
            self.page.locator("input[data-poster]").first.fill("2")
            self.page.locator("#ballot .save").click()
            self.page.locator("#state.recorded").wait_for()
            self._take("plain-recorded")
        self.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        self._take("ballot-end")
        poster = self.room.session.current.plan.posters_in_list_order()[0].id
        self._go(f"/vote/posters/{poster}", "poster")
        self.room.announce_close()
        self._go("/vote", "closing")
        self._go("/resume", "resume")
        self._go("/now", "now-voting")

    def _leave(self) -> None:
        self.room.close_round()
        self._go("/vote", "closed")
        self._go("/next", "next")
        self._go("/nothing", "refusal")

    def _go(self, path: str, name: str) -> None:
        self.page.goto(self.room.site.address + path)
        self._take(name)

    def _take(self, name: str) -> None:
        if self.look.letters != "100%":
            self.page.evaluate("size => document.documentElement.style.fontSize = size", self.look.letters)
        self.taken += 1
        said, whole = f"{self.taken:02}-{name}", name.startswith(LONG)
        path = self.gallery.folder / f"{said}.png"
        self.page.screenshot(path=path, full_page=whole, animations="disabled")
        self.gallery.tell(said, self.page.evaluate(JUDGE))
