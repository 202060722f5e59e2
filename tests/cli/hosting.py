"""``host`` as another program runs it: a process of its own, on the loopback address."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOOPBACK = ("--address", "127.0.0.1", "--port", "0")


@dataclass(frozen=True)
class Host:
    """A site that is being served, and the first line that it printed."""

    process: "subprocess.Popen[str]"
    first_line: str

    def end(self, number: int) -> int:
        """Send a signal and return the exit status."""
        self.process.send_signal(number)
        return self.process.wait(30)


def command(path: Path, *words: str) -> list[str]:
    """Return the call that hosts a workshop."""
    return [sys.executable, "-m", "workshop_tool", "host", str(path), *words]


@contextmanager
def hosted(path: Path, *words: str) -> Iterator[Host]:
    """Host a workshop until the block ends."""
    with subprocess.Popen(
        command(path, *(words or LOOPBACK)), cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            yield Host(process, process.stdout.readline().rstrip("\n"))
        finally:
            process.kill()


def refused(path: Path, *words: str) -> str:
    """Try to host a workshop that cannot be hosted; return the one sentence on stderr."""
    done = subprocess.run(command(path, *words), cwd=ROOT, text=True, capture_output=True, timeout=30, check=False)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    return done.stderr
