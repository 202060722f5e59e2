"""Photos of paper posters over real HTTP: who may send how much of what, and what is kept of it."""

import io
import socket
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import httpx
import pytest
from PIL import Image

from tests.site.conftest import Phone
from tests.site.station_gestures import POSTER, Station, a_room, csrf_in, poster
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site, prompt_protocol
from workshop_tool.site.multipart import read_parts
from workshop_tool.site.refusals import UnreadableForm
from workshop_tool.site.stations.photos import PHOTO_CAP
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


def test_a_browser_without_script_sends_a_photo(station: Station, session: WorkshopSession) -> None:
    """As a form, and is sent back to the poster, which counts it."""
    answer = posted(station, photo=a_photo())
    assert (answer.history[0].status_code, answer.url.path) == (303, POSTER)
    assert '<b id="photos">1</b>' in answer.text
    assert len(poster(session).photos) == 1


@pytest.mark.parametrize(
    ("photo", "status", "said"),
    [(b"", 409, "No photo was chosen"), (b"<svg onload=alert(1)>", 409, "is not"), (b"\xff" * 90, 409, "is not")],
)
def test_a_form_with_no_picture_in_it_is_told_so(
    station: Station, session: WorkshopSession, photo: bytes, status: int, said: str
) -> None:
    """On the page of the poster, with nothing kept."""
    answer = posted(station, photo=photo)
    assert answer.status_code == status
    assert said in answer.text
    assert not poster(session).photos


def test_a_form_with_a_photo_must_be_ours(station: Station, session: WorkshopSession) -> None:
    """Another site cannot send one in the group's name."""
    assert posted(station, csrf="0" * 32, photo=a_photo()).status_code == 403
    assert not poster(session).photos


def test_a_form_with_more_than_12_mb_is_refused(station: Station) -> None:
    """The same cap as by script, and what frames the form."""
    assert posted(station, photo=bytes(PHOTO_CAP + 8192)).status_code == 413


def test_a_form_with_a_photo_for_a_locked_poster_is_refused(station: Station, session: WorkshopSession) -> None:
    """With the sentence, on the page of the poster."""
    session.edit("Lock", partial(revise_item, table="posters", item_id="p1", locked=True)).result()
    assert posted(station, photo=a_photo()).status_code == 423
    assert not poster(session).photos


def test_who_is_no_station_is_asked_for_the_key(phone: Phone) -> None:
    """Before any of the photo is read."""
    answer = phone.post(f"{POSTER}/photo", files={"photo": ("a.jpg", a_photo())}, headers=phone.own)
    assert answer.status_code == 401


CUT: Final = b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a"\r\n\r\nphoto\r\n'


def test_the_parts_of_a_form_come_out_byte_for_byte() -> None:
    """Whatever is in them, line ends and dashes included."""
    content = b"\r\n--\x00--y\r\n\r\n"
    body = (
        CUT.replace(b"photo\r\n", content + b"\r\n")
        + b'--x\r\ncontent-disposition: form-data; name="csrf"\r\n\r\n1\r\n--x--\r\n'
    )
    assert read_parts(body, ' boundary="x"') == {"photo": content, "csrf": b"1"}


@pytest.mark.parametrize(
    ("body", "parameter"),
    [
        (b"", "boundary=x"),
        (CUT, "boundary=x"),
        (CUT + b"--x", "boundary=x"),
        (CUT + b"--x--\r\n", "boundary=y"),
        (CUT + b"--x--\r\n", "charset=utf-8"),
        (CUT + b"--x--\r\n", 'boundary="x'),
        (b"--x\r\nname=photo\r\n\r\nphoto\r\n--x--\r\n", "boundary=x"),
        (b"--x\r\n--x--\r\n", "boundary=x"),
        (CUT * 50 + b"--x--\r\n", "boundary=x"),
        (b"before\r\n" + CUT + b"--x--\r\n", "boundary=x"),
    ],
)
def test_a_form_that_is_none_is_refused(body: bytes, parameter: str) -> None:
    """Cut short, without a name, with far too many parts, or with something before it."""
    with pytest.raises(UnreadableForm):
        read_parts(body, parameter)


def posted(station: Station, photo: bytes, csrf: str = "") -> httpx.Response:
    """Send a photo as the page's form does."""
    token = csrf or csrf_in(station.get(POSTER).text)
    files = {"photo": ("poster.jpg", photo, "image/jpeg")}
    return station.post(f"{POSTER}/photo", data={"csrf": token}, files=files, headers=station.own)


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
