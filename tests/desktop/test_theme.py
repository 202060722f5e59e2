"""The style sheet: whole in both looks, wherever the system keeps its temporary files."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workshop_tool.desktop import theme
from workshop_tool.desktop.style_sheet import style_sheet
from workshop_tool.desktop.widgets.buttons import PrimaryButton
from workshop_tool.look.icons import ICONS
from workshop_tool.look.tokens import DARK, LIGHT, Palette


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("folder", ["plain", "C:/First Last/<app> (1)"])
def test_the_style_sheet_is_understood(qtbot: QtBot, palette: Palette, folder: str) -> None:
    """Qt warns of a sheet that it cannot parse, and a warning fails the test."""
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setStyleSheet(style_sheet(palette, check=f"{folder}/check.svg", chevron=f"{folder}/chevron.svg"))
    button = PrimaryButton("", "button", parent=widget)
    button.resize(80, 40)
    assert button.grab().toImage().pixelColor(20, 20).name().upper() == palette.accent


@pytest.mark.parametrize("name", [*ICONS, "chevron-up"])
def test_every_icon_is_drawn(qtbot: QtBot, name: str) -> None:
    """No button is empty."""
    assert qtbot is not None
    picture = theme.icon(name, LIGHT.ink).pixmap(20, 20).toImage()
    assert any(picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))
