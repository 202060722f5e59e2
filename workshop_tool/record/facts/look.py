"""Whose record this looks like: the accent, and the logos on its cover."""

from dataclasses import dataclass

from workshop_tool.domain.plan import Plan
from workshop_tool.language import _
from workshop_tool.look.accent import readable_accent
from workshop_tool.look.palette import LIGHT


@dataclass(frozen=True)
class LogoFacts:
    """A logo on the cover."""

    name: str
    """Under which it is given to ``make_pdf``."""
    alt: str


@dataclass(frozen=True)
class LookFacts:
    """The whole look."""

    accent: str
    """As "#RRGGBB", readable on white."""
    logos: tuple[LogoFacts, ...]
    """The author's, then the client's."""


def look_facts(plan: Plan) -> LookFacts:
    """Return the look that was chosen; an accent too pale to be read is darkened."""
    record, told = plan.record, plan.particulars
    whose = (
        (record.logo, told.author or ", ".join(told.facilitators)),
        (record.client_logo, told.client),
    )
    return LookFacts(
        accent=readable_accent(record.accent) if record.accent else LIGHT.accent,
        logos=tuple(LogoFacts(name, _logo_of(owner)) for name, owner in whose if name),
    )


def _logo_of(owner: str) -> str:
    return _("Logo of {owner}").format(owner=owner) if owner else _("Logo")
