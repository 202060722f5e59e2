"""Joining: one code for all, one token for each device, and nothing to be learnt by guessing."""

import asyncio
import time
from pathlib import Path

import httpx

from tests.builders import a_session, start_round
from tests.site.conftest import Phone
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.site.devices import COOKIE, WRONG_CODES_AT_ONCE, Devices


def test_the_address_in_the_qr_code_leads_to_the_voting_page(stranger: Phone) -> None:
    """One scan and the phone is in."""
    answer = stranger.get(stranger.join_url)
    assert answer.status_code == 200
    assert answer.url.path == "/vote"


def test_a_device_gets_a_token_that_no_script_and_no_other_site_can_use(stranger: Phone) -> None:
    """The token is the ballot's key: 128 random bits, kept by the browser for itself."""
    cookie = stranger.get(stranger.join_url, follow_redirects=False).headers["set-cookie"]
    token, tag = cookie.split(";")[0].removeprefix(f"{COOKIE}=").split(".")
    assert (len(token), len(tag)) == (32, 32)
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()


def test_joining_twice_keeps_the_token(phone: Phone) -> None:
    """Scanning again must not hand out a second ballot."""
    before = phone.cookies[COOKIE]
    phone.join()
    assert phone.cookies[COOKIE] == before


def test_devices_are_counted_once_each(site: Site, phone: Phone) -> None:
    """The facilitator sees how many phones are in."""
    with Phone(site) as other:
        other.join()
        other.join()
    phone.get("/vote")
    assert site.devices == 2


def test_the_code_can_be_typed(site: Site, stranger: Phone) -> None:
    """Whose camera does not read the code types the digits, with a blank or without."""
    answer = stranger.get("/", params={"code": f" {site.code[:2]} {site.code[2:]}"})
    assert answer.url.path == "/vote"


def test_every_wrong_code_gets_the_same_answer(site: Site, stranger: Phone) -> None:
    """Near or far, long or short: an answer tells nothing about the code."""
    near = str(int(site.code) - 1 if site.code.endswith("9") else int(site.code) + 1)
    answers = [stranger.get(f"/j/{code}") for code in (near, "1", "ABCDE", "0" * 300, "%F0%9F%98%80")]
    assert {(answer.status_code, answer.text) for answer in answers} == {(404, answers[0].text)}
    assert COOKIE not in stranger.cookies


def test_guessing_is_slowed_for_all_together(stranger: Phone) -> None:
    """After more wrong codes than people mistype, each further one waits."""
    assert _is_slowed(stranger, "/j/1")


def test_guessing_does_not_slow_a_phone_that_is_in(site: Site, phone: Phone) -> None:
    """Somebody who plays with codes keeps nobody from voting."""
    with Phone(site) as guesser:
        for _ in range(WRONG_CODES_AT_ONCE + 3):
            guesser.get("/j/1")
    assert _seconds(phone, "/vote") < 1


def test_a_made_up_cookie_lets_nobody_in(stranger: Phone) -> None:
    """Only somebody who knew the code has a token that proves it."""
    stranger.cookies.set(COOKIE, f"{'a' * 32}.{'b' * 32}")
    assert stranger.get("/vote").status_code == 401


def test_a_made_up_cookie_is_a_guessed_code(stranger: Phone) -> None:
    """A tag can be made for every code there is: trying those is slowed as well."""
    stranger.cookies.set(COOKIE, f"{'a' * 32}.{'b' * 32}")
    assert _is_slowed(stranger, "/vote")


def test_a_restart_of_the_site_locks_nobody_out(tmp_path: Path) -> None:
    """The laptop was closed for a moment; the phones go on with the ballots they have."""
    session = a_session(tmp_path)
    first = Site(session)
    first.start()
    start_round(session)
    with Phone(first) as phone:
        phone.join().vote({"p1": {"priority": 2}})
        first.stop()
        second = Site(session, port=int(first.address.rpartition(":")[2]))
        second.start()
        assert phone.get("/api/state").json()["ballot"]["dots"] == {"p1": {"priority": 2}}
        second.stop()
    session.close()


def test_the_code_stays_the_same_all_day(session: WorkshopSession, site: Site) -> None:
    """It is printed and on the screen: a second site of the workshop has it too."""
    again = Site(session)
    again.start()
    again.stop()
    assert again.code == site.code
    assert len(site.code) == 5


def _is_slowed(phone: Phone, path: str) -> bool:
    """Tell whether a request has to wait before long; on a slow machine patience grows back meanwhile."""
    return any(_seconds(phone, path) > 1 for _ in range(3 * WRONG_CODES_AT_ONCE))


def _seconds(client: httpx.Client, path: str) -> float:
    began = time.monotonic()
    client.get(path)
    return time.monotonic() - began


def test_a_cookie_of_one_code_is_worth_nothing_under_another() -> None:
    """The tag of a cookie is remembered together with the code that it was made of."""
    cookie = Devices(lambda: "12345").let_in()
    assert asyncio.run(Devices(lambda: "12345").recognise(cookie)) == cookie.partition(".")[0]
    assert asyncio.run(Devices(lambda: "54321").recognise(cookie)) is None
