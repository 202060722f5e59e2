"""Group stations: their keys, and fields that two people write in at once without a text being lost."""

from dataclasses import dataclass
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_plan, a_workshop
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import stations
from workshop_tool.services.edits.lists import Gone, revise_item
from workshop_tool.services.joining import ensure_room_key
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.voting import ALPHABET

BLANK = stations.field_revision("")


def keyed_workshop() -> Workshop:
    """Return a workshop with a room key and three groups."""
    return ensure_room_key(a_workshop(posters=2, groups=3))[0]


def test_each_group_has_a_key_of_its_own() -> None:
    """Eight letters that are not taken for one another, and back to the group."""
    workshop = keyed_workshop()
    keys = {stations.station_key(workshop, group.id) for group in workshop.plan.groups}
    assert len(keys) == 3
    assert all(len(key) == 8 and set(key) <= set(ALPHABET) for key in keys)
    assert {group.id for key in keys if (group := stations.group_of_key(workshop, key))} == {"g1", "g2", "g3"}


def test_a_key_is_read_however_it_is_typed() -> None:
    """Small letters, blanks, dashes, and what looks alike."""
    workshop = keyed_workshop()
    key = stations.station_key(workshop, "g1")
    typed = f"{key[:4]}-{key[4:]} ".lower().replace("0", "o").replace("1", "l")
    group = stations.group_of_key(workshop, typed)
    assert group is not None
    assert group.id == "g1"


def test_without_a_room_key_there_are_no_stations() -> None:
    """A key made of nothing could be made by anybody."""
    with pytest.raises(stations.NoRoomKey):
        stations.station_key(a_workshop(groups=1), "g1")
    assert stations.group_of_key(a_workshop(groups=1), "00000000") is None


def test_a_field_is_saved_from_what_it_started_from() -> None:
    """And the next save starts from the revision of the one before."""
    plan = stations.save_field(a_plan(posters=1), "p1", "evidence", "One", BLANK)
    plan = stations.save_field(plan, "p1", "evidence", "One two", stations.field_revision("One"))
    assert plan.posters["p1"].text("evidence") == "One two"


def test_a_repeated_save_changes_nothing() -> None:
    """Its answer was lost on the way."""
    plan = stations.save_field(a_plan(posters=1), "p1", "evidence", "One\r\ntwo ", BLANK)
    assert stations.save_field(plan, "p1", "evidence", "One\r\ntwo ", BLANK) is plan


def test_a_changed_field_is_refused_with_both_texts() -> None:
    """Somebody else was first; neither text goes."""
    plan = stations.save_field(a_plan(posters=1), "p1", "evidence", "Theirs", BLANK)
    with pytest.raises(stations.FieldChanged) as caught:
        stations.save_field(plan, "p1", "evidence", "Mine", BLANK)
    assert caught.value.details == {"theirs": "Theirs", "mine": "Mine"}


def test_a_locked_poster_is_not_written_on() -> None:
    """Not its fields, and not what is chosen beside them."""
    plan = revise_item(a_plan(posters=1, trends=1, groups=1), "posters", "p1", locked=True)
    for edit in (
        partial(stations.save_field, field="evidence", text="x", base=BLANK),
        partial(stations.choose_domain, field="solution_a", domain="digital"),
        partial(stations.link_trend, trend_id="t1", linked=True),
        partial(stations.link_area, area_id="a2", linked=True),
        partial(stations.set_done, done=True),
        partial(stations.take_part, part="morning", group_id="g1"),
        partial(stations.add_photo, name=f"{'0' * 64}.jpg"),
    ):
        with pytest.raises(stations.PosterLocked):
            edit(plan, poster_id="p1")


def test_a_title_is_a_field_too() -> None:
    """Empty where it is the list's text."""
    plan = stations.save_field(a_plan(posters=1), "p1", stations.TITLE, "Our\ntitle", BLANK)
    assert plan.posters["p1"].title == "Our title"
    plan = stations.save_field(plan, "p1", stations.TITLE, "Problem area 1", stations.field_revision("Our title"))
    assert plan.posters["p1"].title == ""


def test_too_long_a_text_is_refused() -> None:
    """By its sentence, not by an accident."""
    with pytest.raises(stations.TextTooLong):
        stations.save_field(a_plan(posters=1), "p1", "evidence", "x" * 20_001, BLANK)
    with pytest.raises(stations.TextTooLong):
        stations.save_field(a_plan(posters=1), "p1", stations.TITLE, "x" * 501, BLANK)


def test_an_added_area_is_new_and_claimed() -> None:
    """Under the next number."""
    plan = stations.add_area(a_plan(groups=1), "Cables", "g1", area_id="a9", poster_id="p9")
    assert (plan.areas["a9"].number, plan.areas["a9"].new) == (6, True)
    assert dict(plan.posters["p9"].groups) == {"morning": "g1"}


def test_a_part_that_is_taken_stays_theirs() -> None:
    """Another group neither takes nor leaves it."""
    plan = stations.take_part(a_plan(posters=1, groups=2), "p1", "afternoon", "g1")
    with pytest.raises(stations.PartTaken):
        stations.take_part(plan, "p1", "afternoon", "g2")
    assert stations.leave_part(plan, "p1", "afternoon", "g2") is plan
    assert not stations.leave_part(plan, "p1", "afternoon", "g1").posters["p1"].groups


def test_what_is_gone_is_not_linked() -> None:
    """A trend that was removed while the page was open."""
    with pytest.raises(Gone):
        stations.link_trend(a_plan(posters=1), "p1", "t1", linked=True)


def test_each_group_undoes_its_own(session: WorkshopSession) -> None:
    """The other group's text stays."""
    for group, field in (("g1", "evidence"), ("g2", "success")):
        change = partial(stations.save_field, poster_id="p1", field=field, text=group, base=BLANK)
        session.edit("Write on a poster", change, actor=f"group:{group}").result()
    session.undo("group:g1").result()
    assert dict(session.current.plan.posters["p1"].fields) == {"success": "g2"}


@dataclass
class Page:
    """One device's field: what it shows, and the revision that it started from."""

    text: str = ""
    base: str = BLANK


def _decided(page: Page, problem: stations.FieldChanged, way: str) -> None:
    """Do what the buttons of the page do."""
    theirs = str(problem.details["theirs"])
    page.base = stations.field_revision(theirs)
    page.text = {"mine": page.text, "theirs": theirs, "both": stations.both_texts("evidence", theirs, page.text)}[way]


STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.sampled_from(["a", "b", "c d", " e\r\n", "", "é"]),
        st.booleans(),
        st.sampled_from(["mine", "theirs", "both"]),
    ),
    max_size=25,
)


@given(STEPS)
def test_no_typed_text_is_ever_lost(steps: list[tuple[int, str, bool, str]]) -> None:
    """Three devices write in one field: each text sent is in the field, or given back beside the other one.

    Nobody's saved text goes without its writer, or whoever saw it, having typed over it.
    """
    plan, pages = a_plan(posters=1), [Page(), Page(), Page()]
    for device, typed, answered, way in steps:
        page = pages[device]
        page.text += typed
        seen = page.base
        before = plan.posters["p1"].text("evidence")
        plan, problem = _saved(plan, page)
        if problem is not None:
            assert (problem.details["theirs"], plan.posters["p1"].text("evidence")) == (before, before)
            assert stations.field_revision(str(problem.details["mine"])) == stations.field_revision(page.text)
            _decided(page, problem, way)
            continue
        after = plan.posters["p1"].text("evidence")
        assert stations.field_revision(after) == stations.field_revision(page.text)
        assert after == before or stations.field_revision(before) == seen
        if answered:
            page.base = stations.field_revision(page.text)


def _saved(plan: Plan, page: Page) -> tuple[Plan, stations.FieldChanged | None]:
    try:
        return stations.save_field(plan, "p1", "evidence", page.text, page.base), None
    except stations.FieldChanged as problem:
        return plan, problem
