"""A wall of many posters: what a window shows of it comes at once, the rest in turns."""

from pytestqt.qtbot import QtBot

from tests.full_workshop import full_workshop
from workshop_tool.desktop.pages.posters.card import PosterCard
from workshop_tool.desktop.pages.posters.wall import PosterWall
from workshop_tool.domain.workshop import Workshop

MANY = 70


def many() -> Workshop:
    """Return a workshop with more posters than a window shows."""
    return full_workshop(ballots=10, posters=MANY)


def wall_of(workshop: Workshop, qtbot: QtBot) -> PosterWall:
    """Return its wall, shown."""
    wall = PosterWall()
    qtbot.addWidget(wall)
    wall.resize(1000, 700)
    wall.show_posters(workshop)
    wall.show()
    return wall


def by_place(wall: PosterWall) -> list[str]:
    """Return the posters of the cards that stand on the wall, row by row."""
    cards = sorted(wall.findChildren(PosterCard), key=lambda card: (card.y(), card.x()))
    return [card.poster_id for card in cards]


def test_a_wall_of_many_comes_up_with_its_first_cards(qtbot: QtBot) -> None:
    """The window does not wait for cards far below its edge."""
    wall = wall_of(many(), qtbot)
    made = {card.poster_id for card in wall.findChildren(PosterCard)}
    first = [poster.id for poster in many().plan.posters_in_list_order()[: len(made)]]
    assert 0 < len(made) < MANY
    assert made == set(first)


def test_the_other_cards_follow_in_their_places(qtbot: QtBot) -> None:
    """In the end all posters stand in the order of the list."""
    wall = wall_of(many(), qtbot)
    expected = [poster.id for poster in many().plan.posters_in_list_order()]
    qtbot.waitUntil(lambda: by_place(wall) == expected)


def test_a_change_while_cards_are_made_leaves_each_in_its_place(qtbot: QtBot) -> None:
    """Somebody writes on a poster as the wall comes up."""
    wall = wall_of(many(), qtbot)
    wall.show_posters(many())
    expected = [poster.id for poster in many().plan.posters_in_list_order()]
    qtbot.waitUntil(lambda: by_place(wall) == expected)


def test_cards_that_come_later_say_who_writes_there(qtbot: QtBot) -> None:
    """Presence was told before they were made."""
    wall = wall_of(many(), qtbot)
    last = many().plan.posters_in_list_order()[-1].id
    wall.show_writers(lambda poster_id: "Kari writes" if poster_id == last else "")
    qtbot.waitUntil(lambda: len(by_place(wall)) == MANY)
    card = next(card for card in wall.findChildren(PosterCard) if card.poster_id == last)
    assert "Kari writes" in card.accessibleName()
