"""Edits of the lists: what each does, and what it refuses."""

from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.builders import a_plan
from workshop_tool.domain.areas import ProblemArea
from workshop_tool.domain.attachments import attachment_name
from workshop_tool.domain.links import StillNamed, check_links
from workshop_tool.domain.posters import AFTERNOON, MORNING, MOST_PHOTOS
from workshop_tool.services.edits.areas import add_area_in_room, remove_area
from workshop_tool.services.edits.groups import assign, make_groups, put_in_group, remove_group
from workshop_tool.services.edits.lists import Gone, add_items, move_item, remove_item, revise_item
from workshop_tool.services.edits.posters import (
    TooManyPhotos,
    add_photo,
    choose_domain,
    claim_area,
    remove_photo,
    rename_poster,
    set_poster_group,
    write_field,
)
from workshop_tool.services.edits.trends import place_trend, remove_trend, rename_trend, take_off_map

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_tool.domain.plan import Plan

PLAN = a_plan(areas=4, posters=2, trends=2, participants=2, groups=2)


def test_added_areas_get_free_numbers() -> None:
    """A number that is taken is replaced by the next one, so that each is said once."""
    plan = add_items(PLAN, [ProblemArea(id=f"x{i}", number=n, text="Listed") for i, n in enumerate((4, 9, 4))])
    assert [area.number for area in plan.areas] == [1, 2, 3, 4, 5, 9, 10]
    check_links(plan)


def test_an_area_from_the_room_is_marked_as_new() -> None:
    """Under the next number, at the end of the list."""
    area = list(add_area_in_room(PLAN, "Too few pilots", "new").areas)[-1]
    assert (area.number, area.text, area.new, area.origin) == (5, "Too few pilots", True, "workshop")


def test_moving_an_item_touches_no_other() -> None:
    """One document is saved, and a group that writes meanwhile is not in the way."""
    plan = move_item(PLAN, "areas", "a4", 0)
    assert [area.id for area in plan.areas] == ["a4", "a1", "a2", "a3"]
    assert plan.touched == {("areas", "a4")}


def test_a_removed_area_leaves_no_link() -> None:
    """Posters that pointed at it forget it."""
    plan = remove_area(PLAN.with_item(PLAN.posters["p1"].revised(links=("a3", "a4"))).settled(), "a4")
    check_links(plan)
    assert plan.posters["p1"].links == ("a3",)


def test_an_area_with_a_poster_is_not_removed() -> None:
    """The group's words would hang in the air."""
    with pytest.raises(StillNamed):
        check_links(remove_area(PLAN, "a1"))


def test_a_removed_trend_leaves_no_link() -> None:
    """Posters that named it forget it."""
    plan = remove_trend(PLAN.with_item(PLAN.posters["p1"].revised(trends=("t1", "t2"))).settled(), "t1")
    check_links(plan)
    assert plan.posters["p1"].trends == ("t2",)


def test_a_removed_group_leaves_no_member() -> None:
    """People and posters of that group are in none."""
    plan = set_poster_group(PLAN, "p1", MORNING, "g1")
    plan = remove_group(plan.settled(), "g1")
    check_links(plan)
    assert "g1" not in {group for item in (*plan.participants, *plan.posters) for group in item.groups.values()}


def test_people_are_put_into_groups_part_by_part() -> None:
    """The afternoon's groups leave the morning's as they were."""
    morning = dict(PLAN.participants["n1"].groups)
    plan = assign(PLAN, AFTERNOON, {"n1": "g2", "n2": "g1"})
    assert plan.participants["n1"].groups == {**morning, AFTERNOON: "g2"}
    assert put_in_group(plan, "n1", AFTERNOON, None).participants["n1"].groups == morning


def test_groups_are_made_with_their_names() -> None:
    """In the order in which they were named."""
    assert [group.name for group in make_groups(PLAN, ("North", "South")).groups][2:] == ["North", "South"]


def test_a_trend_is_placed_on_the_map_and_taken_off() -> None:
    """What lies outside comes to the edge; a place that was made up as an example is now a real one."""
    plan = PLAN.with_item(PLAN.trends["t1"].revised(example=True))
    placed = place_trend(plan, "t1", 1.7, -0.2)
    trend = placed.trends["t1"]
    assert (trend.importance, trend.certainty, trend.example) == (1.0, 0.0, False)
    assert not take_off_map(placed, "t1").trends["t1"].placed


def test_a_renamed_trend_remembers_how_it_was_presented() -> None:
    """The first label is kept through further names, and forgotten once it is back."""
    plan = rename_trend(rename_trend(PLAN, "t1", "Second"), "t1", "Third")
    assert (plan.trends["t1"].label, plan.trends["t1"].presented_as) == ("Third", "Trend 1")
    assert rename_trend(plan, "t1", "Trend 1").trends["t1"].presented_as == ""


def test_an_area_is_claimed_for_a_group() -> None:
    """In the first part of the day, where no other is named."""
    plan = claim_area(PLAN, "a3", group_id="g1", poster_id="p3")
    assert plan.posters["p3"].groups == {MORNING: "g1"}
    check_links(plan)


def test_an_emptied_field_is_blank() -> None:
    """Blank is the absence of a text, not an empty one."""
    plan = write_field(PLAN, "p1", "evidence", "Seen")
    assert write_field(plan, "p1", "evidence", " \n ").posters["p1"].fields == {}


def test_a_solution_comes_from_a_domain() -> None:
    """And the choice is taken back with an empty one."""
    plan = choose_domain(PLAN, "p1", "solution_a", "digital")
    assert plan.posters["p1"].domains == {"solution_a": "digital"}
    assert choose_domain(plan, "p1", "solution_a", "").posters["p1"].domains == {}


def test_a_posters_title_is_kept_only_where_it_differs() -> None:
    """The list's own text takes it back."""
    plan = rename_poster(PLAN, "p1", "Own words")
    assert plan.posters["p1"].title == "Own words"
    assert rename_poster(plan, "p1", "Problem area 1").posters["p1"].title == ""


@pytest.mark.parametrize(
    "edit",
    [
        partial(revise_item, table="areas", item_id="gone", text="x"),
        partial(move_item, table="areas", item_id="gone", index=0),
        partial(write_field, poster_id="gone", field="evidence", text="x"),
        partial(choose_domain, poster_id="gone", field="solution_a", domain="digital"),
        partial(rename_poster, poster_id="gone", title="x"),
        partial(set_poster_group, poster_id="gone", part="morning", group_id="g1"),
        partial(put_in_group, participant_id="gone", part="morning", group_id="g1"),
        partial(place_trend, trend_id="gone", importance=0.5, certainty=0.5),
        partial(rename_trend, trend_id="gone", label="x"),
        partial(claim_area, area_id="gone"),
    ],
)
def test_what_was_removed_meanwhile_is_gone(edit: "partial[Plan]") -> None:
    """A sentence, not a crash, for the one who was a moment late."""
    with pytest.raises(Gone):
        edit(PLAN)


def test_removing_twice_is_fine() -> None:
    """Two people press the same button."""
    assert remove_item(remove_item(PLAN, "trends", "t1"), "trends", "t1").trends.get("t1") is None


PHOTOS = [attachment_name(bytes([n]), ".jpg") for n in range(MOST_PHOTOS + 1)]


def test_photos_stand_in_the_order_they_were_added() -> None:
    """Each once, however often it is added."""
    plan = PLAN
    for name in (PHOTOS[1], PHOTOS[0], PHOTOS[1]):
        plan = add_photo(plan, "p1", name)
    assert plan.posters["p1"].photos == (PHOTOS[1], PHOTOS[0])


def test_a_removed_photo_leaves_the_others() -> None:
    """And one that is gone already is no matter."""
    plan = add_photo(add_photo(PLAN, "p1", PHOTOS[0]), "p1", PHOTOS[1])
    plan = remove_photo(remove_photo(plan, "p1", PHOTOS[0]), "p1", PHOTOS[0])
    assert plan.posters["p1"].photos == (PHOTOS[1],)


def test_a_full_poster_takes_no_photo() -> None:
    """Twenty are said to be enough; what is there stays."""
    plan = PLAN
    for name in PHOTOS[:-1]:
        plan = add_photo(plan, "p1", name)
    with pytest.raises(TooManyPhotos):
        add_photo(plan, "p1", PHOTOS[-1])


@pytest.mark.parametrize("edit", [add_photo, remove_photo])
def test_a_poster_that_is_gone_gets_no_photo(edit: "Callable[[Plan, str, str], Plan]") -> None:
    """It may have been removed while the photo was read."""
    with pytest.raises(Gone):
        edit(PLAN, "p9", PHOTOS[0])
