"""Whatever a workshop holds, there is a record: all of it, inside of its pages, and nothing reached for."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.record.any_workshop import any_workshop
from tests.record.hostile import CORPUS, generated, outside, wrong_with
from tests.record.reading import text_of
from tests.record.tagged import verdict
from workshop_tool.record.pdf import make_pdf

ROOT = Path(__file__).parents[2]
SHORT = [text for text in CORPUS if len(text) < 10_000]


@pytest.mark.parametrize("text", SHORT, ids=range(len(SHORT)))
def test_a_hostile_text_is_printed_inside_its_page(text: str) -> None:
    """In titles, labels, themes, notes and fields."""
    assert wrong_with(text) == ""


@pytest.mark.parametrize("seed", range(8))
def test_a_text_made_by_chance_is_printed_inside_its_page(seed: int) -> None:
    """A thousand of them are printed in ``make faults``."""
    assert wrong_with(generated(seed)) == ""


@pytest.mark.parametrize("seed", range(4))
def test_every_word_of_any_workshop_is_found_again(seed: int) -> None:
    """Whatever its size, and whatever is blank."""
    workshop, words = any_workshop(seed, most=0.15)
    pdf = make_pdf(workshop)
    said = text_of(pdf)
    assert [word for word in words if word not in said] == []
    assert outside(pdf) == ""


def test_verapdf_has_nothing_to_say_of_any_workshop(tmp_path: Path) -> None:
    """Three of them, whatever they hold."""
    files = [tmp_path / f"{seed}.pdf" for seed in range(3)]
    for seed, file in enumerate(files):
        file.write_bytes(make_pdf(any_workshop(seed, most=0.1)[0]))
    said = verdict(*files)
    if not said:
        pytest.skip("the script that runs veraPDF is not beside the project")
    assert said.count("compliant=true") == 6, said


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Give a picture that texts name and that nobody may open."""
    file = tmp_path / "canary.png"
    file.write_bytes(b"not to be read")
    return file


def test_a_text_opens_no_file_and_calls_nobody(canary: Path) -> None:
    """Python tells of every file that it opens and every address that it calls."""
    command = [sys.executable, "-m", "tests.record.watched", str(canary)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=True)
    assert done.stdout.split() == []


def test_no_part_of_the_process_opens_what_a_text_names(canary: Path) -> None:
    """Libraries may open files past Python; the kernel sees it."""
    watch = ["strace", "-f", "-qq", "-e", "trace=open,openat,connect", "-o", str(canary.with_suffix(".trace"))]
    if shutil.which("strace") is None or subprocess.run([*watch, "true"], capture_output=True, check=False).returncode:
        pytest.skip("strace is missing, or may not look on here")
    command = [*watch, sys.executable, "-m", "tests.record.watched", str(canary)]
    subprocess.run(command, cwd=ROOT, capture_output=True, timeout=110, check=True)
    traced = canary.with_suffix(".trace").read_text("utf-8", errors="replace").splitlines()
    assert len(traced) > 100
    assert [line for line in traced if canary.name in line or "sin_addr" in line] == []
