"""Photos beside a workshop: kept durably before a poster names them, and drawn for the screen.

Both are slow, and meant for a thread or process of their own; they load what reads pictures when they are called.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.store.attachments import DamagedAttachment, MissingAttachment, keep_attachment, read_attachment
from workshop_tool.store.durable import reason_of

_REMEMBERED: Final = 12
"""Photos; what the tool makes of one is about a megabyte."""


class PhotoNotRead(WorkshopProblem):
    """{name} cannot be read ({reason}). Nothing was added; copy it to this computer and try again."""


@dataclass(frozen=True)
class Pixels:
    """A picture of four bytes for each pixel: blue, green, red, unused."""

    size: tuple[int, int]
    pixels: bytes

    @property
    def width(self) -> int:
        """Pixels across."""
        return self.size[0]

    @property
    def height(self) -> int:
        """Pixels down."""
        return self.size[1]

    @property
    def stride(self) -> int:
        """Bytes from one line to the next."""
        return 4 * self.width


def keep_photo(workshop_file: Path, photo: Path) -> str:
    """Read a photo, prepare it, and keep it durably beside a workshop; return the name by which to add it to a poster.

    A photo that is kept and then added nowhere is swept away when the workshop is opened the next time.

    Raises:
        PhotoNotRead, AttachmentNotKept: as they say; also what ``prepared_photo`` raises.
    """
    from workshop_tool.services.photo_files import MOST_BYTES, prepared_photo  # noqa: PLC0415 - see above

    try:
        if not photo.is_file():  # a pipe would be waited for
            raise PhotoNotRead(name=photo.name, reason="it is no file")
        with photo.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise PhotoNotRead(name=photo.name, reason=reason_of(error)) from error
    prepared, suffix = prepared_photo(data)
    return keep_attachment(workshop_file, prepared, suffix)


def drawn_photo(workshop_file: Path, name: str, width: int, height: int) -> Pixels:
    """Return a photo that is kept beside a workshop, scaled into a box of pixels; the transparent becomes white.

    Raises:
        NotAnAttachment, MissingAttachment, DamagedAttachment: as they say.
        NotAPhoto: it is intact, but was never a picture.
    """
    from workshop_tool.services.photo_files import shown_photo  # noqa: PLC0415 - see above

    return Pixels(*shown_photo(read_attachment(workshop_file, name), width, height))


def pictures_of(workshop: Workshop, workshop_file: Path) -> Mapping[str, bytes]:
    """Return the photos and logos that a workshop names, by name; those that are missing or damaged are left out.

    Each is read when it is asked for, and the last ones are remembered: a file of that name never holds anything else.
    """
    plan = workshop.plan
    names = [name for poster in plan.posters for name in poster.photos]
    names += [name for name in (plan.record.logo, plan.record.client_logo) if name]
    return _Beside(workshop_file, names)


class _Beside(Mapping[str, bytes]):
    """Pictures beside a workshop, none of which is read before it is wanted."""

    def __init__(self, workshop_file: Path, names: Iterable[str]) -> None:
        self._workshop_file, self._names = workshop_file, dict.fromkeys(map(str, names))

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        try:
            return _read(self._workshop_file, name)
        except (MissingAttachment, DamagedAttachment) as problem:
            raise KeyError(name) from problem

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._names if name in self)

    def __len__(self) -> int:
        return sum(1 for _name in self)


@lru_cache(maxsize=_REMEMBERED)
def _read(workshop_file: Path, name: str) -> bytes:
    return read_attachment(workshop_file, name)
