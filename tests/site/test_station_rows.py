"""Rows of a solution and what trends do, at a group's station over real HTTP: by script's saves and by plain forms."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.site.station_gestures import BLANK, POSTER, Station, a_room, csrf_in, poster
from workshop_tool.domain.fact import FieldKey
from workshop_tool.domain.posters import MOST_ACTIONS, Action
from workshop_tool.services.edits.actions import link_trends, set_effect, write_actions
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import field_revision
from workshop_tool.site import Site

A = FieldKey("solution_a")
KEY = "_rows.solution_a"
PAYS = Action(actor="Ministry", action="pays", owner="County")
BUILDS = Action(actor="School", action="builds")
BY_FACILITATOR = partial(write_actions, poster_id="p1", field="solution_a")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with groups."""
    opened = a_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def station(site: Site, session: WorkshopSession) -> Iterator[Station]:
    """Give a device of group 1."""
    with Station(site, session) as opened:
        yield opened


def submit_rows(station: Station, rows: list[Action], base: str = BLANK, button: str = "") -> tuple[int, str]:
    """Send the rows' form as a browser without script does; return status and page."""
    form: dict[str, str | list[str]] = {
        "csrf": csrf_in(station.get(POSTER).text),
        "do": "rows",
        "field": KEY,
        "base": base,
        "actor": [row.actor for row in rows],
        "action": [row.action for row in rows],
        "owner": [row.owner for row in rows],
    }
    answer = station.post(POSTER, data=form | ({"row": button} if button else {}), headers=station.own)
    return answer.status_code, answer.text


def test_rows_are_saved_as_a_field_is(station: Station, session: WorkshopSession) -> None:
    """From a base, on the disk, and the answer names the next base."""
    answer = station.write("Ministry|pays |  County\n| builds", field=KEY)
    saved = "Ministry | pays | County\n | builds | "
    assert (answer.status_code, answer.json()) == (200, {"revision": field_revision(saved)})
    assert poster(session).actions[A] == (PAYS, Action(action="builds"))
    assert station.get("/api/station/poster/p1").json()["fields"][KEY]["text"] == saved


def test_the_second_of_two_gets_the_rows_of_both(station: Station, session: WorkshopSession) -> None:
    """Nothing is written over."""
    session.edit("Write", partial(BY_FACILITATOR, rows=(PAYS,))).result()
    answer = station.write("School | builds |", field=KEY)
    assert (answer.status_code, answer.json()["theirs"]) == (409, "Ministry | pays | County")
    assert poster(session).actions[A] == (PAYS,)


def test_the_facilitators_undo_leaves_what_a_group_typed(station: Station, session: WorkshopSession) -> None:
    """Also where it was typed over the facilitator's own rows."""
    session.edit("Write", partial(BY_FACILITATOR, rows=(PAYS,))).result()
    station.write("School | builds |", base=field_revision("Ministry | pays | County"), field=KEY)
    session.undo().result()
    assert poster(session).actions[A] == (BUILDS,)
    station.submit(POSTER, do="undo")
    assert poster(session).actions[A] == (PAYS,)


def test_a_lock_keeps_rows_and_effects(station: Station, session: WorkshopSession) -> None:
    """By script and by form; the form gives back what was typed."""
    session.edit("Lock", partial(revise_item, table="posters", item_id="p1", locked=True)).result()
    assert station.write("School | builds |", field=KEY).status_code == 423
    status, page = submit_rows(station, [BUILDS])
    assert (status, "School · builds" in page) == (423, True)
    said = {"poster": "p1", "what": "effect", "field": "t1", "choice": "worse", "on": True}
    assert station.put("/api/station/choice", json=said, headers=station.own).status_code == 423


@pytest.mark.parametrize(
    ("button", "left"),
    [("", (PAYS, BUILDS)), ("down 0", (BUILDS, PAYS)), ("up 1", (BUILDS, PAYS)), ("remove 0", (BUILDS,))],
)
def test_rows_are_written_without_script(
    station: Station, session: WorkshopSession, button: str, left: tuple[Action, ...]
) -> None:
    """Saved, moved and removed by buttons of the form; the blank row of the page is none."""
    status, page = submit_rows(station, [PAYS, BUILDS, Action()], button=button)
    assert (status, poster(session).actions[A]) == (200, left)
    assert page.count('name="actor"') == len(left) + 1 + 1  # the other solution has its blank row too


def test_a_form_that_comes_second_shows_both(station: Station, session: WorkshopSession) -> None:
    """In words, with the three ways out; putting both keeps each row once."""
    session.edit("Write", partial(BY_FACILITATOR, rows=(PAYS,))).result()
    status, page = submit_rows(station, [PAYS, BUILDS])
    assert (status, "Ministry · pays · County\nSchool · builds" in page) == (409, True)
    both = page.rpartition('<textarea name="text" hidden>')[2].partition("</textarea>")[0]
    base = field_revision("Ministry | pays | County")
    station.submit(POSTER, do="field", field=KEY, base=base, text=both)
    assert poster(session).actions[A] == (PAYS, BUILDS)


@pytest.mark.parametrize("text", ["x" * 501, "x | y\n" * (MOST_ACTIONS + 1)])
def test_more_than_rows_hold_is_refused_with_a_sentence(station: Station, session: WorkshopSession, text: str) -> None:
    """And nothing is cut off."""
    answer = station.write(text, field=KEY)
    assert answer.status_code in {409, 422}
    assert "at most 30 rows" in answer.json()["sentence"] or "500 characters" in answer.json()["sentence"]
    assert not poster(session).actions


def test_rows_of_what_is_no_field_are_refused(station: Station, session: WorkshopSession) -> None:
    """Nothing is kept under a made-up name."""
    assert station.write("School | builds |", field="_rows.nothing").status_code == 409
    assert not poster(session).actions


def test_another_group_sees_who_writes_in_the_rows(station: Station, site: Site, session: WorkshopSession) -> None:
    """As with a field."""
    with Station(site, session, "g2") as other:
        body = {"poster": "p1", "field": KEY}
        assert other.put("/api/station/typing", json=body, headers=other.own).status_code == 200
    written = station.get("/api/station/poster/p1").json()["fields"][KEY]["writing"]
    assert written == "Group 2 is writing here"


def test_what_a_trend_does_is_said_and_taken_back(station: Station, session: WorkshopSession) -> None:
    """Saying it links the trend."""
    said = {"poster": "p1", "what": "effect", "field": "t1", "on": True}
    for choice, effects in (("worse", {"t1": "worse"}), ("better", {"t1": "better"}), ("", {})):
        answer = station.put("/api/station/choice", json=said | {"choice": choice}, headers=station.own)
        assert (answer.status_code, dict(poster(session).effects)) == (200, effects)
    assert poster(session).trends == ("t1",)


@pytest.mark.parametrize("choice", ["best", "Better", " "])
def test_another_effect_is_refused(station: Station, session: WorkshopSession, choice: str) -> None:
    """There are two."""
    said = {"poster": "p1", "what": "effect", "field": "t1", "choice": choice, "on": True}
    assert station.put("/api/station/choice", json=said, headers=station.own).status_code == 422
    assert not poster(session).trends


def test_a_form_says_what_trends_do(station: Station, session: WorkshopSession) -> None:
    """Only what differs from what it showed: another's choice meanwhile stays; a cleared trend is not linked again."""
    session.edit("Link", partial(link_trends, poster_id="p1", trend_ids=("t2",))).result()
    session.edit("Say", partial(set_effect, poster_id="p1", trend_id="t2", effect="worse")).result()
    form = {"do": "choices", "trend": "t1", "effect.t1": "better", "effect.t2": "", "effect.t3": ""}
    station.submit(POSTER, **form)
    assert dict(poster(session).effects) == {"t1": "better", "t2": "worse"}
    station.submit(POSTER, **{"do": "choices", "was_trend": "t1", "was_effect": "better t1", "effect.t1": "worse"})
    assert "t1" not in poster(session).effects
    assert "t1" not in poster(session).trends
