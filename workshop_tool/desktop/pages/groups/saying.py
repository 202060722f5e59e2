"""What the Groups page says: of the people and groups there are, and of what a mix achieved."""

from collections import Counter
from collections.abc import Sequence

from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.services.grouping import Mix

_FEW = 3
"""A group of fewer is told of: two people are a conversation."""


def subtitle(plan: Plan) -> str:
    """Say how many people and groups there are, and what to do with them."""
    people = len(plan.participants)
    if not people:
        return _("List the participants on Prepare, then deal them into groups here.")
    counted = ngettext("{n} participant", "{n} participants", people).format(n=people)
    groups = len(plan.groups)
    if not groups:
        return _("{people}, no groups yet.").format(people=counted)
    named = ngettext("one group", "{n} groups", groups).format(n=spelled(groups))
    return _("{people} in {groups}. Drag people, or select them and press Alt with an arrow.").format(
        people=counted, groups=named
    )


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
