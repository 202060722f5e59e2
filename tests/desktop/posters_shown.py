"""What the tests of the Posters page share: finding what is seen, and what others do meanwhile."""

from functools import partial
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QApplication,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.card import PosterCard
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.services import voting
from workshop_tool.services.edits.posters import write_field

W = TypeVar("W", bound=QWidget)


def shown(page: PostersPage, bridge: Bridge, qtbot: QtBot) -> PostersPage:
    qtbot.addWidget(page)
    bridge.changed.connect(lambda touched: page.show_workshop(bridge.workshop, touched))
    page.show_workshop(bridge.workshop, None)
    page.resize(1092, 744)
    page.show()
    page.activateWindow()
    qtbot.waitExposed(page)
    return page


def part(page: QWidget, kind: type[W], name: str) -> W:
    found = [widget for widget in page.findChildren(kind, name) if widget.isVisible()]
    assert found, name
    return found[-1]


def field(page: PostersPage, key: str) -> QPlainTextEdit:
    return part(page, QPlainTextEdit, f"text_{key}")


def answer(button: str) -> None:
    """Press a button of the question that comes up next."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        part(dialog, QPushButton, button).click()

    QTimer.singleShot(50, press)


def saved(bridge: Bridge, key: str, poster: str = "poster21") -> str:
    return bridge.workshop.plan.posters[poster].text(key)


def by_another(bridge: Bridge, key: str, text: str, qtbot: QtBot) -> None:
    """Let a group write a field, and wait until the window has heard of it."""
    with qtbot.waitSignal(bridge.changed):
        change = partial(write_field, poster_id="poster21", field=key, text=text)
        bridge.session.edit("Write", change, actor="group 1").result()


def cards(page: PostersPage) -> list[PosterCard]:
    found = [card for card in page.findChildren(PosterCard) if card.isVisible()]
    return sorted(found, key=lambda card: (card.y(), card.x()))


def count_published(bridge: Bridge) -> None:
    bridge.session.act(partial(voting.publish_round, round_id="c", now=bridge.session.clock()), seals=True).result()


def claim_dialog(page: PostersPage) -> QWidget:
    page.ask_for_claim()
    return part(page, QWidget, "claim")
