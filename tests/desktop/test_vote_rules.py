"""The Vote page: rules in plain words, the seconds before the close, ties, run-offs, and voters by sector."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTabBar,
)
from pytestqt.qtbot import QtBot

from tests.builders import NOW, a_round, a_workshop, publish, start_round
from tests.desktop.page_gestures import a_bridge, answer, bring_up, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.page import VotePage
from workshop_tool.desktop.widgets.sector_table import SectorTable
from workshop_tool.domain.voting.book import Book
from workshop_tool.services import voting


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with three posters, and participants of three sectors."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=3, participants=6)) as bridge:
        yield bridge


def last(bridge: Bridge) -> Book:
    return bridge.workshop.rounds[-1]


def cast(bridge: Bridge, token: str, poster: str, sector: str = "") -> None:
    """Put one priority dot on a poster by phone."""
    dots = {poster: {"priority": 1}}
    action = partial(voting.cast_ballot, round_id="r1", token=token, dots=dots, revision=1, sector=sector)
    bridge.session.act(action).result()


def a_tied_round(bridge: Bridge, rule: str) -> None:
    """Open a round with this rule for ties, in which p1 and p2 have one dot each."""
    start_round(bridge.session, a_round(tie_rule=rule))
    cast(bridge, "a", "p1")
    cast(bridge, "b", "p2")


@pytest.mark.parametrize(
    ("button", "rule", "value"),
    [
        ("voters_card", "voters", "card"),
        ("own_poster_false", "own_poster", False),
        ("poster_order_random", "poster_order", "random"),
        ("tie_rule_run-off", "tie_rule", "run-off"),
        ("tie_rule_facilitator_decides", "tie_rule", "facilitator decides"),
    ],
)
def test_each_rule_is_saved_as_it_is_chosen(
    bridge: Bridge, qtbot: QtBot, button: str, rule: str, value: object
) -> None:
    """By a click or the blank of the keyboard."""
    bridge.session.act(partial(voting.prepare_round, round_=a_round())).result()
    page = bring_up(VotePage(bridge), qtbot)
    QTest.keyClick(find(page, QRadioButton, button), Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: getattr(last(bridge).round, rule) == value)


def test_a_card_round_without_cards_says_so_before_it_opens(bridge: Bridge, qtbot: QtBot) -> None:
    """Nobody could vote."""
    bridge.session.act(partial(voting.prepare_round, round_=a_round(voters="card"))).result()
    page = bring_up(VotePage(bridge), qtbot)
    said = list[str]()
    answer("dialog_no", texts=said)
    press(page, "open_round")
    assert "none have been made" in said[0]


def test_the_seconds_before_the_close_are_counted_down(bridge: Bridge, qtbot: QtBot) -> None:
    """Phones send what they hold; closing at once is one press away."""
    start_round(bridge.session)
    page = bring_up(VotePage(bridge), qtbot)
    answer("dialog_yes")
    press(page, "close_round")
    countdown = find(page, QLabel, "closing_countdown")
    qtbot.waitUntil(lambda: countdown.isVisible() and countdown.text().endswith(" s"))
    assert last(bridge).round.state == "open"
    press(page, "close_now")
    qtbot.waitUntil(lambda: last(bridge).round.state == "closed")
    qtbot.waitUntil(lambda: not countdown.isVisible())


def test_the_last_backups_are_spoken_of_before_publishing(bridge: Bridge, qtbot: QtBot) -> None:
    """They hold who voted how, and go."""
    start_round(bridge.session)
    bridge.session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    page = bring_up(VotePage(bridge), qtbot)
    said = list[str]()
    answer("dialog_no", texts=said)
    press(page, "publish_round")
    assert "older backups" in said[0]


def test_a_tie_is_decided_by_keyboard_with_a_reason(bridge: Bridge, qtbot: QtBot) -> None:
    """Alt and an arrow key move a poster; without a reason nothing is decided."""
    a_tied_round(bridge, "facilitator decides")
    bridge.session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    page = bring_up(VotePage(bridge), qtbot)

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert not find(dialog, QPushButton, "dialog_yes").isEnabled()
        QTest.keyClick(find(dialog, QListWidget, "tied_posters"), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        QTest.keyClicks(find(dialog, QLineEdit, "tie_reason"), "It can start this year")
        press(dialog, "dialog_yes")

    QTimer.singleShot(300, decide)
    press(page, "decide_ties")
    qtbot.waitUntil(lambda: [d.posters for d in last(bridge).round.decisions] == [("p2", "p1")])
    qtbot.waitUntil(lambda: not find(page, QPushButton, "decide_ties").isVisible())


def test_publishing_says_how_many_ties_are_left(bridge: Bridge, qtbot: QtBot) -> None:
    """They share the place."""
    a_tied_round(bridge, "facilitator decides")
    bridge.session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    page = bring_up(VotePage(bridge), qtbot)
    said = list[str]()
    answer("dialog_no", texts=said)
    press(page, "publish_round")
    assert said[0].startswith("1 tie is not decided")


def test_a_run_off_is_offered_where_the_leaders_tie(bridge: Bridge, qtbot: QtBot) -> None:
    """It holds those posters only, and the settings show which."""
    a_tied_round(bridge, "run-off")
    publish(bridge.session, "r1")
    page = bring_up(VotePage(bridge), qtbot)
    answer("dialog_yes")
    press(page, "prepare_run_off")
    qtbot.waitUntil(lambda: last(bridge).round.only == ("p1", "p2"))
    qtbot.waitUntil(lambda: find(page, QListWidget, "round_posters_list").count() == 2)


def test_a_vote_can_be_held_again(bridge: Bridge, qtbot: QtBot) -> None:
    """With the same rules; the earlier result is kept."""
    start_round(bridge.session, a_round(most_per_poster=2))
    publish(bridge.session, "r1")
    page = bring_up(VotePage(bridge), qtbot)
    answer("dialog_yes")
    press(page, "vote_again")
    qtbot.waitUntil(lambda: len(bridge.workshop.rounds) == 2)
    assert (last(bridge).round.most_per_poster, last(bridge).round.follows) == (2, "r1")


def test_voters_by_sector_show_with_dashes_and_a_sentence(bridge: Bridge, qtbot: QtBot) -> None:
    """What could lead to few voters is suppressed, and the page says why."""
    start_round(bridge.session)
    for n in range(12):
        cast(bridge, f"t{n}", "p1" if n % 4 else "p2", sector=("industry", "research")[n % 2])
    publish(bridge.session, "r1")
    page = bring_up(VotePage(bridge), qtbot)
    press(page, "show_sectors")
    rows = find(page, SectorTable, "sectors").rows
    shown = [[rows.index(row, column).data() for column in (0, 2, 3)] for row in range(3)]
    dash = "\N{EN DASH}"
    assert shown == [["1", dash, dash], ["2", dash, dash], ["3", "0", "0"]]
    assert "suppressed" in find(page, QLabel, "sectors_note").text()


def test_a_round_without_sectors_offers_no_table_of_them(bridge: Bridge, qtbot: QtBot) -> None:
    """There is nothing to see."""
    a_tied_round(bridge, "shared rank")
    publish(bridge.session, "r1")
    page = bring_up(VotePage(bridge), qtbot)
    assert not find(page, QPushButton, "show_sectors").isVisible()


def test_a_paper_ballot_may_name_a_sector(bridge: Bridge, qtbot: QtBot) -> None:
    """As the slip says."""
    start_round(bridge.session)
    page = bring_up(VotePage(bridge), qtbot)
    find(page, QTabBar, "paper_tabs").setCurrentIndex(1)
    find(page, QComboBox, "ballot_sector").setCurrentText("research")
    press(page, "save_ballot")
    qtbot.waitUntil(lambda: [ballot.sector for ballot in last(bridge).ballots.values()] == ["research"])
