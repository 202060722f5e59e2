"""A group's page in a real browser: two who write at once, no network, a lock, no script, large letters, a photo."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image

from tests.site.station_gestures import BLANK, POSTER, SAVED, a_room, field, poster, station_page
from workshop_tool.services import stations
from workshop_tool.services.edits.lists import remove_item, revise_item
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site
from workshop_tool.store.attachments import read_attachment

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LOCKING = partial(revise_item, table="posters", item_id="p1")


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


def write_elsewhere(session: WorkshopSession, text: str, key: str = "evidence") -> None:
    """Save a field as another group does."""
    base = stations.field_revision(poster(session).text(key))
    change = partial(stations.save_field, poster_id="p1", field=key, text=text, base=base)
    session.edit("Write on a poster", change, actor="group:g3").result()


def test_typing_saves_by_itself(page: "Page", session: WorkshopSession) -> None:
    """And the page says so."""
    field(page).press_sequentially("Forty days")
    assert page.locator("#field-evidence .state").inner_text() == "On this device, not sent yet"
    page.wait_for_selector(SAVED)
    assert poster(session).text("evidence") == "Forty days"


def test_what_another_group_writes_appears(
    browser: "Browser", site: Site, session: WorkshopSession, page: "Page"
) -> None:
    """In a field where nobody types, in place, with who is writing."""
    with station_page(browser, site, session, "g2") as other:
        field(other, "success").press_sequentially("Fewer queues")
        page.wait_for_selector("#field-success .writing:has-text('Group 2 is writing here')")
        page.wait_for_function("() => document.querySelector('[data-field=success]').value === 'Fewer queues'")


@pytest.mark.parametrize(
    ("way", "left"), [("Keep mine", "Mine"), ("Keep theirs", "Theirs"), ("Put both", "Theirs\nMine")]
)
def test_two_texts_of_one_field_are_shown(page: "Page", session: WorkshopSession, way: str, left: str) -> None:
    """Side by side, and the group chooses."""
    page.context.set_offline(True)
    field(page).fill("Mine")
    write_elsewhere(session, "Theirs")
    page.context.set_offline(False)
    page.wait_for_selector(".conflict")
    assert page.locator("[data-mine]").inner_text() == "Mine"
    assert page.locator("[data-theirs]").inner_text() == "Theirs"
    page.get_by_role("button", name=way).click()
    page.wait_for_selector(SAVED)
    assert (field(page).input_value(), page.locator(".conflict").count()) == (left, 0)
    assert poster(session).text("evidence") == left


def test_two_browsers_write_in_one_field(
    browser: "Browser", site: Site, session: WorkshopSession, page: "Page"
) -> None:
    """The later one is asked, and both end up with what it chose."""
    with station_page(browser, site, session, "g2") as other:
        other.context.set_offline(True)
        field(other).fill("Mine")
        field(page).fill("Theirs")
        page.wait_for_selector(SAVED)
        field(page).blur()
        other.context.set_offline(False)
        other.get_by_role("button", name="Put both").click()
        other.wait_for_selector(SAVED)
        page.wait_for_function("() => document.querySelector('[data-field=evidence]').value === 'Theirs\\nMine'")


def test_typing_without_network_is_sent_when_it_is_back(page: "Page", session: WorkshopSession) -> None:
    """The page keeps it, and says where it is."""
    page.context.set_offline(True)
    field(page).fill("Offline")
    page.wait_for_timeout(900)
    assert page.locator("#field-evidence .state").inner_text() == "On this device, not sent yet"
    assert not poster(session).fields
    page.context.set_offline(False)
    page.wait_for_selector(SAVED)
    assert poster(session).text("evidence") == "Offline"


def test_unsent_text_survives_the_page(page: "Page", session: WorkshopSession) -> None:
    """The page was closed before the network came back, and somebody wrote there meanwhile."""
    page.context.set_offline(True)
    field(page).fill("Mine")
    page.close()
    write_elsewhere(session, "Theirs")
    page.context.set_offline(False)
    again = page.context.new_page()
    again.goto(page.url)
    again.wait_for_selector(".conflict")
    assert field(again).input_value() == "Mine"
    assert again.locator("[data-theirs]").inner_text() == "Theirs"


def test_a_lock_keeps_what_was_typed(page: "Page", session: WorkshopSession) -> None:
    """Read-only, said, and copyable; unlocked, it is sent."""
    page.context.set_offline(True)
    field(page).fill("Typed")
    session.edit("Lock", partial(LOCKING, locked=True)).result()
    page.context.set_offline(False)
    page.wait_for_selector("#locked:visible")
    assert (field(page).input_value(), field(page).is_editable()) == ("Typed", False)
    assert not poster(session).fields
    session.edit("Unlock", partial(LOCKING, locked=False)).result()
    page.wait_for_selector(SAVED)
    assert poster(session).text("evidence") == "Typed"


def test_a_removed_poster_leaves_the_typed_text_in_view(page: "Page", session: WorkshopSession) -> None:
    """It can still be copied."""
    page.context.set_offline(True)
    field(page).fill("Typed")
    session.edit("Remove", partial(remove_item, table="posters", item_id="p1")).result()
    page.context.set_offline(False)
    page.wait_for_selector("#field-evidence .unsent:has-text('removed in the meantime')")
    page.wait_for_timeout(300)
    assert field(page).input_value() == "Typed"


def test_a_locked_poster_is_opened_to_read(browser: "Browser", site: Site, session: WorkshopSession) -> None:
    """With what was written, and nothing that can be pressed."""
    write_elsewhere(session, "Written")
    session.edit("Lock", partial(LOCKING, locked=True)).result()
    with station_page(browser, site, session, "g1") as page:
        assert (field(page).input_value(), field(page).is_editable()) == ("Written", False)
        assert page.locator("input[type=checkbox]:enabled, select:enabled").count() == 0
        assert page.locator("#locked").is_visible()


def test_boxes_save_by_themselves(page: "Page", session: WorkshopSession) -> None:
    """A trend, a domain, done."""
    page.get_by_text("Link trends from the map").click()
    page.get_by_role("checkbox", name="Trend 2").check()
    page.wait_for_selector("#trends .recorded")
    page.get_by_label("Domain").first.select_option("digital")
    page.get_by_label("We are done with this poster").check()
    page.wait_for_function("() => document.querySelectorAll('.choices .recorded').length === 3")
    made = poster(session)
    assert (made.trends, dict(made.domains), made.done) == (("t2",), {"solution_a": "digital"}, True)
    assert page.locator("#trends summary b").inner_text() == "1"


def test_a_photo_is_scaled_and_written_anew(page: "Page", session: WorkshopSession, tmp_path: Path) -> None:
    """Nothing of its metadata is kept."""
    photo = tmp_path / "poster.jpg"
    secret = Image.Exif()
    secret[0x010E] = "secret place"
    Image.new("RGB", (3000, 2000), "navy").save(photo, exif=secret)
    page.set_input_files("#file", photo)
    page.wait_for_selector("#photo .recorded")
    (name,) = poster(session).photos
    assert b"secret place" not in read_attachment(session.path, name)
    page.wait_for_function("() => document.getElementById('photos').textContent === '1'")


def test_a_file_that_is_no_photo_is_refused(page: "Page", session: WorkshopSession, tmp_path: Path) -> None:
    """With a sentence."""
    file = tmp_path / "poster.jpg"
    file.write_bytes(b"no picture")
    page.set_input_files("#file", file)
    page.wait_for_selector("#photo .state:has-text('no picture that can be read')")
    assert not poster(session).photos


def test_it_works_without_script(browser: "Browser", site: Site, session: WorkshopSession) -> None:
    """Claim, write, press the button; and the conflict page has the same three ways out."""
    with station_page(browser, site, session, "g1", java_script_enabled=False) as page:
        page.goto(f"{site.address}/station")
        page.get_by_role("button", name="Claim").first.click()
        assert page.url.startswith(f"{site.address}/station/posters/")
        page.goto(site.address + POSTER)
        field(page).fill("Mine")
        write_elsewhere(session, "Theirs")
        page.locator("#field-evidence").get_by_role("button", name="Save").click()
        assert "Mine" in page.locator(".pair").inner_text()
        page.get_by_role("button", name="Put both").click()
        assert field(page).input_value() == "Theirs\nMine"


def test_the_list_follows_what_groups_do(browser: "Browser", site: Site, session: WorkshopSession) -> None:
    """Claimed elsewhere, and taken here a moment later."""
    with station_page(browser, site, session, "g1") as page:
        page.goto(f"{site.address}/station")
        add = partial(stations.add_area, text="Cables", group_id="g2")
        session.edit("Add a problem area", add, actor="group:g2").result()
        page.wait_for_selector("#areas .sheet:has-text('Cables'):has-text('Taken · Group 2 · New')")


@pytest.mark.parametrize("letters", ["100%", "200%"])
def test_nothing_is_cut_off_sideways(page: "Page", site: Site, letters: str) -> None:
    """Phones, tablets, large letters, a trend that is linked: no sideways scrolling, and buttons a thumb can hit."""
    page.get_by_text("Link trends from the map").click()
    page.get_by_role("checkbox", name="Trend 2").check()
    page.wait_for_selector("#trends .recorded")
    for path in ("/station", POSTER, "/station/trends"):
        page.goto(site.address + path)
        page.evaluate("size => document.documentElement.style.fontSize = size", letters)
        page.evaluate("document.querySelectorAll('details').forEach(list => list.open = true)")
        for width in (320, 390, 1024):
            page.set_viewport_size({"width": width, "height": 740})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
        shown = page.locator("button, select, summary, .way a").locator("visible=true")
        boxes = [one.bounding_box() for one in shown.all()]
        assert all(box and box["height"] >= 44 for box in boxes), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_conflict_or_a_lock(
    browser: "Browser", site: Site, session: WorkshopSession, scheme: str
) -> None:
    """With both texts and an open list; then read-only; the pages as they open are looked at in another file."""
    with station_page(browser, site, session, "g1", color_scheme=scheme) as page:
        page.get_by_text("Link trends from the map").click()
        page.context.set_offline(True)
        field(page).fill("Mine")
        write_elsewhere(session, "Theirs")
        page.context.set_offline(False)
        page.wait_for_selector(".conflict")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        session.edit("Lock", partial(LOCKING, locked=True)).result()
        page.wait_for_selector("#locked:visible")
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_each_save_is_a_step_of_the_groups_own_undo(page: "Page", session: WorkshopSession) -> None:
    """The facilitator's undo does not reach it."""
    field(page).fill("Typed")
    page.wait_for_selector(SAVED)
    assert (session.undoable("group:g1"), session.undoable()) == ("Write on a poster", None)
    session.undo("group:g1").result()
    assert stations.field_revision(poster(session).text("evidence")) == BLANK


def test_a_title_is_one_line_that_shows_whole(page: "Page", session: WorkshopSession) -> None:
    """The key that ends a line ends none, and what is longer than the box makes it taller."""
    title, words = page.locator("#title"), "Competence that the county needs and cannot find " * 4
    before = title.bounding_box()
    title.press_sequentially("A")
    title.press("Enter")
    title.press_sequentially(words)
    page.wait_for_function("() => document.querySelector('#title').closest('form').querySelector('.recorded')")
    assert poster(session).title == f"A{words}".strip()
    after = title.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"]
