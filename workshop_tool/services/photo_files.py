"""What a photo's file holds: read with care, made small, and stripped of everything but what one sees."""

import io
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from workshop_tool.domain.refusals import WorkshopProblem

MOST_BYTES: Final = 40_000_000
MOST_PIXELS: Final = 100_000_000
LONGEST_SIDE: Final = 2400
"""Pixels: a poster of a square metre stays legible, and takes about a megabyte."""
QUALITY: Final = 85

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_HEIC: Final = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
"""Kinds of file that phones call a photo and that only some systems can read (ISO/IEC 23008-12, annex B)."""
_OPAQUE: Final = 255
_SPARE: Final = 3
"""A picture is decoded, where that is quicker, in no less than so many times the size it is scaled to."""
_MEGAPIXELS: Final = f"{MOST_PIXELS // 1_000_000} megapixels"

# Pillow's own limit is global, and applies from here on: it warns above this many pixels, and refuses twice as many.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS


class NotAPhoto(WorkshopProblem):
    """This is no picture that can be read here ({what}). Nothing was added; choose a JPEG, PNG or WebP file."""


class PhotoTooLarge(WorkshopProblem):
    """This picture is larger than {most}. Nothing was added; make it smaller in another program first."""


class PhotoIsHeic(WorkshopProblem):
    """This is a HEIC photo, which cannot be read here. Nothing was added; save it as JPEG on the phone, and add it."""


class PhotoMoves(WorkshopProblem):
    """This picture moves. Nothing was added; take a still picture of it, and add that."""


def prepared_photo(data: bytes) -> tuple[bytes, str]:
    """Make a picture fit to be kept: upright, at most 2400 pixels long, and nothing in it but what one sees.

    Args:
        data: A JPEG, PNG or WebP file.

    Returns:
        The new file and its suffix: ``.png`` where the picture is transparent somewhere, as logos are, else ``.jpg``.
        Of the original's bytes and of what it said about place, time and camera nothing is left.

    Raises:
        NotAPhoto, PhotoTooLarge, PhotoIsHeic, PhotoMoves: as they say.
    """
    if len(data) > MOST_BYTES:
        raise PhotoTooLarge(most=f"{MOST_BYTES // 1_000_000} MB")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
        raise PhotoIsHeic
    image = _decoded(data)
    out = io.BytesIO()
    if image.mode == "RGBA":
        image.save(out, "PNG", optimize=True)
        return out.getvalue(), ".png"
    image.save(out, "JPEG", quality=QUALITY, progressive=True)
    return out.getvalue(), ".jpg"


def shown_photo(data: bytes, width: int, height: int) -> tuple[tuple[int, int], bytes]:
    """Return a picture scaled into a box of pixels, as its size and its pixels; the transparent becomes white.

    A pixel has four bytes: blue, green, red, unused. Raises what ``prepared_photo`` raises.
    """
    image = _decoded(data, box=(width, height))
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return paper.size, paper.tobytes("raw", "BGRX")


def _decoded(data: bytes, box: tuple[int, int] = (LONGEST_SIDE, LONGEST_SIDE)) -> Image.Image:
    """Return the picture upright, fitted into a box, decoded to its last byte and with nothing said about it.

    Its mode is RGBA where it is transparent somewhere, else RGB.
    """
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            _check(image)
            image.draft(None, (_SPARE * box[0], _SPARE * box[1]))
            shown = _upright(_in_colours(image))
            shown.thumbnail(box, Image.Resampling.LANCZOS, reducing_gap=_SPARE)
            bare = Image.new(shown.mode, shown.size)
            bare.paste(shown)
            return bare
    except WorkshopProblem:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise PhotoTooLarge(most=_MEGAPIXELS) from error
    except UnidentifiedImageError as error:
        raise NotAPhoto(what="its content is of another kind") from error
    except Exception as error:  # readers of pictures raise whatever a broken file leads them to
        raise NotAPhoto(what="it is damaged or cut off") from error


def _check(image: Image.Image) -> None:
    """Refuse by its head what is not even decoded."""
    if image.width * image.height > MOST_PIXELS:
        raise PhotoTooLarge(most=_MEGAPIXELS)
    # A JPEG of more than one picture is a phone's: the others are previews and depths of the first.
    if image.format in {"PNG", "WEBP"} and getattr(image, "is_animated", False):
        raise PhotoMoves


def _in_colours(image: Image.Image) -> Image.Image:
    """Return the picture in eight bits for each colour; a palette or 16 bits cannot be scaled or kept as JPEG."""
    if image.mode.startswith("I"):
        image = image.point(lambda value: value / 256).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    coloured = image.convert("RGBA")
    least, _most = coloured.getchannel("A").getextrema()
    return coloured.convert("RGB") if least == _OPAQUE else coloured


def _upright(image: Image.Image) -> Image.Image:
    """Return the picture turned as its camera was held; one whose notes cannot be read stays as it is."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001 - what cameras write there is often broken, and the picture is not
        return image
