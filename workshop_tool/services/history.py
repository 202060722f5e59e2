"""Undo and redo per actor, field by field: what somebody else changed since is left alone."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from immutables import Map

from workshop_tool.domain.documents import Document, document, fact_from
from workshop_tool.domain.plan import Key, Plan

ABSENT: Final = "\0absent"
"""Stands for a value that is not there; no text of a workshop can hold it, for control characters are stripped."""

STEPS_KEPT: Final = 300
TYPING_PAUSE: Final = dt.timedelta(seconds=3)
"""Saves of the same field that follow one another sooner than this are one step of undo."""


@dataclass(frozen=True)
class Change:
    """One value that an edit changed; the empty path stands for a whole document that came or went."""

    key: Key
    path: tuple[str, ...]
    before: Any
    after: Any

    def turned(self) -> Self:
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True)
class Step:
    """One undoable edit under the label that people read."""

    label: str
    changes: tuple[Change, ...]
    at: dt.datetime

    def continues(self, earlier: "Step") -> bool:
        """Tell whether this is more typing in the fields that the earlier step changed."""
        return (
            self.label == earlier.label
            and self.at - earlier.at < TYPING_PAUSE
            and all(change.path for change in self.changes)
            and [(c.key, c.path, c.before) for c in self.changes] == [(c.key, c.path, c.after) for c in earlier.changes]
        )

    def after(self, earlier: "Step") -> "Step":
        """Return both steps as one."""
        pairs = zip(earlier.changes, self.changes, strict=True)
        return replace(self, changes=tuple(replace(new, before=old.before) for old, new in pairs))


@dataclass(frozen=True)
class Stack:
    """What one actor did and took back."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()


@dataclass(frozen=True)
class History:
    """The stacks of all actors; ends with the session."""

    stacks: Map[str, Stack] = field(default_factory=Map)

    def of(self, actor: str) -> Stack:
        """Return one actor's stack."""
        return self.stacks.get(actor, Stack())

    def with_step(self, actor: str, step: Step) -> Self:
        """Remember one edit; typing that goes on is one step, and what was undone before it is gone."""
        done = self.of(actor).done
        if done and step.continues(done[-1]):
            done, step = done[:-1], step.after(done[-1])
        return self._with(actor, Stack(done=(*done, step)[-STEPS_KEPT:]))

    def undone(self, actor: str, applied: Step | None) -> Self:
        """Take the last step off; what was really undone may be redone."""
        stack = self.of(actor)
        more = (applied,) if applied and applied.changes else ()
        return self._with(actor, Stack(done=stack.done[:-1], undone=(*stack.undone, *more)))

    def redone(self, actor: str, applied: Step | None) -> Self:
        """Take the last undone step off; what was really redone may be undone."""
        stack = self.of(actor)
        more = (applied,) if applied and applied.changes else ()
        return self._with(actor, Stack(done=(*stack.done, *more), undone=stack.undone[:-1]))

    def _with(self, actor: str, stack: Stack) -> Self:
        return replace(self, stacks=self.stacks.set(actor, stack))


def changes_between(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Return the values in which two plans differ, looking only at what was touched on the way."""
    return tuple(
        change
        for key in sorted(after.touched)
        for change in _differences(key, document(before.fact(key)), document(after.fact(key)))
    )


def applied(plan: Plan, changes: Iterable[Change]) -> tuple[Plan, tuple[Change, ...]]:
    """Make each change whose value still is what the change started from; return those that were made."""
    made = []
    for change in changes:
        current = document(plan.fact(change.key))
        value_of_something_gone = current is None and change.path
        if not value_of_something_gone and _value(current, change.path) == change.before:
            plan = _with_value(plan, change, current)
            made.append(change)
    return plan, tuple(made)


def _differences(key: Key, before: Document | None, after: Document | None) -> Iterator[Change]:
    if before is None or after is None:
        if before != after:
            yield Change(key, (), before, after)
        return
    old, new = dict(_leaves(before)), dict(_leaves(after))
    for path in sorted(old.keys() | new.keys()):
        was, is_now = old.get(path, ABSENT), new.get(path, ABSENT)
        if was != is_now:
            yield Change(key, path, was, is_now)


def _leaves(value: Document, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _leaves(inner, (*path, name))
        else:
            yield (*path, name), inner


def _value(current: Document | None, path: tuple[str, ...]) -> Any:
    value: Any = current
    for name in path:
        if not isinstance(value, dict):
            return ABSENT
        value = value.get(name, ABSENT)
    return value


def _with_value(plan: Plan, change: Change, current: Document | None) -> Plan:
    if not change.path:
        return plan.with_fact(change.key, fact_from(change.key, change.after) if change.after else None)
    changed = _replaced(current or {}, change.path, change.after)
    return plan.with_fact(change.key, fact_from(change.key, changed))


def _replaced(current: Document, path: tuple[str, ...], value: Any) -> Document:
    name, *rest = path
    if rest:
        return {**current, name: _replaced(current.get(name, {}), tuple(rest), value)}
    if value == ABSENT:
        return {key: inner for key, inner in current.items() if key != name}
    return {**current, name: value}
