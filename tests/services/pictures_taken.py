"""Pictures as they come from cameras, scanners and designers, for the tests of photos."""

import io
from pathlib import Path
from typing import Any

from PIL import Image

from workshop_tool.services.photo_files import prepared_photo
from workshop_tool.store.attachments import keep_attachment

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825


def encoded(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file of one kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def a_picture(width: int = 60, height: int = 40, left: str = "red", right: str = "blue") -> Image.Image:
    """Return a picture whose left and right half differ, so that one sees how it is turned."""
    image = Image.new("RGB", (width, height), left)
    image.paste(right, (width // 2, 0, width, height))
    return image


def from_a_camera(width: int = 60, height: int = 40, orientation: int = 1) -> bytes:
    """Return a JPEG that tells where it was taken, and by what."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, "Camera of a witness"
    exif.get_ifd(GPS).update({1: "N", 2: (59.0, 54.0, 40.0), 3: "E", 4: (10.0, 44.0, 20.0)})
    return encoded(a_picture(width, height), "JPEG", exif=exif, comment=b"written by a witness")


def decoded(data: bytes) -> Image.Image:
    """Return what a file shows."""
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image


def keep_a_photo(workshop_file: Path, colour: str = "red") -> str:
    """Keep a photo of one colour beside a workshop, and return its name."""
    return keep_attachment(workshop_file, *prepared_photo(encoded(a_picture(left=colour), "PNG")))
