"""The computer stays awake while the site is on, and no longer."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from workshop_tool.desktop.hosting.sleep import KeptAwake

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="here the system is asked with a program of Linux")


@pytest.fixture
def awake() -> Iterator[KeptAwake]:
    """Give one that holds nothing, and let go of whatever it holds in the end."""
    kept = KeptAwake()
    yield kept
    kept.end()


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder in which alone programs are looked for, with ``cat`` in it."""
    (tmp_path / "cat").symlink_to("/bin/cat")
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def put_inhibitor(folder: Path, script: str) -> None:
    program = folder / "systemd-inhibit"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def children() -> list[psutil.Process]:
    return psutil.Process(os.getpid()).children(recursive=True)


def test_a_system_that_has_no_program_for_it_is_told_quietly(awake: KeptAwake, programs: Path) -> None:
    """The site starts all the same; the page says that the computer may fall asleep."""
    assert programs
    awake.begin()
    assert not awake.holds


def test_a_system_that_refuses_is_told_quietly(awake: KeptAwake, programs: Path) -> None:
    """The program ends at once where it may not keep the computer awake."""
    put_inhibitor(programs, "exit 1")
    awake.begin()
    assert not awake.holds


def test_it_holds_until_it_is_let_go(awake: KeptAwake, programs: Path) -> None:
    """Nothing is left running afterwards."""
    put_inhibitor(programs, "exec cat")
    before = set(children())
    awake.begin()
    asked = set(children()) - before
    assert awake.holds
    assert len(asked) == 1
    awake.end()
    assert not awake.holds
    assert not asked & set(children())


def test_it_ends_with_the_pipe_to_us(awake: KeptAwake, programs: Path) -> None:
    """Killed without a word, we must not leave a laptop that never sleeps again."""
    put_inhibitor(programs, "exec cat")
    awake.begin()
    assert awake._asking is not None
    assert awake._asking.stdin is not None
    awake._asking.stdin.close()
    assert awake._asking.wait(5) == 0
