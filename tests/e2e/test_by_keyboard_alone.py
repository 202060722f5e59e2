"""A whole day without a mouse: every page, list, card and dialog is reached, used and left by keys."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.e2e.day import CLAIMS, FACTS, FILES, MINUTES, PARTS, TABLES, Day, has_the_day
from tests.e2e.keyboard import Keyboard
from workshop_tool.desktop.application import Application

STEPS = (("open_round", "open"), ("close_round", ""), ("close_now", "closed"), ("publish_round", "published"))
"""The buttons of the vote, and the state that each brings about."""


@pytest.fixture
def hand(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    """Give a facilitator without a mouse."""
    return Keyboard(qtbot, monkeypatch)


def test_a_whole_day_goes_by_keyboard_alone(first_day: Application, hand: Keyboard, tmp_path: Path) -> None:
    """From the start page to the PDF by Tab, arrows, Enter, shortcuts and palette; the record tells of the day."""
    day = _begun(first_day, hand)
    _bring_lists(day, hand)
    _look_at_lists(day, hand)
    _mix(day, hand)
    _claim(day, hand)
    _start_site(day, hand)
    _accept_suggestion(day, hand)
    _write_on_wall(day, hand)
    hand.press("Ctrl+9")
    hand.press("F5")
    day.run_to("Plenary")
    hand.press("Tab")
    hand.reach("run_line")
    for line in MINUTES:
        hand.type(line)
        hand.press("Return")
    hand.press("Esc")
    day.run_to("Dot voting")
    _hold_vote(day, hand)
    hand.press("Ctrl+9")
    day.run_to("Results and next steps")
    record = tmp_path / "record.pdf"
    _end(day, hand, record)
    has_the_day(record)


def _begun(application: Application, hand: Keyboard) -> Day:
    def fill_in() -> None:
        hand.begin_at("new_title")
        for text, keys in FACTS:
            hand.type(text)
            for key in keys:
                hand.press(key)

    hand.when_asked(fill_in)
    hand.press("Ctrl+Shift+N")
    hand.wait(lambda: hand.shown("prepare_lists") is not None)
    assert application.window is not None
    return Day(application.window, hand)


def _bring_lists(day: Day, hand: Keyboard) -> None:
    hand.reach("prepare_lists")
    hand.choose_next(*FILES)
    hand.press("Space")
    for table in TABLES:
        hand.wait(lambda: (add := hand.shown("dialog_yes")) and add.isEnabled())
        hand.begin_at("dialog_yes")
        hand.press("Return")
        hand.wait(partial(day.has_list, table))
    hand.begin_at("prepare_lists")


def _look_at_lists(day: Day, hand: Keyboard) -> None:
    """Move a trend on the map, move a problem area in its list, and correct another."""
    hand.press("Ctrl+2")
    hand.reach("trends_table")
    hand.press("Down")
    hand.reach("trend_map")
    before = {trend.id: (trend.importance, trend.certainty) for trend in day.plan.trends}
    hand.press("Right")
    hand.wait(lambda: {trend.id: (trend.importance, trend.certainty) for trend in day.plan.trends} != before)
    hand.press("Ctrl+3")
    hand.reach("areas_table")
    hand.press("Home")
    first = next(iter(day.plan.areas)).id
    hand.press("Alt+Down")
    hand.wait(lambda: next(iter(day.plan.areas)).id != first)
    hand.begin_at("areas_table")
    hand.press("Ctrl+Z")
    hand.wait(lambda: next(iter(day.plan.areas)).id == first)


def _mix(day: Day, hand: Keyboard) -> None:
    hand.go("Groups")
    hand.reach("make_mixed")
    hand.press("Space")
    hand.reach("make_groups", "Shift+Tab")
    hand.press("Space")
    hand.wait(lambda: len(day.plan.groups) == len(CLAIMS))
    for part in PARTS:
        if part != PARTS[0]:
            hand.reach(f"part_{PARTS[0]}")
            hand.press("Right")
            hand.begin_at(f"part_{part}")
        hand.reach("mix")
        hand.press("Space")
        hand.wait(partial(day.is_mixed, part))


def _claim(day: Day, hand: Keyboard) -> None:
    hand.press("Ctrl+5")
    for at, numbers in enumerate(CLAIMS, start=1):
        hand.reach("claim_area" if at > 1 else "claim_first")
        hand.press("Space")
        hand.begin_at("claim_find")
        hand.type(numbers)
        hand.press("Return")
        hand.wait(partial(day.has_posters, 3 * at))


def _start_site(day: Day, hand: Keyboard) -> None:
    hand.press("Ctrl+8")
    hand.reach("start_site")
    hand.press("Space")
    day.write_posters()


def _accept_suggestion(day: Day, hand: Keyboard) -> None:
    """Open the inbox on Trends, accept what a group suggested by its key, and leave."""
    day.suggest_trend("Fewer nurses")
    before = len(day.plan.trends)
    hand.press("Ctrl+2")
    hand.reach("inbox_open")
    hand.press("Space")
    hand.reach("inbox_list")
    hand.press("A")
    hand.wait(lambda: len(day.plan.trends) == before + 1)
    hand.look()


def _write_on_wall(day: Day, hand: Keyboard) -> None:
    """Open a poster from the wall, add to a text, and come back to its card."""
    hand.press("Ctrl+5")
    hand.reach("poster_wall")
    card = hand.focus
    hand.press("Return")
    hand.reach("text_evidence")
    hand.type("Seen in the wards.")
    hand.press("Esc")
    hand.wait(lambda: any("Seen in the wards." in poster.text("evidence") for poster in day.plan.posters))
    hand.wait(lambda: hand.focus is card)
    hand.look()


def _hold_vote(day: Day, hand: Keyboard) -> None:
    """Tab to the first step; each next one has the focus when its turn has come, and asks before it is done."""
    hand.press("Ctrl+6")
    hand.reach(STEPS[0][0])
    for button, state in STEPS:
        hand.begin_at(button)
        if button != "close_now":
            hand.when_asked(lambda: hand.press("Return"))
        hand.press("Space")
        if state:
            day.until_round(state)
        if state == "open":
            day.vote()


def _end(day: Day, hand: Keyboard, record: Path) -> None:
    hand.press("Ctrl+7")
    hand.reach("close_workshop")
    hand.when_asked(lambda: hand.press("Return"))
    hand.press("Space")
    day.until(lambda workshop: workshop.plan.particulars.standing == "draft")
    hand.reach("export_pdf")
    hand.choose_next(record)
    hand.press("Space")
    hand.wait(lambda: hand.shown("open_export") is not None)
