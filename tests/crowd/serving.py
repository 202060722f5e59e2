"""``workshop-tool host`` in a process of its own, on a disk that is slow or with few files to open, if wished."""

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.builders import a_workshop
from workshop_tool.services.opening import save_new

ROOT: Final = Path(__file__).parents[2]
ROUND_NAME: Final = "Dots"
POSTERS: Final = 9
STOPPING: Final = 30

START: Final = """
import json, os, sys, time
settings = json.loads(sys.argv[1])
if settings["files"]:
    import resource
    resource.setrlimit(resource.RLIMIT_NOFILE, (settings["files"], settings["files"]))
if settings["sync_delay"]:
    sync = os.fdatasync
    os.fdatasync = lambda fd: (time.sleep(settings["sync_delay"]), sync(fd))[1]
from workshop_tool.cli import main
sys.exit(main(sys.argv[2:]))
"""


@dataclass(frozen=True)
class Served:
    """A site that is being served, and where one joins it."""

    process: "subprocess.Popen[str]"
    join_url: str

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(STOPPING)


def a_file(folder: Path) -> Path:
    """Make a workshop with nine posters."""
    path = folder / "day.workshop.json"
    save_new(a_workshop(areas=POSTERS, posters=POSTERS, groups=3), path)
    return path


def free_port() -> int:
    """Return a port that nobody uses at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def served(path: Path, *, port: int = 0, sync_delay: float = 0.0, files: int | None = None) -> Iterator[Served]:
    """Serve a workshop with a round that is open until the block ends.

    Args:
        path: The workshop file.
        port: 0 takes any that is free.
        sync_delay: Seconds that each wait for the disk takes longer than it would.
        files: Most files and sockets that the process may have open; None leaves that as it is.
    """
    settings = json.dumps({"sync_delay": sync_delay, "files": files})
    words = ("host", str(path), "--address", "127.0.0.1", "--port", str(port), "--open-round", ROUND_NAME)
    with subprocess.Popen(
        [sys.executable, "-c", START, settings, *words],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            assert process.stdout is not None
            join_url = process.stdout.readline().strip()
            assert join_url, f"the site did not start on {path}"
            yield Served(process, join_url)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(STOPPING)
                except subprocess.TimeoutExpired:
                    process.kill()
