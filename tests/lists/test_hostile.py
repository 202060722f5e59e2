"""What is made to harm is refused with a sentence, within 10 s of processor time and 512 MB, in a process apart."""

import json
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.lists.hostile import hostile_files
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.lists import read_text

SECONDS = 10
FILES = hostile_files()
READ = """
import json, resource, sys, time
from pathlib import Path
limit = 512 * 1024 * 1024
from workshop_tool.lists import read_file
from workshop_tool.domain.refusals import WorkshopProblem
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    told = len(read_file(Path(sys.argv[1]), "problems").drafts)
except WorkshopProblem as problem:
    told = [type(problem).__name__, str(problem)]
print(json.dumps([told, time.process_time()]))
"""
CAPPED = {"long line.txt", "blanks.txt", "many letters.pdf"}
"""Read, and nothing of it kept that is too long for an item."""
READ_WHOLE = {"stale dimension.xlsx": 300, "far cell.xlsx": 2, "formulas.xlsx": 3}
"""Read as it stands, so many items: what a file claims of itself, and what it would work out, is not asked."""


@pytest.mark.skipif(sys.platform != "linux", reason="the memory of a process is limited by the means of Linux")
@pytest.mark.parametrize("name", sorted(FILES))
def test_a_hostile_file_is_refused_within_its_limits(tmp_path: Path, name: str) -> None:
    """The sentence names the file."""
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    answer = subprocess.run(
        [sys.executable, "-c", READ, str(path)], capture_output=True, timeout=10 * SECONDS, check=False
    )
    assert answer.returncode == 0, answer.stderr.decode()[-600:]
    told, worked = json.loads(answer.stdout)
    assert worked < SECONDS
    refused = isinstance(told, list) and name in told[1]
    assert told == READ_WHOLE[name] if name in READ_WHOLE else name in CAPPED or refused, told


LONG = {
    "dots": ("- " + ". " * 4_900 + "x\n") * 400,
    "colons": ("- a: " + "b (c " * 1_900 + "\n") * 400,
    "numbers": ("1 " * 4_900 + "\n") * 400,
    "owners": "- x\nResponsible: " + "and\n" * 19_000,
    "quotes": "> " * 1_000 + "\n" + "> a\n" * 15_000,
    "blanks": " Fog and wind\n" * 19_000,
    "wrapped": "- x\n" + "and more of it\n" * 19_000,
}


@pytest.mark.parametrize("name", LONG)
def test_no_pattern_runs_away(name: str) -> None:
    """Long lines of what lists are made of are read or refused in time."""
    started = time.thread_time()
    with suppress(WorkshopProblem):
        read_text(LONG[name], "problems")
    assert time.thread_time() - started < SECONDS
