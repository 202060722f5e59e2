"""Photos of paper posters over real HTTP: who may send how much of what, and what is kept of it."""

import io
import socket
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image

from tests.site.conftest import Phone
from tests.site.station_gestures import Station, a_room, poster
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site, prompt_protocol
from workshop_tool.site.station_photos import PHOTO_CAP
from workshop_tool.store.attachments import read_attachment

PATH = "/api/station/photo/p1"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with groups."""
    opened = a_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def station(site: Site, session: WorkshopSession) -> Iterator[Station]:
    """Give a device of group 1."""
    with Station(site, session) as opened:
        yield opened


def a_photo(kind: str = "JPEG") -> bytes:
    """Return a small picture."""
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(made, kind)
    return made.getvalue()


def sent(device: Phone, photo: bytes, content_type: str = "image/jpeg") -> httpx.Response:
    """Send a photo as the page's script does."""
    return device.put(PATH, content=photo, headers=device.own | {"Content-Type": content_type})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_and_named_by_the_poster(station: Station, session: WorkshopSession, kind: str) -> None:
    """Written anew, whatever it was."""
    assert sent(station, a_photo(kind), f"image/{kind.lower()}").status_code == 200
    (name,) = poster(session).photos
    assert read_attachment(session.path, name) != a_photo(kind)
    assert session.undoable("group:g1") == "Send a photo of a poster"


@pytest.mark.parametrize("content_type", ["image/gif", "image/svg+xml", "text/html", "application/json"])
def test_other_kinds_are_refused(station: Station, content_type: str) -> None:
    """By what they call themselves."""
    assert sent(station, a_photo(), content_type).status_code == 415


def test_what_is_no_picture_is_refused(station: Station, session: WorkshopSession) -> None:
    """By what is in it."""
    assert sent(station, b"<svg onload=alert(1)>").status_code == 422
    assert not poster(session).photos


def test_more_than_12_mb_is_refused(station: Station) -> None:
    """By what it announces."""
    assert sent(station, bytes(PHOTO_CAP + 1)).status_code == 413


def test_a_locked_poster_takes_no_photo(station: Station, session: WorkshopSession) -> None:
    """Nothing is kept."""
    session.edit("Lock", partial(revise_item, table="posters", item_id="p1", locked=True)).result()
    assert sent(station, a_photo()).status_code == 423


def test_only_a_station_may_send_one(phone: Phone) -> None:
    """A phone that joined may not."""
    assert sent(phone, a_photo()).status_code == 401


def test_a_photo_may_take_its_time(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer than any other request: radio is slow."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 0.3)
    assert _trickled(station, station.cookies["station"], pause=0.6).startswith(b"HTTP/1.1 200")


def test_nobody_elses_photo_is_waited_for(station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is no station is answered before the body has come, and hung up on."""
    monkeypatch.setattr(prompt_protocol, "DEADLINE", 0.3)
    assert not _trickled(station, "nobody", pause=0.6).startswith(b"HTTP/1.1 200")


def _trickled(station: Station, cookie: str, pause: float) -> bytes:
    """Send a photo in two halves; return the answer, empty where none came."""
    place, photo = urlsplit(str(station.base_url)), a_photo()
    head = (
        f"PUT {PATH} HTTP/1.1\r\nHost: {place.netloc}\r\nOrigin: {station.own['Origin']}\r\nX-Workshop: station\r\n"
        f"Cookie: station={cookie}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(photo)}\r\n\r\n"
    )
    with socket.create_connection((place.hostname or "", place.port or 0), timeout=10) as line:
        line.sendall(head.encode() + photo[:100])
        time.sleep(pause)
        try:
            line.sendall(photo[100:])
            return line.recv(200)
        except OSError:
            return b""
