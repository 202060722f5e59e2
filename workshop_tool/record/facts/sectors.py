"""Voters by sector as a table in words; what is suppressed is a dash, with a sentence why."""

from dataclasses import dataclass

from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Breakdown, Round, SectorVoters
from workshop_tool.domain.voting.suppression import FEWEST
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of, poster_key
from workshop_tool.record.facts.wording import listed, number_text, number_word

SUPPRESSED = "\N{EN DASH}"


@dataclass(frozen=True)
class SectorColumn:
    """Sectors that are told of as one, and how many of them voted."""

    sectors: str
    voters: str


@dataclass(frozen=True)
class SectorRow:
    """One poster: how many voters of each column placed a dot on it."""

    number: int
    title: str
    poster: str
    """Key of the poster's page."""
    cells: tuple[str, ...]


@dataclass(frozen=True)
class SectorTable:
    """One criterion."""

    criterion: Criterion
    rows: tuple[SectorRow, ...]
    """In list order."""


@dataclass(frozen=True)
class SectorFacts:
    """The whole breakdown."""

    columns: tuple[SectorColumn, ...]
    tables: tuple[SectorTable, ...]
    """One for each criterion."""
    note: str


def sector_facts(plan: Plan, round_: Round) -> SectorFacts | None:
    """Return the voters by sector of a published round; None where they are not told."""
    if (told := round_.breakdown) is None:
        return None
    return SectorFacts(
        columns=tuple(_column(line) for line in told.rows),
        tables=tuple(_table(plan, round_, told, criterion) for criterion in round_.asked),
        note=_(
            "Voters who placed at least one such dot are counted, not dots. Sectors of fewer than {fewest} voters are "
            "put together. {dash} is suppressed: fewer than {fewest} voters, or a number that would give one away."
        ).format(fewest=number_word(FEWEST), dash=SUPPRESSED),
    )


def _column(line: SectorVoters) -> SectorColumn:
    sectors = listed([sector or _("no sector given") for sector in line.sectors])
    voters = ngettext("{count} voter", "{count} voters", line.voters).format(count=number_text(line.voters))
    return SectorColumn(sectors, voters)


def _table(plan: Plan, round_: Round, told: Breakdown, criterion: Criterion) -> SectorTable:
    rows = []
    for poster in round_.posters:
        number = number_of(plan, poster)
        cells = tuple(_cell(line, poster, criterion.key) for line in told.rows)
        rows.append(SectorRow(number, plan.title_of(plan.posters[poster]), poster_key(number), cells))
    return SectorTable(criterion, tuple(rows))


def _cell(line: SectorVoters, poster: PosterId, criterion: CriterionKey) -> str:
    voters = line.cells.get(poster, {}).get(criterion)
    return SUPPRESSED if voters is None else number_text(voters)
