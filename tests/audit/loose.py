"""One run of the monkey in a process of its own, which ends whatever happens: ``python -m tests.audit.loose``."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

LONGEST: Final = 240.0
"""Seconds that a run may take; then it hangs."""


@dataclass(frozen=True)
class Run:
    """How a run went."""

    problem: str
    """Empty where nothing broke."""
    stall: float = 0.0
    """The longest stall of the window's thread, in seconds of the processor."""


def run(seed: int, state: str, gestures: int, *, longest: float = LONGEST) -> Run:
    """Let a monkey loose on a workshop in one of the states of ``tests.audit.stages``."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.audit.loose", folder, str(seed), state, str(gestures)]
        try:
            done = subprocess.run(words, capture_output=True, text=True, timeout=longest, check=False)
        except subprocess.TimeoutExpired as late:
            return Run(f"seed {seed} ({state}): no end within {longest:.0f} s\n{(late.stderr or b'').decode()[-3000:]}")
    stall, _line, said = done.stdout.partition("\n")
    if done.returncode:
        return Run(f"seed {seed} ({state}): {said or done.stderr[-3000:]}")
    return Run("", float(stall))


def _main(folder: Path, seed: int, state: str, gestures: int) -> int:
    import faulthandler  # noqa: PLC0415 - as below

    from tests.audit.monkey import let_loose  # noqa: PLC0415 - who starts the process needs no Qt
    from tests.audit.stages import STATES, window_on  # noqa: PLC0415 - as above
    from workshop_tool.desktop.dress import theme  # noqa: PLC0415 - as above
    from workshop_tool.desktop.pictures import application  # noqa: PLC0415 - as above

    faulthandler.dump_traceback_later(LONGEST / 4, repeat=True)
    theme.wear(application(), dark=False)
    path = folder / "monkey.workshop.json"
    told = let_loose(window_on(STATES[state](), path), path, seed, gestures)
    sys.stdout.write(f"{told.longest_stall}\n{told.said() if told.problems else ''}")
    return int(bool(told.problems))


if __name__ == "__main__":
    sys.exit(_main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4])))
