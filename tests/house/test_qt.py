"""What the house relies on in Qt, and has seen broken."""

import sys

from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    """Something that rings."""

    rang = Signal(bool)


def test_ringing_a_signal_costs_no_reference_to_true() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one at every emit, and aborted after some five hundred."""
    bell, heard = Bell(), list[bool]()
    bell.rang.connect(heard.append)
    before = sys.getrefcount(True)
    for _ in range(100):
        bell.rang.emit(True)
    heard.clear()
    assert sys.getrefcount(True) >= before - 5
