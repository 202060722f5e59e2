"""The floors of the house: who imports whom, and what runs without Qt."""

import subprocess
import sys
from pathlib import Path

WITH_QT = {"desktop", "app"}

# In a process of its own: it silences every logger that is there already.
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True, no_logo=True))"
IMPORT_WITHOUT_QT = """
import importlib, importlib.abc, sys

class NoQt(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is not installed", name=name)

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_every_import_keeps_to_the_contracts(root: Path) -> None:
    """The contracts in pyproject.toml hold; the printed report says which import breaks one."""
    done = subprocess.run([sys.executable, "-c", LINT], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_everything_but_the_window_imports_with_no_qt_installed(root: Path) -> None:
    """Site, record, lists, store and command line serve a machine that has no Qt."""
    names = [name for name in _modules(root) if WITH_QT.isdisjoint(name.split("."))]
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT_QT, *names], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_the_barrier_does_keep_qt_out(root: Path) -> None:
    """The test above is worth something: behind its barrier, Qt itself cannot be imported."""
    barred = [sys.executable, "-c", IMPORT_WITHOUT_QT, "PySide6.QtCore"]
    done = subprocess.run(barred, cwd=root, capture_output=True, text=True, check=False)
    assert "PySide6 is not installed" in done.stderr


def _modules(root: Path) -> list[str]:
    files = (path.relative_to(root).with_suffix("") for path in sorted((root / "workshop_tool").rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in files if path.name != "__main__"]
