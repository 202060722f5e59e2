"""Pictures that people gave: logos and photos of paper posters."""

from io import BytesIO

from PIL import Image, UnidentifiedImageError
from reportlab.lib.utils import ImageReader


def readable(data: bytes | None) -> ImageReader | None:
    """Return a picture, or None where it is missing or cannot be read: a record never fails for one."""
    if data is None:
        return None
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as image:
            image.load()
        return ImageReader(BytesIO(data))
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
