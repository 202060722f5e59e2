"""A series carries on with the same things under the same ids, and says what changed since."""

import datetime as dt
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_session, a_workshop, publish, start_round, vote
from tests.services.pictures_taken import keep_a_photo
from workshop_tool.domain.documents import all_documents, workshop_from
from workshop_tool.domain.earlier import CarriedPart
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import TABLES
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services.beginnings import save_continued
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.edits.posters import add_photo
from workshop_tool.services.edits.trends import place_trend, rename_trend
from workshop_tool.services.exchange import from_exchange, to_exchange
from workshop_tool.services.opening import open_workshop, read_workshop, save_new
from workshop_tool.services.sample import SAMPLE
from workshop_tool.services.series import PARTS, changes_since, continue_from
from workshop_tool.store.attachments import read_attachment

NEXT = Particulars(title="Second day", date=dt.date(2030, 6, 1))


@pytest.fixture(scope="module")
def sample() -> Workshop:
    """Give the sample, which has been through its whole day."""
    return read_workshop(SAMPLE)


def tables(workshop: Workshop) -> dict[str, list[str]]:
    """Return the ids of every list that holds something."""
    listed = {table: [item.id for item in workshop.plan.list_of(table)] for table in TABLES.values()}
    return {table: ids for table, ids in listed.items() if ids}


def test_what_comes_along_keeps_its_ids_and_order(sample: Workshop) -> None:
    """People say "number 12" on every day of the series."""
    begun = continue_from(sample, NEXT, PARTS)
    assert tables(begun) == {table: ids for table, ids in tables(sample).items() if table in PARTS}


def test_no_vote_no_minute_and_no_group_comes_along(sample: Workshop) -> None:
    """What the room did belongs to its day."""
    begun = continue_from(sample, NEXT, PARTS)
    people, posters = begun.plan.participants, begun.plan.posters
    assert (begun.rounds, begun.log, begun.plan.particulars.standing) == ((), (), "running")
    assert [item.groups for item in (*people, *posters) if item.groups] == []


def test_a_trend_is_presented_where_it_stood_at_the_end(sample: Workshop) -> None:
    """The next day's map begins where this one ended."""
    old = sample.plan.trends
    begun = continue_from(sample, NEXT, ["trends"]).plan.trends
    assert [(t.presented_importance, t.presented_certainty) for t in begun] == [
        (t.importance, t.certainty) for t in old
    ]


def test_posters_bring_the_problem_areas_they_are_on(sample: Workshop) -> None:
    """A poster without its area would be about nothing."""
    begun = continue_from(sample, NEXT, ["posters"])
    assert set(tables(begun)) == {"areas", "posters"}
    assert workshop_from(_documents(begun)).plan == begun.plan


@given(parts=st.sets(st.sampled_from(PARTS)))
def test_any_choice_of_parts_makes_a_whole_workshop(parts: set[CarriedPart]) -> None:
    """Every link holds, and file and exchange format give the same back."""
    sample = read_workshop(SAMPLE)
    begun = continue_from(sample, NEXT, parts)
    assert Workshop(begun.plan).with_plan(begun.plan.with_particulars(NEXT)).plan.particulars == NEXT
    assert workshop_from(_documents(begun)) == begun
    assert from_exchange(to_exchange(begun)).plan.earlier == begun.plan.earlier


def test_right_after_the_start_nothing_has_changed(sample: Workshop) -> None:
    """The comparison starts from nothing."""
    assert changes_since(continue_from(sample, NEXT, PARTS).plan) == ()


def test_each_change_since_is_told_by_its_kind() -> None:
    """Added, renamed, moved, dropped: each with what it was."""
    plan = continue_from(a_workshop(areas=4, trends=3, posters=1), NEXT, PARTS).plan
    plan = rename_trend(plan, "t1", "Ageing")
    plan = place_trend(plan, "t2", 0.9, 0.9)
    plan = plan.without_item(plan.trends["t3"])
    plan = revise_item(plan, "areas", "a2", number=12)
    plan = revise_item(plan, "areas", "a4", hidden=True)
    plan = plan.with_new(plan.areas["a3"].revised(id="new", number=13, text="Ferries"))
    told = [(c.table, c.id, c.change, c.now, c.before) for c in changes_since(plan)]
    assert told == [
        ("trends", "t1", "renamed", "Ageing", "Trend 1"),
        ("trends", "t2", "moved", "Trend 2", ""),
        ("trends", "t3", "dropped", "Trend 3", "Trend 3"),
        ("areas", "a2", "moved", "Problem area 2", "2"),
        ("areas", "new", "added", "Ferries", ""),
        ("areas", "a4", "dropped", "Problem area 4", "Problem area 4"),
    ]


def test_a_list_that_stayed_behind_is_not_compared() -> None:
    """Trends that were never taken along have not been "added"."""
    plan = continue_from(a_workshop(areas=2), NEXT, ["areas"]).plan
    plan = plan.with_new(a_workshop(trends=1).plan.trends["t1"])
    assert changes_since(plan) == ()


def test_consent_to_names_is_not_handed_on(sample: Workshop) -> None:
    """Who agreed to be named agreed for one day."""
    asked = Workshop(sample.plan.with_record(sample.plan.record.revised(names=True, ballots=True, summary="Ours")))
    record = continue_from(asked, NEXT, PARTS).plan.record
    assert (record.names, record.ballots, record.summary) == (False, False, "")


def test_photos_come_along_with_their_posters(tmp_path: Path) -> None:
    """Byte by byte, beside the new file."""
    earlier, later = tmp_path / "day.workshop.json", tmp_path / "next.workshop.json"
    save_new(a_workshop(posters=1), earlier)
    with closing(open_workshop(earlier)) as session:
        photo = keep_a_photo(earlier, "red")
        session.edit("Add a photo", partial(add_photo, poster_id="p1", name=photo)).result()
    save_continued(earlier, NEXT, PARTS, later)
    assert read_workshop(later).plan.posters["p1"].photos == (photo,)
    assert read_attachment(later, photo) == read_attachment(earlier, photo)


def test_the_earlier_file_is_only_read(tmp_path: Path) -> None:
    """It stays what it was, and nothing appears beside it but the new file."""
    earlier = tmp_path / "day.workshop.json"
    save_new(a_workshop(areas=2), earlier)
    before = earlier.read_bytes()
    save_continued(earlier, None, PARTS, tmp_path / "next.workshop.json")
    assert earlier.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["day.workshop.json", "next.workshop.json"]


def test_votes_of_an_open_workshop_stay_where_they_are(tmp_path: Path) -> None:
    """Even while a round is published and the session open, the series takes no ballot."""
    session = a_session(tmp_path, a_workshop(posters=2))
    round_id = start_round(session)
    vote(session, "v1", {"p1": {"priority": 1}})
    publish(session, round_id)
    begun = continue_from(session.current, NEXT, PARTS)
    session.close()
    assert [key for key in all_documents(begun) if key[0] in {"rounds", "ballots", "counts", "sheets", "log"}] == []


def _documents(workshop: Workshop) -> dict[str, dict[str, dict[str, object]]]:
    documents: dict[str, dict[str, dict[str, object]]] = {}
    for (table, name), document in all_documents(workshop).items():
        assert document is not None
        documents.setdefault(table, {})[name] = document
    return documents
