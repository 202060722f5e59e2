"""Files as people find them: small, named for what they hold, and of no particular machine."""

import re
import subprocess
from pathlib import Path

import pytest

LONGEST = 300
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common"}
SOURCES = {".py", ".html", ".css", ".js"}
# A folder of one person's or one machine's, not part of a web address or of a longer path.
MACHINE_PATH = re.compile(r"(?<![\w./~:>-])/(?:work|root|home|Users)/\w")
REQUIREMENT = re.compile(r"^\S.*?(?=^\S|\Z)", re.MULTILINE | re.DOTALL)


def test_no_source_file_is_longer_than_anyone_reads(root: Path, own_files: list[Path]) -> None:
    """A file that grows past the limit holds two things: it wants to be two files."""
    long = [
        f"{path.relative_to(root)}: {count}"
        for path in own_files
        if path.suffix in SOURCES and (count := len(path.read_text("utf-8").splitlines())) > LONGEST
    ]
    assert long == []


def test_every_file_is_named_for_what_it_holds(root: Path, own_files: list[Path]) -> None:
    """A file or folder called utils gathers whatever nobody found a place for."""
    paths = [path.relative_to(root) for path in own_files]
    assert [str(p) for p in paths if NAMES_THAT_SAY_NOTHING & {Path(part).stem.lower() for part in p.parts}] == []


def test_no_file_names_a_folder_of_one_machine(root: Path, own_files: list[Path]) -> None:
    """The project works from any folder on any machine."""
    found = [
        f"{path.relative_to(root)}: {line.strip()}"
        for path in own_files
        for line in _text(path).splitlines()
        if MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["work", "root", "home", "Users"])
def test_a_folder_of_one_machine_is_noticed(folder: str) -> None:
    """The search above is worth something: it finds a planted path, and lets a web address be."""
    assert MACHINE_PATH.search(f'open("/{folder}/somebody/list.txt")')
    assert not MACHINE_PATH.search(f"https://example.org/{folder}/somebody")


def test_every_locked_package_has_its_hashes(root: Path) -> None:
    """What is installed is what was locked, byte for byte."""
    lock = re.sub(r"^\s*#.*\n", "", (root / "requirements.lock").read_text("utf-8"), flags=re.MULTILINE)
    requirements = REQUIREMENT.findall(lock)
    assert requirements
    assert [entry for entry in requirements if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_address(root: Path) -> None:
    """Packages come from wherever the machine at hand gets its packages."""
    assert not re.search(r"\w+://|--(?:extra-)?index-url|--find-links", (root / "requirements.lock").read_text("utf-8"))


def test_the_lock_that_names_addresses_is_not_kept(root: Path) -> None:
    """uv.lock carries the registry of the machine that wrote it: git ignores it."""
    if not (root / ".git").exists():
        pytest.skip("not a git checkout")
    tracked = subprocess.run(["git", "-C", str(root), "ls-files", "uv.lock"], check=True, capture_output=True)
    assert tracked.stdout == b""
    assert "uv.lock" in (root / ".gitignore").read_text("utf-8").splitlines()


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:  # a font or a picture
        return ""
