"""How much a facilitator has to do: clicks and keys from the start page to the record of a whole day."""

import ast
from functools import partial
from pathlib import Path
from typing import Final

import pytest

from tests.e2e import day as day_module
from tests.e2e.day import CLAIMS, FACTS, FILES, MINUTES, PARTS, TABLES, Day, has_the_day
from tests.e2e.hand import Hand
from workshop_tool.desktop.application import Application

MOST: Final = 60
"""Clicks and keys; what is typed into fields is counted apart."""
PAST_THE_HAND: Final = (
    *("QTest", "click", "trigger", "animateClick", "emit", "setText", "setPlainText", "setFocus"),
    *("setCurrentIndex", "setChecked", "show_page", "edit", "act"),
)
"""Names by which a test could reach the window without being counted."""


def test_a_whole_day_takes_few_actions(first_day: Application, hand: Hand, tmp_path: Path) -> None:
    """From the start page to the PDF in at most 60 clicks and keys; the record tells of the day."""
    day = _begun(first_day, hand)
    _bring_lists(day)
    _mix(day)
    hand.part = "run"
    hand.click("rail_run")
    hand.click("present")
    day.run_to("Groups: problems and evidence", by_clock=True)
    _claim(day)
    hand.part = "run"
    hand.click("rail_run")
    day.run_to("Plenary", by_clock=True)
    _write_minutes(day)
    day.run_to("Dot voting", by_clock=True)
    _hold_vote(day)
    hand.part = "run"
    hand.click("rail_run")
    day.run_to("Results and next steps")
    record = tmp_path / "record.pdf"
    _end(day, record)
    has_the_day(record)
    assert len(hand.count.actions) <= MOST, f"\n{hand.count.table()}"
    print(f"\n{hand.count.table()}")  # noqa: T201 - the figure, with pytest -s


@pytest.mark.parametrize("module", [Path(__file__), Path(day_module.__file__)], ids=lambda path: path.name)
def test_the_day_is_done_by_the_hand_alone(module: Path) -> None:
    """Nothing in these files reaches the window past the hand that counts."""
    calls = [node.func for node in ast.walk(ast.parse(module.read_text())) if isinstance(node, ast.Call)]
    reached = [call for call in calls if isinstance(call, ast.Attribute) and call.attr in PAST_THE_HAND]
    past = [ast.unparse(call) for call in reached if ast.unparse(call.value) not in {"hand", "self.hand"}]
    assert not past


def _begun(application: Application, hand: Hand) -> Day:
    def fill_in() -> None:
        for text, keys in FACTS:
            hand.type(text)
            for key in keys:
                hand.press(key)

    hand.part = "begin"
    hand.when_asked(fill_in)
    hand.click("first_template")
    hand.wait(lambda: hand.shown("prepare_lists") is not None)
    assert application.window is not None
    return Day(application.window, hand)


def _bring_lists(day: Day) -> None:
    hand = day.hand
    hand.part = "lists"
    hand.choose_next(*FILES)
    hand.click("prepare_lists")
    for table in TABLES:
        hand.wait(lambda: (add := hand.shown("dialog_yes")) and add.isEnabled())
        hand.press("Return")
        hand.wait(partial(day.has_list, table))


def _mix(day: Day) -> None:
    hand = day.hand
    hand.part = "groups"
    hand.click("rail_groups")
    hand.click("make_groups")
    hand.wait(lambda: all(day.is_mixed(part) for part in PARTS))


def _claim(day: Day) -> None:
    """Start the site, and let each group take three problem areas and write."""
    hand = day.hand
    hand.part = "posters"
    hand.click("rail_posters")
    for at, numbers in enumerate(CLAIMS, start=1):
        hand.click("claim_area" if at > 1 else "claim_first")
        hand.wait(lambda: hand.shown("claim_find") is not None)
        hand.type(numbers)
        hand.press("Return")
        hand.wait(partial(day.has_posters, 3 * at))
    hand.click("rail_room")
    hand.click("start_site")
    day.write_posters()


def _write_minutes(day: Day) -> None:
    hand = day.hand
    hand.part = "minutes"
    hand.click("run_line")
    for line in MINUTES:
        hand.type(line)
        hand.press("Return")
    hand.press("Esc")
    hand.part = "run"


def _hold_vote(day: Day) -> None:
    hand = day.hand
    hand.part = "vote"
    hand.click("rail_vote")
    hand.when_asked(lambda: hand.press("Return"))
    hand.click("open_round")
    day.until_round("open")
    day.vote()
    hand.when_asked(lambda: hand.press("Return"))
    hand.click("close_round")
    hand.click("close_now")
    day.until_round("closed")
    hand.when_asked(lambda: hand.press("Return"))
    hand.click("publish_round")
    day.until_round("published")


def _end(day: Day, record: Path) -> None:
    hand = day.hand
    hand.part = "record"
    hand.click("rail_record")
    hand.when_asked(lambda: hand.press("Return"))
    hand.click("close_workshop")
    day.until(lambda workshop: workshop.plan.particulars.standing == "draft")
    hand.choose_next(record)
    hand.click("export_pdf")
    hand.wait(lambda: hand.shown("open_export") is not None)
