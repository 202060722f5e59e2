"""The result of the dot voting: ranking, matrix, ledger. Only what is published is told; not entered is never 0."""

from dataclasses import dataclass

from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.result import Result, Row, turnout
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _, ngettext
from workshop_tool.record.facts.areas import number_of, picked_message, poster_key
from workshop_tool.record.facts.heading import Heading
from workshop_tool.record.facts.leading import lead_message
from workshop_tool.record.facts.ledger import LedgerFacts, ledger_facts
from workshop_tool.record.facts.matrix import MatrixFacts, matrix_facts
from workshop_tool.record.facts.rules import decisions_said, dots_in_figures, late_said, tie_rule
from workshop_tool.record.facts.sectors import SectorFacts, sector_facts
from workshop_tool.record.facts.wording import NOT_ENTERED, dots_text, listed, number_text, number_word, opening


@dataclass(frozen=True)
class CellFacts:
    """One poster's dots of one criterion."""

    dots: str
    rank: str
    share: float
    """Of the most dots that any poster got of any criterion, 0 to 1: the length of its bar."""


@dataclass(frozen=True)
class RankingRow:
    """One poster in the ranking, with a cell for each criterion."""

    number: int
    title: str
    poster: str
    """Key of the poster's page."""
    cells: tuple[CellFacts, ...]


@dataclass(frozen=True)
class ResultFacts:
    """A published round, counted."""

    round_name: str
    criteria: tuple[Criterion, ...]
    rows: tuple[RankingRow, ...]
    """By rank of the first criterion; those without a count last."""
    table_note: str
    ties: tuple[str, ...]
    matrix: MatrixFacts | None
    ledger: LedgerFacts
    tie_rule: str
    decisions: tuple[str, ...]
    """Ties that the facilitator decided."""
    late: str
    """How many ballots came too late; empty where none did."""
    sectors: SectorFacts | None


@dataclass(frozen=True)
class RoundRow:
    """A round whose result is not the one that the section tells."""

    name: str
    standing: str
    ballots: str
    result: str


@dataclass(frozen=True)
class VotingFacts:
    """The whole section; ``result`` is None while nothing is published."""

    heading: Heading
    result: ResultFacts | None
    other_rounds: tuple[RoundRow, ...]
    rounds_note: str
    """Why some of them have no result here; may be empty."""


def shown_book(workshop: Workshop) -> Book | None:
    """Return the round whose result the record tells: the last published one."""
    published = [book for book in workshop.rounds if book.round.state == "published"]
    return published[-1] if published else None


def voting_facts(workshop: Workshop) -> VotingFacts:
    """Return the result of the last published round, and a line on each other round."""
    book = shown_book(workshop)
    others = tuple(_other_round(workshop.plan, other) for other in workshop.rounds if other is not book)
    name = _("Result of the dot voting")
    if book is None:
        return VotingFacts(Heading("voting", name, "", without_result(workshop)), None, others, _rounds_note(others))
    result = book.result
    heading = Heading("voting", name, lead_message(workshop.plan, result), _subtitle(workshop.plan, result))
    return VotingFacts(heading, _result(workshop.plan, book, result), others, _rounds_note(others))


def without_result(workshop: Workshop) -> str:
    """Say why there is no result."""
    return _("No result has been published.") if workshop.rounds else _("No vote was held.")


def _subtitle(plan: Plan, result: Result) -> str:
    said = []
    leaders = result.leaders(result.round.asked[0].key)
    if len(leaders) > 1:
        numbers = listed([str(number_of(plan, row.poster)) for row in leaders])
        said.append(_("Numbers {numbers} lead.").format(numbers=numbers))
    entered = [(criterion, total) for criterion in result.round.asked if (total := result.totals[criterion.key])]
    if entered:
        dots = listed([dots_in_figures(total, criterion) for criterion, total in entered])
        posters = ngettext("{dots} on {count} poster.", "{dots} on {count} posters.", len(result.rows))
        said.append(opening(posters.format(dots=dots, count=number_word(len(result.rows)))))
    said.append(picked_message(plan) + ".")
    return " ".join(said)


def _result(plan: Plan, book: Book, result: Result) -> ResultFacts:
    first = result.round.asked[0].key
    most = max((dots or 0 for row in result.rows for dots in row.dots.values()), default=0) or 1
    blank = any(dots is None for row in result.rows for dots in row.dots.values())
    return ResultFacts(
        round_name=book.round.name,
        criteria=book.round.asked,
        rows=tuple(_row(plan, result, row, most) for row in result.ranked(first)),
        table_note=_("{dash} means not entered, which is not zero.").format(dash=NOT_ENTERED) if blank else "",
        ties=_ties(plan, result),
        matrix=matrix_facts(plan, result),
        ledger=ledger_facts(plan, book),
        tie_rule=tie_rule(book.round),
        decisions=decisions_said(plan, book.round),
        late=late_said(book.round),
        sectors=sector_facts(plan, book.round),
    )


def _row(plan: Plan, result: Result, row: Row, most: int) -> RankingRow:
    poster = plan.posters[row.poster]
    number = plan.area_of(poster).number
    cells = tuple(
        CellFacts(
            dots=dots_text(row.dots[criterion.key]),
            rank=dots_text(row.ranks[criterion.key]),
            share=(row.dots[criterion.key] or 0) / most,
        )
        for criterion in result.round.asked
    )
    return RankingRow(number, plan.title_of(poster), poster_key(number), cells)


def _ties(plan: Plan, result: Result) -> tuple[str, ...]:
    """Name those who share a place, for each criterion that has such."""
    said = []
    for criterion in result.round.asked:
        places: dict[int, list[str]] = {}
        for row in result.rows:
            rank = row.ranks[criterion.key]
            if rank is not None:
                places.setdefault(rank, []).append(str(number_of(plan, row.poster)))
        shared = [
            _("{numbers} share place {place}").format(numbers=listed(numbers), place=place)
            for place, numbers in sorted(places.items())
            if len(numbers) > 1
        ]
        if shared:
            said.append(_("{criterion}: {places}.").format(criterion=criterion.label, places="; ".join(shared)))
    return tuple(said)


def _other_round(plan: Plan, book: Book) -> RoundRow:
    standing = {
        "published": _("published earlier"),
        "prepared": _("prepared, not opened"),
        "open": _("open"),
        "closed": _("closed"),
    }[book.round.state]
    result = lead_message(plan, book.result) if book.round.state == "published" else NOT_ENTERED
    voted = turnout(book).voted
    return RoundRow(book.round.name, standing, number_text(voted) if voted else NOT_ENTERED, result)


def _rounds_note(rounds: tuple[RoundRow, ...]) -> str:
    if all(row.result != NOT_ENTERED for row in rounds):
        return ""
    return _("The result of a round is told once it is published.")
