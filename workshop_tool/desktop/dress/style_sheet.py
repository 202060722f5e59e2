"""The one Qt style sheet, filled in from the design tokens; widgets are named by their class."""

from dataclasses import asdict
from string import Template
from typing import Final

from workshop_tool.look.tokens import GRID, RADIUS_BUTTON, RADIUS_SHEET, Palette, Type

_POINTS: Final = 96
"""Least height in pixels, at the usual size of text, of a text that holds a point per line."""
_RULES: Final = Template("""
QMainWindow, QDialog { background: $ground; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel#sheet_number { color: $accent; }
QLabel[role="section"] { font-size: ${section}px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { color: $ink_2; }
QLabel[role="small"] { font-size: ${small}px; color: $ink_3; }
QLabel[role="caption"] { font-size: ${small}px; font-weight: 600; color: $ink_2; }
QLabel[role="attention"] { font-size: ${small}px; color: $attention; }
QLabel[role="rail"] { font-weight: 600; color: $ink_2; }
QLabel[role="accent"] { font-weight: 600; color: $accent; }

Sheet { background: $sheet; border: 1px solid $line; border-radius: ${sheet_radius}px; }
Sheet[dashed="true"] { background: transparent; border: 1px dashed $control_line; }
Divider { background: $line; border: none; max-height: 1px; min-height: 1px; }
Pill { font-size: ${small}px; font-weight: 600; color: $ink_2; background: $sunk; border-radius: 10px;
       padding: 1px 8px; }
Pill[tone="new"] { color: $new; background: $new_soft; }
Pill[tone="attention"] { color: $attention; background: $attention_soft; }
Pill[tone="accent"] { color: $accent; background: $accent_soft; }

QPushButton { background: $sheet; border: 1px solid $control_line; border-radius: ${button_radius}px;
              padding: 5px 13px; min-height: ${icon}px; font-weight: 600; }
QPushButton:hover { background: $sunk; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 12px; }
QPushButton:disabled { color: $ink_3; background: transparent; border: 1px dashed $line; }
PrimaryButton { background: $accent; color: $accent_ink; border: 1px solid $accent; }
PrimaryButton:hover { background: $accent; border: 1px solid $ink; }
PrimaryButton:pressed { background: $ink; color: $ground; }
PrimaryButton:focus { border: 2px solid $ink; }
PrimaryButton:disabled { background: $sunk; color: $ink_3; border: 1px solid $line; }
PlainButton { background: transparent; border: 1px solid transparent; color: $ink; }
PlainButton:hover { background: $sunk; color: $ink; }
PlainButton:disabled { background: transparent; color: $ink_3; border: 1px solid transparent; }
PlainButton:focus { border: 2px solid $accent; }
IconButton { background: transparent; border: 1px solid transparent; border-radius: ${button_radius}px; padding: 5px;
             min-width: ${icon}px; max-width: ${icon}px; }
IconButton:hover { background: $sunk; }
IconButton:focus { border: 2px solid $accent; padding: 4px; }
IconButton:disabled { background: transparent; border-color: transparent; }

KeyButton { padding: 0; min-height: ${key}px; }
KeyButton:focus { padding: 0; }
KeyButton[main="true"] { background: $accent; border-color: $accent; min-height: ${key_main}px; }
KeyButton[main="true"]:hover { border: 1px solid $ink; }
KeyButton[main="true"]:focus { border: 2px solid $ink; }
KeyButton[main="true"]:disabled { background: $sunk; border-color: $line; }
QLabel[role="button"] { font-weight: 600; }
QLabel[role="button_main"] { font-weight: 600; font-size: ${section}px; color: $accent_ink; }
QLabel[role="button_main"]:disabled, QLabel[role="cap_main"]:disabled { color: $ink_3; }
QLabel[role="cap"] { font-size: ${small}px; font-weight: 600; color: $ink_2; background: $sunk;
    border: 1px solid $line; border-radius: 4px; padding: 0 5px; }
QLabel[role="cap_main"] { font-size: ${small}px; font-weight: 600; color: $accent_ink; border: 1px solid $accent_ink;
    border-radius: 4px; padding: 0 5px; }
QLabel[role="cap_main"]:disabled { border-color: $control_line; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox {
    background: $sheet; border: 1px solid $control_line; border-radius: 6px; padding: 4px 7px;
    selection-background-color: $accent; selection-color: $accent_ink; }
QLineEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox { min-height: ${field}px; }
QPlainTextEdit, QTextEdit { padding: 3px 4px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit, QComboBox QLineEdit:focus {
    border: none; padding: 0 4px; min-height: 0; background: transparent; }
QLineEdit:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus, QComboBox:focus {
    border: 2px solid $accent; padding: 3px 6px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 2px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: $ink_3;
    background: $ground; }
QLineEdit[wrong="true"] { border: 2px solid $attention; padding: 3px 6px; }
QPlainTextEdit[quiet], QPlainTextEdit[quiet]:focus { padding: 0; }
QPlainTextEdit[quiet]:!focus { border: 2px solid transparent; }
QLineEdit[quiet]:!focus { border: 2px solid transparent; padding: 3px 6px; }
QPlainTextEdit[quiet]:!focus:hover, QLineEdit[quiet]:!focus:hover { border: 2px dotted palette(mid); }
QPlainTextEdit[quiet="points"] { min-height: ${points}px; }
QPlainTextEdit[quiet="title"] { font-size: ${section}px; font-weight: 600; }
QLineEdit[quiet="group"] { font-weight: 600; }
QLineEdit[quiet="group"]:!focus { padding: 3px 0; }
QLineEdit[quiet="actor"], QLineEdit[quiet="actor"]:focus, QLineEdit[quiet="actor"]:!focus { padding: 3px 2px;
    font-weight: 600; }
QLineEdit[quiet="owner"], QLineEdit[quiet="owner"]:focus, QLineEdit[quiet="owner"]:!focus { padding: 3px 2px;
    font-size: ${small}px; }
QComboBox[small="true"] { font-size: ${small}px; min-height: ${small_field}px; padding: 1px 6px; }
PlainButton[small="true"] { padding: 1px 7px; }
QSpinBox::up-button, QSpinBox::down-button, QDateEdit::up-button, QDateEdit::down-button,
QTimeEdit::up-button, QTimeEdit::down-button { width: 0; border: none; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: url("$chevron"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $sheet; border: 1px solid $control_line; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; }
QCheckBox, QRadioButton { background: transparent; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control_line;
    border-radius: 4px; background: $sheet; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent; background: $sheet; }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QCheckBox::indicator:unchecked:focus, QRadioButton::indicator:unchecked:focus {
    border: 2px solid $accent; width: 14px; height: 14px; }

QListView, QTreeView, QTableView { background: transparent; border: 2px solid transparent; outline: none;
    border-radius: ${button_radius}px; alternate-background-color: $ground;
    selection-background-color: $accent_soft; selection-color: $ink; gridline-color: $line; }
QListView:focus, QTreeView:focus, QTableView:focus { border-color: $accent; }
QListView[boxed="true"] { background: $sheet; border: 1px solid $control_line; padding: 2px; }
QListView[boxed="true"]:focus { border: 2px solid $accent; padding: 1px; }
QListView::item, QTreeView::item { padding: 4px 8px; border: none; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $accent_soft;
    color: $ink; }
QTableView QLineEdit { border: 2px solid $accent; border-radius: 0; padding: 0 6px; min-height: 0; }
QTableView::indicator, QListView::indicator { width: 16px; height: 16px; border: 1px solid $control_line;
    border-radius: 4px; background: $sheet; }
QTableView::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
    image: url("$check"); }
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
    text-align: left; background: transparent; border: none; border-bottom: 1px solid $line; padding: 4px 8px;
    font-size: ${small}px; font-weight: 600; color: $ink_2; }
QTableCornerButton::section { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle { background: $control_line; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none;
    width: 0; height: 0; }
QSplitter::handle { background: transparent; }
QMenu { background: $sheet; border: 1px solid $control_line; border-radius: ${button_radius}px; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $ink_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QToolTip { background: $ink; color: $ground; border: none; padding: 4px 8px; font-size: ${small}px; }
QProgressBar { background: $sunk; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 10px;
    color: $ink_2; font-weight: 600; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { background: $accent_soft; }
QTabWidget::pane { border: none; }

Sheet[floating="true"] { margin: 8px; border-color: $control_line; }

CommandPalette { background: $sheet; border: 1px solid $control_line; }
CommandPalette QListView:focus { border-color: transparent; }
Header { background: $sheet; border: none; border-bottom: 1px solid $line; }
Rail { background: $ground; border: none; border-right: 1px solid $line; }
RailButton { background: transparent; border: 1px solid transparent; border-radius: ${button_radius}px; }
RailButton:hover { background: $sunk; }
RailButton:checked { background: $accent_soft; }
RailButton:focus { border: 2px solid $accent; }
Banner { background: $accent_soft; border: none; border-bottom: 1px solid $accent; }
Banner[tone="attention"] { background: $attention_soft; border-bottom: 1px solid $attention; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $sunk; }
MessageBar { background: $accent_soft; border: 1px solid $accent; border-radius: ${button_radius}px;
             margin: 0 16px 12px 16px; }
MessageBar[narrow="true"] { margin: 0; }
MessageBar[narrow="true"] QLabel { font-size: ${small}px; }
MessageBar[tone="attention"] { background: $attention_soft; border-color: $attention; }
QPushButton[card="true"] { background: $sheet; border: 1px solid $line; border-radius: ${sheet_radius}px; padding: 0; }
QPushButton[card="true"]:hover { border: 1px solid $control_line; }
QPushButton[card="true"]:disabled { background: $ground; border: 1px dashed $control_line; }
QPushButton[card="true"]:focus { border: 2px solid $accent; }
""")


def style_sheet(palette: Palette, *, check: str, chevron: str, zoom: float = 1.0) -> str:
    """Return the rules with a palette's colours; ``check`` and ``chevron`` are files of pictures in its colours.

    ``zoom`` is how large text is, as a share of its usual size.
    """
    return _RULES.substitute(
        asdict(palette),
        title=round(Type.title.size * zoom),
        section=round(Type.section.size * zoom),
        text=round(Type.text.size * zoom),
        small=round(Type.small.size * zoom),
        points=round(_POINTS * zoom),
        field=round(Type.text.line * zoom),
        small_field=round(Type.small.line * zoom),
        icon=round(20 * zoom),
        key=round(4 * GRID * zoom) - 2,
        key_main=round(6 * GRID * zoom) - 2,
        sheet_radius=RADIUS_SHEET,
        button_radius=RADIUS_BUTTON,
        check=check,
        chevron=chevron,
    )
