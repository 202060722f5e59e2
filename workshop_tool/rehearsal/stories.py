"""What became of each participant of a rehearsal, the table that sums it up, and the proof against the file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.rehearsal.messages import Dots
from workshop_tool.services import voting

Tell = Callable[[str], None]
"""Is told in a few words what happens."""


@dataclass(frozen=True)
class Vote:
    """A ballot that was acknowledged: what its voter believes to be counted."""

    token: str
    """Under which it was cast: the device's, or ``card:`` and the code."""
    round: str
    revision: int
    receipt: str
    dots: Dots


@dataclass
class Story:
    """One participant's rehearsal."""

    name: str
    joined: bool = False
    acknowledged: int = 0
    """Ballots, the first one and those that replaced it."""
    refused: int = 0
    """Wrong codes, and ballots that came too late."""
    took: list[float] = field(default_factory=list)
    """Seconds until each acknowledgement."""
    last: Vote | None = None


def total(stories: Sequence[Story]) -> Mapping[tuple[str, str], int]:
    """Add up the last ballots of all, by poster and criterion: what the result has to say."""
    sums: dict[tuple[str, str], int] = {}
    for story in stories:
        for poster, placed in (story.last.dots if story.last else {}).items():
            for criterion, dots in placed.items():
                sums[poster, criterion] = sums.get((poster, criterion), 0) + dots
    return sums


def missing(stories: Sequence[Story], workshop: Workshop) -> list[str]:
    """Return the names of those whose last acknowledged ballot is not the one that the workshop holds."""
    return [story.name for story in stories if story.last is not None and not _is_kept(story.last, workshop)]


def is_sealed(stories: Sequence[Story], workshop: Workshop) -> bool:
    """Tell whether a round that somebody voted in is published by now: whose ballot is whose, nobody can tell then."""
    rounds = {story.last.round for story in stories if story.last}
    return any((book := workshop.books.get(round_id)) and book.round.state == "published" for round_id in rounds)


def table(stories: Sequence[Story]) -> str:
    """Return the sums, a line for each."""
    took = sorted(seconds for story in stories for seconds in story.took)
    rows: list[tuple[str, str]] = [
        (_("joined"), str(sum(story.joined for story in stories))),
        (_("voted"), str(sum(story.last is not None for story in stories))),
        (_("changed their ballot"), str(sum(story.acknowledged > 1 for story in stories))),
        (_("refused"), str(sum(story.refused for story in stories))),
        (_("acknowledged, half of them within"), _milliseconds(took, 0.5)),
        (_("acknowledged, 99 of 100 within"), _milliseconds(took, 0.99)),
    ]
    width = max(len(label) for label, _value in rows)
    return "\n".join(f"{label:<{width}}  {value:>8}" for label, value in rows)


def _milliseconds(took: Sequence[float], share: float) -> str:
    return f"{took[min(len(took) - 1, int(share * len(took)))] * 1000:.0f} ms" if took else "\N{EN DASH}"


def _is_kept(vote: Vote, workshop: Workshop) -> bool:
    ballot = voting.ballot_of(workshop, vote.round, vote.token)
    if ballot is None:
        return False
    return (ballot.revision, ballot.receipt, ballot.allocation.dots) == (vote.revision, vote.receipt, vote.dots)
