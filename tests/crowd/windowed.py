"""The window beside a hundred voting phones: ``python -m tests.crowd.windowed FOLDER SECONDS`` tells how it stalls.

The vote page is open and drawn without a screen; a timer that should beat every few milliseconds tells when the
window's thread did not come round to it.
"""

import asyncio
import json
import random
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tests.crowd.bursts import join_all, some_dots
from tests.crowd.serving import ROOT, ROUND_NAME, a_file
from workshop_tool.rehearsal.messages import Request, read_ballot_page
from workshop_tool.services import voting
from workshop_tool.services.opening import open_workshop
from workshop_tool.site import Site

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

PHONES: Final = 100
BEAT: Final = 5
"""Milliseconds."""
SETTLING: Final = 2.0
"""Seconds in which the window loads its pages before anybody votes."""
PAUSE: Final = 1.0
"""Seconds between two ballots of a phone, on average."""
PATIENCE: Final = 120.0


async def vote(join_url: str, seconds: float) -> int:
    """Let the phones vote for so long, each about once a second; return how many ballots were acknowledged."""
    room = await join_all(join_url, PHONES)
    page = read_ballot_page((await room[0].ask(Request("GET", "/vote"))).body.decode())
    assert page is not None
    rng, until = random.Random(1), time.monotonic() + seconds

    async def keep_voting(number: int) -> int:
        count = 0
        while time.monotonic() < until:
            await asyncio.sleep(rng.uniform(0, 2 * PAUSE))
            count += (await room[number].cast(page.round, some_dots(page.posters, rng))).status == 200
        return count

    return sum(await asyncio.gather(*(keep_voting(number) for number in range(PHONES))))


def hold(folder: Path, seconds: float) -> dict[str, Any]:
    """Open the window and the site, let another process vote, and return the stalls in milliseconds."""
    from workshop_tool.desktop.bridge import Bridge  # noqa: PLC0415
    from workshop_tool.desktop.dress import theme  # noqa: PLC0415 - the phones' process needs no Qt
    from workshop_tool.desktop.frame.window import MainWindow  # noqa: PLC0415
    from workshop_tool.desktop.pictures import application  # noqa: PLC0415

    app = application()
    theme.wear(app, dark=False)
    session = open_workshop(a_file(folder))
    session.act(partial(voting.open_named_round, name=ROUND_NAME, now=session.clock())).result()
    site = Site(session)
    site.start()
    window = MainWindow(Bridge(session))
    window.show()
    window.show_page("vote")
    _run_for(app, SETTLING)
    try:
        return _watch(app, site.join_url, seconds)
    finally:
        site.stop()
        window.close()
        window.bridge.close()
        session.close()


def _watch(app: "QApplication", join_url: str, seconds: float) -> dict[str, Any]:
    """Count the window's heartbeats while the phones vote."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    beats: list[float] = []
    heart = QTimer()
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start(BEAT)
    words = [sys.executable, "-m", "tests.crowd.windowed", join_url, str(seconds)]
    with subprocess.Popen(words, cwd=ROOT, text=True, stdout=subprocess.PIPE) as phones:
        until = time.monotonic() + PATIENCE
        while phones.poll() is None and time.monotonic() < until:
            _run_for(app, 0.1)
        ballots = int(phones.communicate()[0])
    heart.stop()
    gaps = sorted((after - before) * 1000 for before, after in pairwise(beats))
    return {"longest": gaps[-1], "p99": gaps[int(len(gaps) * 0.99)], "ballots": ballots}


def stalls(seconds: float) -> dict[str, Any]:
    """Run it in a process of its own; return what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        words = [sys.executable, "-m", "tests.crowd.windowed", folder, str(seconds)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, timeout=2 * PATIENCE)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _run_for(app: "QApplication", seconds: float) -> None:
    """Let the window live for so long."""
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    QTimer.singleShot(round(seconds * 1000), app.quit)
    app.exec()


if __name__ == "__main__":
    where, how_long = sys.argv[1], float(sys.argv[2])
    if where.startswith("http"):
        sys.stdout.write(str(asyncio.run(vote(where, how_long))))
    else:
        sys.stdout.write(json.dumps(hold(Path(where), how_long)))
