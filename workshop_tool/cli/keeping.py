"""Commands about what is kept: check a file and its backups, go back to one of them, forget names."""

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from typing import Any

from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.language import _, ngettext, sentence
from workshop_tool.services.backing_up import Holdings, KeptCopy, kept_copies, restore_copy
from workshop_tool.services.forgetting import forget_names
from workshop_tool.services.opening import open_workshop, read_noted


class NoSuchBackup(WorkshopProblem):
    """There is no backup {number} of this workshop. Nothing was changed; `check` lists those that there are."""


def check(arguments: argparse.Namespace) -> int:
    """Verify a workshop file, and say what it and each of its backups hold; nothing is changed."""
    copies = kept_copies(arguments.file)
    try:
        workshop, notices = read_noted(arguments.file)
    except WorkshopProblem as problem:
        if not arguments.json:
            if copies:
                _list(copies)
            raise
        print(_as_json({"ok": False, "problem": sentence(problem), "backups": _listed(copies)}))
        return 1
    holdings = Holdings.of(workshop)
    said = [sentence(notice) for notice in notices]
    if arguments.json:
        print(_as_json({"ok": True, **_held(holdings), "notices": said, "backups": _listed(copies)}))
        return 0
    print(_("{path} is whole: “{title}”").format(path=arguments.file, title=holdings.title))
    print(_in_words(holdings))
    for notice in said:
        print(notice, file=sys.stderr)
    _list(copies)
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Go back to a backup; what the file holds now becomes a backup itself. Without a number, list them."""
    copies = kept_copies(arguments.file)
    if arguments.number is None:
        _list(copies)
        return 0
    if arguments.number > len(copies):
        raise NoSuchBackup(number=arguments.number)
    chosen = copies[arguments.number - 1]
    if chosen.problem is not None:
        raise chosen.problem
    restore_copy(arguments.file, chosen.backup, dt.datetime.now(dt.UTC))
    print(_("{path} holds again what it held on {copy}").format(path=arguments.file, copy=_when(chosen)))
    return 0


def forget(arguments: argparse.Namespace) -> int:
    """Replace the names of all participants by numbers, for good."""
    with closing(open_workshop(arguments.file)) as session:
        forgotten = session.forget(partial(forget_names, now=session.clock())).result()
    words = ngettext("{n} name was forgotten", "{n} names were forgotten", forgotten.people)
    print(words.format(n=forgotten.people))
    if forgotten.still_said:
        print(_("Names also stand in these words, which were left as they are:"))
    for place in forgotten.still_said:
        print(f"  {place}")
    return 0


def _list(copies: Sequence[KeptCopy]) -> None:
    print(_("Backups, the newest first:") if copies else _("There are no backups."))
    for number, copy in enumerate(copies, start=1):
        held = _in_words(copy.holdings) if copy.holdings else sentence(copy.problem or WorkshopProblem())
        print(f"{number:>3}  {_when(copy)}: {held}")


def _when(copy: KeptCopy) -> str:
    occasions = {
        "opened": _("when it was opened"),
        "working": _("while working"),
        "round-closed": _("when a round was closed"),
        "published": _("after publishing or forgetting"),
        "before-upgrade": _("before it was brought up to this version"),
        "before-restore": _("before going back to a backup"),
    }
    return f"{copy.backup.at.astimezone():%Y-%m-%d %H:%M:%S} {occasions[copy.backup.occasion]}"


def _in_words(holdings: Holdings) -> str:
    ballots = sum(count for _name, _state, count in holdings.rounds)
    words = _(
        "trends: {trends}, problem areas: {areas}, participants: {participants}, posters: {posters} (words: {words}), "
        "rounds: {rounds} (ballots: {ballots})"
    )
    return words.format(**{**vars(holdings), "rounds": len(holdings.rounds), "ballots": ballots})


def _held(holdings: Holdings) -> dict[str, Any]:
    return {
        "title": holdings.title,
        "trends": holdings.trends,
        "problem_areas": holdings.areas,
        "participants": holdings.participants,
        "posters": holdings.posters,
        "words": holdings.words,
        "rounds": [{"name": name, "state": state, "ballots": ballots} for name, state, ballots in holdings.rounds],
    }


def _listed(copies: Sequence[KeptCopy]) -> list[dict[str, Any]]:
    return [
        {
            "file": str(copy.backup.path),
            "made": copy.backup.at.isoformat(),
            "occasion": copy.backup.occasion,
            "holds": _held(copy.holdings) if copy.holdings else None,
            "problem": sentence(copy.problem) if copy.problem else None,
        }
        for copy in copies
    ]


def _as_json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def number(text: str) -> int:
    """Read the number of a backup, for the parser."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text} is not the number of a backup").format(text=text))
    return int(text)
