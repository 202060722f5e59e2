"""The strip of photos at the foot of a poster's sheet: to look at, to add to, to drop files on."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QWidget

from workshop_tool.desktop.pages.posters.photo_dialog import PhotoDialog
from workshop_tool.desktop.pages.posters.photo_tile import TILE_HEIGHT, WIDEST, PhotoTile
from workshop_tool.desktop.pages.posters.photos import PosterPhotos
from workshop_tool.desktop.widgets.buttons import PlainButton
from workshop_tool.desktop.widgets.sheet import Label, Sheet
from workshop_tool.language import _, ngettext
from workshop_tool.look.tokens import GRID
from workshop_tool.services.photos import Pixels

_SCROLL_BAR = 2 * GRID
"""Pixels that are kept free for it, so that nothing moves when it comes."""


class PhotoStrip(Sheet):
    """Shows the photos of one poster."""

    def __init__(self, photos: PosterPhotos, poster_id: str) -> None:
        super().__init__("photos", margin=0)
        self._photos, self._poster_id = photos, poster_id
        self._tiles: dict[str, PhotoTile] = {}
        self._hint = Label("", "small", name="photos_hint")
        self._add = PlainButton(_("Add a photo…"), "add_photo", self._choose, icon="add")
        self._shelf = _Shelf()
        row = QHBoxLayout()
        row.setContentsMargins(GRID + 4, 4, GRID + 4, 4)
        row.setSpacing(2 * GRID)
        row.addWidget(Label(_("Photos"), "accent", name="photos_label"))
        row.addWidget(self._hint)
        row.addWidget(self._shelf, 1)
        row.addStretch()  # in the place of the shelf, while there is none
        row.addWidget(self._add)
        self.body.addLayout(row)
        self.setAcceptDrops(True)
        photos.drawn.connect(self._show_drawn)
        photos.adding_changed.connect(self._say)
        self._say(poster_id)

    def show_photos(self, names: tuple[str, ...]) -> None:
        """Show these photos; a tile that stays keeps its picture and the focus."""
        for gone in self._tiles.keys() - set(names):
            tile = self._tiles.pop(gone)
            tile.hide()
            tile.deleteLater()
        self._tiles = {name: self._tiles.get(name) or self._new_tile(name) for name in names}
        self._shelf.put(list(self._tiles.values()))
        for number, tile in enumerate(self._tiles.values(), start=1):
            tile.show_place(number, len(names))
        self._say(self._poster_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from this computer."""
        if _files(event):
            event.acceptProposedAction()
            self._show_edge(dashed=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._show_edge(dashed=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Add the files that were dropped; what they hold decides whether they are photos."""
        self._show_edge(dashed=False)
        event.acceptProposedAction()
        self._photos.add(self._poster_id, _files(event))

    def _new_tile(self, name: str) -> PhotoTile:
        tile = PhotoTile(name)
        tile.clicked.connect(lambda _checked: self._open(name))
        tile.unwanted.connect(partial(self._photos.remove, self._poster_id, name))
        self._photos.draw(name, self._box())
        return tile

    def _box(self) -> QSize:
        return QSize(WIDEST, TILE_HEIGHT) * self.devicePixelRatioF()

    def _show_drawn(self, name: str, box: QSize, picture: Pixels | str) -> None:
        tile = self._tiles.get(name)
        if tile is None or box != self._box():
            return
        if isinstance(picture, Pixels):
            tile.show_picture(picture)
        elif tile.is_blank:
            tile.show_words(picture)
        self._shelf.put(list(self._tiles.values()))

    def _say(self, poster_id: str) -> None:
        """Say what is on its way, or what belongs here while there is nothing."""
        if poster_id != self._poster_id:
            return
        adding = self._photos.adding(poster_id)
        if adding:
            words = ngettext("Adding {n} photo …", "Adding {n} photos …", adding).format(n=adding)
        else:
            words = "" if self._tiles else _("Drop photos of the paper poster here, or choose files.")
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self._shelf.setVisible(bool(self._tiles))

    def _open(self, name: str) -> None:
        names = tuple(self._tiles)
        dialog = PhotoDialog(_("Photos of the poster"), self._photos, names, names.index(name), self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _choose(self) -> None:
        kinds = _("Photos (*.jpg *.jpeg *.png *.webp)")
        names, _kind = QFileDialog.getOpenFileNames(self, _("Choose photos"), "", kinds)
        self._photos.add(self._poster_id, [Path(name) for name in names])

    def _show_edge(self, *, dashed: bool) -> None:
        self.setProperty("dashed", dashed)
        self.style().unpolish(self)
        self.style().polish(self)


class _Shelf(QScrollArea):
    """Tiles side by side, which scroll where they are too many."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("photo_shelf")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(TILE_HEIGHT + _SCROLL_BAR)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GRID)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setWidget(self._inside)

    def put(self, tiles: list[PhotoTile]) -> None:
        """Show these tiles, in this order."""
        while self._row.takeAt(0) is not None:
            pass
        before: QWidget | None = None
        for tile in tiles:
            self._row.addWidget(tile)
            tile.show()
            if before is not None:
                QWidget.setTabOrder(before, tile)
            before = tile
        self._inside.setFixedSize(self._row.sizeHint())


def _files(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
