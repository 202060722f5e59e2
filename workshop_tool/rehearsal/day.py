"""The parts of a rehearsed day, each through the same services as the real one."""

import random
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Final

from workshop_tool.domain.fact import CriterionKey, PosterId, new_id
from workshop_tool.domain.people import Participant
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.voting.result import Result, count
from workshop_tool.domain.voting.rounds import CountEntry, Round
from workshop_tool.language import _
from workshop_tool.lists import ListKind, read_file
from workshop_tool.lists.items import existing_texts, items_from
from workshop_tool.services import closing, voting
from workshop_tool.services.edits.groups import assign, make_groups
from workshop_tool.services.edits.lists import add_items, remove_item, revise_item
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.edits.posters import claim_area, write_field
from workshop_tool.services.exchange import read_exchange
from workshop_tool.services.grouping import mix
from workshop_tool.services.sample import SAMPLE_LISTS
from workshop_tool.services.session import WorkshopSession

LISTS: Final[Mapping[ListKind, str]] = {
    "trends": "trends.csv",
    "problems": "problem_areas.txt",
    "participants": "participants.csv",
    "questions": "questions.txt",
}
PAPER_VOTERS: Final = 3
"""People without a phone, whose dots are counted off the posters."""


def import_lists(session: WorkshopSession, folder: Path = SAMPLE_LISTS) -> int:
    """Read the raw lists and add what they hold; answers with how many items there are."""
    added = 0
    for kind, name in LISTS.items():
        preview = read_file(folder / name, kind, existing_texts(session.current.plan, kind))
        items = items_from(preview.without_repeats(), kind)
        session.edit(_("Add from list"), partial(add_items, items=items)).result()
        added += len(items)
    return added


def gather(session: WorkshopSession, participants: int, seed: int) -> None:
    """Bring the list of participants to the wished number, and mix them into three groups, anew for each part."""
    listed = list(session.current.plan.participants)
    more = [
        Participant(id=new_id(), name=_("Participant {n}").format(n=n), sector=listed[n % len(listed)].sector)
        for n in range(len(listed) + 1, participants + 1)
    ]
    session.edit(_("Add participants"), partial(add_items, items=more)).result()
    for person in listed[participants:]:
        leave = partial(remove_item, table="participants", item_id=person.id)
        session.edit(_("Remove participant"), leave).result()
    present = participants + PAPER_VOTERS
    session.edit(_("Note who is present"), partial(revise_particulars, present=present)).result()
    names = tuple(_("Group {n}").format(n=n) for n in (1, 2, 3))
    session.edit(_("Make groups"), partial(make_groups, names=names)).result()
    earlier = None
    for part in session.current.plan.template.parts:
        plan = session.current.plan
        mixed = mix(list(plan.participants), [g.id for g in plan.groups], earlier_part=earlier, seed=seed)
        session.edit(_("Mix groups"), partial(assign, part=part.key, groups=mixed.groups)).result()
        earlier = part.key


def write_posters(session: WorkshopSession) -> int:
    """Let the groups claim problem areas in turn and write the sample's posters, field by field."""
    sample = read_exchange(SAMPLE_LISTS / "ho21.json").plan
    groups = list(session.current.plan.groups)
    numbers = {area.number: area.id for area in session.current.plan.areas}
    for turn, source in enumerate(sample.posters_in_list_order()):
        group, poster_id = groups[turn % len(groups)], new_id()
        area_id = numbers[sample.area_of(source).number]
        claim = partial(claim_area, area_id=area_id, group_id=group.id, poster_id=poster_id)
        session.edit(_("Claim a problem area"), claim, actor=group.name).result()
        for field, text in source.fields.items():
            write = partial(write_field, poster_id=poster_id, field=field, text=text)
            session.edit(_("Write on a poster"), write, actor=group.name).result()
        finish = partial(_finish, poster_id=poster_id, title=source.title, done=source.done)
        session.edit(_("Finish a poster"), finish, actor=group.name).result()
    return len(sample.posters)


def _finish(plan: Plan, poster_id: str, title: str, *, done: bool) -> Plan:
    return revise_item(plan, "posters", poster_id, title=title, done=done)


def open_voting(session: WorkshopSession) -> str:
    """Prepare and open a round: three priority dots and one feasibility dot for each; answers with its id."""
    present = session.current.plan.particulars.present
    round_id = session.act(
        partial(voting.prepare_round, round_=Round(id=new_id(), name=_("Dot voting"), present=present))
    ).result()
    session.act(partial(voting.open_round, round_id=round_id, now=session.clock())).result()
    return round_id


def key_in_paper(session: WorkshopSession, round_id: str, seed: int) -> Mapping[tuple[PosterId, CriterionKey], int]:
    """Key in the dots of those without a phone, as counted off the posters; answers with what was keyed in."""
    rng = random.Random(f"{seed} paper")
    round_ = session.current.book(round_id).round
    counted: dict[tuple[PosterId, CriterionKey], int] = {}
    for criterion in round_.asked:
        for poster in rng.choices(round_.posters, k=PAPER_VOTERS * (round_.dots[criterion.key] or 0)):
            counted[poster, criterion.key] = counted.get((poster, criterion.key), 0) + 1
    for (poster, key), dots in sorted(counted.items()):
        entry = CountEntry(id=new_id(), poster=poster, criterion=key, count=dots, by=_("facilitator"))
        session.act(partial(voting.enter_count, round_id=round_id, entry=entry)).result()
    return counted


def publish(session: WorkshopSession, round_id: str) -> Result:
    """Close and publish the round, and close the workshop."""
    now = session.clock()
    session.act(partial(voting.close_round, round_id=round_id, now=now)).result()
    session.act(partial(voting.publish_round, round_id=round_id, now=now), seals=True).result()
    session.act(partial(closing.close_workshop, now=now)).result()
    return count(session.current.book(round_id))
