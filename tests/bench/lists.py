"""How well lists are read: ``python -m tests.bench.lists FOLDER`` scores each NAME.txt against NAME.expected.json.

The expected file holds the items in order: ``text``, and optionally ``theme``, other texts that count as right
(``accept``, ``theme_accept``). F1 is the harmonic mean of precision and recall.
"""

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop_tool.lists import Draft, ListKind, read_file


@dataclass(frozen=True)
class Score:
    """What one list got right."""

    items: float
    themes: float | None
    """None where the list has no themes."""
    seconds: float


def f1(found: int, read: int, wanted: int) -> float:
    """The harmonic mean of found/read and found/wanted, 0 to 1."""
    return 2 * found / (read + wanted) if read + wanted else 1.0


def score(source: Path, expected: Path, kind: ListKind) -> Score:
    """Read one list and compare it with what is expected."""
    started = time.perf_counter()
    drafts = list(read_file(source, kind).drafts)
    seconds = time.perf_counter() - started
    wanted: list[dict[str, Any]] = json.loads(expected.read_text("utf-8"))
    pairs = [(item, match) for item in wanted if (match := _take(drafts, item))]
    read = len(pairs) + len(drafts)
    items = f1(len(pairs), read, len(wanted))
    themed = sum("theme" in item for item in wanted)
    if not themed:
        return Score(items, None, seconds)
    right = sum(match.theme in _accepted(item, "theme") for item, match in pairs if "theme" in item)
    claimed = sum(match.theme is not None for _item, match in pairs) + sum(draft.theme is not None for draft in drafts)
    return Score(items, f1(right, claimed, themed), seconds)


def _accepted(item: dict[str, Any], key: str) -> set[str]:
    others = item.get("accept" if key == "text" else "theme_accept", [])
    return {" ".join(text.split()) for text in (item[key], *others)}


def _take(drafts: list[Draft], item: dict[str, Any]) -> Draft | None:
    for place, draft in enumerate(drafts):
        if draft.text in _accepted(item, "text"):
            return drafts.pop(place)
    return None


def main(arguments: list[str]) -> int:
    """Print the score of each list in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    for expected in sorted(folder.glob("*.expected.json")):
        name = expected.name.removesuffix(".expected.json")
        kind: ListKind = "trends" if "trend" in name else "problems"
        result = score(folder / f"{name}.txt", expected, kind)
        themes = "—" if result.themes is None else f"{result.themes:.3f}"
        sys.stdout.write(f"{name:40} items {result.items:.3f}  themes {themes}  {result.seconds * 1000:.0f} ms\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
