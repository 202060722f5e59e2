"""The pages without script: what they say in each state, the form that saves, and that all words are only words."""

import gzip
import html
import re
from functools import partial

import httpx
import pytest

from tests.builders import NOW, a_round, publish, start_round
from tests.site.conftest import Phone
from workshop_tool.domain.fact import AreaId
from workshop_tool.domain.posters import Action, Poster
from workshop_tool.domain.trends import Trend
from workshop_tool.services import voting
from workshop_tool.services.edits.actions import link_trends, set_effect, write_actions
from workshop_tool.services.edits.posters import rename_poster, write_field
from workshop_tool.services.session import WorkshopSession

HOSTILE = "</h2><script>alert(1)</script><img src=x onerror=alert(2)> \" ' {{ 7 * 7 }} {% raw %}"


def test_before_a_round_the_page_says_what_to_do(phone: Phone) -> None:
    """Nobody is left in front of an empty page; without script it comes back by itself."""
    page = phone.get("/vote").text
    assert "Voting has not opened yet." in page
    assert re.search(r'<noscript><meta http-equiv="refresh" content="\d"></noscript>', page)


def test_posters_stand_in_list_order(session: WorkshopSession, phone: Phone) -> None:
    """Never by votes."""
    start_round(session)
    phone.vote({"p3": {"priority": 3}})
    assert re.findall(r'id="poster-(\d+)"', phone.get("/vote").text) == ["1", "2", "3"]


@pytest.mark.parametrize(("asked", "other"), [("priority", "Feasibility"), ("feasibility", "Priority")])
def test_a_criterion_without_dots_is_not_on_the_ballot(
    session: WorkshopSession, phone: Phone, asked: str, other: str
) -> None:
    """A run-off asks one thing; the form without script that leaves the other out is a whole ballot."""
    start_round(session, a_round(dots={"priority": 0, "feasibility": 0} | {asked: 1}))
    page = phone.get("/vote").text
    assert other not in page
    names = re.findall(r'name="(dots-\d-\d)"', page)
    assert len(names) == 3
    form = {name: re.findall(f'name="{name}" value="([^"]*)"', page)[0] for name in ("csrf", "round", "revision")}
    assert phone.post("/vote", data=form | {names[1]: "1"}, headers=phone.own).status_code == 200
    (saved,) = session.current.book("r1").ballots.values()
    assert saved.allocation.dots == {"p2": {asked: 1}}


def test_a_hostile_title_is_shown_as_text(session: WorkshopSession, phone: Phone) -> None:
    """Titles come from anybody in the room."""
    session.edit("Rename poster", partial(rename_poster, poster_id="p1", title=HOSTILE)).result()
    start_round(session)
    phone.vote({"p1": {"priority": 1}})
    open_page, poster_page = phone.get("/vote").text, phone.get("/vote/posters/p1").text
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    for page in (open_page, poster_page, phone.get("/vote").text):
        assert "<script>alert" not in page
        assert "<img" not in page
        assert HOSTILE in html.unescape(page)


def test_a_poster_shows_its_fields_and_its_blanks(session: WorkshopSession, phone: Phone) -> None:
    """What a group wrote is there to read, and what it left blank is said to be."""
    session.edit("Write", partial(write_field, poster_id="p1", field="evidence", text="Forty days a year")).result()
    start_round(session)
    page = phone.get("/vote/posters/p1").text
    assert "Forty days a year" in page
    assert page.count("Nothing written") == 5


def test_a_poster_shows_who_does_what_and_what_trends_do(session: WorkshopSession, phone: Phone) -> None:
    """Feasibility is judged by the rows of a solution, not by its title."""
    rows = (Action(actor="Ministry", action="pays <b>half</b>", owner="County"),)
    session.edit("Write", partial(write_actions, poster_id="p1", field="solution_a", rows=rows)).result()
    trend = Trend(id="t1", label="Trend 1")
    session.edit("Add", lambda plan: plan.with_new(trend)).result()
    session.edit("Link", partial(link_trends, poster_id="p1", trend_ids=("t1",))).result()
    session.edit("Say", partial(set_effect, poster_id="p1", trend_id="t1", effect="worse")).result()
    start_round(session)
    page = phone.get("/vote/posters/p1").text
    assert "<b>Ministry</b> pays &lt;b&gt;half&lt;/b&gt; · followed up by County" in page
    assert "Trend 1 · makes it worse" in page


def test_only_posters_of_the_round_can_be_read(session: WorkshopSession, phone: Phone) -> None:
    """What a group is still writing is nobody else's to read; before a round, that is every poster."""
    assert phone.get("/vote/posters/p1").status_code == 404
    start_round(session)
    session.edit("Add", lambda plan: plan.with_new(Poster(id="p4", area=AreaId("a4")))).result()
    assert [phone.get(f"/vote/posters/{poster}").status_code for poster in ("p1", "p4", "p5")] == [200, 404, 404]


def test_the_form_saves_without_script(session: WorkshopSession, phone: Phone) -> None:
    """Numbers, one button, and back to the page that shows what is saved."""
    start_round(session)
    answer = _post(phone, {"dots-0-0": "2", "dots-2-1": "1"})
    assert [step.status_code for step in answer.history] == [303]
    receipt = phone.get("/api/state").json()["ballot"]["receipt"]
    assert f"Recorded · {receipt}" in answer.text
    assert phone.get("/api/state").json()["ballot"]["dots"] == {"p1": {"priority": 2}, "p3": {"feasibility": 1}}


def test_the_form_saves_again(session: WorkshopSession, phone: Phone) -> None:
    """A ballot may be changed until voting closes."""
    start_round(session)
    _post(phone, {"dots-0-0": "2"})
    _post(phone, {"dots-0-0": "0", "dots-1-0": "3"})
    assert phone.get("/api/state").json()["ballot"]["dots"] == {"p2": {"priority": 3}}


def test_too_many_dots_in_the_form_are_said_and_kept_on_the_page(session: WorkshopSession, phone: Phone) -> None:
    """Nobody types a ballot twice because one number was too high."""
    start_round(session)
    answer = _post(phone, {"dots-0-0": "3", "dots-1-0": "2"})
    assert answer.status_code == 422
    assert "5 Priority dots are placed, but everybody has 3." in answer.text
    assert re.search(r'name="dots-1-0" value="2"', answer.text)
    assert len(session.current.book("r1").ballots) == 0


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"csrf": "0" * 32}, 403),
        ({"csrf": ""}, 403),
        ({"revision": "x"}, 422),
        ({"revision": "0"}, 422),
        ({"dots-0-0": "-1"}, 422),
        ({"dots-0-0": "many"}, 422),
        ({"dots-0-0": "1" * 5000}, 422),
        ({"round": "elsewhere"}, 409),
    ],
)
def test_a_form_that_is_not_ours_saves_nothing(
    session: WorkshopSession, phone: Phone, fields: dict[str, str], status: int
) -> None:
    """The form carries this device's own mark, a round, a revision and numbers."""
    start_round(session)
    assert _post(phone, fields).status_code == status
    assert len(session.current.book("r1").ballots) == 0


def test_the_form_token_of_one_phone_is_no_good_for_another(session: WorkshopSession, phone: Phone) -> None:
    """A mark read on one phone does not let a page write for another one."""
    start_round(session)
    mark = _fields(phone)["csrf"]
    phone.cookies.clear()
    phone.join()
    assert _post(phone, {"csrf": mark}).status_code == 403


def test_an_overtaken_form_shows_what_is_saved(session: WorkshopSession, phone: Phone) -> None:
    """The page was open twice: the later save counts, and the earlier page says so."""
    start_round(session)
    stale = _fields(phone)
    phone.vote({"p2": {"priority": 1}}, revision=7)
    answer = _post(phone, stale | {"dots-0-0": "3"})
    assert answer.status_code == 409
    assert "A newer ballot from this voter is already saved." in answer.text
    assert re.search(r'name="dots-1-0" value="1"', answer.text)


def test_after_the_close_the_page_shows_what_counts(session: WorkshopSession, phone: Phone) -> None:
    """Dots and receipt stay in view, and nothing can be changed."""
    start_round(session)
    receipt = phone.vote({"p2": {"priority": 2}}).json()["ballot"]["receipt"]
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    page = phone.get("/vote").text
    assert "Voting is closed" in page
    assert "Your last saved ballot counts." in page
    assert f"Recorded · {receipt}" in page
    assert "Problem area 2" in page
    assert "Problem area 1" not in page
    assert "<form" not in page


def test_after_the_close_a_phone_without_ballot_is_told_so(session: WorkshopSession, phone: Phone) -> None:
    """It promises nobody a ballot that was never cast."""
    start_round(session)
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    assert "No ballot was saved from this phone." in phone.get("/vote").text


@pytest.mark.parametrize(
    ("revision", "words"), [(1, "What you changed after that came too late"), (0, "The dots you placed came too late")]
)
def test_a_form_that_came_late_is_told_so(session: WorkshopSession, phone: Phone, revision: int, words: str) -> None:
    """Without script, too, nobody is left to believe that the last change counts."""
    start_round(session)
    if revision:
        phone.vote({"p2": {"priority": 2}}, revision=revision)
    fields = _fields(phone)
    session.act(partial(voting.close_round, round_id="r1", now=NOW)).result()
    answer = _post(phone, fields | {"dots-0-0": "1"})
    assert answer.status_code == 409
    assert re.search(rf'id="late"[^>]*"\d+">{words}', answer.text)


def test_a_form_of_an_earlier_round_is_told_so(session: WorkshopSession, phone: Phone) -> None:
    """It does not say that voting is closed over a ballot that is open."""
    start_round(session)
    fields = _fields(phone)
    publish(session, "r1")
    start_round(session, a_round("r2"))
    answer = _post(phone, fields | {"dots-0-0": "1"})
    assert answer.status_code == 409
    assert "belongs to the round &#34;Dot voting&#34;, which is over, and is not counted." in answer.text
    assert "Voting is closed" not in answer.text


def test_after_publishing_nothing_leads_to_a_ballot(session: WorkshopSession, phone: Phone) -> None:
    """The result is the facilitator's to show; the phone no longer knows its own ballot."""
    start_round(session)
    receipt = phone.vote({"p2": {"priority": 2}}).json()["ballot"]["receipt"]
    publish(session, "r1")
    page = phone.get("/vote").text
    assert "The facilitator shows the result" in page
    assert receipt not in page
    assert phone.get("/api/state").json()["ballot"] is None


def test_a_round_without_a_number_of_dots_shows_no_limit(session: WorkshopSession, phone: Phone) -> None:
    """Where it is unknown how many dots each has, none is invented."""
    start_round(session, a_round(dots={"priority": None, "feasibility": 1}))
    assert phone.get("/vote").text.count("data-left") == 2  # once on the page, once in its script
    assert phone.vote({"p1": {"priority": 40}}).status_code == 200


def test_pages_are_packed_on_their_way(session: WorkshopSession, phone: Phone) -> None:
    """Radio is what a full room is short of."""
    start_round(session)
    with phone.stream("GET", "/vote") as answer:
        packed = b"".join(answer.iter_raw())
    assert len(packed) < 10_000
    assert b"Place your dots" in gzip.decompress(packed)


def test_a_page_asks_nothing_of_anybody_else(session: WorkshopSession, phone: Phone) -> None:
    """No font, script, picture or style from the internet: there is none."""
    start_round(session)
    pages = [phone.get(path).text for path in ("/", "/vote", "/vote/posters/p1")]
    assert [found for page in pages for found in re.findall(r"https?://[^\s\"'<)]+", page)] == [] or all(
        found == "http://www.w3.org/2000/svg" for page in pages for found in re.findall(r"https?://[^\s\"'<)]+", page)
    )


def _fields(phone: Phone) -> dict[str, str]:
    page = phone.get("/vote").text
    inputs = re.findall(r"<input [^>]*>", page)
    found = [(re.search(r'name="([^"]*)"', one), re.search(r'value="([^"]*)"', one)) for one in inputs]
    return {name[1]: html.unescape(value[1]) for name, value in found if name and value}


def _post(phone: Phone, changed: dict[str, str]) -> httpx.Response:
    fields = changed if "csrf" in changed and "round" in changed else _fields(phone) | changed
    return phone.post("/vote", data=fields, headers={"Origin": phone.own["Origin"]})
