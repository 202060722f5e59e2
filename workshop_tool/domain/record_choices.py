"""What the consultant chose for the record: which sections, in which order, under which titles, in whose colours."""

from typing import Annotated

from pydantic import Field

from workshop_tool.domain.attachments import AttachmentName
from workshop_tool.domain.fact import Fact, Line, Text

SectionKey = Annotated[str, Field(pattern=r"^[a-z_]{1,40}$")]


class SectionChoice(Fact):
    """One section of the record as it was chosen to be; what stays empty is written from the facts."""

    key: SectionKey
    shown: bool = True
    title: Line = ""
    """In the place of the title that states the message."""
    text: Text = ""
    """A text of the section's own, set before what comes from the facts."""


class RecordChoices(Fact):
    """How the record differs from the one that writes itself."""

    sections: tuple[SectionChoice, ...] = ()
    """In the order chosen; a section that is not named stands at its usual place, as it is."""
    summary: Text = ""
    """In the place of the summary that writes itself; empty leaves that one."""
    accent: Annotated[str, Field(pattern=r"^(#[0-9A-Fa-f]{6})?$")] = ""
    """The branding's colour, ``#RRGGBB``; empty for the house's own."""
    logo: AttachmentName | None = None
    client_logo: AttachmentName | None = None
    names: bool = False
    """Whether participants are listed by name, which needs their consent."""
    ballots: bool = False
    """Whether single ballots are listed as anonymous rows; never beside a breakdown by sector."""
