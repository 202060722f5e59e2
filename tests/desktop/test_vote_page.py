"""The Vote page: one round from its settings to its published result, by its buttons and by keyboard."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_round, a_workshop, start_round, vote
from tests.desktop.page_gestures import a_bridge, answer, bring_up, close_voting, find, press
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.vote.page import VotePage
from workshop_tool.desktop.widgets.counts_table import CountsTable
from workshop_tool.desktop.widgets.ranking_table import RankingTable
from workshop_tool.domain.voting.book import Book
from workshop_tool.services import voting


@pytest.fixture
def bridge(tmp_path: Path, qtbot: QtBot) -> Iterator[Bridge]:
    """Give an open workshop with three posters."""
    assert qtbot
    with a_bridge(tmp_path, a_workshop(posters=3)) as bridge:
        yield bridge


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> VotePage:
    """Give the Vote page on it."""
    return bring_up(VotePage(bridge), qtbot)


@pytest.fixture
def running(bridge: Bridge, qtbot: QtBot) -> VotePage:
    """Give the page while a round is open."""
    start_round(bridge.session)
    return bring_up(VotePage(bridge), qtbot)


def last(bridge: Bridge) -> Book:
    return bridge.workshop.rounds[-1]


def words(page: QWidget) -> str:
    """Return everything that the page says in labels that can be seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def counts(page: VotePage, name: str = "counts") -> CountsTable:
    table = find(page, CountsTable, name)
    table.setFocus()
    return table


def open_editor(table: CountsTable) -> QLineEdit | None:
    """Return the cell that is being written in; those that were closed stay about for a moment, hidden."""
    return next((line for line in table.findChildren(QLineEdit, "count_editor") if line.isVisible()), None)


def key_in(table: CountsTable, typed: str, then: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type a number where the focus is, and leave the cell by a key."""
    if open_editor(table) is None:
        QTest.keyClicks(table, typed[0])
        typed = typed[1:]
    editor = open_editor(table)
    assert editor is not None
    QTest.keyClicks(editor, typed)
    QTest.keyClick(editor, then)


def test_a_round_goes_from_prepared_to_published_by_its_buttons(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Prepare, open, close and publish are each the one main button of their moment."""
    press(page, "prepare_round")
    qtbot.waitUntil(lambda: len(bridge.workshop.rounds) == 1)
    for button, state in (("open_round", "open"), ("close_round", "closed"), ("publish_round", "published")):
        qtbot.waitUntil(lambda button=button: find(page, QPushButton, button).isVisible())  # type: ignore[misc]
        if button == "close_round":
            close_voting(page, qtbot)
        else:
            answer("dialog_yes")
            press(page, button)
        qtbot.waitUntil(lambda state=state: last(bridge).round.state == state)  # type: ignore[misc]
    qtbot.waitUntil(lambda: find(page, QPushButton, "show_vote").text() == "Show result")


def test_opening_starts_the_site_where_that_was_left_ticked(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Whoever opens a round while the site is off is offered to start it."""
    press(page, "prepare_round")
    qtbot.waitUntil(lambda: find(page, QPushButton, "open_round").isVisible())
    started = list[object]()
    bridge.hosting.start = lambda *where: started.append(where)  # type: ignore[method-assign]
    answer("dialog_yes")
    press(page, "open_round")
    assert started == [()]


@pytest.mark.parametrize("button", ["close_round"])
def test_a_step_that_was_answered_with_no_is_not_taken(running: VotePage, bridge: Bridge, button: str) -> None:
    """Nothing that cannot be undone happens by one press."""
    answer("dialog_no")
    press(running, button)
    bridge.session.checkpoint().result()
    assert last(bridge).round.state == "open"


def test_a_closed_round_can_be_reopened(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Closing too early is no disaster."""
    close_voting(running, qtbot)
    qtbot.waitUntil(lambda: find(running, QPushButton, "reopen_round").isVisible())
    answer("dialog_yes")
    press(running, "reopen_round")
    qtbot.waitUntil(lambda: last(bridge).round.state == "open")


def test_a_rule_is_saved_as_it_is_typed(page: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """The number of dots is the round's; an empty field means not known, which is not none."""
    press(page, "prepare_round")
    qtbot.waitUntil(lambda: page.findChild(QLineEdit, "dots_priority") is not None)
    field = find(page, QLineEdit, "dots_priority")
    field.setText("5")
    page.flush()
    qtbot.waitUntil(lambda: {str(k): n for k, n in last(bridge).round.dots.items()}["priority"] == 5)
    field.setText("")
    page.flush()
    qtbot.waitUntil(lambda: {str(k): n for k, n in last(bridge).round.dots.items()}["priority"] is None)


def test_counts_are_keyed_in_by_keyboard_alone(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """A digit writes, Enter goes down, Tab goes on to the next dot colour."""
    table = counts(running)
    key_in(table, "3")
    key_in(table, "12", then=Qt.Key.Key_Tab)
    key_in(table, "4", then=Qt.Key.Key_Tab)
    expected = {("p1", "priority"): 3, ("p2", "priority"): 12, ("p2", "feasibility"): 4}
    qtbot.waitUntil(lambda: last(bridge).standing_counts() == expected)


def test_after_enter_the_focus_is_in_the_table_for_the_next_count(running: VotePage) -> None:
    """Whoever keys in never reaches for the mouse."""
    table = counts(running)
    key_in(table, "3")
    assert QApplication.focusWidget() is table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 2)


def test_zero_is_a_count_and_blank_is_none(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Not entered is not zero: 0 is kept as 0, an untouched cell shows a dash."""
    table = counts(running)
    key_in(table, "0")
    qtbot.waitUntil(lambda: last(bridge).standing_counts() == {("p1", "priority"): 0})
    model = table.counts
    assert [model.index(row, 2).data() for row in range(3)] == ["0", "–", "–"]  # noqa: RUF001 - the dash it shows


def test_delete_takes_a_count_back(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """A number in the wrong row is not entered again, and the ledger keeps both entries."""
    table = counts(running)
    key_in(table, "7")
    table.start_at_top()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(last(bridge).counts) == 2)
    assert last(bridge).standing_counts() == {}


def test_more_dots_than_were_handed_out_are_kept_with_a_reason(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Twelve people with three dots each placed at most 36: a 37th needs an explanation."""
    table = counts(running)
    answer("dialog_yes", "a visitor voted too")
    key_in(table, "37")
    qtbot.waitUntil(lambda: len(last(bridge).counts) == 1)
    assert [entry.reason for entry in last(bridge).counts] == ["a visitor voted too"]


def test_without_a_reason_the_count_stays_as_it_was(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Whoever mistyped says no, and the cell is as before."""
    table, heard = counts(running), list[str]()
    answer("dialog_no", heard=heard)
    key_in(table, "370")
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.waitUntil(lambda: table.counts.count_at(("p1", "priority")) is None)
    assert len(last(bridge).counts) == 0


def test_who_keys_in_is_noted_with_the_count(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """The ledger says who keyed in what."""
    find(running, QLineEdit, "keyed_in_by").setText("Desk")
    key_in(counts(running), "2")
    qtbot.waitUntil(lambda: [entry.by for entry in last(bridge).counts] == ["Desk"])


def test_a_paper_ballot_is_keyed_in_with_its_slip(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """One ballot, one slip; the next number is ready."""
    find(running, QTabBar, "paper_tabs").setCurrentIndex(1)
    key_in(counts(running, "ballot"), "2")
    press(running, "save_ballot")
    qtbot.waitUntil(lambda: "paper:1" in last(bridge).ballots)
    assert last(bridge).ballots["paper:1"].allocation.of("p1", "priority") == 2
    qtbot.waitUntil(lambda: find(running, QLineEdit, "slip").text() == "2")


def test_a_slip_that_was_keyed_in_comes_up_again(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """A mis-keyed ballot is found by its slip number and replaced."""
    keyed_in = partial(voting.key_in_ballot, round_id="r1", slip="8", dots={"p2": {"priority": 1}}, by="")
    bridge.session.act(keyed_in).result()
    running.show_workshop(bridge.workshop, None)
    find(running, QTabBar, "paper_tabs").setCurrentIndex(1)
    slip, table = find(running, QLineEdit, "slip"), counts(running, "ballot")
    slip.setText("8")
    slip.editingFinished.emit()
    assert table.counts.count_at(("p2", "priority")) == 1
    key_in(table, "2")
    press(running, "save_ballot")
    qtbot.waitUntil(lambda: last(bridge).ballots["paper:8"].allocation.of("p1", "priority") == 2)


def test_while_it_runs_only_the_turnout_shows(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """What phones placed is nobody's business before it is published."""
    list(running.make_ahead())  # the ranking too, which nobody shall see
    vote(bridge.session, "phone", {"p1": {"priority": 3}})
    qtbot.waitUntil(lambda: "1 of 12 have voted" in words(running))
    model = counts(running).counts
    assert [model.count_at((f"p{n}", "priority")) for n in (1, 2, 3)] == [None, None, None]
    ranking = find(running, RankingTable, "ranking")
    assert not ranking.isVisible()
    assert ranking.rows.rowCount() == 0


def test_once_published_the_ranking_shows_shared_ranks_and_dashes(bridge: Bridge, qtbot: QtBot) -> None:
    """Places are shared by equal dots; where nothing was entered stands a dash."""
    page = bring_up(VotePage(bridge), qtbot)
    round_id = start_round(bridge.session)
    page.show_workshop(bridge.workshop, None)
    table = counts(page)
    key_in(table, "4")
    key_in(table, "4")
    qtbot.waitUntil(lambda: len(last(bridge).counts) == 2)
    close_voting(page, qtbot)
    qtbot.waitUntil(lambda: find(page, QPushButton, "publish_round").isVisible())
    answer("dialog_yes")
    press(page, "publish_round")
    qtbot.waitUntil(lambda: page.findChild(RankingTable, "ranking") is not None)
    ranking = find(page, RankingTable, "ranking")
    qtbot.waitUntil(ranking.isVisible)
    rows = ranking.rows
    shown = [[rows.index(row, column).data() for column in (0, 1, 3, 4)] for row in range(3)]
    dash = "\N{EN DASH}"
    assert shown == [["1", "1", "4", dash], ["1", "2", "4", dash], [dash, "3", dash, dash]]
    assert last(bridge).round.id == round_id


def test_a_correction_after_publishing_needs_a_reason(bridge: Bridge, qtbot: QtBot) -> None:
    """What is published is corrected in the open, with a reason that the ledger prints."""
    round_id = start_round(bridge.session)
    for step in (voting.close_round, voting.publish_round):
        bridge.session.act(partial(step, round_id=round_id, now=bridge.session.clock())).result()
    page = bring_up(VotePage(bridge), qtbot)
    press(page, "correct_count")
    answer("dialog_yes", "miscounted")
    key_in(counts(page, "corrections"), "5")
    qtbot.waitUntil(lambda: [entry.reason for entry in last(bridge).counts] == ["miscounted"])
    qtbot.waitUntil(lambda: "miscounted" in words(page))


def test_an_earlier_round_can_be_looked_at_again(bridge: Bridge, qtbot: QtBot) -> None:
    """Earlier rounds are kept and can be chosen."""
    round_id = start_round(bridge.session)
    for step in (voting.close_round, voting.publish_round):
        bridge.session.act(partial(step, round_id=round_id, now=bridge.session.clock())).result()
    prepare = partial(voting.prepare_round, round_=a_round("r2", name="Run-off"))
    bridge.session.act(prepare).result()
    page = bring_up(VotePage(bridge), qtbot)
    assert page.book is not None
    assert page.book.round.name == "Run-off"
    page.choose(round_id)
    assert find(page, RankingTable, "ranking").isVisible()


def test_what_was_typed_in_a_cell_is_saved_when_the_page_is_left(
    running: VotePage, bridge: Bridge, qtbot: QtBot
) -> None:
    """Nothing that is typed is lost."""
    table = counts(running)
    QTest.keyClicks(table, "6")
    running.flush()
    qtbot.waitUntil(lambda: last(bridge).standing_counts() == {("p1", "priority"): 6})


def test_a_count_that_comes_in_leaves_the_open_cell_alone(running: VotePage, bridge: Bridge, qtbot: QtBot) -> None:
    """Phones vote while the facilitator types."""
    table = counts(running)
    QTest.keyClicks(table, "6")
    vote(bridge.session, "phone", {"p1": {"priority": 1}})
    qtbot.waitUntil(lambda: "1 of 12 have voted" in words(running))
    editor = open_editor(table)
    assert editor is not None
    assert editor.text() == "6"
