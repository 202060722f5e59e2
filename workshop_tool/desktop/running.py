"""The day as it is run: programme and projector move together, from the Run page, a key or a clicker.

Nothing here opens, closes or publishes a round: where one is open, Next stops before it and says so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from workshop_tool.desktop.bridge import Bridge
from workshop_tool.desktop.projector import BLACK, VIEWS
from workshop_tool.desktop.projector.window import ProjectorWindow
from workshop_tool.desktop.turning import Turning
from workshop_tool.domain.now import Now
from workshop_tool.domain.particulars import ProgrammePart
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.language import _
from workshop_tool.services import now as moments
from workshop_tool.services.running import (
    Timer,
    part_after,
    part_before,
    round_in_the_way,
    timer_at,
)

TICK_MS: Final = 500
Kind = Literal["page", "poster", "part", "stopped", "last", "none"]


@dataclass(frozen=True)
class Step:
    """What Next will do."""

    kind: Kind
    title: str
    """The part, page or poster that comes; what stands in the way; or that nothing comes."""
    detail: str = ""
    part: ProgrammePart | None = None
    """The part that comes next, now or after the pages that are left."""

    @property
    def goes(self) -> bool:
        """Whether Next does anything."""
        return self.kind in {"page", "poster", "part"}


class Running(QObject):
    """Holds the projector's window, and moves it with the programme."""

    changed = Signal()
    """What is shown, what comes next, or how the time stands."""
    ticked = Signal()
    """Time went by."""
    stopped = Signal(str)
    """Next did not go on: why."""
    keys_wanted = Signal()
    """The list of all shortcuts."""
    window_wanted = Signal()
    """The keyboard goes back to the facilitator's window; the projector stays."""
    left = Signal()
    """Back to the facilitator's window: the projector was closed."""

    def __init__(self, bridge: Bridge, projector: ProjectorWindow) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self.projector = projector
        self._earlier = dict[str, Now]()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._time_passes)
        self._acts = dict[str, Callable[[], object]](
            next=self.go_on,
            back=self.go_back,
            end=projector.show_end,
            black=projector.toggle_black,
            freeze=projector.toggle_freeze,
            pause=self.pause,
            minute=self.add_minute,
            turn=self.turn_by_clock,
            keys=self.keys_wanted.emit,
            full=projector.toggle_full_screen,
            leave=self.leave,
            window=self.window_wanted.emit,
        )
        projector.pressed.connect(self.act)
        projector.shown.connect(self.changed)
        projector.standing.noted.connect(bridge.noted)
        bridge.changed.connect(self._follow)
        if bridge.memory is not None:
            projector.singles = bridge.memory.remembered.single_keys
        self._follow()
        self.turning = Turning(self)
        for signal in (self.changed, self.ticked, self.turning.changed):
            signal.connect(self._show_turning)

    @property
    def singles(self) -> bool:
        """Whether letters and signs by themselves do something."""
        return self.projector.singles

    def allow_singles(self, *, allowed: bool) -> None:
        """Switch letters and signs on or off, and remember it on this computer."""
        self.projector.singles = allowed
        if self._bridge.memory is not None:
            self._bridge.memory.remember_keys(single_keys=allowed)
        self.changed.emit()

    def act(self, action: str) -> None:
        """Do what a presenter's key stands for."""
        self._acts[action]()

    @property
    def timer(self) -> Timer | None:
        """The timer as it stands now."""
        return timer_at(self._plan, self._bridge.session.clock())

    @property
    def part(self) -> str | None:
        """The id of the part that runs."""
        return self._plan.now.part

    @property
    def poster(self) -> str | None:
        """The id of the poster that the projector shows; None where it shows something else."""
        return self._beside(0)

    @property
    def posters_left(self) -> int:
        """How many posters there are from the one that is shown to the last."""
        ids = [poster.id for poster in self._plan.posters_in_list_order()]
        return len(ids) - ids.index(self.poster) if self.poster in ids else 0

    @property
    def step(self) -> Step:
        """What Next will do: turn a page, show the next poster, or move on to the next part."""
        projector, workshop = self.projector, self._workshop
        coming = part_after(workshop.plan)
        if projector.page + 1 < projector.pages:
            said = _("Page {n} of {pages}").format(n=projector.page + 2, pages=projector.pages)
            return Step("page", said, projector.view.label(), coming)
        if (poster := self._beside(1)) is not None:
            return Step("poster", _poster_title(workshop.plan, poster), _("the next poster"), coming)
        return self.part_step

    @property
    def part_step(self) -> Step:
        """What going on to the next part will do, whatever pages are left."""
        workshop = self._workshop
        coming = part_after(workshop.plan)
        if not workshop.plan.programme:
            return Step("none", _("No programme"), _("Next turns the pages of what is shown."))
        if coming is None:
            return Step("last", _("This is the last part"), _("The day is done when you say so."))
        if (open_round := round_in_the_way(workshop, coming)) is not None:
            said = _('Voting is open: "{name}"').format(name=open_round.name)
            return Step(
                "stopped", said, _("Close it on Vote first, or double-click a part to go on while it is open."), coming
            )
        return Step("part", coming.title, _does(coming), coming)

    def go_on(self) -> None:
        """Do the next step; before an open round, stop and say so."""
        step = self.step
        if step.kind == "page":
            self.projector.show_page(self.projector.page + 1)
        elif step.kind == "poster":
            self.projector.show_view("poster", self._beside(1) or "")
        else:
            self.go_to_next_part()

    def go_to_next_part(self) -> None:
        """Leave the pages that are left and go on to the next part; before an open round, stop and say so."""
        step = self.part_step
        if step.kind == "stopped":
            self.stopped.emit(f"{step.title}. {step.detail}")
        elif step.kind == "part" and step.part is not None:
            self.start(step.part.id)

    def go_back(self) -> None:
        """Take the last step back: a page, a poster, or the part before, whose timer goes on as it was."""
        projector = self.projector
        if projector.page > 0:
            projector.show_page(projector.page - 1)
        elif (poster := self._beside(-1)) is not None:
            projector.show_view("poster", poster)
            projector.show_page(projector.pages - 1)
        elif (before := part_before(self._plan)) is not None:
            self.start(before.id, anew=False)

    def start(self, part_id: str, *, anew: bool = True) -> None:
        """Let a part run and show what belongs to it; without ``anew`` its timer goes on where it was left."""
        part = self._plan.programme.get(part_id)
        if part is None:
            return
        now = self._plan.now
        if now.part is not None:
            self._earlier[now.part] = now
        earlier = None if anew else self._earlier.get(part_id)
        if earlier is not None:
            label = _("Back to {part}").format(part=part.title)
            self._bridge.edit(label, partial(moments.return_to, earlier=earlier))
        else:
            change = partial(moments.start_part, part_id=part_id, now=self._bridge.session.clock())
            self._bridge.edit(_("Begin {part}").format(part=part.title), change)
        if part.shows:
            self.projector.show_view(part.shows)

    def pause(self) -> None:
        """Hold the timer, or let it run on."""
        if self._plan.now.ends is not None:
            self._bridge.edit(_("Pause the timer"), partial(moments.pause, now=self._bridge.session.clock()))
        elif self._plan.now.left is not None:
            self._bridge.edit(_("Let the timer run on"), partial(moments.resume, now=self._bridge.session.clock()))

    def add_minute(self) -> None:
        """Give the room one minute more; without a timer, one of a minute."""
        change = partial(moments.give_more, seconds=60, now=self._bridge.session.clock())
        self._bridge.edit(_("One minute more"), change)

    def turn_by_clock(self) -> None:
        """Turn posters by the clock, or no more, and say which; where there is none to turn, say that."""
        if self.turning.toggle():
            self._bridge.noted.emit(_("Posters turn by the clock.") if self.turning.on else _("Posters wait for Next."))
        elif self.projector.view is BLACK:
            self.stopped.emit(_("The picture is dark: bring it back first."))
        else:
            self.stopped.emit(_("There is no poster to turn, or no time left to turn it in."))

    def leave(self) -> None:
        """Take the projector's picture away and come back to the window."""
        self.projector.close()
        self.left.emit()

    def close(self) -> None:
        """Let the projector's window go."""
        self._tick.stop()
        self.projector.close()
        self.projector.deleteLater()

    @property
    def _workshop(self) -> Workshop:
        return self._bridge.workshop

    @property
    def _plan(self) -> Plan:
        return self._workshop.plan

    def _beside(self, by: int) -> str | None:
        """Return the poster that is shown (0), or comes after (1) or before (-1) it."""
        if self.projector.view.key != "poster":
            return None
        ids = [poster.id for poster in self._plan.posters_in_list_order()]
        shown = self.projector.item
        at = (ids.index(shown) if shown in ids else 0) + by
        return ids[at] if 0 <= at < len(ids) else None

    def _follow(self) -> None:
        """Tick while a timer runs."""
        if self._plan.now.ends is not None:
            self._tick.start()
        else:
            self._tick.stop()
        self.changed.emit()

    def _show_turning(self) -> None:
        self.projector.show_turning(self.turning.poster_left)

    def _time_passes(self) -> None:
        self.ticked.emit()
        self.projector.follow_time()


def _poster_title(plan: Plan, poster_id: str) -> str:
    poster = plan.posters[poster_id]
    return f"{plan.area_of(poster).number} {plan.title_of(poster)}"


def _does(part: ProgrammePart) -> str:
    """Say what else happens with the part."""
    said = []
    if part.shows:
        said.append(_("shows {view}").format(view=_view_label(part.shows)))
    if part.minutes:
        said.append(_("{n} min").format(n=part.minutes))
    return " · ".join(said)


def _view_label(key: str) -> str:
    return next(view.label() for view in VIEWS if view.key == key)
