"""What stands at the head of a section, and what the contents, the bookmarks and the footer call it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A section's name and the message its page states."""

    key: str
    """Where links lead; the same in every record."""
    name: str
    message: str = ""
    """A sentence without a full stop; empty where the name says enough."""
    subtitle: str = ""
    """Who, which measure, how many."""
    text: tuple[str, ...] = ()
    """Paragraphs of the consultant's own, before what comes from the facts."""

    @property
    def title(self) -> str:
        """What the page says in large type."""
        return self.message or self.name


@dataclass(frozen=True)
class ContentsEntry:
    """One line of the contents."""

    key: str
    level: int
    """0 for a section, 1 for what belongs to it."""
    name: str
    message: str = ""
