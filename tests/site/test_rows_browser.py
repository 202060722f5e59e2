"""Rows of a solution in a real browser: typed, added, moved, removed, in conflict, and what a trend does."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.site.station_gestures import POSTER, a_room, field, poster, station_page
from workshop_tool.domain.fact import FieldKey
from workshop_tool.domain.posters import Action
from workshop_tool.services.edits.actions import write_actions
from workshop_tool.services.edits.lists import revise_item
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

A = FieldKey("solution_a")
FORM = '[id="field-_rows.solution_a"]'
SAVED = f"{FORM} .recorded"
PAYS, BUILDS = Action(actor="Ministry", action="pays | all", owner="County"), Action(actor="School", action="builds")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[WorkshopSession]:
    """Give an open workshop with groups."""
    opened = a_room(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def page(browser: "Browser", site: Site, session: WorkshopSession) -> Iterator["Page"]:
    """Give the poster on group 1's tablet."""
    with station_page(browser, site, session, "g1") as opened:
        yield opened


def write(session: WorkshopSession, *rows: Action) -> None:
    """Write the rows in the facilitator's window."""
    session.edit("Write", partial(write_actions, poster_id="p1", field="solution_a", rows=rows)).result()


def row(page: "Page", n: int) -> "Locator":
    """Return one row of solution A, the first being 1."""
    return page.locator(FORM).get_by_role("group", name=f"Row {n}", exact=True)


def seen(page: "Page", *actors: str) -> None:
    """Wait until these stand one beneath another in the rows."""
    page.wait_for_function(
        "([form, actors]) => [...document.querySelectorAll(form + ' [name=actor]')].map(one => one.value).join()"
        " === actors",
        arg=[FORM, ",".join(actors)],
    )


def saved(page: "Page", session: WorkshopSession, *rows: Action) -> None:
    """Wait until the page says that it is saved, and compare with what is."""
    page.wait_for_selector(SAVED)
    assert poster(session).actions.get(A, ()) == rows


def test_rows_are_typed_and_save_by_themselves(page: "Page", session: WorkshopSession) -> None:
    """Added with a button that puts the cursor where one goes on."""
    for actor, action, owner in (("Ministry", "pays | all", "County"), ("School", "builds", "")):
        page.locator(FORM).get_by_role("button", name="Add a row").click()
        for text in (actor, action, owner):
            page.keyboard.type(text)
            page.keyboard.press("Tab")
    page.wait_for_timeout(600)
    saved(page, session, PAYS, BUILDS)


def test_a_row_moves_and_goes(page: "Page", session: WorkshopSession) -> None:
    """And the focus stays with what moved."""
    write(session, PAYS, BUILDS)
    seen(page, "Ministry", "School")
    row(page, 2).get_by_role("button", name="Move up").click()
    saved(page, session, BUILDS, PAYS)
    assert row(page, 1).get_by_role("button", name="Move down").evaluate("one => one === document.activeElement")
    row(page, 1).get_by_role("button", name="Remove this row").click()
    page.wait_for_function("form => document.querySelector(form + ' .recorded')", arg=FORM)
    saved(page, session, PAYS)


def test_no_button_moves_a_row_over_the_ends(page: "Page", session: WorkshopSession) -> None:
    """The first cannot go up, the last not down."""
    write(session, PAYS, BUILDS)
    page.reload()
    row(page, 2).wait_for()
    shown = [[each.get_attribute("value") for each in row(page, n).get_by_role("button").all()] for n in (1, 2)]
    assert [[str(value).split()[0] for value in values] for values in shown] == [["down", "remove"], ["up", "remove"]]


def test_what_another_writes_appears_where_nobody_types(page: "Page", session: WorkshopSession) -> None:
    """Rows that come and rows that go."""
    write(session, PAYS, BUILDS)
    seen(page, "Ministry", "School")
    write(session, BUILDS)
    seen(page, "School")


@pytest.mark.parametrize(
    ("way", "left"), [("Keep mine", (BUILDS,)), ("Keep theirs", (PAYS,)), ("Put both", (PAYS, BUILDS))]
)
def test_two_who_write_rows_are_asked(
    page: "Page", session: WorkshopSession, way: str, left: tuple[Action, ...]
) -> None:
    """Both are shown as they read, and the group chooses; no violation that axe-core finds meanwhile."""
    page.context.set_offline(True)
    page.locator(FORM).get_by_role("button", name="Add a row").click()
    row(page, 1).get_by_label("Who").fill("School")
    row(page, 1).get_by_label("Does what").fill("builds")
    write(session, PAYS)
    page.context.set_offline(False)
    page.wait_for_selector(".conflict")
    assert page.locator("[data-mine]").inner_text() == "School · builds"
    assert page.locator("[data-theirs]").inner_text() == "Ministry · pays | all · County"
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.get_by_role("button", name=way).click()
    saved(page, session, *left)
    seen(page, *(one.actor for one in left))


def test_unsent_rows_survive_the_page(page: "Page", session: WorkshopSession) -> None:
    """The device was closed before the network came back."""
    page.context.set_offline(True)
    page.locator(FORM).get_by_role("button", name="Add a row").click()
    row(page, 1).get_by_label("Who").fill("School")
    page.close()
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(page.url)
    seen(again, "School")
    saved(again, session, Action(actor="School"))


def test_a_locked_poster_shows_rows_to_read(page: "Page", session: WorkshopSession) -> None:
    """Nothing can be typed or pressed; unlocked, it can."""
    write(session, PAYS)
    seen(page, "Ministry")
    session.edit("Lock", partial(revise_item, table="posters", item_id="p1", locked=True)).result()
    page.wait_for_selector("#locked:visible")
    assert not row(page, 1).get_by_label("Who").is_editable()
    assert page.locator(f"{FORM} button:visible").count() == 0
    session.edit("Unlock", partial(revise_item, table="posters", item_id="p1", locked=False)).result()
    page.wait_for_selector(f"{FORM} .add:visible")
    assert row(page, 1).get_by_label("Who").is_editable()


def test_it_works_without_script(browser: "Browser", site: Site, session: WorkshopSession) -> None:
    """A blank row to fill in, a button to save, and the next blank row."""
    with station_page(browser, site, session, "g1", java_script_enabled=False) as page:
        row(page, 1).get_by_label("Who").fill("School")
        row(page, 1).get_by_label("Does what").fill("builds")
        page.locator(FORM).get_by_role("button", name="Save the rows").click()
        assert poster(session).actions[A] == (BUILDS,)
        assert row(page, 2).get_by_label("Who").input_value() == ""
        row(page, 1).get_by_role("button", name="Remove this row").click()
        assert not poster(session).actions


def test_what_a_linked_trend_does_is_said(page: "Page", session: WorkshopSession) -> None:
    """The list of words comes with the tick."""
    page.get_by_text("Link trends from the map").click()
    said = page.get_by_label("What Trend 2 does")
    assert not said.is_visible()
    page.get_by_label("Trend 2", exact=True).check()
    said.select_option("makes it worse")
    page.wait_for_function("() => !document.querySelector('[data-waits]')")
    assert (poster(session).trends, dict(poster(session).effects)) == (("t2",), {"t2": "worse"})
    assert page.locator("#trends summary b").inner_text() == "1"
    page.get_by_label("Trend 2", exact=True).uncheck()
    page.wait_for_function("() => document.querySelector('[data-of=t2]').value === ''")
    assert not poster(session).effects


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_nothing_of_a_row_is_cut_off(page: "Page", site: Site, session: WorkshopSession, letters: str) -> None:
    """On phones, tablets and laptops, and nothing smaller than a thumb hits."""
    write(session, PAYS, BUILDS)
    page.goto(site.address + POSTER)
    page.evaluate("size => document.documentElement.style.fontSize = size", letters)
    for width in (320, 360, 820, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        boxes = [one.bounding_box() for one in page.locator(f"{FORM} :is(button, input, textarea):visible").all()]
        assert all(box and min(box["width"], box["height"]) >= 44 for box in boxes)


def test_typing_in_a_field_leaves_the_rows_alone(page: "Page", session: WorkshopSession) -> None:
    """They are saved apart."""
    write(session, PAYS)
    seen(page, "Ministry")
    field(page, "solution_a").fill("In words")
    page.wait_for_selector("#field-solution_a .recorded")
    assert (poster(session).text(A), poster(session).actions[A]) == ("In words", (PAYS,))
