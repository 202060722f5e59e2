"""A copy of a workshop as one file to carry away, and a workshop made of such a copy."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.documents import all_documents
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.opening import free_path, read_workshop, save_new
from workshop_tool.store.attachments import AttachmentNotKept, keep_attachment, names_in, read_attachment
from workshop_tool.store.durable import reason_of, replacing, sync_folder, write_whole
from workshop_tool.store.names import SUFFIX, files_folder
from workshop_tool.store.refusals import CannotWriteHere, NewerFile
from workshop_tool.store.zipped import NotACopy, ZippedCopy, open_zip, write_zip

COPY_SUFFIX: Final = ".workshop.zip"


def save_copy(workshop: Workshop, attachments_of: Path, to: Path) -> tuple[str, ...]:
    """Write a workshop with its photos as one zip, durable when this returns; a file of that name is replaced.

    Nothing is written but the zip and, while it is made, a folder beside it: the workshop's own disk may be full
    or broken.

    Args:
        workshop: As it is in memory.
        attachments_of: The workshop file whose photos go along.
        to: The zip, ``NAME.workshop.zip``.

    Returns:
        The names of the photos that are missing or damaged, and so are not in the copy.

    Raises:
        CannotWriteHere: the folder is missing, full or read-only; what was there before still is.
    """
    stem = to.name.removesuffix(COPY_SUFFIX) if to.name.endswith(COPY_SUFFIX) else to.stem
    left_out = list[str]()

    def attachments() -> Iterator[tuple[str, bytes]]:
        for name in sorted(names_in(list(all_documents(workshop).values()))):
            try:
                yield name, read_attachment(attachments_of, name)
            except WorkshopProblem:
                left_out.append(name)

    with folder_inside(to.parent) as folder:
        head = folder / f"copy{SUFFIX}"
        save_new(workshop, head)
        write_zip(to, stem, head.read_bytes(), attachments())
    return tuple(left_out)


def open_copy(copy: Path, folder: Path) -> Path:
    """Make a workshop of a copy, under a name that is free in the folder; all of it or nothing.

    Returns:
        The workshop file.

    Raises:
        NotACopy: the zip is damaged, or holds anything else than a copy does; the sentence names it.
        NewerFile: a newer version of the tool made it.
        CannotWriteHere: the folder is missing, full or read-only.
    """
    with open_zip(copy) as zipped, folder_inside(folder) as inside:
        unpacked = inside / f"copy{SUFFIX}"
        _unpack(zipped, unpacked, copy)
        _check(unpacked, copy)
        path = free_path(folder, zipped.stem)
        move_in(unpacked, path)
    return path


@contextmanager
def folder_inside(folder: Path) -> Iterator[Path]:
    """Give a folder for what is not finished, on the disk where it will be needed; it goes, whatever happens."""
    try:
        with tempfile.TemporaryDirectory(prefix=".unfinished-", dir=folder, ignore_cleanup_errors=True) as inside:
            yield Path(inside)
    except OSError as error:
        raise CannotWriteHere(folder=folder, reason=reason_of(error)) from error
    except (CannotWriteHere, AttachmentNotKept) as problem:  # which names the folder that is gone by now
        raise CannotWriteHere(folder=folder, reason=problem.details["reason"]) from problem


def _unpack(zipped: ZippedCopy, path: Path, copy: Path) -> None:
    with replacing(path) as fd:
        for bits in zipped.head():
            write_whole(fd, bits)
    for name, data in zipped.attachments():
        suffix = Path(name).suffix
        if attachment_name(data, suffix) != name:
            raise NotACopy(name=copy.name, what=f"“{name}” is damaged")
        keep_attachment(path, data, suffix)


def _check(unpacked: Path, copy: Path) -> None:
    """Read the workshop as a whole before anything of it is seen."""
    try:
        read_workshop(unpacked)
    except NewerFile as problem:
        raise NewerFile(path=copy) from problem
    except WorkshopProblem as problem:
        raise NotACopy(name=copy.name, what="the workshop in it is damaged or incomplete") from problem


def move_in(unpacked: Path, path: Path) -> None:
    """Put the photos in their place, and only once they are there the workshop that names them."""
    files = files_folder(path)
    if files_folder(unpacked).is_dir():
        files_folder(unpacked).rename(files)
    try:
        sync_folder(path.parent)
        unpacked.rename(path)
    except OSError:
        shutil.rmtree(files, ignore_errors=True)
        raise
    sync_folder(path.parent)
