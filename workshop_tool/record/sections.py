"""The sections of the record in their usual order. Another one is a file in ``pdf/sections`` and a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Final

from workshop_tool.language import _

if TYPE_CHECKING:
    from reportlab.platypus import Flowable

    from workshop_tool.record.facts import RecordFacts
    from workshop_tool.record.pdf.style import Style

    Builder = Callable[[RecordFacts, Style], list[Flowable]]


@dataclass(frozen=True)
class Section:
    """A part of the record that can be switched off, moved, retitled and given a text of its own."""

    key: str
    """Names the field of ``RecordFacts`` that it tells, and its file in ``pdf/sections``."""
    label: Callable[[], str]
    """What the list of sections calls it, in the language in use."""

    @property
    def builder(self) -> "Builder":
        """What draws it. Imported when it is asked for: whoever only lists the sections loads nothing that draws."""
        builder: Builder = import_module(f"workshop_tool.record.pdf.sections.{self.key}").section
        return builder


SECTIONS: Final[tuple[Section, ...]] = (
    Section("cover", lambda: _("Cover")),
    Section("summary", lambda: _("Summary")),
    Section("contents", lambda: _("Contents")),
    Section("introduction", lambda: _("Introduction")),
    Section("programme", lambda: _("Programme")),
    Section("trends", lambda: _("Trends")),
    Section("areas", lambda: _("Problem areas")),
    Section("voting", lambda: _("Result of the dot voting")),
    Section("posters", lambda: _("Posters")),
    Section("links", lambda: _("Links")),
    Section("comments", lambda: _("Comments and next steps")),
    Section("method", lambda: _("Method")),
    Section("appendix", lambda: _("Appendix")),
)
KEYS: Final = tuple(section.key for section in SECTIONS)
