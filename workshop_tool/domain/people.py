"""Participants by sector, and the groups they work in."""

from workshop_tool.domain.fact import GroupId, Item, Line, Name, PartKey


class Participant(Item):
    """Somebody in the room, by number or by name. Names stay out of the record unless that is turned on."""

    name: Name
    organisation: Line = ""
    sector: Line = ""
    groups: dict[PartKey, GroupId] = {}  # noqa: RUF012 - pydantic copies defaults
    """The group of each part of the day: members are mixed after lunch."""
    held: tuple[PartKey, ...] = ()
    """Parts of the day in which the person stays in the group when the others are mixed."""
    example: bool = False
    """True where nobody knows who was there, and this was made up to show how it looks."""


class Group(Item):
    """A group that works on posters; who is in it differs by part."""

    name: Name
