"""The kit as a whole: what can be made is made, what cannot says why, and every file suits any printer."""

import pickle

import pytest

from tests.builders import a_workshop
from tests.kit.reading import ADDRESS, fonts_not_embedded, words_of
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.domain.workshop import Workshop
from workshop_tool.kit.contents import Printable, kit
from workshop_tool.kit.order import KitOrder, TooManyBallots, let_in, people_expected, site_address
from workshop_tool.services.cards import card_codes

MARKUP = "<b>bold</b> <img src='/etc/passwd'/> &amp; {braces} Ærø Łódź Ελλάδα □"


def an_order(workshop: Workshop, cards: int = 0, ballots: int = 0) -> KitOrder:
    workshop, code = let_in(workshop, cards)
    return KitOrder(workshop, ADDRESS, code, ballots=ballots, names=True)


@pytest.fixture(scope="module")
def whole() -> KitOrder:
    """Give an order that lacks nothing, with markup wherever people type."""
    workshop = a_workshop(posters=3, trends=3, participants=6, groups=2)
    plan = workshop.plan
    plan = plan.with_particulars(plan.particulars.revised(title=MARKUP))
    for item in (
        plan.groups["g1"].revised(name=MARKUP),
        plan.trends["t1"].revised(label=MARKUP),
        plan.posters["p1"].revised(title=MARKUP),
        plan.participants["n2"].revised(name=MARKUP),
    ):
        plan = plan.with_item(item)
    return an_order(workshop.with_plan(plan), 6, 6)


printables = pytest.mark.parametrize("printable", kit(), ids=lambda printable: printable.file_name)


@printables
def test_every_printable_is_made_with_its_fonts(printable: Printable, whole: KitOrder) -> None:
    """A copy shop has none of ours."""
    assert printable.lacks(whole) == ""
    assert fonts_not_embedded(printable.make(whole)) == set()


@pytest.mark.parametrize("name", ["join-sheet", "group-stations", "paper-ballots", "trend-cards"])
def test_markup_is_printed_as_it_was_typed(name: str, whole: KitOrder) -> None:
    """ReportLab would open an image that a text names; here the text is only text."""
    (printable,) = (printable for printable in kit() if printable.file_name == f"{name}.pdf")
    assert "".join(MARKUP.split()) in "".join(" ".join(words_of(printable.make(whole))).split())


def test_what_an_empty_workshop_lacks_is_said() -> None:
    """Four of them need people, groups, posters or trends; the others can be printed at once."""
    order = an_order(Workshop(a_workshop(areas=0).plan))
    lacking = {printable.file_name: printable.lacks(order) for printable in kit() if printable.lacks(order)}
    assert set(lacking) == {"group-stations.pdf", "voter-cards.pdf", "paper-ballots.pdf", "trend-cards.pdf"}
    assert all(words.endswith(".") for words in lacking.values())


def test_an_order_travels_to_the_worker_process(whole: KitOrder) -> None:
    """The window prints in a process of its own."""
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301 - our own bytes


def test_letting_in_twice_changes_nothing() -> None:
    """What was printed before stays good."""
    once, code = let_in(a_workshop(), 5)
    again, same_code = let_in(once, 3)
    assert (again.plan.particulars, same_code) == (once.plan.particulars, code)
    assert card_codes(again) == card_codes(once)


def test_as_many_people_are_expected_as_were_counted_or_listed() -> None:
    """The count wins; nobody at all is 0."""
    workshop = a_workshop(participants=7)
    plan = workshop.plan
    counted = workshop.with_plan(plan.with_particulars(plan.particulars.revised(present=9)))
    assert [people_expected(w) for w in (a_workshop(), workshop, counted)] == [0, 7, 9]


def test_too_many_ballots_are_refused() -> None:
    """Before a printer runs all night."""
    with pytest.raises(TooManyBallots):
        KitOrder(a_workshop(), ADDRESS, "12345", ballots=100_000)


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://10.0.0.2:8080", "http://10.0.0.2:8080"),
        (" 10.0.0.2:8080 ", "http://10.0.0.2:8080"),
        ("http://10.0.0.2:8080/j/12345", "http://10.0.0.2:8080"),
        ("http://workshop.local", "http://workshop.local"),
    ],
)
def test_an_address_is_taken_as_it_is_typed(typed: str, address: str) -> None:
    """With or without http://, and with whatever was copied along."""
    assert site_address(typed) == address


@pytest.mark.parametrize(
    "typed", ["", "https://a", "http://", "ftp://a:1", "http://a:x", "a b", "http://a:99999", "<x>"]
)
def test_what_no_phone_could_open_is_refused(typed: str) -> None:
    """Nobody prints two hundred cards that lead nowhere."""
    with pytest.raises(WorkshopProblem, match="not an address"):
        site_address(typed)
