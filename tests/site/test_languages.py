"""Each phone reads its own language: its browser's, until somebody chooses another one on it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.builders import start_round
from tests.site.conftest import Phone
from workshop_tool.language import speak, speaking
from workshop_tool.language.own_words import own
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

WAITS = {"en": "You have joined", "nb": "Du er med"}


def language_of(page: str) -> str:
    """Return what the page says of itself."""
    found = re.search(r'<html lang="(\w+)">', page)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("nb-NO,nb;q=0.9,en;q=0.8", "nb"),
        ("no", "nb"),
        ("nn-NO, en;q=0.5", "nb"),
        ("en-GB,nb;q=0.9", "en"),
        ("en;q=0.2, nb;q=0.9", "nb"),
        ("nb;q=0, en", "en"),
        ("fi, nb;q=0.4", "nb"),
        ("ja", "en"),
        ("nb;q=warm, ;;,=", "en"),
    ],
)
def test_a_phone_reads_what_its_browser_asks_for(phone: Phone, asked: str, language: str) -> None:
    """The dearest language that there is; what makes no sense is no language."""
    page = phone.get("/vote", headers={"Accept-Language": asked}).text
    assert (language_of(page), WAITS[language] in page) == (language, True)


def test_a_choice_on_the_phone_stays_and_leads_back_to_the_page(phone: Phone) -> None:
    """By a link, so that it works without script."""
    before = f"{phone.base_url}/now"
    page = phone.get("/language/nb", headers={"Referer": before, "Accept-Language": "en"})
    assert (page.url.path, language_of(page.text)) == ("/now", "nb")
    assert language_of(phone.get("/vote", headers={"Accept-Language": "en"}).text) == "nb"


@pytest.mark.parametrize("before", ["http://elsewhere.example/vote", "//elsewhere.example", "http://[", ""])
def test_choosing_a_language_never_leads_elsewhere(phone: Phone, before: str) -> None:
    """Whoever made the link."""
    answer = phone.get("/language/nb", headers={"Referer": before}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_language_that_is_not_there_is_no_page(phone: Phone) -> None:
    """And nothing is kept."""
    assert phone.get("/language/xx").status_code == 404
    assert "language" not in phone.cookies


def test_two_phones_read_two_languages_at_the_same_time(site: Site) -> None:
    """Requests under way together do not speak with one another's words."""

    def read(language: str) -> set[str]:
        with Phone(site) as phone:
            phone.join()
            return {language_of(phone.get("/vote", headers={"Accept-Language": language}).text) for _ in range(40)}

    with ThreadPoolExecutor(6) as rooms:
        assert list(rooms.map(read, ["en", "nb"] * 3)) == [{"en"}, {"nb"}] * 3


def test_a_refusal_is_said_in_the_phone_s_language(session: WorkshopSession, phone: Phone) -> None:
    """To scripts, too."""
    start_round(session)
    phone.headers["Accept-Language"] = "nb"
    answer = phone.vote({"p1": {"priority": 100}})
    assert "Ingenting ble lagret" in answer.json()["sentence"]


def test_the_method_s_own_words_are_translated_and_titles_are_not(session: WorkshopSession, phone: Phone) -> None:
    """A title is what somebody wrote."""
    start_round(session)
    english = phone.get("/vote", headers={"Accept-Language": "en"}).text
    norwegian = phone.get("/vote", headers={"Accept-Language": "nb"}).text
    titles = re.compile(r'id="title-\d+"[^>]*>([^<]*)')
    assert titles.findall(english) == titles.findall(norwegian) != []
    with speaking("nb"):
        assert own("Feasibility") in norwegian
    assert "Feasibility" not in norwegian


def test_a_phone_that_asks_for_nothing_reads_what_the_screen_speaks(phone: Phone) -> None:
    """The facilitator's own language is the likeliest."""
    speak("nb")
    try:
        assert language_of(phone.get("/vote", headers={"Accept-Language": ""}).text) == "nb"
    finally:
        speak("en")
