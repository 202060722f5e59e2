"""The photos of posters: adding them, taking them off, and having them drawn, all away from Qt's thread."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.language import _, sentence
from workshop_tool.services.edits.posters import add_photo, remove_photo
from workshop_tool.services.photos import Pixels, drawn_photo, keep_photo


class PosterPhotos(QObject):
    """Lives as long as the page, so that what comes back from the worker process always finds somebody."""

    drawn = Signal(str, QSize, object)
    """Name of a photo, the box it was asked for in, and its Pixels, or the sentence that says why there are none."""
    adding_changed = Signal(str)
    """Poster id: see ``adding``."""

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._adding: dict[str, int] = {}

    def adding(self, poster_id: str) -> int:
        """Return how many photos are on their way to a poster."""
        return self._adding.get(poster_id, 0)

    def add(self, poster_id: str, files: Iterable[Path]) -> None:
        """Add photos to a poster, each one step of undo; the files are read, and the photos kept, in the worker."""
        session = self._bridge.session
        if session.read_only is not None:
            self._bridge.refused.emit(sentence(session.read_only))
            return
        for file in files:
            self._count(poster_id, 1)
            kept, failed = partial(self._kept, poster_id), partial(self._failed, poster_id)
            self._bridge.in_background(keep_photo, session.path, file, then=kept, failed=failed)

    def remove(self, poster_id: str, name: str) -> None:
        """Take a photo off a poster, and offer to undo that."""
        said = _("Photo removed.")
        change = partial(remove_photo, poster_id=poster_id, name=name)
        self._bridge.edit(_("Remove photo"), change, then=lambda: self._bridge.undo_offered.emit(said))

    def draw(self, name: str, box: QSize) -> None:
        """Have a photo drawn into a box of pixels; ``drawn`` brings it."""

        def show(picture: Pixels | str) -> None:
            self.drawn.emit(name, box, picture)

        path = self._bridge.session.path
        self._bridge.in_background(drawn_photo, path, name, box.width(), box.height(), then=show, failed=show)

    def _kept(self, poster_id: str, name: str) -> None:
        """Name the photo on the poster, now that it is on the disk."""
        self._count(poster_id, -1)
        self._bridge.edit(_("Add photo"), partial(add_photo, poster_id=poster_id, name=name))

    def _failed(self, poster_id: str, words: str) -> None:
        self._count(poster_id, -1)
        self._bridge.refused.emit(words)

    def _count(self, poster_id: str, by: int) -> None:
        self._adding[poster_id] = self.adding(poster_id) + by
        self.adding_changed.emit(poster_id)
