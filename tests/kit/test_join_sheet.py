"""The join sheet: scanned from two metres, or read and typed."""

import pytest
from pyzbar.pyzbar import decode

from tests.builders import a_workshop
from tests.kit.reading import ADDRESS, codes_on, picture_of, words_of
from workshop_tool.kit.join_sheet import make_join_sheet
from workshop_tool.look.wifi import Wifi

JOIN_URL = f"{ADDRESS}/j/48213"
WIFI = Wifi("Conference Room 2", "sommer;2026:Ærlig")
POINTS_PER_MM = 72 / 25.4


def test_both_codes_are_read_from_the_page() -> None:
    """The network with its escapes, and the page with its code."""
    assert codes_on(make_join_sheet(a_workshop(), JOIN_URL, WIFI)) == {WIFI.qr_text, JOIN_URL}


def test_without_a_network_there_is_one_code() -> None:
    """A phone that is on the network already needs no step 1."""
    pdf = make_join_sheet(a_workshop(), JOIN_URL)
    assert codes_on(pdf) == {JOIN_URL}
    assert "Password" not in words_of(pdf)[0]


@pytest.mark.parametrize("wifi", [WIFI, None])
def test_a_code_is_a_tenth_of_two_metres_wide(wifi: Wifi | None) -> None:
    """Eight centimetres at least, and it is scanned from across a table."""
    found = decode(picture_of(make_join_sheet(a_workshop(), JOIN_URL, wifi), scale=2))
    assert [code for code in found if code.rect.width < 79 * POINTS_PER_MM * 2] == []


def test_what_the_codes_say_stands_there_as_text() -> None:
    """For phones that do not scan."""
    (page,) = words_of(make_join_sheet(a_workshop(), JOIN_URL, WIFI))
    assert all(words in page for words in (WIFI.network, WIFI.password, "192.168.178.120:8080", "48213"))


def test_an_open_network_is_said_to_need_no_password() -> None:
    """An empty place would be looked for."""
    assert "none needed" in words_of(make_join_sheet(a_workshop(), JOIN_URL, Wifi("Hall")))[0]


@pytest.mark.parametrize("title", ["W" * 300, "Long words that go on and on " * 10])
def test_nothing_reaches_into_the_quiet_zone(title: str) -> None:
    """The longest title, network, password and address leave both codes readable."""
    workshop = a_workshop()
    plan = workshop.plan
    workshop = workshop.with_plan(plan.with_particulars(plan.particulars.revised(title=title)))
    wifi = Wifi("W" * 32, "W" * 63)
    url = "http://workshop-of-a-very-long-name.conference-centre.local:18080/j/48213"
    assert codes_on(make_join_sheet(workshop, url, wifi)) == {wifi.qr_text, url}
