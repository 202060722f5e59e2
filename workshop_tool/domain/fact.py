"""What every fact of a workshop has in common: it is frozen, it is checked, and its texts are clean."""

import re
import secrets
import unicodedata
from typing import Annotated, NewType, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints

LINE_CAP = 500
TEXT_CAP = 20_000

AreaId = NewType("AreaId", str)
CriterionKey = NewType("CriterionKey", str)
FieldKey = NewType("FieldKey", str)
GroupId = NewType("GroupId", str)
PartKey = NewType("PartKey", str)
PosterId = NewType("PosterId", str)
TrendId = NewType("TrendId", str)

# Bidirectional overrides and isolates reorder what stands around them; nothing that is typed needs them.
_UNWANTED = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\ufeff\u00ad]")
# Latin letters and common punctuation: texts that are nothing else need no look at each character.
_PLAIN = re.compile("[\n\t -~\u00a0-\u024f\u2010-\u2027\u2030-\u205e]*")


def clean_text(text: str) -> str:
    """Return the text in NFC without control characters, bidi overrides and lone surrogates; line breaks stay."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _UNWANTED.sub("", text)
    if _PLAIN.fullmatch(text):
        return unicodedata.normalize("NFC", text).strip()
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"})
    return unicodedata.normalize("NFC", "".join(kept)).strip()


def clean_line(text: str) -> str:
    """Return the text cleaned and on one line, with blanks collapsed."""
    return " ".join(clean_text(text).split())


def _capped(cap: int) -> AfterValidator:
    def check(text: str) -> str:
        if len(text) > cap:
            raise ValueError(f"longer than {cap} characters")
        return text

    return AfterValidator(check)


def _cleaned_line(value: object) -> object:
    return clean_line(value) if isinstance(value, str) else value


def _cleaned_text(value: object) -> object:
    return clean_text(value) if isinstance(value, str) else value


Line = Annotated[str, BeforeValidator(_cleaned_line), _capped(LINE_CAP)]
"""One line of a person's words; may be empty."""

Name = Annotated[str, BeforeValidator(_cleaned_line), StringConstraints(min_length=1), _capped(LINE_CAP)]
"""One line that must say something."""

Text = Annotated[str, BeforeValidator(_cleaned_text), _capped(TEXT_CAP)]
"""A person's words, with line breaks; may be empty."""


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""An id is part of file keys and web addresses: plain letters, digits, dashes and underscores."""


class Fact(BaseModel):
    """A frozen statement about the workshop; a change makes a new one, which is checked again."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def revised(self, **changes: object) -> Self:
        """Return a validated copy (``model_copy`` would validate nothing)."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self).model_validate(values | changes)


class Item(Fact):
    """A fact with an identity that stays, and a place in its list."""

    id: Id
    position: float = 0.0
    """Where it stands in its list: moving one item changes this one number and touches no other item."""


def new_id() -> str:
    """Return an id that no other item in any workshop has: 15 hexadecimal digits, 60 random bits."""
    return secrets.token_hex(8)[:15]
