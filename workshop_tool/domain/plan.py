"""The plan: everything the workshop knows apart from votes, as one small frozen tree."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Self

from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.earlier import Earlier
from workshop_tool.domain.fact import Fact, Item
from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.now import Now
from workshop_tool.domain.particulars import Particulars, ProgrammePart, Question
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.posters import DAMVAD_TEMPLATE, Poster, PosterTemplate
from workshop_tool.domain.record_choices import RecordChoices
from workshop_tool.domain.suggestions import Suggestion
from workshop_tool.domain.trends import Trend

Key = tuple[str, str]
"""Names one document of a workshop: its table and its id."""

PARTICULARS: Final[Key] = ("particulars", "workshop")
TEMPLATE: Final[Key] = ("template", "poster")
NOW: Final[Key] = ("now", "now")
RECORD: Final[Key] = ("record", "record")
EARLIER: Final[Key] = ("earlier", "earlier")
AT_FIRST: Final = Now()
ON_ITS_OWN: Final = Earlier()
AS_WRITTEN: Final = RecordChoices()

SINGLES: Final[dict[Key, str]] = {
    PARTICULARS: "particulars",
    TEMPLATE: "template",
    NOW: "now",
    RECORD: "record",
    EARLIER: "earlier",
}
"""The documents that stand alone, and what the plan calls them."""

TABLES: Final[dict[type[Item], str]] = {
    ProgrammePart: "programme",
    Question: "questions",
    Trend: "trends",
    ProblemArea: "areas",
    Participant: "participants",
    Group: "groups",
    Poster: "posters",
    Suggestion: "suggestions",
    Minute: "minutes",
}
"""Which list of the plan an item belongs to."""


@dataclass(frozen=True)
class Plan:
    """Particulars, template and lists; ``touched`` names the documents that changed since the last commit."""

    particulars: Particulars
    template: PosterTemplate = DAMVAD_TEMPLATE
    programme: Keyed[ProgrammePart] = field(default_factory=Keyed)
    questions: Keyed[Question] = field(default_factory=Keyed)
    trends: Keyed[Trend] = field(default_factory=Keyed)
    areas: Keyed[ProblemArea] = field(default_factory=Keyed)
    participants: Keyed[Participant] = field(default_factory=Keyed)
    groups: Keyed[Group] = field(default_factory=Keyed)
    posters: Keyed[Poster] = field(default_factory=Keyed)
    suggestions: Keyed[Suggestion] = field(default_factory=Keyed)
    minutes: Keyed[Minute] = field(default_factory=Keyed)
    now: Now = AT_FIRST
    record: RecordChoices = AS_WRITTEN
    earlier: Earlier = ON_ITS_OWN
    """What it continues; a document of its own only where it does."""
    touched: frozenset[Key] = field(default=frozenset(), compare=False)

    def with_particulars(self, particulars: Particulars) -> Self:
        """Return the plan with other particulars."""
        return replace(self, particulars=particulars, touched=self.touched | {PARTICULARS})

    def with_template(self, template: PosterTemplate) -> Self:
        """Return the plan with another poster template."""
        return replace(self, template=template, touched=self.touched | {TEMPLATE})

    def with_now(self, now: Now) -> Self:
        """Return the plan at another moment of the day."""
        return replace(self, now=now, touched=self.touched | {NOW})

    def with_record(self, record: RecordChoices) -> Self:
        """Return the plan with other choices for its record."""
        return replace(self, record=record, touched=self.touched | {RECORD})

    def with_earlier(self, earlier: Earlier) -> Self:
        """Return the plan carrying on from another workshop."""
        return replace(self, earlier=earlier, touched=self.touched | {EARLIER})

    def with_item(self, item: Item) -> Self:
        """Return the plan with this item in its list, added or in the place of the one with its id."""
        table = TABLES[type(item)]
        changed = {table: self.list_of(table).with_item(item)}
        return replace(self, **changed, touched=self.touched | {(table, item.id)})  # type: ignore[arg-type]

    def with_new(self, item: Item) -> Self:
        """Return the plan with this item added at the end of its list."""
        return self.with_item(item.revised(position=self.list_of(TABLES[type(item)]).end()))

    def without_item(self, item: Item) -> Self:
        """Return the plan without this item."""
        table = TABLES[type(item)]
        changed = {table: self.list_of(table).without(item.id)}
        return replace(self, **changed, touched=self.touched | {(table, item.id)})  # type: ignore[arg-type]

    def with_fact(self, key: Key, fact: Fact | None) -> Self:
        """Return the plan with this under the key, or with nothing under it."""
        if isinstance(fact, Item):
            return self.with_item(fact)
        if key in SINGLES:
            single = ON_ITS_OWN if fact is None and key == EARLIER else fact
            if single is None:
                return self
            changed = {SINGLES[key]: single}
            return replace(self, **changed, touched=self.touched | {key})  # type: ignore[arg-type]
        item = self.list_of(key[0]).get(key[1])
        return self.without_item(item) if item else self

    def list_of(self, table: str) -> Keyed[Item]:
        """Return one of the lists by the name of its table."""
        listed: Keyed[Item] = getattr(self, table)
        return listed

    def settled(self) -> Self:
        """Return the plan with nothing noted as touched."""
        return replace(self, touched=frozenset())

    def fact(self, key: Key) -> Fact | None:
        """Return what stands under a key, or None where nothing does."""
        if key == EARLIER and self.earlier == ON_ITS_OWN:
            return None
        if key in SINGLES:
            single: Fact = getattr(self, SINGLES[key])
            return single
        table, item_id = key
        return self.list_of(table).get(item_id)

    def facts(self) -> Iterator[tuple[Key, Fact]]:
        """Yield everything in the plan with its key."""
        yield PARTICULARS, self.particulars
        yield TEMPLATE, self.template
        yield NOW, self.now
        yield RECORD, self.record
        if self.earlier != ON_ITS_OWN:
            yield EARLIER, self.earlier
        for table in TABLES.values():
            for item in self.list_of(table):
                yield (table, item.id), item

    @property
    def next_number(self) -> int:
        """The number after the highest one of the problem areas."""
        return max((area.number for area in self.areas), default=0) + 1

    @property
    def sectors(self) -> tuple[str, ...]:
        """The sectors of the participants, each once, in the order of the list."""
        return tuple(dict.fromkeys(person.sector for person in self.participants if person.sector))

    @property
    def shown_areas(self) -> tuple[ProblemArea, ...]:
        """The problem areas that the room sees, in list order."""
        return tuple(area for area in self.areas if not area.hidden)

    def area_of(self, poster: Poster) -> ProblemArea:
        """Return the problem area that a poster is about."""
        return self.areas[poster.area]

    def title_of(self, poster: Poster) -> str:
        """Return a poster's own title, or the list's text where it has none."""
        return poster.title or self.area_of(poster).text

    def poster_on(self, area_id: str) -> Poster | None:
        """Return the poster on a problem area, or None while it is free."""
        return next((poster for poster in self.posters if poster.area == area_id), None)

    def posters_in_list_order(self) -> tuple[Poster, ...]:
        """Return the posters in the order of the problem list."""
        return tuple(sorted(self.posters, key=lambda poster: self.area_of(poster).number))
