"""How long a workshop with 10,000 ballots takes to open and to fold away, and what it weighs in memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.big_rounds import MANY, save_round, vote
from tests.bench.disk import a_folder
from tests.bench.measure import Measure, median, seconds
from workshop_tool.services.opening import open_workshop
from workshop_tool.services.session import WorkshopSession

RUNS = 7

OPEN = """
import json, resource, sys, time
from pathlib import Path
from workshop_tool.services.opening import open_workshop
started = time.perf_counter()
session = open_workshop(Path(sys.argv[1]))
took = time.perf_counter() - started
session.close()
unit = 1 if sys.platform == "darwin" else 1024
print(json.dumps({"took": took, "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit}))
"""

FROM_A_SMALL_PROCESS = "import subprocess, sys; sys.exit(subprocess.call([sys.executable, *sys.argv[1:]]))"
"""Linux counts into a process's peak what the one that started it held, so a small one stands in between."""


def measures() -> Iterator[Measure]:
    """Open the same file in this process and in fresh ones, then fold one ballot after another into it."""
    with a_folder() as folder:
        path, empty = save_round(folder, MANY), save_round(folder, 0)
        pairs = [(_process(path), _process(empty)) for _ in range(RUNS)]
        here = median(seconds(lambda: open_workshop(path).close()) for _ in range(RUNS))
        session = open_workshop(path)
        try:
            folds = [_fold(session) for _ in range(RUNS)]
        finally:
            session.close()
    fresh = median(full["took"] for full, _ in pairs)
    whole = median(full["whole"] for full, _ in pairs)
    peak = median(full["peak"] - bare["peak"] for full, bare in pairs)
    told = f"median of {RUNS}"
    yield Measure(f"open {MANY:,} ballots, code imported", fresh, "s", 0.5, f"the first of a fresh process, {told}")
    yield Measure("the same from the start of a process to its end", whole, "s", None, f"imports and all, {told}")
    yield Measure(f"open {MANY:,} ballots and close, in this process", here, "s", None, told)
    yield Measure(f"a checkpoint of {MANY:,} ballots", median(folds), "s", None, told)
    yield Measure(f"peak memory of {MANY:,} ballots above that of none", peak / 1e6, "MB", None, told)


def _process(path: Path) -> dict[str, float]:
    words = [sys.executable, "-c", FROM_A_SMALL_PROCESS, "-c", OPEN, str(path)]
    outputs: list[str] = []
    run = partial(subprocess.run, words, check=True, capture_output=True, text=True, timeout=60)
    whole = seconds(lambda: outputs.append(run().stdout))
    figures: dict[str, float] = json.loads(outputs[0])
    return figures | {"whole": whole}


def _fold(session: WorkshopSession) -> float:
    session.act(vote(0)).result()
    return seconds(lambda: session.checkpoint().result())
