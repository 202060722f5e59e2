"""Finds the places of a map's labels: at once where they are few, elsewhere where they are many; each map once."""

from collections.abc import Callable
from typing import Any, Final, Protocol

from workshop_tool.look.map_layout import Layout
from workshop_tool.look.map_sizes import MapAnswer, MapBefore, MapQuestion, answer, carried_over

AT_ONCE: Final = 24
"""So many labels are laid out within a frame or two."""


class Work(Protocol):
    """Runs a top-level function elsewhere; ``then`` or ``failed`` (a sentence) are called in the caller's thread."""

    def __call__(  # noqa: D102
        self,
        function: Callable[..., Any],
        *args: object,
        then: Callable[[Any], object],
        failed: Callable[[str], object] | None = None,
    ) -> None: ...


class MapPlaces:
    """One map's question and its answer; while an answer is looked for, as much of the last one as still holds."""

    def __init__(self, work: Work | None, told: Callable[[], object]) -> None:
        """Ask nothing yet; ``told`` is called when an answer has come from elsewhere."""
        self._work = work
        self._told = told
        self._question: MapQuestion | None = None
        """The one that was answered last."""
        self._answer = MapAnswer(0, Layout({}, {}, ()))
        self._wanted: MapQuestion | None = None
        """The one that is to be answered now, where that takes long."""
        self._is_looking = False

    def find(self, question: MapQuestion) -> MapAnswer:
        """Return the places for these labels, or what can be shown of them for now."""
        if question == self._question:
            return self._answer
        if self._work is None or len(question.sizes[0]) <= AT_ONCE:
            self._question, self._answer, self._wanted = question, answer(question, self._before), None
            return self._answer
        self._wanted = question
        self._look(self._work)
        return carried_over(question, self._answer, self._question or question)

    @property
    def _before(self) -> MapBefore | None:
        """The map as it stands."""
        return MapBefore(self._question, self._answer) if self._question else None

    def _look(self, work: Work) -> None:
        """Ask for one answer at a time: of several questions that came meanwhile, only the last one counts."""
        if self._is_looking or self._wanted is None:
            return
        asked, self._is_looking = self._wanted, True

        def take(found: MapAnswer) -> None:
            self._is_looking = False
            self._question, self._answer = asked, found
            if self._wanted == asked:
                self._wanted = None
            self._look(work)
            self._told()

        def give_up(_why: str) -> None:
            self._is_looking = False  # the next change of the map asks again

        work(answer, asked, self._before, then=take, failed=give_up)
