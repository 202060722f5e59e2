"""Problem areas moved, split and merged: no word, link, photo or line of the minutes is lost on the way."""

from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan, a_session, a_workshop, start_round
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.fact import LINE_CAP, AreaId, FieldKey, PartKey
from workshop_tool.domain.links import check_links
from workshop_tool.domain.minutes import Minute
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MORNING, MOST_ACTIONS, Action, Poster
from workshop_tool.domain.workshop import NamedByRound, Workshop
from workshop_tool.services.edits.areas import hide_area, move_area, split_area
from workshop_tool.services.edits.lists import Gone, revise_item
from workshop_tool.services.edits.merging import SameArea, TooMuchToMerge, merge_areas

AREAS = ("a1", "a2", "a3", "a4", "a5")
THEMES = ("", "Money", "People", "Rules")
WORDS = st.sampled_from(["", "scarce grants", "late data", "no careers", "few pilots"])
A, B = FieldKey("solution_a"), FieldKey("evidence")


@st.composite
def posters(draw: st.DrawFn, area: str) -> Poster:
    """Draw a poster on an area, with anything filled in or left blank."""
    rows = draw(st.lists(st.builds(Action, actor=WORDS, action=WORDS, owner=WORDS), max_size=2))
    photos = draw(st.sets(st.sampled_from("abc")))
    return Poster(
        id=f"p-{area}",
        area=AreaId(area),
        title=draw(st.sampled_from(["", "A title of its own"])),
        fields={key: text for key in (A, B) if (text := draw(WORDS))},
        actions={A: tuple(rows)} if rows else {},
        trends=tuple(draw(st.sets(st.sampled_from(["t1", "t2"])))),
        effects=draw(st.dictionaries(st.sampled_from(["t1", "t2"]), st.sampled_from(["better", "worse"]))),
        links=tuple(AreaId(a) for a in sorted(draw(st.sets(st.sampled_from(AREAS)))) if a != area),
        groups={MORNING: group} if (group := draw(st.sampled_from([None, "g1", "g2"]))) else {},
        photos=tuple(attachment_name(photo.encode(), ".png") for photo in sorted(photos)),
        note=draw(WORDS),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Draw a list of five areas in any themes and places, some with posters and minutes."""
    plan = a_plan(areas=0, trends=2, groups=2)
    for number, area_id in enumerate(AREAS, start=1):
        area = ProblemArea(
            id=area_id,
            number=number,
            text=f"Problem {number}",
            theme=draw(st.sampled_from(THEMES)),
            note=draw(WORDS),
            position=draw(st.sampled_from([1.0, 1.5, 2.0, 2.0000000000000004, 3.0])),
        )
        plan = plan.with_item(area)
    for area_id in draw(st.sets(st.sampled_from(AREAS))):
        poster = draw(posters(area_id))
        plan = plan.with_new(poster)
        plan = plan.with_new(Minute(id=f"m-{area_id}", text=f"Said about {area_id}", poster=poster.id))
    return plan.settled()


def words_of(plan: Plan) -> set[str]:
    """Return every line that stands anywhere in areas, posters and minutes."""
    said: list[str] = []
    for area in plan.areas:
        said += [area.text, area.note]
    for poster in plan.posters:
        said += [poster.title, poster.note, *poster.fields.values()]
        said += [
            word for rows in poster.actions.values() for row in rows for word in (row.actor, row.action, row.owner)
        ]
    said += [minute.text for minute in plan.minutes]
    return {line.removeprefix(f"{n}. ") for text in said for line in text.splitlines() for n in range(6)}


def by_theme(plan: Plan) -> dict[str, list[str]]:
    """Return the ids under each theme, as the page shows them."""
    themes: dict[str, list[str]] = {}
    for area in plan.areas:
        themes.setdefault(area.theme, []).append(area.id)
    return themes


@given(plans(), st.sampled_from(AREAS), st.sampled_from(AREAS))
def test_merging_keeps_every_word_and_every_link(plan: Plan, one: str, other: str) -> None:
    """Whatever stood on either side stands in what is left, and nothing points at what is gone."""
    if one == other:
        return
    merged = merge_areas(plan, one, other)
    check_links(merged)
    assert one not in merged.areas
    assert words_of(plan) <= words_of(merged)
    assert len(merged.minutes) == len(plan.minutes)
    for poster in plan.posters:
        left = merged.poster_on(other if poster.area == one else poster.area)
        assert left is not None
        assert set(poster.trends) <= set(left.trends)
        assert set(poster.effects) <= set(left.effects)
        assert set(poster.photos) <= set(left.photos)
        wanted = {other if link == one else link for link in poster.links} - {left.area}
        assert wanted <= {str(link) for link in left.links}
        assert left.area not in left.links


@given(plans(), st.sampled_from(AREAS), st.sampled_from(THEMES), st.sampled_from([None, *AREAS]))
def test_a_moved_area_stands_where_it_was_put_and_the_rest_as_before(
    plan: Plan, moved: str, theme: str, before: str | None
) -> None:
    """Within a theme and between themes; no number changes, and the other areas keep their order."""
    after = move_area(plan, moved, theme, before)
    assert {area.id: area.number for area in after.areas} == {area.id: area.number for area in plan.areas}
    expected = by_theme(plan)
    for ids in expected.values():
        if moved in ids:
            ids.remove(moved)
    inside = expected.setdefault(theme, [])
    inside.insert(inside.index(before) if before in inside else len(inside), moved)
    assert by_theme(after) == {name: ids for name, ids in expected.items() if ids}
    themes = [name for name in by_theme(after) if name in by_theme(plan) and name != theme]
    assert themes == [name for name in by_theme(plan) if name in themes]


def test_moving_an_area_among_neighbours_changes_no_other() -> None:
    """One document is saved."""
    plan = a_plan(areas=6)
    assert move_area(plan, "a4", "Theme 1", "a1").touched == {("areas", "a4")}


@given(plans(), st.sampled_from(AREAS))
def test_splitting_leaves_the_rest_where_it_was(plan: Plan, area_id: str) -> None:
    """The new one stands behind it under the next number; poster, note and links stay with the old one."""
    split = split_area(plan, area_id, "The first half", "The second half", "new", in_room=False)
    check_links(split)
    old, new = split.areas[area_id], split.areas["new"]
    assert (old.text, old.number, old.note) == ("The first half", plan.areas[area_id].number, plan.areas[area_id].note)
    assert (new.text, new.number, new.theme, new.new) == ("The second half", 6, old.theme, False)
    inside = by_theme(split)[old.theme]
    assert inside.index("new") == inside.index(area_id) + 1
    assert list(split.posters) == list(plan.posters)


def test_a_split_in_the_room_is_marked_as_new() -> None:
    """The record says what the workshop added."""
    new = split_area(a_plan(areas=2), "a1", "One", "Two", "new", in_room=True).areas["new"]
    assert (new.new, new.origin) == (True, "workshop")


def test_the_merged_text_stands_in_the_note_under_its_number() -> None:
    """Somebody will ask what became of number 2."""
    plan = merge_areas(a_plan(areas=3), "a2", "a1")
    assert plan.areas["a1"].note == "2. Problem area 2"


def test_a_poster_keeps_the_words_it_was_written_under() -> None:
    """The list's text it had becomes its own title."""
    plan = merge_areas(a_plan(areas=3, posters=2), "a2", "a3")
    assert (plan.posters["p2"].area, plan.posters["p2"].title) == ("a3", "Problem area 2")


def test_of_two_groups_on_one_poster_both_are_remembered() -> None:
    """A poster has one group a part; the other one is named in its note."""
    plan = a_plan(areas=2, posters=2, groups=2)
    for poster, group in (("p1", "g1"), ("p2", "g2")):
        plan = plan.with_item(plan.posters[poster].revised(groups={PartKey("morning"): group}))
    assert "Group 2" in merge_areas(plan, "a2", "a1").posters["p1"].note


def test_what_does_not_fit_on_one_poster_is_refused() -> None:
    """Rather than cut off the last rows."""
    plan = a_plan(areas=2, posters=2)
    rows = (Action(actor="Ministry", action="pays"),) * MOST_ACTIONS
    for poster in ("p1", "p2"):
        plan = plan.with_item(plan.posters[poster].revised(actions={A: rows}))
    with pytest.raises(TooMuchToMerge):
        merge_areas(plan, "a2", "a1")


def test_an_area_is_not_merged_into_itself_or_into_nothing() -> None:
    """Both are slips of the hand."""
    plan = a_plan(areas=2)
    with pytest.raises(SameArea):
        merge_areas(plan, "a1", "a1")
    with pytest.raises(Gone):
        merge_areas(plan, "a1", "gone")


def test_a_poster_that_a_round_names_is_not_merged_away(tmp_path: Path) -> None:
    """What was voted on stays what it was; hiding it is allowed."""
    session = a_session(tmp_path)
    try:
        start_round(session)
        with pytest.raises(NamedByRound):
            session.edit("Merge", partial(merge_areas, area_id="a2", into_id="a5")).result()
        session.edit("Hide", partial(hide_area, area_id="a2", hidden=True)).result()
        assert session.current.plan.areas["a2"].hidden
    finally:
        session.close()


def test_hiding_and_showing_again_changes_nothing_else() -> None:
    """It is a curtain, no bin."""
    workshop = Workshop(a_plan(areas=2, posters=1))
    hidden = hide_area(workshop.plan, "a1", hidden=True)
    assert hide_area(hidden, "a1", hidden=False) == workshop.plan


def test_a_round_opens_without_the_posters_that_are_hidden(tmp_path: Path) -> None:
    """The room votes on what it sees."""
    workshop = a_workshop(posters=3)
    session = a_session(tmp_path, Workshop(hide_area(workshop.plan, "a2", hidden=True)))
    try:
        start_round(session)
        assert session.current.rounds[0].round.posters == ("p1", "p3")
    finally:
        session.close()


def test_merging_keeps_both_owners() -> None:
    """One line names both; what does not fit on it goes to the note."""
    plan = a_plan(areas=2)
    plan = revise_item(revise_item(plan, "areas", "a1", owner="Harbour Office"), "areas", "a2", owner="County")
    assert merge_areas(plan, "a2", "a1").areas["a1"].owner == "Harbour Office; County"
    longest = revise_item(plan, "areas", "a1", owner="x" * LINE_CAP)
    merged = merge_areas(longest, "a2", "a1").areas["a1"]
    assert (merged.owner, "County" in merged.note) == ("x" * LINE_CAP, True)
