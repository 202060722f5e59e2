"""How photos and logos are named: by what they hold, so that a name never comes to mean something else."""

import hashlib
import re
from typing import Annotated, Final

from pydantic import StringConstraints

ATTACHMENT_NAME: Final = re.compile(r"[0-9a-f]{64}\.(?:jpg|png)")
"""SHA-256 of the bytes in hexadecimal, and what kind of picture they are; matches only as a whole."""

AttachmentName = Annotated[str, StringConstraints(pattern=rf"^{ATTACHMENT_NAME.pattern}$")]


def attachment_name(data: bytes, suffix: str) -> str:
    """Return the name of an attachment with these bytes; the suffix is ``.jpg`` or ``.png``."""
    return hashlib.sha256(data).hexdigest() + suffix


def is_attachment_name(text: str) -> bool:
    """Tell whether this is the name of an attachment, from the first letter to the last."""
    return ATTACHMENT_NAME.fullmatch(text) is not None
