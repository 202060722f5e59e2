"""What the worker process does for printing: it makes the PDFs that were chosen and writes them into a folder."""

from collections.abc import Collection
from pathlib import Path

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.kit.contents import kit
from workshop_tool.kit.order import KitOrder
from workshop_tool.store.durable import replace_file


class NotPrinted(WorkshopProblem):
    """{name} could not be written ({reason}). The workshop is untouched; choose another folder."""


def write_kit(order: KitOrder, chosen: Collection[str], folder: Path) -> tuple[Path, ...]:
    """Write those printables that are chosen by the names of their files; return where they are.

    Files of the same names are replaced.

    Raises:
        NotPrinted: the folder or a file in it cannot be written.
    """
    written = []
    for printable in kit():
        if printable.file_name in chosen:
            path = folder / printable.file_name
            data = printable.make(order)
            try:
                folder.mkdir(parents=True, exist_ok=True)
                replace_file(path, data)
            except OSError as error:
                raise NotPrinted(name=path.name, reason=(error.strerror or str(error)).lower()) from error
            written.append(path)
    return tuple(written)
