"""Whoever hears the window instead of seeing it: the controls of Vote, Record and Room say what they are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QScrollBar, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.builders import a_workshop, publish, start_round
from tests.desktop.page_gestures import a_bridge, bring_up
from workshop_tool.desktop.page import Page
from workshop_tool.desktop.pages.record.page import RecordPage
from workshop_tool.desktop.pages.room.page import RoomPage
from workshop_tool.desktop.pages.vote.page import VotePage

LAYOUT = (QScrollArea, QScrollBar, QStackedWidget)


@pytest.mark.parametrize("page_class", [VotePage, RecordPage, RoomPage])
@pytest.mark.parametrize("state", ["prepared", "open", "published"])
def test_every_control_has_a_name_and_says_what_it_is(
    page_class: type[Page], state: str, tmp_path: Path, qtbot: QtBot
) -> None:
    """Object names for the tests, accessible names for screen readers, in every state of a round."""
    with a_bridge(tmp_path, a_workshop(posters=2, trends=1)) as bridge:
        page = bring_up(page_class(bridge), qtbot)
        if state != "prepared":
            round_id = start_round(bridge.session)
            if state == "published":
                publish(bridge.session, round_id)
        page.show_workshop(bridge.workshop, None)
        nameless = [
            f"{type(control).__name__} {control.objectName()}"
            for control in page.findChildren(QWidget)
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(control, LAYOUT)
            and control.window() is page.window()  # the list of a combo box is a window of Qt's own
            and not control.objectName().startswith("qt_")
            and not (control.objectName() and control.accessibleName())
        ]
        assert nameless == []
