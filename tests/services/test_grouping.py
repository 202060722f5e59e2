"""Mixing people: sizes and sectors within one, the same for a seed, and fewer old acquaintances than chance."""

import itertools
import random
import time
from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_person
from workshop_tool.domain.fact import GroupId
from workshop_tool.domain.people import Participant
from workshop_tool.domain.posters import MORNING
from workshop_tool.services.grouping import NoGroups, mix, mix_day

THREE = ("g1", "g2", "g3")


@st.composite
def rooms(draw: st.DrawFn) -> list[Participant]:
    """Draw people of any sectors, some of whom were in a group in the morning."""
    sectors = draw(st.lists(st.sampled_from(["", "a", "b", "c"]), max_size=25))
    seats = draw(st.lists(st.sampled_from([None, *THREE]), min_size=len(sectors), max_size=len(sectors)))
    return [
        Participant(id=f"n{n}", name=f"{n}", sector=sector, groups={MORNING: GroupId(seat)} if seat else {})
        for n, (sector, seat) in enumerate(zip(sectors, seats, strict=True))
    ]


def spread(groups: Sequence[str], group_ids: Sequence[str]) -> int:
    """Return by how many people the largest and the smallest of the groups differ."""
    sizes = Counter(groups)
    return max(sizes[g] for g in group_ids) - min(sizes[g] for g in group_ids)


@given(rooms(), st.integers(1, 6), st.integers(), st.sampled_from([None, "morning"]))
def test_sizes_and_sectors_differ_by_one_at_most(
    people: list[Participant], groups: int, seed: int, earlier_part: str | None
) -> None:
    """Whoever comes, no group is larger by two, and none has two more of a sector."""
    ids = [f"g{n}" for n in range(groups)]
    mixed = mix(people, ids, earlier_part=earlier_part, seed=seed).groups
    assert set(mixed) == {person.id for person in people}
    assert spread(list(mixed.values()), ids) <= 1
    for sector in {person.sector for person in people}:
        assert spread([mixed[person.id] for person in people if person.sector == sector], ids) <= 1


@given(rooms(), st.integers())
def test_the_same_seed_gives_the_same_groups(people: list[Participant], seed: int) -> None:
    """What is printed can be mixed again."""
    assert mix(people, THREE, earlier_part="morning", seed=seed) == mix(
        people, THREE, earlier_part="morning", seed=seed
    )


@given(rooms(), st.integers())
def test_repeated_meetings_are_counted_right(people: list[Participant], seed: int) -> None:
    """The number that the page shows is the number of pairs who sit together again."""
    mixed = mix(people, THREE, earlier_part="morning", seed=seed)
    seats = [(mixed.groups[p.id], p.groups[MORNING]) for p in people if p.groups]
    again = sum(seats[a] == seats[b] for a in range(len(seats)) for b in range(a))
    everybody = list(mixed.groups.values())
    pairs = sum(everybody[a] == everybody[b] for a in range(len(everybody)) for b in range(a))
    assert (mixed.repeated, mixed.pairs) == (again, pairs)


def by_chance(people: Sequence[Participant], seed: int) -> int:
    """Return how many pairs meet again where people are simply shuffled."""
    seats = [THREE[n % 3] for n in range(len(people))]
    random.Random(seed).shuffle(seats)
    met = Counter((seat, person.groups[MORNING]) for seat, person in zip(seats, people, strict=True))
    return sum(n * (n - 1) // 2 for n in met.values())


def test_fewer_meet_again_than_by_chance() -> None:
    """Eighteen people in three groups: the mix is never worse than a shuffle, and far better on the whole."""
    people = [a_person(n, groups=3, sectors=2) for n in range(18)]
    mixed = [mix(people, THREE, earlier_part="morning", seed=seed).repeated for seed in range(20)]
    shuffled = [by_chance(people, seed) for seed in range(20)]
    assert max(mixed) <= min(shuffled)
    assert sum(mixed) < 0.8 * sum(shuffled)


def test_as_few_meet_again_as_can_be() -> None:
    """Nine people, three groups of three: everybody meets new people only."""
    people = [a_person(n, groups=3, sectors=1) for n in range(9)]
    assert mix(people, THREE, earlier_part="morning", seed=1).repeated == 0


@pytest.mark.parametrize("sectors", [1, 3])
def test_a_full_hall_is_mixed_at_once(sectors: int) -> None:
    """Two hundred people take well under a second; nobody waits before the room."""
    people = [a_person(n, groups=5, sectors=sectors) for n in range(200)]
    start = time.thread_time()
    mix(people, [f"g{n}" for n in range(1, 6)], earlier_part="morning", seed=1)
    assert time.thread_time() - start < 1.0


def test_without_groups_a_sentence_says_so() -> None:
    """There is nothing to mix into."""
    with pytest.raises(NoGroups):
        mix([a_person(1)], [], earlier_part=None, seed=1)


def test_nobody_is_mixed_into_nothing() -> None:
    """An empty list of people is no error."""
    assert mix([], THREE, earlier_part=None, seed=1).groups == {}


@given(rooms(), st.integers(), st.data())
def test_whoever_is_held_stays_and_everybody_is_seated(
    people: list[Participant], seed: int, data: st.DataObject
) -> None:
    """Also where nearly all are held; where none of a group stands out already, sizes stay within one."""
    held = data.draw(
        st.dictionaries(st.sampled_from([person.id for person in people]), st.sampled_from(THREE))
        if people
        else st.just({})
    )
    mixed = mix(people, THREE, earlier_part="morning", seed=seed, held=held).groups
    assert set(mixed) == {person.id for person in people}
    assert {person: mixed[person] for person in held} == held
    most = max(Counter(held.values()).values(), default=0)
    if most <= len(people) // len(THREE):
        assert spread(list(mixed.values()), THREE) <= 1


@pytest.mark.parametrize("sectors", [1, 2, 6, 13])
def test_sixty_people_in_eight_groups_meet_new_people_in_the_second_part(sectors: int) -> None:
    """The sectors even within one, and at least 99 of 100 pairs new, for any dealing of the first part."""
    ids = [f"g{n}" for n in range(8)]
    people = [a_person(n, sectors=1).revised(sector=f"s{n * n % sectors}") for n in range(60)]
    for seed in range(5):
        first = mix(people, ids, earlier_part=None, seed=seed).groups
        seated = [person.revised(groups={MORNING: first[person.id]}) for person in people]
        second = mix(seated, ids, earlier_part="morning", seed=seed + 1)
        assert second.repeated <= second.pairs / 100
        for sector in {person.sector for person in people}:
            assert spread([second.groups[person.id] for person in people if person.sector == sector], ids) <= 1


@given(rooms(), st.integers(1, 4), st.integers())
def test_a_day_is_mixed_part_by_part(people: list[Participant], groups: int, seed: int) -> None:
    """Each part is dealt as it would be after the one before, which it counts its repeated meetings against."""
    ids = [f"g{n}" for n in range(groups)]
    morning, afternoon = mix_day(people, ids, ("morning", "afternoon"), seed=seed)
    assert morning.groups == mix(people, ids, earlier_part=None, seed=seed).groups
    again = [
        (one.id, other.id)
        for one, other in itertools.combinations(people, 2)
        if morning.groups[one.id] == morning.groups[other.id] and afternoon.groups[one.id] == afternoon.groups[other.id]
    ]
    assert len(again) == afternoon.repeated
