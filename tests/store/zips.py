"""Zips that are copies of a workshop, and zips that somebody else built."""

import stat
import zipfile
from pathlib import Path

from workshop_tool.domain.attachments import attachment_name
from workshop_tool.store.zipped import open_zip, write_zip

HEAD = b'{"_meta":{}}' * 40
PHOTO = b"what a camera saw" * 40
NAME = attachment_name(PHOTO, ".jpg")
INSIDE = f"day.workshop.files/{NAME}"


def entry(name: str, *, mode: int = stat.S_IFREG | 0o644, packing: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    """Return an entry as somebody else's program might write it."""
    made = zipfile.ZipInfo(name)
    made.external_attr = mode << 16
    made.compress_type = packing
    return made


def a_zip(path: Path, *more: tuple[zipfile.ZipInfo, bytes], head: str = "day.workshop.json") -> Path:
    """Write a zip that holds a workshop and more."""
    with zipfile.ZipFile(path, "w") as archive:
        for made, data in ((entry(head), HEAD), *more):
            archive.writestr(made, data)
    return path


def a_copy(path: Path) -> Path:
    """Write a copy with one photo, as the tool does."""
    write_zip(path, "day", HEAD, [(NAME, PHOTO)])
    return path


def content(path: Path) -> tuple[str, bytes, list[tuple[str, bytes]]]:
    """Read all of a copy."""
    with open_zip(path) as found:
        return found.stem, b"".join(found.head()), list(found.attachments())
