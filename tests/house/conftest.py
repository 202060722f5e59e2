"""Where the house's own tests look."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BUILT = {"build", "dist", "__pycache__"}


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the folder that holds the project."""
    return ROOT


@pytest.fixture(scope="session")
def own_files() -> list[Path]:
    """List the project's own files: what git would take, or without git, all but what is built."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listing = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        names = subprocess.run(listing, check=True, capture_output=True).stdout.decode().split("\0")
        found = {ROOT / name for name in names if name}
    else:
        found = {path for path in ROOT.rglob("*") if not _is_built(path.relative_to(ROOT))}
    return sorted(path for path in found if path.is_file())


def _is_built(path: Path) -> bool:
    folders = path.parts[:-1]
    return any(folder in BUILT or (folder.startswith(".") and folder != ".ci") for folder in folders)
