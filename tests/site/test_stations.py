"""Group stations over real HTTP: who is let in, what is saved, and what is refused without loss."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.site.conftest import Phone
from tests.site.station_gestures import BLANK, POSTER, Station, a_room, csrf_in, poster
from workshop_tool.domain.particulars import Particulars
from workshop_tool.services.edits.lists import remove_item, revise_item
from workshop_tool.services.edits.particulars import revise_particulars
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import field_revision, station_key
from workshop_tool.site import Site, devices
from workshop_tool.site.stations import devices as stations

LOCK = partial(revise_item, table="posters", item_id="p1", locked=True)
HOSTILE = "</textarea><script>alert(1)</script>"


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


def test_a_key_opens_the_groups_page(station: Station) -> None:
    """And the cookie is out of any script's reach."""
    answer = station.get(f"/g/{station.key}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/station")
    assert {"HttpOnly", "SameSite=lax"} <= set(answer.headers["set-cookie"].split("; "))
    assert "Group 1" in station.get("/station").text


def test_a_typed_key_leads_to_the_same_page(stranger: Phone, session: WorkshopSession, site: Site) -> None:
    """For who has no camera."""
    assert site.address
    key = station_key(session.current, "g2")
    assert "Group 2" in stranger.get("/g", params={"key": f"{key[:4]} {key[4:].lower()}"}).text


def test_wrong_keys_get_one_and_the_same_answer(stranger: Phone) -> None:
    """Whether they look like one or not."""
    answers = {stranger.get(f"/g/{key}").text for key in ("0" * 8, "x", "ABCDEFGH", "%00", "g1")}
    assert len(answers) == 1


def test_guessing_is_slowed(stranger: Phone, station: Station, monkeypatch: pytest.MonkeyPatch) -> None:
    """After more wrong keys than people mistype, even the right one is not looked at for a while."""
    monkeypatch.setattr(devices, "PATIENCE", 0.05)
    monkeypatch.setattr(devices, "WRONG_CODES_A_SECOND", 0)
    for _n in range(devices.WRONG_CODES_AT_ONCE):
        stranger.get("/g/00000000")
    assert stranger.get(f"/g/{station.key}").status_code == 404
    assert station.get("/station").status_code == 200


@pytest.mark.parametrize("cookie", ["", "g1", f"g1.{'0' * 32}.{'0' * 32}", "../..", "g1..", "é"])
def test_a_made_up_cookie_is_no_station(stranger: Phone, cookie: str) -> None:
    """Pages ask for the key; what a script sends is refused."""
    headers = {b"Cookie": f"{stations.COOKIE}={cookie}".encode()}
    assert stranger.get("/station", headers=headers).status_code == 401
    assert stranger.get("/api/station/poster/p1", headers=headers).status_code == 401


def test_a_group_that_was_removed_is_out(station: Station, session: WorkshopSession) -> None:
    """Its cookie opens nothing any more."""
    session.edit("Remove", partial(remove_item, table="groups", item_id="g1")).result()
    assert station.get("/station").status_code == 401


def test_a_restart_locks_no_station_out(station: Station, site: Site, session: WorkshopSession) -> None:
    """The cookie proves itself by the room's key."""
    site.stop()
    again = Site(session, port=site.port)
    again.start()
    try:
        assert station.get("/station").status_code == 200
    finally:
        again.stop()


def test_a_saved_field_is_on_the_disk(station: Station, session: WorkshopSession) -> None:
    """The answer names the revision that the next save starts from."""
    answer = station.write("Forty days")
    assert (answer.status_code, answer.json()) == (200, {"revision": field_revision("Forty days")})
    assert poster(session).text("evidence") == "Forty days"
    assert session.undoable("group:g1") == "Write on a poster"


def test_the_second_of_two_gets_both_texts(station: Station, site: Site, session: WorkshopSession) -> None:
    """What it sent is not saved, and it hears what is."""
    station.write("Theirs")
    with Station(site, session, "g2") as other:
        answer = other.write("Mine")
    assert answer.status_code == 409
    assert (answer.json()["theirs"], answer.json()["revision"]) == ("Theirs", field_revision("Theirs"))
    assert poster(session).text("evidence") == "Theirs"


def test_a_locked_poster_answers_423(station: Station, session: WorkshopSession) -> None:
    """By script and by form; the form gives the text back."""
    session.edit("Lock", LOCK).result()
    assert station.write("x").status_code == 423
    answer = station.submit(POSTER, do="field", field="evidence", base=BLANK, text="Typed in vain")
    assert (answer.status_code, "Typed in vain" in answer.text) == (423, True)


@pytest.mark.parametrize(
    "body",
    [
        {"text": True},
        {"text": 1},
        {"text": None},
        {"text": "x" * 20_001},
        {"base": ""},
        {"base": None},
        {"field": 7},
        {"poster": "../p1"},
        {"more": 1},
    ],
    ids=lambda body: str(body)[:20],
)
def test_a_strange_body_is_refused(station: Station, body: dict[str, object]) -> None:
    """Strict: nothing is taken for something else."""
    sent = {"poster": "p1", "field": "evidence", "base": BLANK, "text": "x"} | body
    assert station.put("/api/station/field", json=sent, headers=station.own).status_code == 422


def test_more_than_64_kb_is_refused(station: Station) -> None:
    """Before anybody looks into it."""
    assert station.write("x" * 70_000).status_code == 413


def test_an_unknown_field_or_poster_is_refused(station: Station, session: WorkshopSession) -> None:
    """Nothing is written beside the template."""
    assert station.write("x", field="nothing").status_code == 409
    assert station.write("x", poster="p9").status_code == 409
    assert not poster(session).fields


def test_a_claim_makes_the_groups_poster(station: Station, session: WorkshopSession) -> None:
    """And a second group hears that it is taken."""
    page = station.submit("/station", area="a4")
    made = session.current.plan.poster_on("a4")
    assert made is not None
    assert (dict(made.groups), page.url.path) == ({"morning": "g1"}, f"/station/posters/{made.id}")
    again = station.submit("/station", area="a4")
    assert (again.status_code, "already a poster on problem area 4" in again.text) == (409, True)


def test_a_group_adds_a_problem_area(station: Station, session: WorkshopSession) -> None:
    """New, claimed, under the next number."""
    station.submit("/station", do="add", text=HOSTILE)
    area = list(session.current.plan.areas)[-1]
    made = session.current.plan.poster_on(area.id)
    assert (area.number, area.new, area.text, made is not None) == (6, True, HOSTILE, True)
    assert "<script>alert" not in station.get("/station").text


@pytest.mark.parametrize("text", ["", "  ", "x" * 501], ids=["empty", "blank", "long"])
def test_an_area_needs_a_line(station: Station, session: WorkshopSession, text: str) -> None:
    """Nothing is added, and what was typed is still on the page."""
    answer = station.submit("/station", do="add", text=text)
    assert (answer.status_code, f'value="{text}"' in answer.text) == (409, True)
    assert len(session.current.plan.areas) == 5


def test_the_list_says_free_taken_and_done(station: Station, session: WorkshopSession) -> None:
    """And by whom."""
    station.submit(POSTER, do="take", part="morning")
    session.edit("Done", partial(revise_item, table="posters", item_id="p2", done=True)).result()
    standing = re.findall(r'<p class="standing">(.*?)</p>', station.get("/station").text)
    assert standing == ["Taken · Group 1", "✓ Done", "Taken", "Free", "Free"]


def test_choices_are_saved_one_by_one(station: Station, session: WorkshopSession) -> None:
    """A trend, an area, a domain, done."""
    for what, field, choice in (
        ("trend", "", "t2"),
        ("area", "", "a5"),
        ("domain", "solution_a", "digital"),
        ("done", "", ""),
    ):
        body = {"poster": "p1", "what": what, "field": field, "choice": choice, "on": True}
        assert station.put("/api/station/choice", json=body, headers=station.own).status_code == 200
    made = poster(session)
    assert (made.trends, made.links, dict(made.domains), made.done) == (
        ("t2",),
        ("a5",),
        {"solution_a": "digital"},
        True,
    )


def test_a_form_leaves_others_choices_alone(station: Station, session: WorkshopSession) -> None:
    """Only what differs from what the form showed is changed."""
    session.edit("Link", partial(revise_item, table="posters", item_id="p1", trends=("t1",))).result()
    station.submit(POSTER, do="choices", trend="t2")
    assert poster(session).trends == ("t1", "t2")


def test_without_script_a_conflict_shows_both_texts(station: Station, session: WorkshopSession) -> None:
    """Three buttons; each saves what it says."""
    station.write("Theirs")
    page = station.submit(POSTER, do="field", field="evidence", base=BLANK, text="Mine")
    assert page.status_code == 409
    texts = re.findall(r'<textarea name="text" hidden>(.*?)</textarea>', page.text, re.DOTALL)
    assert texts == ["Mine", "Theirs", "Theirs\nMine"]
    base = re.findall(r'name="base" value="(.*?)"', page.text)[0]
    station.submit(POSTER, do="field", field="evidence", base=base, text=texts[2])
    assert poster(session).text("evidence") == "Theirs\nMine"


def test_a_form_from_elsewhere_is_refused(station: Station, session: WorkshopSession) -> None:
    """Without what our own pages carry nothing is saved."""
    data = {"csrf": "0" * 32, "do": "field", "field": "evidence", "base": BLANK, "text": "x"}
    assert station.post(POSTER, data=data, headers=station.own).status_code == 403
    assert not poster(session).fields


def test_others_see_who_is_writing(station: Station, site: Site, session: WorkshopSession) -> None:
    """In the field, on the list, and in the window; not the group itself."""
    station.put("/api/station/typing", json={"poster": "p1", "field": "evidence"}, headers=station.own)
    assert site.presence.who() == (("g1", "p1", "evidence"),)
    with Station(site, session, "g2") as other:
        fields = other.get("/api/station/poster/p1").json()["fields"]
        assert (fields["evidence"]["writing"], fields["success"]["writing"]) == ("Group 1 is writing here", "")
        assert "Group 1 is writing here" in other.get("/station").text
    assert "is writing here" not in station.get("/station").text


def test_a_group_suggests_a_trend(station: Station, session: WorkshopSession) -> None:
    """With its place, where it gives one."""
    station.submit(
        "/station/trends", do="trend", id="s1", text="Less rain", placed="yes", certainty="25", importance="75"
    )
    sent = session.current.plan.suggestions["s1"]
    assert (sent.text, sent.group, sent.certainty, sent.importance) == ("Less rain", "g1", 0.25, 0.75)
    station.submit("/station/trends", do="trend", id="s2", text="More sun", certainty="25", importance="75")
    assert session.current.plan.suggestions["s2"].certainty is None


def test_a_group_comments(station: Station, session: WorkshopSession) -> None:
    """On a trend or a poster; the page tells what became of it."""
    page = station.submit("/station/trends", do="comment", id="s1", text=HOSTILE, about="p1")
    assert session.current.plan.suggestions["s1"].about == "p1"
    assert ("waiting" in page.text, "<script>alert" in page.text) == (True, False)


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "101", "x", ""])
def test_a_place_off_the_map_is_refused(station: Station, session: WorkshopSession, value: str) -> None:
    """Nothing is sent, and the words are still on the page."""
    form = {"do": "trend", "id": "s1", "text": "Less rain", "placed": "yes", "certainty": value, "importance": "5"}
    answer = station.submit("/station/trends", **form)
    assert (answer.status_code, "Less rain" in answer.text) == (422, True)
    assert not session.current.plan.suggestions


def test_after_closing_nothing_is_written(station: Station, session: WorkshopSession) -> None:
    """And the group is told why."""
    session.edit("Close", partial(revise_particulars, standing="draft")).result()
    assert isinstance(session.current.plan.particulars, Particulars)
    answer = station.write("x")
    assert (answer.status_code, "The workshop is closed" in answer.json()["sentence"]) == (409, True)


def test_a_written_text_is_only_text(station: Station) -> None:
    """Whatever it looks like."""
    station.write(HOSTILE)
    page = station.get(POSTER).text
    assert "<script>alert" not in page
    assert csrf_in(page)


def test_a_group_undoes_its_own_last_change(station: Station, session: WorkshopSession) -> None:
    """And hears when there is none."""
    station.write("Typed")
    assert station.submit(POSTER, do="undo").status_code == 200
    assert not poster(session).fields
    assert "There is nothing to undo." in station.submit(POSTER, do="undo").text


@pytest.mark.parametrize("do", ["", "nothing", "take "])
def test_an_unknown_button_is_refused(station: Station, do: str) -> None:
    """Nothing is done silently."""
    assert station.submit(POSTER, do=do).status_code == 422
