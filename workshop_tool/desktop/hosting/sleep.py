"""Keeps the computer awake while the site is on: a laptop that falls asleep takes the whole room with it."""

import ctypes
import logging
import os
import subprocess
import sys
from typing import Final

log = logging.getLogger(__name__)

SETTLES: Final = 0.3
"""Seconds in which a program that may not keep the computer awake gives up."""
_ES_CONTINUOUS: Final = 0x80000000
_ES_SYSTEM_REQUIRED: Final = 0x00000001


class KeptAwake:
    """Asks the system not to sleep; begin and end are called in one and the same thread."""

    def __init__(self) -> None:
        self._asking: subprocess.Popen[bytes] | None = None
        self.holds = False
        """Whether the system agreed."""

    def begin(self) -> None:
        """Keep awake from now on; a system that cannot be asked is only logged."""
        if not self.holds:
            self.holds = (
                self._set_state(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED) if sys.platform == "win32" else self._ask()
            )

    def end(self) -> None:
        """Let it sleep again."""
        if self._asking is not None:
            if self._asking.stdin is not None:
                self._asking.stdin.close()
            self._asking.terminate()
            self._asking.wait()
            self._asking = None
        elif self.holds:
            self._set_state(_ES_CONTINUOUS)
        self.holds = False

    def _ask(self) -> bool:
        """Start the system's own program for it; it ends with its pipe or with us, even if we are killed."""
        command = (
            ["caffeinate", "-i", "-w", str(os.getpid())]
            if sys.platform == "darwin"
            else ["systemd-inhibit", "--what=idle:sleep", "--who=Workshop Tool", "--why=Phones are connected", "cat"]
        )
        quiet = subprocess.DEVNULL
        try:
            self._asking = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet)  # noqa: S603 - ours
            self._asking.wait(SETTLES)
        except subprocess.TimeoutExpired:
            return True
        except OSError as problem:
            log.info("the computer cannot be kept awake: %s", problem)
            return False
        log.info("the computer may not be kept awake")
        self.end()
        return False

    @staticmethod
    def _set_state(state: int) -> bool:
        """Tell Windows; the state holds as long as the calling thread lives."""
        return bool(getattr(ctypes, "windll").kernel32.SetThreadExecutionState(state))  # noqa: B009 - only Windows has it
