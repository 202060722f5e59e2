"""What the consultant chose for the record: which sections, in which order, under which titles, in whose colours."""

from collections.abc import Sequence
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

    def in_order(self, usual: Sequence[str]) -> tuple[SectionChoice, ...]:
        """Return a choice for every section there is, in the order of the record.

        Args:
            usual: The keys of all sections in their usual order. What was chosen for other keys, as a later version
                may know, is left out.
        """
        named = {choice.key: choice for choice in self.sections if choice.key in usual}
        order = list(named)
        for at, key in enumerate(usual):
            if key not in named:
                before = [order.index(earlier) for earlier in usual[:at]]
                order.insert(max(before, default=-1) + 1, key)
        return tuple(named.get(key) or SectionChoice(key=key) for key in order)
