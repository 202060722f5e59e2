"""What the Groups page asks of the plan, and what it says about the mix."""

from collections import Counter
from collections.abc import Sequence

from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.language import _, ngettext
from workshop_tool.services.edits.groups import make_groups, put_in_group
from workshop_tool.services.grouping import Mix

MOST_GROUPS = 20


def moved(plan: Plan, participant_ids: Sequence[str], part: str, group_id: str | None) -> Plan:
    """Put several participants into one group for a part of the day, or into none."""
    for participant_id in participant_ids:
        plan = put_in_group(plan, participant_id, part, group_id)
    return plan


def more_groups(plan: Plan, count: int) -> Plan:
    """Add groups under the next free names: "Group 1", "Group 2" …."""
    taken = {group.name for group in plan.groups}
    names = (_("Group {n}").format(n=n) for n in range(1, len(taken) + count + 1))
    return make_groups(plan, tuple(name for name in names if name not in taken)[:count])


def earlier_part(plan: Plan, part: str) -> str | None:
    """Return the part of the day before this one; None for the first."""
    keys = [str(one.key) for one in plan.template.parts]
    at = keys.index(part)
    return keys[at - 1] if at else None


def achieved(people: Sequence[Participant], mix: Mix, *, after_another: bool) -> str:
    """Say in a sentence what a mix achieved."""
    spread = (
        _("Sectors are spread within one.")
        if any(person.sector for person in people)
        else _("Groups differ by one at most; no sectors are known.")
    )
    if not after_another or not mix.pairs:
        return spread
    met = _("{repeated} of {pairs} pairs have met before.").format(repeated=mix.repeated, pairs=mix.pairs)
    if not mix.repeated:
        met = _("None of {pairs} pairs has met before.").format(pairs=mix.pairs)
    return f"{spread} {met}"


def make_up(people: Sequence[Participant]) -> str:
    """Say who is in a group: "5 people · 2 research, 2 public, 1 industry"."""
    sectors = Counter(person.sector for person in people if person.sector)
    counted = ngettext("{n} person", "{n} people", len(people)).format(n=len(people))
    shares = ", ".join(f"{n} {sector}" for sector, n in sorted(sectors.items(), key=lambda item: (-item[1], item[0])))
    return " · ".join(filter(None, (counted, shares)))


def spelled(n: int) -> str:
    """Return a small number as a word."""
    words = (_("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"), _("eight"), _("nine"))
    return words[n - 1] if 0 < n <= len(words) else str(n)
