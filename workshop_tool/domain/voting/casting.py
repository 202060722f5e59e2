"""What makes a ballot valid, and what casting it does. Pure: the order in which ballots arrive is the caller's."""

from collections.abc import Set as AbstractSet

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.voting.ballots import Allocation, Ballot
from workshop_tool.domain.voting.book import Book
from workshop_tool.domain.voting.rounds import CountEntry, Round


class VotingNotOpen(WorkshopProblem):
    """Voting has not opened yet. Wait for the facilitator to open it."""


class VotingClosed(WorkshopProblem):
    """Voting is closed. Your last saved ballot counts."""


class RoundSealed(WorkshopProblem):
    """The result of this round is published and sealed. Nothing was changed."""


class TooManyDots(WorkshopProblem):
    """{placed} {label} dots are placed, but everybody has {dots}. Nothing was saved; take some back."""


class TooManyOnOnePoster(WorkshopProblem):
    """{placed} {label} dots are on one poster, but at most {most} are allowed. Nothing was saved; take some back."""


class OwnPoster(WorkshopProblem):
    """In this round nobody gives dots to a poster of their own group. Nothing was saved; take those dots back."""


class UnknownPoster(WorkshopProblem):
    """The ballot names a poster or a criterion that is not part of this round. Nothing was saved."""


class StaleBallot(WorkshopProblem):
    """A newer ballot from this voter is already saved. That one counts."""


class ReasonMissing(WorkshopProblem):
    """A count above the dots handed out, or one that changes a published result, needs a reason. Nothing changed."""


def check_allocation(round_: Round, allocation: Allocation) -> None:
    """Refuse an allocation that breaks the round's rules."""
    criteria = {criterion.key for criterion in round_.criteria}
    for poster, placed in allocation.dots.items():
        if poster not in round_.posters or not criteria.issuperset(placed):
            raise UnknownPoster
    for criterion in round_.criteria:
        spent, dots = allocation.spent(criterion.key), round_.dots.get(criterion.key)
        if dots is not None and spent > dots:
            raise TooManyDots(placed=spent, label=criterion.label, dots=dots)
        most_placed = allocation.most_on_one(criterion.key)
        if round_.most_per_poster is not None and most_placed > round_.most_per_poster:
            raise TooManyOnOnePoster(placed=most_placed, label=criterion.label, most=round_.most_per_poster)


def cast(book: Book, ballot: Ballot, *, own: AbstractSet[str] = frozenset()) -> tuple[Book, Ballot]:
    """Put a ballot into the book; return the book and the ballot that now counts for this voter.

    A higher revision replaces; the same revision with the same dots is answered with what stands. ``own`` are the
    posters that the voter's group made.

    Raises:
        StaleBallot: the revision is lower, or the same with other dots.
        VotingNotOpen, VotingClosed, RoundSealed: by the state of the round (paper may be keyed in after closing).
        TooManyDots, TooManyOnOnePoster, OwnPoster, UnknownPoster: the rules of the round are broken.
    """
    earlier = book.ballots.get(ballot.voter)
    if earlier is not None and ballot.revision <= earlier.revision:
        if ballot.revision == earlier.revision and ballot.allocation == earlier.allocation:
            return book, earlier
        raise StaleBallot
    check_accepts(book.round, paper=ballot.way == "paper")
    check_allocation(book.round, ballot.allocation)
    if not book.round.own_poster and not own.isdisjoint(ballot.allocation.dots):
        raise OwnPoster
    if earlier is not None:
        ballot = ballot.model_copy(update={"receipt": earlier.receipt})
    return book.with_ballot(ballot), ballot


def check_accepts(round_: Round, *, paper: bool) -> None:
    """Refuse votes that the state of the round does not allow: phones until close, paper until publish."""
    match round_.state:
        case "prepared":
            raise VotingNotOpen
        case "closed" if not paper:
            raise VotingClosed
        case "published":
            raise RoundSealed if paper else VotingClosed
        case _:
            return


def enter_count(book: Book, entry: CountEntry) -> Book:
    """Add a count taken off a paper poster. A doubtful one is kept, but only with a reason.

    Raises:
        UnknownPoster: the round does not hold that poster or criterion.
        ReasonMissing: the count exceeds all dots handed out, or changes a published result, and no reason is given.
        VotingNotOpen: the round has not been opened.
    """
    round_ = book.round
    if round_.state == "prepared":
        raise VotingNotOpen
    if entry.poster not in round_.posters or entry.criterion not in {c.key for c in round_.criteria}:
        raise UnknownPoster
    if not entry.reason and (round_.state == "published" or exceeds_dots(book, entry)):
        raise ReasonMissing
    return book.with_count(entry)


def exceeds_dots(book: Book, entry: CountEntry) -> bool:
    """Tell whether all counts of this criterion together would exceed the dots handed out to those present."""
    dots, present = book.round.dots.get(entry.criterion), book.round.present
    if dots is None or present is None or entry.count is None:
        return False
    others = sum(
        count
        for (poster, criterion), count in book.standing_counts().items()
        if criterion == entry.criterion and poster != entry.poster
    )
    return others + entry.count > dots * present
