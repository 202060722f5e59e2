"""Posters, and the template that says which fields a poster has."""

import re
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from workshop_tool.domain.attachments import AttachmentName
from workshop_tool.domain.fact import AreaId, Fact, FieldKey, GroupId, Item, Line, Name, PartKey, Text, TrendId

FieldKind = Literal["text", "trends", "solution", "issues"]
MOST_PHOTOS: Final = 20
"""That one poster holds."""


class Part(Fact):
    """A part of the group work, such as the morning."""

    key: PartKey
    label: Name


class PosterField(Fact):
    """One field of the poster: what it is called, what it asks, and when it is filled in."""

    key: FieldKey
    label: Name
    prompt: Line = ""
    kind: FieldKind = "text"
    part: PartKey


class PosterTemplate(Fact):
    """An ordered set of fields; editor, group station, record and printables are laid out from it."""

    name: Name
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    fields: Annotated[tuple[PosterField, ...], Field(min_length=1)]
    domains: tuple[Name, ...] = ()
    """Where solutions may come from; each solution should come from a different one."""

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        parts = [part.key for part in self.parts]
        if len(set(parts)) < len(parts) or len(set(self.keys)) < len(self.keys):
            raise ValueError("two parts or two fields have the same key")
        if not {field.part for field in self.fields}.issubset(parts):
            raise ValueError("a field names a part that the template does not have")
        return self

    def field(self, key: str) -> PosterField:
        """Return one field, or raise KeyError."""
        return {str(field.key): field for field in self.fields}[key]

    @property
    def keys(self) -> tuple[FieldKey, ...]:
        """The field keys in order."""
        return tuple(field.key for field in self.fields)


class Action(Fact):
    """One row of a solution: who does what, and who follows it up."""

    actor: Line = ""
    action: Line = ""
    owner: Line = ""


Effect = Literal["better", "worse"]
MOST_ACTIONS: Final = 30
"""That one solution holds."""
Actions = Annotated[tuple[Action, ...], Field(max_length=MOST_ACTIONS)]


class Poster(Item):
    """What one group (two, when they are mixed) wrote about one problem area."""

    area: AreaId
    title: Line = ""
    """Set only where it differs from the list's text."""
    groups: dict[PartKey, GroupId] = {}  # noqa: RUF012 - pydantic copies defaults
    """Which group made it in each part; unknown parts are absent."""
    fields: dict[FieldKey, Text] = {}  # noqa: RUF012 - pydantic copies defaults
    """Texts by field key, a point per line. A missing or empty field is blank: shown as blank, never invented."""
    domains: dict[FieldKey, Line] = {}  # noqa: RUF012 - pydantic copies defaults
    """The domain that a solution comes from."""
    actions: dict[FieldKey, Actions] = {}  # noqa: RUF012 - pydantic copies defaults
    """Rows of actor and action, by the key of the solution they belong to."""
    trends: tuple[TrendId, ...] = ()
    effects: dict[TrendId, Effect] = {}  # noqa: RUF012 - pydantic copies defaults
    """What a linked trend does to the problem, where the group said so."""
    links: tuple[AreaId, ...] = ()
    photos: Annotated[tuple[AttachmentName, ...], Field(max_length=MOST_PHOTOS)] = ()
    """Photos of the paper poster, which stand beside the workshop file; see ``workshop_tool.domain.attachments``."""
    done: bool = False
    locked: bool = False
    """Whether the facilitator keeps the groups from writing on it for now."""
    note: Text = ""

    def text(self, key: str) -> str:
        """Return one field's text, empty where nothing was written."""
        return self.fields.get(FieldKey(key), "")

    def points(self, key: str) -> tuple[str, ...]:
        """Return the points of one field, one per line, without the bullet that a hand put in front."""
        lines = (_BULLET.sub("", line.strip()) for line in self.text(key).splitlines())
        return tuple(line for line in lines if line)


# A dash or star is a bullet only before a blank: "-5 %" is a number.
_BULLET: Final = re.compile(r"^(?:[-*\N{EN DASH}\N{EM DASH}]\s+|[\N{BULLET}\N{BLACK SMALL SQUARE}\N{MIDDLE DOT}]\s*)+")

MORNING, AFTERNOON = PartKey("morning"), PartKey("afternoon")

DAMVAD_TEMPLATE = PosterTemplate(
    name="DAMVAD poster",
    parts=(Part(key=MORNING, label="Morning"), Part(key=AFTERNOON, label="Afternoon")),
    fields=(
        PosterField(
            key=FieldKey("evidence"),
            label="Evidence of the problem",
            prompt="What shows that it is there? What do we take its causes to be?",
            part=MORNING,
        ),
        PosterField(
            key=FieldKey("trends"),
            label="Influencing trends",
            prompt="Which make it better, which worse, and how?",
            kind="trends",
            part=MORNING,
        ),
        PosterField(
            key=FieldKey("solution_a"),
            label="Solution A",
            prompt="Who should do what?",
            kind="solution",
            part=AFTERNOON,
        ),
        PosterField(
            key=FieldKey("solution_b"),
            label="Solution B",
            prompt="Who should do what?",
            kind="solution",
            part=AFTERNOON,
        ),
        PosterField(
            key=FieldKey("linked"),
            label="Linked issues",
            prompt="What would enable this, or be enabled by it?",
            kind="issues",
            part=AFTERNOON,
        ),
        PosterField(
            key=FieldKey("success"),
            label="What success would look like",
            prompt="And which figures would show it?",
            part=AFTERNOON,
        ),
    ),
    domains=("infrastructure", "human capital", "investment", "digital", "organisational", "governance"),
)
