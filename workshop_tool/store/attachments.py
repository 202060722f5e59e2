"""Photos and logos beside a workshop, in ``NAME.workshop.files/``: each named by its content, and never changed."""

import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

from workshop_tool.domain.attachments import attachment_name, is_attachment_name
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.store.durable import reason_of, remove_files, replace_file, sync_folder
from workshop_tool.store.names import files_folder

ATTACHMENT_CAP: Final = 50_000_000
"""Bytes; what the tool itself makes of a photo is a fiftieth of that."""

_one_at_a_time = threading.Lock()
"""Two threads that keep the same photo would write one unfinished file, and sweeping would take it from both."""


class NotAnAttachment(WorkshopProblem):
    """“{name}” cannot be the name of a photo beside a workshop. Nothing was read or changed."""


class MissingAttachment(WorkshopProblem):
    """The file of a photo is missing from {folder}. Put it back from a copy of the workshop, or remove the photo."""


class DamagedAttachment(WorkshopProblem):
    """The file of a photo in {folder} is damaged. Put it back from a copy of the workshop, or remove the photo."""


class AttachmentNotKept(WorkshopProblem):
    """The photo could not be saved in {folder} ({reason}). Nothing else was changed; make room, and add it again."""


def attachment_path(path: Path, name: str) -> Path:
    """Return where one attachment stands, whether it is there or not.

    Raises:
        NotAnAttachment: the name is anything but a hash and a suffix, and might lead elsewhere.
    """
    if not is_attachment_name(name):
        raise NotAnAttachment(name=name)
    return files_folder(path) / name


def keep_attachment(path: Path, data: bytes, suffix: str) -> str:
    """Put a photo or logo beside a workshop; it is on the disk when this returns. A second time changes nothing.

    It is kept before the document that names it is committed; ``sweep_attachments`` must not run in between.

    Args:
        path: The workshop file.
        data: What the photo's file holds.
        suffix: ``.jpg`` or ``.png``.

    Returns:
        The name by which documents speak of it.

    Raises:
        AttachmentNotKept: the folder is full or read-only.
    """
    name = attachment_name(data, suffix)
    target = attachment_path(path, name)
    try:
        with _one_at_a_time:
            target.parent.mkdir(exist_ok=True)
            sync_folder(target.parent.parent)  # also where it stood: whoever made it may have been cut off before this
            replace_file(target, data)
    except OSError as error:
        raise AttachmentNotKept(folder=target.parent.name, reason=reason_of(error)) from error
    return name


def read_attachment(path: Path, name: str) -> bytes:
    """Return what an attachment holds.

    Raises:
        NotAnAttachment, MissingAttachment: as they say.
        DamagedAttachment: its bytes are not those that it is named by, or cannot be read.
    """
    source = attachment_path(path, name)
    folder = source.parent.name
    try:
        if not source.is_file():  # a pipe would be waited for
            raise MissingAttachment(folder=folder, name=name)
        with source.open("rb") as opened:
            data = opened.read(ATTACHMENT_CAP + 1)
    except OSError as error:
        raise DamagedAttachment(folder=folder, name=name) from error
    if len(data) > ATTACHMENT_CAP or attachment_name(data, source.suffix) != name:
        raise DamagedAttachment(folder=folder, name=name)
    return data


def attachment_names(path: Path) -> frozenset[str]:
    """Return the names of the attachments that stand beside a workshop; other files are none of the tool's."""
    folder = files_folder(path)
    if not folder.is_dir():
        return frozenset()
    return frozenset(entry.name for entry in folder.iterdir() if is_attachment_name(entry.name))


def sweep_attachments(path: Path, wanted: Collection[str]) -> None:
    """Remove the attachments that nothing wants any more and what an interruption left unfinished, durably.

    Wanted is whatever may still be read: by the documents, by those that undo may bring back, by backups. So this
    belongs where a workshop is opened, before anybody adds a photo. Files of other programs stay.

    Raises:
        OSError: something could not be removed.
    """
    folder = files_folder(path)
    with _one_at_a_time:
        if not folder.is_dir():
            return
        entries = list(folder.iterdir())
        unwanted = [entry for entry in entries if _is_ours(entry.name) and entry.name not in wanted]
        remove_files(unwanted)
        if len(unwanted) == len(entries):
            folder.rmdir()
            sync_folder(folder.parent)


def names_in(documents: object) -> frozenset[str]:
    """Return every attachment that is named anywhere in documents: plain JSON, nested as it may be."""
    return frozenset(text for text in _texts(documents) if is_attachment_name(text))


def _is_ours(name: str) -> bool:
    """Tell whether a file is an attachment or one that was never finished (see ``durable.unfinished``)."""
    finished = name[1:-4] if name.startswith(".") and name.endswith(".new") else name
    return is_attachment_name(finished)


def _texts(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str(text):
                yield text
            case Mapping() as mapping:
                waiting.extend(mapping.values())
            case list() | tuple() as values:
                waiting.extend(values)
