"""The day of both whole-day tests: what is waited for, what the room does meanwhile, and what must come of it."""

import datetime as dt
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from pypdf import PdfReader

from tests.e2e.hand import Hand
from tests.e2e.room import PEOPLE, meanwhile, suggest_trend, vote, write_posters
from workshop_tool.desktop.frame.window import MainWindow
from workshop_tool.desktop.running import Step
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.sample import SAMPLE_LISTS

FACTS: Final = (("Health research", ("Tab",)), ("2018-06-19", ("Tab",)), ("Lillehammer", ("Return",)))
"""Title, date and place, with the keys that lead on."""
FILES: Final = tuple(SAMPLE_LISTS / name for name in ("trends.csv", "problem_areas.txt", "participants.csv"))
TABLES: Final = ("trends", "areas", "participants")
"""What the files hold, in their order."""
CLAIMS: Final = ("1 4 7", "9 10 12", "15 18 20")
"""The numbers of the problem areas that each group takes."""
PARTS: Final = ("morning", "afternoon")
MINUTES: Final = ("Ask the patients first", "Two hospitals will try it")
TURNS: Final = frozenset({"page", "poster"})
"""Kinds of step that turn a page of what is shown, and leave the part of the day."""


class Day:
    """The window with the hand that works in it."""

    def __init__(self, window: MainWindow, hand: Hand) -> None:
        self.window, self.hand = window, hand

    @property
    def plan(self) -> Plan:
        """The plan as it was last saved."""
        return self.window.bridge.workshop.plan

    @property
    def title(self) -> str:
        """The part of the day that runs."""
        return self.plan.programme[self.plan.now.part].title if self.plan.now.part else ""

    def until(self, has: Callable[[Workshop], object]) -> None:
        """Look on until the workshop has something."""
        self.hand.wait(lambda: has(self.window.bridge.workshop))

    def until_round(self, state: str) -> None:
        """Look on until the round is open, closed or published."""
        self.until(lambda workshop: workshop.rounds[0].round.state == state)

    def has_list(self, table: str) -> bool:
        """Whether something is in a list of the plan."""
        return bool(len(self.plan.list_of(table)))

    def is_mixed(self, part: str) -> bool:
        """Whether everybody is in a group in this part of the day."""
        return all(part in person.groups for person in self.plan.participants)

    def has_posters(self, count: int) -> bool:
        """Whether so many posters were started."""
        return len(self.plan.posters) == count

    def run_to(self, title: str, *, by_clock: bool = False) -> None:
        """Press Space for Next until a part of this title begins; ``by_clock`` lets the posters turn by themselves."""
        running, begun = self.window.bridge.running, self.plan.now.part
        while self.title != title or self.plan.now.part == begun:
            step, shown = running.step, self._shown
            if by_clock and running.turning.offered:
                self._let_turn()
            else:
                self.hand.press("Space")
            self.hand.wait(partial(self._has_gone, step, shown))

    def _let_turn(self) -> None:
        """Switch on what turns posters by the clock, and let the time of the one that is up go by."""
        turning = self.window.bridge.running.turning
        if not turning.on:
            self.hand.click("run_turns")
            self.hand.wait(lambda: turning.on)
        at = self.window.bridge.session.clock() + dt.timedelta(seconds=turning.seconds_left or 0)
        started = time.monotonic()
        self.window.bridge.session.clock = lambda: at + dt.timedelta(seconds=time.monotonic() - started)

    def write_posters(self) -> None:
        """Let the groups write on their own devices."""
        self.hand.wait(lambda: self.window.bridge.hosting.site is not None)
        url = self.window.bridge.hosting.join_url
        saved = meanwhile(self.window, lambda: write_posters(self.window.bridge.workshop, url), self.hand.wait)
        assert saved >= len(self.plan.posters)

    def suggest_trend(self, text: str) -> None:
        """Let a group suggest a trend."""
        url = self.window.bridge.hosting.join_url
        work = partial(suggest_trend, self.window.bridge.workshop, url, text)
        assert meanwhile(self.window, work, self.hand.wait)

    def vote(self) -> None:
        """Let everybody vote by phone."""
        self.hand.wait(lambda: self.window.bridge.hosting.site is not None)
        url = self.window.bridge.hosting.join_url
        assert meanwhile(self.window, lambda: vote(url), self.hand.wait) == PEOPLE

    @property
    def _shown(self) -> tuple[str, str, int]:
        projector = self.window.bridge.running.projector
        return projector.view.key, projector.item or "", projector.page

    def _has_gone(self, step: Step, shown: tuple[str, str, int]) -> bool:
        """Whether Next is done: the page has turned, or the part is the running one and saved as such."""
        if step.kind in TURNS:
            return self._shown != shown
        return step.part is not None and self.plan.now.part == step.part.id


def has_the_day(record: Path) -> None:
    """Fail unless the record says what the day brought: posters, minutes, votes."""
    said = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(record).pages)
    for words in ("Health research", "Lillehammer", *MINUTES, *(f"What Group {n} knows of it" for n in (1, 2, 3))):
        assert words in said, words
