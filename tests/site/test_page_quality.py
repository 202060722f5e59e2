"""Every page in a real browser: no violation that axe-core finds, little to load, soon to be seen, large letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.builders import NOW, a_plan, a_round, a_session, publish, start_round
from tests.site.ballot_gestures import PHONE
from workshop_tool.domain.fact import GroupId
from workshop_tool.domain.particulars import ProgrammePart, Question
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.posters import MORNING, Action
from workshop_tool.domain.workshop import Workshop
from workshop_tool.services import now, voting
from workshop_tool.services.cards import ensure_cards
from workshop_tool.services.edits.actions import link_trends, set_effect, write_actions
from workshop_tool.services.edits.posters import rename_poster, set_poster_group, write_field
from workshop_tool.services.session import WorkshopSession
from workshop_tool.services.stations import station_key
from workshop_tool.site import Site
from workshop_tool.site.routes import ROUTES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

State = Literal["waiting", "open", "cards", "closed", "published"]

PAGES: Final[dict[str, tuple[str, State]]] = {
    "join": ("/", "open"),
    "wrong code": ("/j/1", "open"),
    "waiting": ("/vote", "waiting"),
    "ballot": ("/vote", "open"),
    "poster": ("/vote/posters/p1", "open"),
    "card": ("/vote", "cards"),
    "type a card": ("/card", "cards"),
    "wrong card": ("/c/1", "cards"),
    "closed": ("/vote", "closed"),
    "published": ("/vote", "published"),
    "now": ("/now", "open"),
    "next person": ("/next", "open"),
    "resume": ("/resume", "open"),
    "room check": ("/check/p1", "open"),
    "station key": ("/g", "open"),
    "wrong station key": ("/g/1", "open"),
    "station": ("/station", "open"),
    "station poster": ("/station/posters/p1", "open"),
    "station trends": ("/station/trends", "open"),
    "answers": ("/answers", "open"),
    "placing": ("/place", "open"),
    "refusal": ("/nothing", "open"),
}
MOST_BYTES: Final = 20_000
SLOW: Final = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
"""400 kbit/s and 400 ms, as the browser's protocol counts them."""
HEAVY: Final = ("join", "ballot", "now", "station poster", "placing")
"""The first page, and those that have most to load."""
SEEN: Final = 1_500
"""Milliseconds until something is seen."""


@dataclass
class Rooms:
    """One running site for each state that voting can be in."""

    sites: dict[State, Site]
    sessions: dict[State, WorkshopSession]

    def page(self, browser: "Browser", name: str, **settings: Any) -> "Page":
        """Return a page of a phone that has joined, voted where it can, and is a group's station."""
        path, state = PAGES[name]
        site, session = self.sites[state], self.sessions[state]
        page = browser.new_context(**PHONE, **settings).new_page()
        page.goto(site.join_url)
        page.goto(f"{site.address}/g/{station_key(session.current, 'g1')}")
        page.set_extra_http_headers({"Accept-Encoding": "gzip"})
        page.goto(f"{site.address}{path}")
        return page


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rooms]:
    """Give sites of a workshop as large as a real one: twenty posters with long titles, groups, sectors, trends."""
    states: tuple[State, ...] = ("waiting", "open", "cards", "closed", "published")
    sessions: dict[State, WorkshopSession] = {state: _held(tmp_path_factory, state) for state in states}
    sites: dict[State, Site] = {state: Site(session) for state, session in sessions.items()}
    for site in sites.values():
        site.start()
        site.check.token = "p1"  # noqa: S105 - so that the check's page is there
    yield Rooms(sites, sessions)
    for site in sites.values():
        site.stop()
    for session in sessions.values():
        session.close()


@pytest.fixture(scope="module", params=PAGES)
def page(request: pytest.FixtureRequest, browser: "Browser", rooms: Rooms) -> Iterator["Page"]:
    """Give each page in turn, for all of the tests that look at it."""
    shown = rooms.page(browser, request.param)
    yield shown
    shown.context.close()


@pytest.fixture(scope="module", params=PAGES)
def norwegian(request: pytest.FixtureRequest, browser: "Browser", rooms: Rooms) -> Iterator["Page"]:
    """Give each page in turn on a phone that speaks Norwegian, whose words are longer."""
    shown = rooms.page(browser, request.param, locale="nb-NO")
    assert shown.locator("html").get_attribute("lang") == "nb"
    yield shown
    shown.context.close()


def test_a_page_is_little_to_load(page: "Page") -> None:
    """At most 20 kB all told, with twenty posters: the bytes on the wire, headers included, packed as browsers ask."""
    assert 0 < _loaded(page) <= MOST_BYTES


def test_a_norwegian_page_is_little_to_load(norwegian: "Page") -> None:
    """As little."""
    assert 0 < _loaded(norwegian) <= MOST_BYTES


def test_axe_finds_nothing(page: "Page") -> None:
    """Names, roles, structure, contrast."""
    page.emulate_media(color_scheme="light")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_axe_finds_nothing_in_the_dark(page: "Page") -> None:
    """Where only the contrast can differ."""
    page.emulate_media(color_scheme="dark")
    found = Axe().run(page, options={"runOnly": ["color-contrast"]})
    assert found.violations_count == 0, found.generate_report()


TOO_SMALL = """() => [...document.querySelectorAll('a, button, select, textarea, summary, input:not([type=hidden])')]
    .map(one => /checkbox|radio/.test(one.type) ? one.closest('label') || one : one)
    .filter(one => one.offsetParent && getComputedStyle(one).pointerEvents !== 'none')
    .filter(one => Math.min(one.getBoundingClientRect().width, one.getBoundingClientRect().height) < 44)
    .map(one => one.outerHTML)"""


def test_everything_that_is_tapped_is_large_enough(page: "Page") -> None:
    """44 pixels each way, at the usual size of letters; boxes with their words."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.evaluate("document.documentElement.style.fontSize = ''")
    page.evaluate("document.querySelectorAll('details').forEach(list => list.open = true)")
    assert page.evaluate(TOO_SMALL) == []


def test_large_letters_cut_nothing_off(page: "Page") -> None:
    """Letters twice as large on a small phone: no sideways scrolling, and nothing smaller than 44 pixels to hit."""
    _enlarge(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    boxes = page.locator("button:visible, select:visible, nav a:visible, a.main:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().height)"
    )
    assert min(boxes, default=44) >= 44


def test_large_letters_cut_no_long_word_off(norwegian: "Page") -> None:
    """Every button and heading, though a word of it be longer than a line."""
    _enlarge(norwegian)
    assert norwegian.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", HEAVY)
def test_a_page_is_soon_seen_on_bad_radio(browser: "Browser", rooms: Rooms, name: str) -> None:
    """First paint within 1.5 s at 400 kbit/s and 400 ms, on a connection that is there already."""
    page = rooms.page(browser, name)
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
    page.reload(wait_until="commit")
    painted = page.evaluate(
        "() => new Promise(done => new PerformanceObserver(list => done(list.getEntries()[0].startTime))"
        ".observe({ type: 'paint', buffered: true }))"
    )
    page.context.close()
    assert painted <= SEEN


def test_every_page_of_the_site_is_looked_at() -> None:
    """A new page comes into this table; choosing a language leads back to one."""
    reads = {route.path.partition("{")[0] for route in ROUTES if route.method == "GET" and "/api/" not in route.path}
    reads -= {"/language/"}
    seen = {path for path, _state in PAGES.values()}
    assert [path for path in reads if not any(one.startswith(path) for one in seen)] == []


def _loaded(page: "Page") -> int:
    sizes = page.evaluate(
        "() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]"
        ".map(one => one.transferSize)"
    )
    return int(sum(sizes))


def _enlarge(page: "Page") -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def _held(folders: pytest.TempPathFactory, state: State) -> WorkshopSession:
    session = a_session(folders.mktemp(state), Workshop(_large_plan()))
    session.act(partial(ensure_cards, count=3)).result()
    if state == "waiting":
        return session
    round_id = start_round(session, a_round(own_poster=False, voters="card" if state == "cards" else "open"))
    if state == "closed":
        session.act(partial(voting.close_round, round_id=round_id, now=NOW)).result()
    if state == "published":
        publish(session, round_id)
    return session


def _large_plan() -> Plan:
    plan = a_plan(areas=24, posters=20, trends=20, participants=12, groups=3)
    plan = plan.with_new(ProgrammePart(id="d1", title="Group session", minutes=45))
    for number in range(5):
        plan = plan.with_new(
            Question(id=f"q{number}", text=f"{number}: what should change first, and who should change it?")
        )
    for number in range(1, 21):
        title = f"Kompetanseforsyningsutfordringer i kommunesektoren, number {number} of a list that is long"
        plan = rename_poster(plan, f"p{number}", title)
        plan = set_poster_group(plan, f"p{number}", MORNING, GroupId(f"g{number % 3 + 1}"))
    plan = write_field(plan, "p1", "evidence", "Forty days a year are lost.\nNobody knows where.")
    deed = Action(actor="Helse- og omsorgsdepartementet", action="pays for a second year of training", owner="County")
    plan = write_actions(plan, "p1", "solution_a", (deed, deed, Action(actor="Schools", action="open at night")))
    plan = set_effect(link_trends(plan, "p1", ("t1", "t2")), "p1", "t1", "worse")
    plan = now.set_message(now.start_part(plan, "d1", NOW), "Find your poster and write down the evidence.")
    return plan.settled()
