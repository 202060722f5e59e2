"""An immutable list in order whose items are also found by id."""

from collections.abc import Iterable, Iterator
from typing import Generic, Self, TypeVar

from workshop_tool.domain.fact import Item

T = TypeVar("T", bound=Item)


class Keyed(Generic[T]):
    """Items in the order of their ``position`` (ties by id), each found by its id; never changed in place."""

    __slots__ = ("_by_id", "_ordered")

    def __init__(self, items: Iterable[T] = ()) -> None:
        """Order the items; of two with one id the later one counts."""
        self._by_id: dict[str, T] = {item.id: item for item in items}
        self._ordered: tuple[T, ...] = tuple(sorted(self._by_id.values(), key=lambda item: (item.position, item.id)))

    def __iter__(self) -> Iterator[T]:
        return iter(self._ordered)

    def __len__(self) -> int:
        return len(self._ordered)

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._by_id

    def __getitem__(self, item_id: str) -> T:
        return self._by_id[item_id]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Keyed) and self._ordered == other._ordered

    def __hash__(self) -> int:
        return hash(self._ordered)

    def __repr__(self) -> str:
        return f"Keyed({list(self._ordered)!r})"

    def get(self, item_id: str | None) -> T | None:
        """Return the item with this id, or None."""
        return self._by_id.get(item_id) if item_id is not None else None

    def with_item(self, item: T) -> Self:
        """Return the list with this item added, or put in the place of the one with its id."""
        return type(self)([*self._by_id.values(), item])

    def without(self, item_id: str) -> Self:
        """Return the list without one item."""
        return type(self)(item for item in self._ordered if item.id != item_id)

    def end(self) -> float:
        """Return the position behind the last item."""
        return self._ordered[-1].position + 1.0 if self._ordered else 1.0

    def position_at(self, index: int, moving: str | None = None) -> float:
        """Return a position that puts an item at ``index`` (0 = first) among the others."""
        others = [item.position for item in self._ordered if item.id != moving]
        index = max(0, min(index, len(others)))
        if index == len(others):
            return others[-1] + 1.0 if others else 1.0
        return (others[index - 1] + others[index]) / 2 if index else others[0] - 1.0
