"""What the Groups page asks of the plan, and what it says about the mix."""

from collections import Counter
from collections.abc import Sequence

from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.services.edits.groups import make_groups, put_in_group
from workshop_tool.services.grouping import Assignment, Mix

MOST_GROUPS = 20
_FEW = 3
"""A group of fewer is told of: two people are a conversation."""


def moved(plan: Plan, participant_ids: Sequence[str], part: str, group_id: str | None) -> Plan:
    """Put several participants into one group for a part of the day, or into none."""
    for participant_id in participant_ids:
        plan = put_in_group(plan, participant_id, part, group_id)
    return plan


def more_groups(plan: Plan, count: int) -> Plan:
    """Add groups under the next free names: "Group 1", "Group 2" …."""
    return make_groups(plan, free_names(plan, count))


def free_names(plan: Plan, count: int) -> tuple[str, ...]:
    """Return the next names that no group has: "Group 1", "Group 2" …."""
    taken = {group.name for group in plan.groups}
    names = (_("Group {n}").format(n=n) for n in range(1, len(taken) + count + 1))
    return tuple(name for name in names if name not in taken)[:count]


def earlier_part(plan: Plan, part: str) -> str | None:
    """Return the part of the day before this one; None for the first."""
    keys = [str(one.key) for one in plan.template.parts]
    at = keys.index(part)
    return keys[at - 1] if at else None


def seats_of(plan: Plan, part: str) -> Assignment:
    """Return who sits where in one part of the day; whoever is in no group is left out."""
    there = (
        (person.id, {str(key): group for key, group in person.groups.items()}.get(part)) for person in plan.participants
    )
    return {person: group for person, group in there if group is not None}


def held_seats(plan: Plan, part: str) -> Assignment:
    """Return where those sit who are kept in place in one part of the day."""
    seats = seats_of(plan, part)
    return {person.id: seats[person.id] for person in plan.participants if part in person.held and person.id in seats}


def achieved(people: Sequence[Participant], mix: Mix, *, after_another: bool) -> str:
    """Say what a mix achieved, as it came out: sizes, sectors, and who has met before."""
    sizes = sorted(Counter(mix.groups.values()).values())
    said = []
    if sizes:
        both = _("{few} or {many}").format(few=sizes[0], many=sizes[-1]) if sizes[0] < sizes[-1] else str(sizes[0])
        said.append(_("Groups of {sizes}.").format(sizes=both))
    said.append(_sectors(people, mix))
    if after_another and mix.pairs:
        share = 100 * (mix.pairs - mix.repeated) // mix.pairs
        words = _("{share} % of pairs are new: {repeated} of {pairs} have met before.")
        met = words.format(share=share, repeated=mix.repeated, pairs=mix.pairs)
        said.append(met if mix.repeated else _("None of {pairs} pairs has met before.").format(pairs=mix.pairs))
    return " ".join(said)


def _sectors(people: Sequence[Participant], mix: Mix) -> str:
    groups = set(mix.groups.values())
    worst = 0
    for sector in {person.sector for person in people if person.sector}:
        counts = Counter(
            mix.groups[person.id] for person in people if person.sector == sector and person.id in mix.groups
        )
        shares = [counts[group] for group in groups]
        worst = max(worst, max(shares, default=0) - min(shares, default=0))
    if not any(person.sector for person in people):
        return _("No sectors are known.")
    if worst <= 1:
        return _("Sectors are spread within one.")
    return _("Sectors differ by up to {n}, because of those kept in place.").format(n=worst)


def make_up(people: Sequence[Participant]) -> str:
    """Say who is in a group: "5 people · 2 research, 2 public, 1 industry"."""
    sectors = Counter(person.sector for person in people if person.sector)
    counted = ngettext("{n} person", "{n} people", len(people)).format(n=len(people))
    shares = ", ".join(f"{n} {sector}" for sector, n in sorted(sectors.items(), key=lambda item: (-item[1], item[0])))
    return " · ".join(filter(None, (counted, shares)))


def size_warning(size: int, sizes: Sequence[int]) -> str:
    """Say what stands out about a group's size beside the others'; "" where nothing does, or one is still empty."""
    if not size or min(sizes, default=0) == 0 or len(sizes) < 2:  # noqa: PLR2004 - one group has nobody to compare with
        return ""
    if size - min(sizes) > 1:
        return _("{n} more than the smallest group").format(n=size - min(sizes))
    return _("fewer than three") if size < _FEW else ""


def spelled(n: int) -> str:
    """Return a small number as a word."""
    words = (_("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"))
    return words[n - 1] if 0 < n <= len(words) else str(n)
