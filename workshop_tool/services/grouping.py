"""Mixing people into groups: sectors spread within one, as few repeated meetings as can be had, the same for a seed."""

import itertools
import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workshop_tool.domain.fact import GroupId, PartKey
from workshop_tool.domain.people import Participant
from workshop_tool.domain.refusals import WorkshopProblem

DEALS = 60
"""How often the cards are dealt anew before the best deal is taken."""

Assignment = dict[str, str]
"""Group id by participant id."""


class NoGroups(WorkshopProblem):
    """There are no groups to put people into yet. Make the groups first; nothing was changed."""


@dataclass(frozen=True)
class Mix:
    """An assignment, and how many pairs of people in it have already met in the earlier part."""

    groups: Assignment
    repeated: int
    pairs: int


def mix(
    people: Sequence[Participant],
    group_ids: Sequence[str],
    *,
    earlier_part: str | None,
    seed: int,
    held: Assignment | None = None,
) -> Mix:
    """Deal people into groups, so that sizes differ by one at most and so does each sector's share.

    Whoever is ``held`` in a group stays there; then the others even things out as far as they can, the sizes first.

    Dealing sector by sector around the table gives the balance; swapping two people of one sector keeps it, so
    only such swaps are tried to part those who met in ``earlier_part``.

    Raises:
        NoGroups: there is nothing to deal into.
    """
    if not group_ids:
        raise NoGroups
    rng = random.Random(seed)
    met = {person.id: person.groups[key] for person in people for key in person.groups if key == earlier_part}
    fewest = sum(_pairs_in_even_groups(size, len(group_ids)) for size in Counter(met.values()).values())
    best: tuple[int, Mix] | None = None
    seated = {person: group for person, group in (held or {}).items() if group in group_ids}
    for _ in range(DEALS):
        groups = _seated(people, group_ids, seated, met, rng) if seated else _dealt(people, group_ids, rng)
        _swap([person for person in people if person.id not in seated], groups, met)
        repeated = _pairs((group, met[person]) for person, group in groups.items() if person in met)
        uneven = _uneven(people, group_ids, groups) if seated else 0
        if best is None or (uneven, repeated) < (best[0], best[1].repeated):
            best = uneven, Mix(groups, repeated, _pairs(groups.values()))
        if best[0] == 0 and best[1].repeated == fewest:
            break
    assert best is not None  # noqa: S101 - the loop runs at least once
    return best[1]


def mix_day(people: Sequence[Participant], group_ids: Sequence[str], parts: Sequence[str], *, seed: int) -> list[Mix]:
    """Deal everybody into groups for each part of the day in turn, each parting those who met in the one before.

    Raises:
        NoGroups: there is nothing to deal into.
    """
    made: list[Mix] = []
    earlier: str | None = None
    for at, part in enumerate(parts):
        made.append(mix(people, group_ids, earlier_part=earlier, seed=seed + at))
        seats = made[-1].groups
        people = [
            person.revised(groups={**person.groups, PartKey(part): GroupId(seats[person.id])}) for person in people
        ]
        earlier = part
    return made


def _uneven(people: Sequence[Participant], group_ids: Sequence[str], groups: Assignment) -> int:
    """Return by how many people beyond one the shares of the sectors differ, all told."""
    shares = Counter((person.sector, groups[person.id]) for person in people)
    spreads = (
        max(shares[sector, group] for group in group_ids) - min(shares[sector, group] for group in group_ids)
        for sector in {person.sector for person in people}
    )
    return sum(max(0, spread - 1) for spread in spreads)


def _dealt(people: Sequence[Participant], group_ids: Sequence[str], rng: random.Random) -> Assignment:
    sectors: dict[str, list[str]] = {}
    for person in people:
        sectors.setdefault(person.sector, []).append(person.id)
    order = sorted(sectors)
    rng.shuffle(order)
    seats = itertools.cycle(rng.sample(list(group_ids), len(group_ids)))
    return {person: next(seats) for sector in order for person in rng.sample(sectors[sector], len(sectors[sector]))}


def _seated(
    people: Sequence[Participant],
    group_ids: Sequence[str],
    held: Assignment,
    met: Mapping[str, str],
    rng: random.Random,
) -> Assignment:
    """Seat the others one by one: where the fewest sit, the fewest of the sector, and the fewest they have met."""
    groups = {person.id: held[person.id] for person in people if person.id in held}
    sectors = {person.id: person.sector for person in people}
    sizes, shares = Counter(groups.values()), Counter((group, sectors[person]) for person, group in groups.items())
    met_at = Counter((group, met[person]) for person, group in groups.items() if person in met)
    coming = [person for person in people if person.id not in held]
    rng.shuffle(coming)
    coming.sort(key=lambda person: person.sector)
    order = rng.sample(list(group_ids), len(group_ids))
    for person in coming:
        before = met.get(person.id, "")
        best = min(order, key=lambda g: (sizes[g], shares[g, person.sector], met_at[g, before] if before else 0))
        groups[person.id] = best
        sizes[best] += 1
        shares[best, person.sector] += 1
        met_at[best, before] += 1
    return groups


def _swap(people: Sequence[Participant], groups: Assignment, met: Mapping[str, str]) -> None:
    """Swap two people of one sector as long as that parts more of those who met in a group of ``met``."""
    sector = {person.id: person.sector for person in people}
    free = sorted(person for person in met if person in sector)
    candidates = [(a, b) for a, b in itertools.combinations(free, 2) if sector[a] == sector[b] and met[a] != met[b]]
    seated = Counter((groups[person], met[person]) for person in met)
    better = True
    while better:
        better = False
        for a, b in candidates:
            now = seated[groups[a], met[a]] + seated[groups[b], met[b]] - 2
            swapped = seated[groups[a], met[b]] + seated[groups[b], met[a]]
            if groups[a] != groups[b] and swapped < now:
                seated.subtract([(groups[a], met[a]), (groups[b], met[b])])
                groups[a], groups[b] = groups[b], groups[a]
                seated.update([(groups[a], met[a]), (groups[b], met[b])])
                better = True


def _pairs(tables: Iterable[object]) -> int:
    """Return how many pairs of people sit at one table, given everybody's table."""
    return sum(size * (size - 1) // 2 for size in Counter(tables).values())


def _pairs_in_even_groups(people: int, groups: int) -> int:
    """Return how few pairs remain together when people are spread evenly: no deal can do better."""
    return _pairs(person % groups for person in range(people))
