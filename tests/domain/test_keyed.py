"""Every list keeps its order, and moving an item touches that item only."""

from hypothesis import given
from hypothesis import strategies as st

from workshop_tool.domain.keyed import Keyed
from workshop_tool.domain.people import Group


def a_list(*names: str) -> Keyed[Group]:
    """Return groups in this order, each id its name."""
    return Keyed(Group(id=name, name=name, position=float(n)) for n, name in enumerate(names, start=1))


def ids(items: Keyed[Group]) -> str:
    """Return the ids in order, as one word."""
    return "".join(item.id for item in items)


def test_items_stand_by_position_and_ties_by_id() -> None:
    """The order is the same on every machine, whatever came first."""
    items = Keyed([Group(id=i, name=i, position=p) for i, p in (("c", 1), ("b", 1), ("a", 2))])
    assert ids(items) == "bca"


def test_an_item_is_put_in_the_place_of_the_one_with_its_id() -> None:
    """A revision neither doubles an item nor moves it."""
    items = a_list("a", "b", "c")
    assert [g.name for g in items.with_item(items["b"].revised(name="New"))] == ["a", "New", "c"]


def test_a_list_is_never_changed_in_place() -> None:
    """A reader who holds a list keeps what it saw."""
    items = a_list("a", "b")
    items.without("a").with_item(Group(id="z", name="z"))
    assert ids(items) == "ab"


def test_what_is_not_there_is_none() -> None:
    """Asking for an unknown id, or for none, is no error."""
    assert a_list("a").get("b") is None
    assert a_list("a").get(None) is None


@given(st.integers(2, 9), st.data())
def test_moving_touches_one_item(size: int, data: st.DataObject) -> None:
    """One new position puts an item anywhere, and all others keep theirs."""
    items = a_list(*"abcdefghi"[:size])
    moving = data.draw(st.sampled_from(ids(items)))
    index = data.draw(st.integers(0, size - 1))
    moved = items.with_item(items[moving].revised(position=items.position_at(index, moving=moving)))
    expected = [c for c in ids(items) if c != moving]
    expected.insert(index, moving)
    assert ids(moved) == "".join(expected)


def test_a_place_outside_the_list_is_its_nearest_end() -> None:
    """A drop below the last row is a drop at the end."""
    items = a_list("a", "b")
    assert items.position_at(-5) < 1.0
    assert items.position_at(99) > 2.0


def test_an_empty_list_starts_at_one() -> None:
    """The first item has a position, too."""
    assert Keyed[Group]().position_at(3) == Keyed[Group]().end() == 1.0
