"""Posters with equal dots, and what becomes of them: an order that is given, a run-off, or the vote again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop_tool.domain.fact import CriterionKey, PosterId
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.criteria import Criterion
from workshop_tool.domain.voting.rounds import Round, TieDecision
from workshop_tool.domain.voting.steps import WrongStep


class NotTied(WorkshopProblem):
    """These posters do not have equal dots, or others have as many as they. Nothing was decided."""


class NotForTheFacilitator(WorkshopProblem):
    """In this round the facilitator does not decide between posters with equal dots. Nothing was decided."""


class NothingTied(WorkshopProblem):
    """One poster leads alone, so there is nothing to run off. Nothing was prepared."""


@dataclass(frozen=True)
class Tie:
    """Posters with equal dots of one criterion, at least one each."""

    criterion: Criterion
    posters: tuple[PosterId, ...]
    """In list order."""


def ties_of(book: Book) -> tuple[Tie, ...]:
    """Return all ties of a round by criterion, those with the most dots first."""
    ties = []
    for criterion in book.round.criteria:
        by_dots: dict[int, list[PosterId]] = {}
        for row in book.result.rows:
            if dots := row.dots[criterion.key]:
                by_dots.setdefault(dots, []).append(PosterId(row.poster))
        best_first = sorted(by_dots.items(), reverse=True)
        ties += [Tie(criterion, tuple(posters)) for _dots, posters in best_first if len(posters) > 1]
    return tuple(ties)


def undecided_ties(book: Book) -> tuple[Tie, ...]:
    """Return the ties that the facilitator has yet to decide; none under another rule."""
    if book.round.tie_rule != "facilitator decides":
        return ()
    decided = {(each.criterion, frozenset(each.posters)) for each in book.round.decisions}
    return tuple(tie for tie in ties_of(book) if (tie.criterion.key, frozenset(tie.posters)) not in decided)


def leading_tie(book: Book, later: Iterable[Book]) -> Tie | None:
    """Return the lead that a run-off should decide, by the round's rule, and that no later round was prepared for."""
    round_ = book.round
    if round_.tie_rule != "run-off" or round_.state != "published":
        return None
    run_offs = [other.round for other in later if other.round.follows == round_.id]
    for criterion in round_.criteria:
        leaders = tuple(PosterId(row.poster) for row in book.result.leaders(criterion.key))
        prepared = any(each.only == leaders and each.dots.get(criterion.key) for each in run_offs)
        if len(leaders) > 1 and not prepared:
            return Tie(criterion, leaders)
    return None


def decide(book: Book, criterion: str, posters: Sequence[str], reason: str) -> Book:
    """Give an order, the best first, to all posters that have as many dots as one another.

    Raises:
        NotForTheFacilitator: the round has another rule for ties.
        WrongStep: the round is not closed; while it is open nobody may see what ties, and publishing seals.
        NotTied: the posters are not exactly those of one tie.
        pydantic.ValidationError: the reason is empty or too long.
    """
    round_ = book.round
    if round_.tie_rule != "facilitator decides":
        raise NotForTheFacilitator
    if round_.state != "closed":
        raise WrongStep(state=round_.state, step="decided")
    if (criterion, sorted(posters)) not in [(tie.criterion.key, sorted(tie.posters)) for tie in ties_of(book)]:
        raise NotTied
    order = tuple(PosterId(poster) for poster in posters)
    decision = TieDecision(criterion=CriterionKey(criterion), posters=order, reason=reason)
    kept = [each for each in round_.decisions if each.criterion != criterion or set(each.posters).isdisjoint(order)]
    return book.with_round(round_.revised(decisions=(*kept, decision)))


def rerun_of(book: Book, round_id: str, name: str) -> Round:
    """Return a round with the rules of this one, to be voted again.

    Raises:
        WrongStep: the round has not been voted yet.
    """
    round_ = book.round
    if round_.state not in {"closed", "published"}:
        raise WrongStep(state=round_.state, step="repeated")
    kept = (
        "criteria",
        "dots",
        "most_per_poster",
        "tie_rule",
        "voters",
        "own_poster",
        "poster_order",
        "only",
        "present",
        "note",
    )
    return Round(id=round_id, name=name, follows=round_.id).revised(**{field: getattr(round_, field) for field in kept})


def run_off_of(book: Book, criterion: str, round_id: str, name: str) -> Round:
    """Return a round between the posters that lead together, with one dot of that criterion for everybody.

    Raises:
        WrongStep: the result is not published yet.
        NothingTied: one poster leads alone, or none has dots.
    """
    round_ = book.round
    if round_.state != "published":
        raise WrongStep(state=round_.state, step="run off")
    known = criterion in {c.key for c in round_.criteria}
    leaders = book.result.leaders(criterion) if known else ()
    if len(leaders) <= 1:
        raise NothingTied
    dots = {c.key: int(c.key == criterion) for c in round_.criteria}
    return rerun_of(book, round_id, name).revised(only=tuple(row.poster for row in leaders), dots=dots)
