"""The Groups page: make groups, move people by keyboard and by dropping, mix; each one step of undo."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from tests.desktop.room_sample import open_session, sample_plan
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.groups.column import WIDTH, GroupColumn
from workshop_tool.desktop.pages.groups.maker import GroupMaker
from workshop_tool.desktop.pages.groups.members import MIME, MemberList
from workshop_tool.desktop.pages.groups.page import GroupsPage
from workshop_tool.desktop.widgets.elided import ElidedLabel
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def plan() -> Plan:
    """Give the plan that the page starts from."""
    return sample_plan()


@pytest.fixture
def bridge(tmp_path: Path, plan: Plan, qtbot: QtBot) -> Iterator[Bridge]:
    """Give a bridge to a real session."""
    assert qtbot is not None
    session = open_session(tmp_path, plan)
    bridge = Bridge(session)
    yield bridge
    bridge.close()
    session.close()


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> GroupsPage:
    """Give the page, shown, following the workshop as it does in the window."""
    page = GroupsPage(bridge)
    qtbot.addWidget(page)
    bridge.changed.connect(lambda touched: page.show_workshop(bridge.workshop, touched))
    page.show_workshop(bridge.workshop, None)
    page.resize(1092, 744)
    page.show()
    qtbot.waitExposed(page)
    return page


def part(page: QWidget, kind: type[W], name: str) -> W:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def answer(button: str) -> None:
    """Press a button of the question that comes up next."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        part(dialog, QPushButton, button).click()

    QTimer.singleShot(50, press)


def members(page: GroupsPage, key: str) -> tuple[str, ...]:
    return part(page, MemberList, f"members_{key}").members


def groups_of(bridge: Bridge, key: str) -> list[str | None]:
    return [person.groups.get(key) for person in bridge.workshop.plan.participants]  # type: ignore[call-overload]


def test_each_group_is_a_column_of_its_members(page: GroupsPage) -> None:
    """Everybody is where the workshop says."""
    assert members(page, "g2") == ("p5", "p6", "p7", "p8", "p9")


def test_the_afternoon_has_members_of_its_own(page: GroupsPage) -> None:
    """Nobody is in a group of the afternoon yet: all are in none."""
    part(page, QPushButton, "part_afternoon").click()
    assert len(members(page, "none")) == 15


def test_alt_and_an_arrow_move_the_selected_to_the_next_column(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Groups can be filled without a mouse."""
    part(page, MemberList, "members_g1").setCurrentRow(0)
    QTest.keyClick(part(page, MemberList, "members_g1"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: "p0" in members(page, "g2"))
    assert bridge.workshop.plan.participants["p0"].groups["morning"] == "g2"  # type: ignore[index]


def test_who_was_moved_by_keyboard_keeps_the_focus(page: GroupsPage, qtbot: QtBot) -> None:
    """So a second press moves the same person on."""
    part(page, MemberList, "members_g1").setCurrentRow(0)
    for source, goal in (("g1", "g2"), ("g2", "g3")):
        QTest.keyClick(part(page, MemberList, f"members_{source}"), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda goal=goal: "p0" in members(page, goal))  # type: ignore[misc]
    assert part(page, MemberList, "members_g3").chosen == ("p0",)


def test_dropping_chips_moves_them_in_one_step(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Two people are dropped on a group; one undo takes both back."""
    data = QMimeData()
    data.setData(MIME, b"p0\np1")
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    part(page, MemberList, "members_g3").dropEvent(drop)
    qtbot.waitUntil(lambda: {"p0", "p1"} <= set(members(page, "g3")))
    bridge.undo()
    qtbot.waitUntil(lambda: len(members(page, "g1")) == 5)


def test_mixing_says_what_it_achieved(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Sizes, sectors and repeated meetings in one sentence, as it is."""
    page.show_part("afternoon")
    part(page, QPushButton, "mix").click()
    label = part(page, ElidedLabel, "mix_achieved")
    qtbot.waitUntil(lambda: label.whole.startswith("Groups"), timeout=60_000)
    assert label.whole == (
        "Groups of 5. Sectors are spread within one. 80 % of pairs are new: 6 of 30 have met before."
    )
    assert None not in groups_of(bridge, "afternoon")


def test_one_undo_takes_a_whole_mix_back(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """A mix is one step, however many it moves."""
    page.show_part("afternoon")
    part(page, QPushButton, "mix").click()
    qtbot.waitUntil(lambda: None not in groups_of(bridge, "afternoon"), timeout=60_000)
    bridge.undo()
    qtbot.waitUntil(lambda: set(groups_of(bridge, "afternoon")) == {None})


def test_a_group_is_renamed_where_its_name_stands(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Typing in the head of the column is enough."""
    line = part(page, QLineEdit, "group_name_g1")
    line.selectAll()
    QTest.keyClicks(line, "The north table")
    qtbot.waitUntil(lambda: bridge.workshop.plan.groups["g1"].name == "The north table")


def test_a_removed_group_leaves_its_people_in_none(page: GroupsPage, qtbot: QtBot) -> None:
    """Posters name the group, so it is asked first; nobody is lost."""
    answer("dialog_yes")
    part(page, QPushButton, "remove_g2").click()
    qtbot.waitUntil(lambda: members(page, "none") == ("p5", "p6", "p7", "p8", "p9"))


def test_a_group_that_posters_name_stays_where_the_answer_is_no(page: GroupsPage, bridge: Bridge) -> None:
    """Asking means that no is an answer."""
    answer("dialog_no")
    part(page, QPushButton, "remove_g2").click()
    bridge.session.checkpoint().result()
    assert "g2" in bridge.workshop.plan.groups


def test_who_is_kept_in_place_stays_when_the_others_are_mixed(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Two stay together at their table; the chip says so, and everybody else is dealt around them."""
    part(page, MemberList, "members_g2").choose(("p5", "p6"))
    part(page, QPushButton, "hold").click()
    qtbot.waitUntil(lambda: bridge.workshop.plan.participants["p6"].held == ("morning",))
    item = part(page, MemberList, "members_g2").item(0)
    assert "kept in place" in item.data(Qt.ItemDataRole.AccessibleTextRole)
    part(page, QPushButton, "mix").click()
    label = part(page, ElidedLabel, "mix_achieved")
    qtbot.waitUntil(lambda: label.whole.startswith("Groups"), timeout=60_000)
    assert {"p5", "p6"} <= set(members(page, "g2"))
    part(page, MemberList, "members_g2").choose(("p5", "p6"))
    part(page, QPushButton, "hold").click()
    qtbot.waitUntil(lambda: not bridge.workshop.plan.participants["p6"].held)


def test_late_arrivals_are_seated_and_nobody_else_moves(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Three come late: one for each group, the others keep their chairs."""
    before = dict(zip([f"p{n}" for n in range(15)], groups_of(bridge, "morning"), strict=True))
    for n in range(3):
        bridge.edit("Add", lambda plan, n=n: plan.with_new(Participant(id=f"late{n}", name=f"Late {n}")))  # type: ignore[misc]
    button = part(page, QPushButton, "seat_late")
    qtbot.waitUntil(lambda: button.isVisible() and button.text() == "Seat 3 late arrivals")
    button.click()
    qtbot.waitUntil(lambda: None not in groups_of(bridge, "morning"), timeout=60_000)
    people = bridge.workshop.plan.participants
    assert {person: people[person].groups["morning"] for person in before} == before  # type: ignore[index]
    assert sorted(people[f"late{n}"].groups["morning"] for n in range(3)) == ["g1", "g2", "g3"]  # type: ignore[index]
    qtbot.waitUntil(lambda: not button.isVisible())


def test_a_group_that_is_much_larger_says_so(page: GroupsPage, qtbot: QtBot) -> None:
    """Seven beside four: it is told, not forbidden."""
    page.move_people(("p0", "p1"), "g2")
    warning = part(page, QLabel, "size_g2")
    qtbot.waitUntil(warning.isVisible)
    assert warning.text() == "4 more than the smallest group"


def test_chips_stand_in_rows_where_the_window_ends(page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
    """Eight groups fit: no column is narrower than its chips need."""
    page._add(5)
    qtbot.waitUntil(lambda: len(bridge.workshop.plan.groups) == 8)
    qtbot.waitUntil(lambda: len(page.findChildren(GroupColumn)) >= 9)
    shown = [column for column in page.findChildren(GroupColumn) if column.group_id and column.isVisible()]
    qtbot.waitUntil(lambda: all(column.width() >= WIDTH for column in shown))
    assert len({column.y() for column in shown}) > 1


class TestWithoutGroups:
    """A workshop in which nobody has been divided yet."""

    @pytest.fixture
    def plan(self) -> Plan:
        """Give people without groups."""
        return Plan(sample_plan().particulars).with_new(Participant(id="p0", name="No. 1"))

    def test_a_number_and_a_button_make_groups(self, page: GroupsPage, bridge: Bridge, qtbot: QtBot) -> None:
        """The button says what it will do, and does it in one step."""
        part(page, QSpinBox, "group_number").setValue(4)
        part(page, QCheckBox, "make_mixed").setChecked(False)
        button = part(page, QPushButton, "make_groups")
        assert button.text() == "Make four groups"
        button.click()
        qtbot.waitUntil(lambda: len(bridge.workshop.plan.groups) == 4)
        assert [group.name for group in bridge.workshop.plan.groups][-1] == "Group 4"

    def test_groups_are_made_with_everybody_mixed_for_the_whole_day(
        self, page: GroupsPage, bridge: Bridge, qtbot: QtBot
    ) -> None:
        """One press, and one undo takes groups and seats back."""
        for n in range(1, 12):
            bridge.edit("Add", lambda plan, n=n: plan.with_new(Participant(id=f"p{n}", name=f"No. {n + 1}")))  # type: ignore[misc]
        qtbot.waitUntil(lambda: len(bridge.workshop.plan.participants) == 12)
        button = part(page, QPushButton, "make_groups")
        assert button.text() == "Make three mixed groups"
        button.click()
        qtbot.waitUntil(lambda: None not in groups_of(bridge, "afternoon"), timeout=60_000)
        assert [groups_of(bridge, "morning").count(group.id) for group in bridge.workshop.plan.groups] == [4, 4, 4]
        bridge.undo()
        qtbot.waitUntil(lambda: not len(bridge.workshop.plan.groups))
        assert set(groups_of(bridge, "morning")) == {None}

    def test_a_button_without_people_to_mix_makes_groups_alone(self) -> None:
        """Nothing is offered that cannot be done."""
        maker = GroupMaker()
        maker.show_people(there=False)
        assert part(maker, QPushButton, "make_groups").text() == "Make three groups"
