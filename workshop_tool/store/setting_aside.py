"""Keeping what was found in a damaged file, byte for byte, before anything else is done to it."""

import filecmp
import shutil
from pathlib import Path

from workshop_tool.store.durable import replace_file
from workshop_tool.store.names import damaged_path, journal_path


def set_aside(path: Path) -> Path:
    """Copy snapshot and journal beside themselves, as they are; where that was done before, return that copy.

    Raises:
        OSError: they cannot be copied.
    """
    number = 1
    while (copy := damaged_path(path, number)).exists() or journal_path(copy).exists():
        if _same(path, copy) and _same(journal_path(path), journal_path(copy)):
            return copy
        number += 1
    if journal_path(path).exists():
        shutil.copyfile(journal_path(path), journal_path(copy))
    shutil.copyfile(path, copy)
    return copy


def set_torn_aside(path: Path, torn: bytes) -> Path:
    """Write what stands behind the last good record of a journal into a file of its own.

    Raises:
        OSError: it cannot be written.
    """
    number = 1
    while (copy := journal_path(damaged_path(path, number))).exists() or damaged_path(path, number).exists():
        number += 1
    replace_file(copy, torn)
    return copy


def _same(one: Path, other: Path) -> bool:
    if one.exists() and other.exists():
        return filecmp.cmp(one, other, shallow=False)
    return one.exists() == other.exists()
