"""Photos at the foot of an open poster: added without a wait, looked at, removed, brought back."""

import time
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.desktop.posters_shown import part, shown
from tests.services.pictures_taken import from_a_camera
from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.pages.posters.page import PostersPage
from workshop_tool.desktop.pages.posters.photo_dialog import PhotoDialog
from workshop_tool.desktop.pages.posters.photo_strip import PhotoStrip
from workshop_tool.desktop.pages.posters.photo_tile import PhotoTile
from workshop_tool.desktop.widgets.paper import Paper
from workshop_tool.services.edits.posters import add_photo
from workshop_tool.services.photos import keep_photo
from workshop_tool.store.attachments import attachment_path, read_attachment

PATIENCE = 30_000
"""A worker process starts and loads what reads pictures, while other tests run beside it."""


@pytest.fixture
def page(bridge: Bridge, qtbot: QtBot) -> PostersPage:
    """Give the page with a poster open, following the workshop as it does in the window."""
    page = shown(PostersPage(bridge), bridge, qtbot)
    page.open_poster("poster21")
    return page


@pytest.fixture
def camera(tmp_path: Path) -> list[Path]:
    """Give three files off a camera."""
    files = [tmp_path / f"IMG_{n}.JPG" for n in (1, 2, 3)]
    for width, file in enumerate(files, start=60):
        file.write_bytes(from_a_camera(width))
    return files


def photos(bridge: Bridge, poster: str = "poster21") -> tuple[str, ...]:
    return bridge.workshop.plan.posters[poster].photos


def tiles(page: PostersPage) -> list[PhotoTile]:
    found = [tile for tile in page.findChildren(PhotoTile) if tile.isVisible()]
    return sorted(found, key=lambda tile: tile.x())


def give(bridge: Bridge, name: str) -> None:
    """Name a photo on the poster."""
    bridge.session.edit("Add photo", partial(add_photo, poster_id="poster21", name=name)).result()


def have_photos(page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot) -> None:
    """Let the poster have the photos, and the strip show them."""
    for file in camera:
        give(bridge, keep_photo(bridge.session.path, file))
    qtbot.waitUntil(lambda: len(tiles(page)) == len(camera))


def drop(page: PostersPage, files: list[Path]) -> None:
    """Drop files on the strip, as a file manager does."""
    strip, data = part(page, PhotoStrip, "photos"), QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    strip.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), *how))
    strip.dropEvent(QDropEvent(QPointF(5, 5), *how))


def test_a_dropped_photo_is_kept_and_shown(page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot) -> None:
    """Prepared, on the disk, named on the poster, and drawn."""
    drop(page, camera[:1])
    qtbot.waitUntil(lambda: len(photos(bridge)) == 1, timeout=PATIENCE)
    assert read_attachment(bridge.session.path, photos(bridge)[0])
    qtbot.waitUntil(lambda: [tile.is_blank for tile in tiles(page)] == [False], timeout=PATIENCE)


def test_adding_keeps_the_window_free(page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot) -> None:
    """The call returns at once, and the strip says what is on its way until it is there."""
    drop(page, camera[:1])  # starts the worker process
    started = time.thread_time()
    drop(page, camera[1:])
    assert time.thread_time() - started < 0.05
    hint = part(page, QLabel, "photos_hint")
    assert hint.text() == "Adding 3 photos …"
    qtbot.waitUntil(lambda: len(photos(bridge)) == 3, timeout=PATIENCE)
    assert hint.text() == ""


def test_a_file_that_is_no_photo_is_said(page: PostersPage, bridge: Bridge, tmp_path: Path, qtbot: QtBot) -> None:
    """In the message bar; the poster stays as it was, and the strip waits for nothing."""
    (tmp_path / "letter.jpg").write_text("Dear Sir")
    with qtbot.waitSignal(bridge.refused, timeout=PATIENCE) as heard:
        drop(page, [tmp_path / "letter.jpg"])
    assert "choose a JPEG" in heard.args[0]
    assert (photos(bridge), part(page, QLabel, "photos_hint").text()[:4]) == ((), "Drop")


def test_a_photo_reaches_its_poster_although_another_is_open_by_then(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """Nobody has to wait at the poster."""
    drop(page, camera[:1])
    page.open_poster("poster1")
    qtbot.waitUntil(lambda: len(photos(bridge)) == 1, timeout=PATIENCE)
    assert (photos(bridge, "poster1"), tiles(page)) == ((), [])


def test_a_removed_photo_comes_back_by_undo(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """The file has stayed, so the picture is back too."""
    have_photos(page, bridge, camera, qtbot)
    before = photos(bridge)
    with qtbot.waitSignal(bridge.undo_offered):
        part(tiles(page)[1], QPushButton, "remove_photo").click()
    qtbot.waitUntil(lambda: len(tiles(page)) == 2)
    bridge.undo()
    qtbot.waitUntil(lambda: len(tiles(page)) == 3)
    assert photos(bridge) == before
    qtbot.waitUntil(lambda: not any(tile.is_blank for tile in tiles(page)), timeout=PATIENCE)


def test_a_photo_is_removed_by_its_key(page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot) -> None:
    """Delete, while the focus is on it."""
    have_photos(page, bridge, camera[:1], qtbot)
    QTest.keyClick(tiles(page)[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: photos(bridge) == ())


def test_every_photo_has_a_name_to_be_read_out(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """And so has the button that removes it."""
    have_photos(page, bridge, camera[:2], qtbot)
    said = [(tile.accessibleName(), part(tile, QPushButton, "remove_photo").accessibleName()) for tile in tiles(page)]
    assert said == [("Photo 1 of 2", "Remove photo 1"), ("Photo 2 of 2", "Remove photo 2")]


def test_a_photo_opens_large_and_leads_to_the_next(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """By click, then by key; Escape comes back to the poster."""
    have_photos(page, bridge, camera[:2], qtbot)
    tiles(page)[0].click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PhotoDialog)
    qtbot.waitUntil(lambda: not part(dialog, Paper, "photo").is_blank, timeout=PATIENCE)
    QTest.keyClick(part(dialog, Paper, "photo"), Qt.Key.Key_Right)
    assert part(dialog, QLabel, "photo_where").text() == "2 of 2"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_missing_photo_is_said_in_its_place(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """In the strip and where it would be large; the others are shown."""
    names = [keep_photo(bridge.session.path, file) for file in camera[:2]]
    attachment_path(bridge.session.path, names[0]).unlink()
    for name in names:
        give(bridge, name)
    qtbot.waitUntil(lambda: len(tiles(page)) == 2 and not tiles(page)[1].is_blank, timeout=PATIENCE)
    assert "is missing from room.workshop.files" in part(tiles(page)[0], QLabel, "photo_missing").text()
    tiles(page)[0].click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(lambda: "is missing" in dialog.findChild(QLabel, "photo_words").text(), timeout=PATIENCE)  # type: ignore[union-attr]
    dialog.close()


def test_many_photos_do_not_widen_the_sheet(
    page: PostersPage, bridge: Bridge, camera: list[Path], qtbot: QtBot
) -> None:
    """They scroll in their strip."""
    wide = page.width()
    for n, file in enumerate(camera * 4):
        file.write_bytes(from_a_camera(300, 100 + n))
        give(bridge, keep_photo(bridge.session.path, file))
    qtbot.waitUntil(lambda: len(tiles(page)) == 12 and not any(tile.is_blank for tile in tiles(page)), timeout=PATIENCE)
    assert (page.width(), part(page, PhotoStrip, "photos").width() < wide) == (wide, True)
