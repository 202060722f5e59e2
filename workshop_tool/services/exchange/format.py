"""The models of the exchange format: what may stand in the file, in the order in which it is written."""

import datetime as dt
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from workshop_tool.domain.earlier import Earlier
from workshop_tool.domain.fact import Id, Line, Name, Text
from workshop_tool.domain.minutes import MinuteKind
from workshop_tool.domain.particulars import Shown, Stage, Standing
from workshop_tool.domain.posters import MOST_ACTIONS, Effect, PosterTemplate
from workshop_tool.domain.record_choices import SectionKey
from workshop_tool.domain.trends import Origin, Share
from workshop_tool.domain.voting.criteria import Criteria
from workshop_tool.domain.voting.rounds import Dots, PosterOrder, TieRule, Voters

FORMAT: Final = "workshop-tool/1"

Number = Annotated[int, Field(ge=1, le=9999)]
Count = Annotated[int, Field(ge=0, le=100_000)]


class Part(BaseModel):
    """Whatever stands in the file: nothing that the format does not know.

    Ids are optional everywhere: left out, the tool makes one; kept, a later file can speak of the same thing.
    """

    model_config = ConfigDict(extra="forbid", strict=True)


class WorkshopPart(Part):
    """The workshop as a whole."""

    title: Name
    project: Line = ""
    subtitle: Line = ""
    client: Line = ""
    date: dt.date | None = None
    place: Line = ""
    host: Line = ""
    facilitators: list[Name] = []
    author: Line = ""
    purpose: Text = ""
    introduction: Text = ""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"
    horizon: Line = "2030"
    interviews: Count | None = None
    documents: Count | None = None
    present: Count | None = None
    source: Text = ""
    standing: Standing = "running"


class ProgrammeEntry(Part):
    """One timed part of the day."""

    id: Id | None = None
    title: Name
    starts: dt.time | None = None
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] | None = None
    note: Text = ""
    stage: Stage = ""
    shows: Shown = ""
    reminder: Text = ""
    example: bool = False


class QuestionEntry(Part):
    """A warm-up question."""

    id: Id | None = None
    text: Name


class TrendEntry(Part):
    """A trend; null for importance or certainty leaves it off the map."""

    id: Id | None = None
    label: Name
    importance: Share | None = None
    certainty: Share | None = None
    origin: Origin | None = None
    presented_as: Line = ""
    presented_importance: Share | None = None
    presented_certainty: Share | None = None
    sources: Count | None = None
    note: Text = ""
    example: bool = False


class AreaEntry(Part):
    """A problem area; its number is how posters, links and votes name it."""

    id: Id | None = None
    number: Number
    text: Name
    theme: Line = ""
    origin: Origin | None = None
    new: bool = False
    note: Text = ""
    owner: Line = ""
    hidden: bool = False


class GroupEntry(Part):
    """A group; its name is how participants and posters name it."""

    id: Id | None = None
    name: Name


class ParticipantEntry(Part):
    """A participant, with the group's name for each part of the day."""

    id: Id | None = None
    name: Name
    organisation: Line = ""
    sector: Line = ""
    groups: dict[str, Name] = {}
    held: list[str] = []
    example: bool = False


class ActionEntry(Part):
    """One row of a solution: who does what, and who follows it up."""

    actor: Line = ""
    action: Line = ""
    owner: Line = ""


class PosterEntry(Part):
    """A poster on a problem area; a field that was left blank is null or absent."""

    id: Id | None = None
    problem: Number
    title: Line | None = None
    groups: dict[str, Name] = {}
    fields: dict[str, Text | None] = {}
    domains: dict[str, Line] = {}
    actions: dict[str, Annotated[list[ActionEntry], Field(max_length=MOST_ACTIONS)]] = {}
    trends: list[Name] = []
    """Trends by label."""
    effects: dict[Name, Effect] = {}
    """What a linked trend does to the problem, by label."""
    links: list[Number] = []
    """Problem areas by number."""
    done: bool = False
    note: Text = ""


NumberKey = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,3}$")]
"""A problem number where JSON wants a text."""


class BallotEntry(Part):
    """One voter's dots, by problem number and criterion."""

    way: Literal["phone", "paper"] = "phone"
    dots: dict[NumberKey, dict[str, Dots]]


class SumsEntry(Part):
    """All ballots together, where single ones are not told: their dots by problem number and criterion."""

    phone: Count = 0
    paper: Count = 0
    dots: dict[NumberKey, dict[str, Count]]


class SectorEntry(Part):
    """Voters of one sector, or of several, by problem number and criterion; null is suppressed."""

    sectors: list[Line]
    voters: Count
    cells: dict[NumberKey, dict[str, Count | None]]


class DecisionEntry(Part):
    """The order, the best first, that the facilitator gave to posters with equal dots."""

    criterion: str
    problems: Annotated[list[Number], Field(min_length=2)]
    reason: Name


class CountRow(Part):
    """Dots counted off one paper poster, by criterion; null is not entered, which is not zero. Later rows correct."""

    problem: Number
    dots: dict[str, Count | None]
    by: Line = ""
    reason: Line = ""


class RoundEntry(Part):
    """A round of dot voting. A file holds no open round: one that was open is written as closed."""

    id: Id | None = None
    name: Name
    state: Literal["prepared", "closed", "published"] = "published"
    criteria: Criteria | None = None
    """Left out: priority (blue circle P) and feasibility (green triangle F)."""
    dots: dict[str, Dots | None] = {}
    """Dots per person by criterion; null where unknown."""
    most_per_poster: Annotated[int, Field(ge=1)] | None = None
    tie_rule: TieRule = "shared rank"
    decisions: list[DecisionEntry] = []
    voters: Voters = "open"
    own_poster: bool = True
    poster_order: PosterOrder = "list"
    only: list[Number] = []
    """The posters it was prepared for; empty: all there are."""
    follows: Id | None = None
    """Id of the round that it repeats, or whose tie it decides."""
    present: Count | None = None
    problems: list[Number] | None = None
    """The posters that stood for election; left out: all there are."""
    opened_at: dt.datetime | None = None
    published_at: dt.datetime | None = None
    late_count: Count = 0
    """Ballots that came after the close, and do not count."""
    breakdown: list[SectorEntry] | None = None
    note: Line = ""
    summed: SumsEntry | None = None
    ballots: list[BallotEntry] = []
    counts: list[CountRow] = []


class MinuteEntry(Part):
    """Something said in the plenary, decided, or to be done next; the poster is named by its problem's number."""

    id: Id | None = None
    text: Text
    kind: MinuteKind = "comment"
    problem: Number | None = None
    owner: Line = ""


class SectionEntry(Part):
    """One section of the record as it was chosen to be."""

    key: SectionKey
    shown: bool = True
    title: Line = ""
    text: Text = ""


class RecordEntry(Part):
    """What was chosen for the record; logos are not part of this format."""

    sections: list[SectionEntry] = []
    summary: Text = ""
    accent: Annotated[str, Field(pattern=r"^(#[0-9A-Fa-f]{6})?$")] = ""
    names: bool = False
    ballots: bool = False


class LogRow(Part):
    """Something that was recorded and cannot be undone."""

    at: dt.datetime
    kind: Literal["round", "workshop", "edit after closing"]
    text: Line
    actor: Line = "facilitator"


class ExchangeWorkshop(Part):
    """A whole workshop."""

    format: Literal["workshop-tool/1"] = FORMAT
    workshop: WorkshopPart
    template: PosterTemplate | None = None
    """Left out: the default poster template."""
    programme: list[ProgrammeEntry] = []
    questions: list[Name | QuestionEntry] = []
    trends: list[TrendEntry] = []
    problem_areas: list[AreaEntry] = []
    groups: list[Name | GroupEntry] = []
    participants: list[ParticipantEntry] = []
    posters: list[PosterEntry] = []
    rounds: list[RoundEntry] = []
    minutes: list[MinuteEntry] = []
    record: RecordEntry | None = None
    """Left out: the record writes itself."""
    earlier: Earlier | None = None
    """Left out: it continues no other workshop."""
    log: list[LogRow] = []


def exchange_schema() -> dict[str, Any]:
    """Return the JSON Schema of the exchange format."""
    schema = ExchangeWorkshop.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
