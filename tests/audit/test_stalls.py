"""The watchdog itself: a call that holds the window up is found, with its name; a quick one is not."""

import time

import pytest
from PySide6.QtCore import QTimer

from tests.audit.stalls import run_for, watching


def hold_up() -> None:
    """Do what nobody should on the window's thread."""
    until = time.perf_counter() + 0.2
    while time.perf_counter() < until:
        pass


@pytest.mark.usefixtures("dressed")
def test_a_call_that_holds_the_window_up_is_found() -> None:
    """A fifth of a second is seen, and where it went."""
    with watching(0.05) as stalls:
        QTimer.singleShot(20, hold_up)
        run_for(0.4)
    assert stalls.longest >= 0.19
    assert stalls.longest >= stalls.busiest > 0.0
    assert "hold_up" in stalls.told()


@pytest.mark.usefixtures("dressed")
def test_a_loop_that_comes_round_is_left_in_peace() -> None:
    """A watchdog that barks at ten seconds says nothing of a loop that rests."""
    with watching(10.0) as stalls:
        run_for(0.2)
    assert stalls.found == []
