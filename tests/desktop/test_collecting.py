"""The collector of cycles in the window's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from workshop_tool.desktop.background.collecting import Collector


class Ring:
    """An object that holds itself, and tells in which thread it goes."""

    def __init__(self, went: list[str]) -> None:
        self.itself = self
        weakref.finalize(self, lambda: went.append(threading.current_thread().name))


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Give a collector that has begun."""
    collector = Collector(qapp)
    collector.begin()
    yield collector
    collector.end()
    collector.deleteLater()
    gc.disable()  # as every file of tests of the window has it


def test_another_thread_takes_no_cycle_apart(collector: Collector) -> None:
    """However much it makes; the window's thread does."""
    went = list[str]()
    Ring(went)
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)], name="beside")
    thread.start()
    thread.join()
    assert went == []
    kept = [[n] for n in range(2_000)]
    collector.collect()
    assert went == ["MainThread"]
    assert kept


def test_python_collects_by_itself_afterwards(collector: Collector) -> None:
    """Other parts of the process are left as they were."""
    collector.end()
    assert gc.isenabled()
