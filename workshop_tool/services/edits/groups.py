"""Edits of groups and of who is in them."""

from collections.abc import Iterable, Mapping

from workshop_tool.domain.fact import GroupId, PartKey, new_id
from workshop_tool.domain.people import Group, Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.services.edits.lists import present, remove_item


def make_groups(plan: Plan, names: tuple[str, ...]) -> Plan:
    """Add empty groups with these names."""
    for name in names:
        plan = plan.with_new(Group(id=new_id(), name=name))
    return plan


def make_mixed(plan: Plan, groups: Iterable[Group], seats: Mapping[str, Mapping[str, str]]) -> Plan:
    """Add new groups with everybody in them: for each part of the day, by key, participants (by id) by group id."""
    for group in groups:
        plan = plan.with_new(group)
    for part, seated in seats.items():
        there = {person: group for person, group in seated.items() if person in plan.participants}
        plan = assign(plan, part, there)
    return plan


def assign(plan: Plan, part: str, groups: Mapping[str, str]) -> Plan:
    """Put participants (by id) into groups (by id) for one part of the day; whoever is not named stays."""
    for participant_id, group_id in groups.items():
        plan = put_in_group(plan, participant_id, part, group_id)
    return plan


def put_in_group(plan: Plan, participant_id: str, part: str, group_id: str | None) -> Plan:
    """Put one participant into a group for one part of the day, or into none."""
    participant = present(plan, "participants", participant_id)
    assert isinstance(participant, Participant)  # noqa: S101 - the table holds nothing else
    groups = {key: group for key, group in participant.groups.items() if key != part}
    if group_id is not None:
        groups[PartKey(part)] = GroupId(group_id)
    return plan.with_item(participant.revised(groups=groups))


def hold(plan: Plan, participant_ids: Iterable[str], part: str, *, held: bool) -> Plan:
    """Keep participants in their groups of one part of the day when the others are mixed, or let them go again."""
    for participant_id in participant_ids:
        participant = present(plan, "participants", participant_id)
        assert isinstance(participant, Participant)  # noqa: S101 - the table holds nothing else
        parts = tuple(key for key in participant.held if key != part)
        plan = plan.with_item(participant.revised(held=(*parts, PartKey(part)) if held else parts))
    return plan


def remove_group(plan: Plan, group_id: str) -> Plan:
    """Remove a group; its members are in none, and its posters forget who made them."""
    for item in (*plan.participants, *plan.posters):
        if group_id in item.groups.values():
            groups = {part: group for part, group in item.groups.items() if group != group_id}
            plan = plan.with_item(item.revised(groups=groups))
    return remove_item(plan, "groups", group_id)
