"""Photos: whatever a camera made becomes a small upright picture that tells nothing but what it shows."""

import contextlib
import os
import random
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from tests.services.pictures_taken import GPS, a_picture, decoded, encoded, from_a_camera
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.services.photo_files import (
    LONGEST_SIDE,
    MOST_BYTES,
    NotAPhoto,
    PhotoIsHeic,
    PhotoMoves,
    PhotoTooLarge,
    prepared_photo,
)
from workshop_tool.services.photos import PhotoNotRead, drawn_photo, keep_photo
from workshop_tool.store.attachments import attachment_names, keep_attachment, read_attachment
from workshop_tool.store.names import files_folder


def shown(data: bytes) -> Image.Image:
    """Return what is left of a picture."""
    return decoded(prepared_photo(data)[0])


def test_a_photo_tells_nothing_of_place_and_camera() -> None:
    """Of the notes that a phone adds, nothing is left in the bytes."""
    data = from_a_camera()
    assert decoded(data).getexif().get_ifd(GPS)
    prepared, _suffix = prepared_photo(data)
    assert (dict(decoded(prepared).getexif()), b"witness" in data, b"witness" in prepared) == ({}, True, False)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_kept_as_jpeg(kind: str) -> None:
    """Whatever it came as."""
    prepared, suffix = prepared_photo(encoded(a_picture(), kind))
    assert (decoded(prepared).format, suffix) == ("JPEG", ".jpg")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_logo_stays_transparent(kind: str) -> None:
    """It lies on white paper and on a dark screen alike."""
    logo = a_picture().convert("RGBA")
    logo.putalpha(Image.new("L", logo.size, 90))
    prepared, suffix = prepared_photo(encoded(logo, kind, **({"lossless": True} if kind == "WEBP" else {})))
    assert (decoded(prepared).format, decoded(prepared).getpixel((0, 0)), suffix) == ("PNG", (255, 0, 0, 90), ".png")


def test_a_logo_tells_nothing_else() -> None:
    """Profiles and notes of the program that made it go."""
    logo = Image.new("RGBA", (9, 9), (0, 0, 0, 0))
    prepared, _suffix = prepared_photo(encoded(logo, "PNG", icc_profile=b"witness", dpi=(72, 72)))
    assert (decoded(prepared).info, b"iCCP" in prepared) == ({}, False)


def test_a_screenshot_that_covers_all_is_a_photo() -> None:
    """It could be transparent, but is nowhere."""
    assert prepared_photo(encoded(a_picture().convert("RGBA"), "PNG"))[1] == ".jpg"


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK"])
def test_a_picture_of_any_mode_is_taken(mode: str) -> None:
    """A scanner's black and white, a printer's four colours, sixteen bits of grey."""
    picture = Image.new(mode, (40, 30), 0 if mode != "LA" else (0, 255))
    assert shown(encoded(picture, "JPEG" if mode == "CMYK" else "PNG")).mode == "RGB"


def test_sixteen_bits_of_grey_stay_grey() -> None:
    """And are not all white."""
    assert shown(encoded(Image.new("I;16", (40, 30), 40_000), "PNG")).getpixel((9, 9)) == (156, 156, 156)


@pytest.mark.parametrize(
    ("orientation", "size", "first"),
    [(1, (60, 40), "left"), (3, (60, 40), "right"), (6, (40, 60), "left"), (8, (40, 60), "right")],
)
def test_a_photo_stands_upright(orientation: int, size: tuple[int, int], first: str) -> None:
    """However the camera was held: what the camera noted is done."""
    upright = shown(from_a_camera(orientation=orientation))
    red, _green, blue = upright.getpixel((2, 2))  # type: ignore[misc]
    assert (upright.size, "left" if red > blue else "right") == (size, first)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow's word for the log
def test_notes_that_nobody_can_read_spoil_no_photo() -> None:
    """What is to be seen is intact."""
    assert shown(encoded(a_picture(), "JPEG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff garbage")).size == (60, 40)


def test_a_large_photo_is_scaled_down() -> None:
    """Its longest side, whichever that is."""
    sizes = [shown(encoded(a_picture(*size), "JPEG")).size for size in ((4800, 1200), (1000, 4000))]
    assert sizes == [(LONGEST_SIDE, 600), (600, LONGEST_SIDE)]


def test_a_small_photo_is_not_scaled_up() -> None:
    """More pixels would show no more."""
    assert shown(encoded(a_picture(60, 40), "JPEG")).size == (60, 40)


def test_a_phones_photo_with_a_second_picture_in_it_is_its_first() -> None:
    """Many phones put a preview or a map of depths behind the photo."""
    data = encoded(a_picture(), "MPO", save_all=True, append_images=[Image.new("RGB", (6, 4))])
    assert decoded(data).format == "MPO"
    assert shown(data).size == (60, 40)


def test_the_same_photo_gives_the_same_bytes() -> None:
    """So that it stands beside the workshop once."""
    assert prepared_photo(from_a_camera()) == prepared_photo(from_a_camera())


def test_threads_may_prepare_photos_at_once() -> None:
    """Nothing is shared between two calls."""
    cameras = [from_a_camera(60 + n, 40) for n in range(16)]
    with ThreadPoolExecutor(4) as pool:
        widths = [decoded(prepared).width for prepared, _suffix in pool.map(prepared_photo, cameras)]
    assert widths == [60 + n for n in range(16)]


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")  # as for people, who are shown none
@pytest.mark.parametrize("size", [(10_001, 10_000), (15_000, 15_000)], ids=["over", "far over"])
def test_a_picture_that_unpacks_without_end_is_refused(size: tuple[int, int]) -> None:
    """A few thousand bytes may stand for gigabytes of white."""
    with pytest.raises(PhotoTooLarge, match="100 megapixels"):
        prepared_photo(encoded(Image.new("1", size), "PNG"))


def test_a_file_over_forty_megabytes_is_refused() -> None:
    """Before anything in it is looked at."""
    with pytest.raises(PhotoTooLarge, match="40 MB"):
        prepared_photo(bytes(MOST_BYTES + 1))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(kind: str) -> None:
    """Nobody knows which moment of it was meant."""
    data = encoded(a_picture(), kind, save_all=True, append_images=[a_picture(left="green")], duration=100)
    with pytest.raises(PhotoMoves):
        prepared_photo(data)


def test_heic_is_said_by_its_name() -> None:
    """The sentence says what to do on the phone."""
    with pytest.raises(PhotoIsHeic, match="JPEG"):
        prepared_photo(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(100))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"Dear Sir",
        b"%PDF-1.7",
        b"<svg/>",
        b"\xff\xd8\xff",
        encoded(a_picture(), "GIF"),
        encoded(a_picture(), "BMP"),
    ],
    ids=["empty", "text", "pdf", "svg", "head only", "gif", "bmp"],
)
def test_what_is_no_photo_is_refused(data: bytes) -> None:
    """Its content decides, whatever its name ends in."""
    with pytest.raises(NotAPhoto, match="choose a JPEG, PNG or WebP"):
        prepared_photo(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_that_was_cut_off_is_refused(kind: str) -> None:
    """Half a poster in grey would look as if somebody had left it blank."""
    data = encoded(Image.effect_noise((200, 200), 90).convert("RGB"), kind)
    for share in (0.1, 0.5, 0.9):
        with pytest.raises(NotAPhoto):
            prepared_photo(data[: int(len(data) * share)])


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_damaged_photo_is_a_photo_or_a_sentence(kind: str) -> None:
    """Whatever bytes are changed: never a traceback."""
    rng = random.Random(kind)
    data = encoded(a_picture(), kind) if kind != "JPEG" else from_a_camera()
    for _ in range(150):
        hurt = bytearray(data)
        for _ in range(rng.randint(1, 6)):
            hurt[rng.randrange(len(hurt))] = rng.randrange(256)
        with contextlib.suppress(WorkshopProblem):
            prepared_photo(bytes(hurt))


def test_a_kept_photo_stands_beside_the_workshop(tmp_path: Path) -> None:
    """Prepared, under its name."""
    photo = tmp_path / "IMG_1.JPG"
    photo.write_bytes(from_a_camera())
    name = keep_photo(tmp_path / "day.workshop.json", photo)
    assert read_attachment(tmp_path / "day.workshop.json", name) == prepared_photo(from_a_camera())[0]


@pytest.mark.parametrize("kind", ["missing", "a folder", "a pipe"])
def test_a_photo_that_cannot_be_read_is_said(tmp_path: Path, kind: str) -> None:
    """A stick that was pulled out, a link that leads nowhere: one sentence, and nothing is kept."""
    photo = tmp_path / "IMG_1.JPG"
    if kind == "a folder":
        photo.mkdir()
    elif kind == "a pipe":
        os.mkfifo(photo)
    with pytest.raises(PhotoNotRead, match=r"IMG_1\.JPG"):
        keep_photo(tmp_path / "day.workshop.json", photo)
    assert not files_folder(tmp_path / "day.workshop.json").exists()


def test_a_refused_photo_leaves_nothing(tmp_path: Path) -> None:
    """Neither a file nor a folder."""
    (tmp_path / "letter.jpg").write_text("Dear Sir")
    with pytest.raises(NotAPhoto):
        keep_photo(tmp_path / "day.workshop.json", tmp_path / "letter.jpg")
    assert attachment_names(tmp_path / "day.workshop.json") == frozenset()


def test_a_drawn_photo_fits_its_box(tmp_path: Path) -> None:
    """And keeps its shape; four bytes a pixel, blue first."""
    name = keep_attachment(tmp_path / "day.workshop.json", *prepared_photo(encoded(a_picture(600, 400), "PNG")))
    drawn = drawn_photo(tmp_path / "day.workshop.json", name, 120, 90)
    assert (drawn.width, drawn.height, drawn.stride, len(drawn.pixels)) == (120, 80, 480, 38_400)
    assert drawn.pixels[0] < 10 and drawn.pixels[2] > 240  # noqa: PT018 - one colour


def test_a_drawn_logo_lies_on_white(tmp_path: Path) -> None:
    """As on paper."""
    logo = encoded(Image.new("RGBA", (8, 8), (9, 9, 9, 0)), "PNG")
    name = keep_attachment(tmp_path / "day.workshop.json", *prepared_photo(logo))
    assert set(drawn_photo(tmp_path / "day.workshop.json", name, 8, 8).pixels[:3]) == {255}
