"""How quickly and how well lists are read: ``make bench LISTS=FOLDER`` scores each NAME.txt against NAME.expected.json.

The expected file holds the items in order: ``text``, and optionally ``theme``, other texts that count as right
(``accept``, ``theme_accept``). F1 is the harmonic mean of precision and recall.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from tests.bench.measure import Measure, median, seconds
from workshop_tool.lists import Draft, ListKind, read_file, read_text

ROWS: Final = 5_000
LINES: Final = 1_000
TIMES: Final = 5
GOAL: Final = 0.5
ITEMS_GOAL: Final = 0.95
THEMES_GOAL: Final = 0.9
WORDS: Final = [
    "fog",
    "pier",
    "boat",
    "quay",
    "tide",
    "wind",
    "road",
    "bus",
    "lift",
    "clinic",
    "school",
    "farm",
    "mill",
    "seed",
    "price",
    "grant",
    "roof",
    "wall",
]


@dataclass(frozen=True)
class Counted:
    """How many were right, how many were read, and how many there are."""

    right: int = 0
    read: int = 0
    wanted: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.right + other.right, self.read + other.read, self.wanted + other.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / (self.read + self.wanted) if self.read + self.wanted else 1.0


@dataclass(frozen=True)
class Score:
    """What one list got right."""

    items_counted: Counted
    themes_counted: Counted
    seconds: float


def score(source: Path, expected: Path, kind: ListKind) -> Score:
    """Read one list and compare it with what is expected."""
    started = time.perf_counter()
    drafts = list(read_file(source, kind).drafts)
    taken = time.perf_counter() - started
    wanted: list[dict[str, Any]] = json.loads(expected.read_text("utf-8"))
    pairs = [(item, match) for item in wanted if (match := _take(drafts, item))]
    items = Counted(len(pairs), len(pairs) + len(drafts), len(wanted))
    themed = sum("theme" in item for item in wanted)
    if not themed:
        return Score(items, Counted(), taken)
    right = sum(match.theme in _accepted(item, "theme") for item, match in pairs if "theme" in item)
    claimed = sum(match.theme is not None for _item, match in pairs) + sum(draft.theme is not None for draft in drafts)
    return Score(items, Counted(right, claimed, themed), taken)


def _accepted(item: dict[str, Any], key: str) -> set[str]:
    others = item.get("accept" if key == "text" else "theme_accept", [])
    return {" ".join(text.split()) for text in (item[key], *others)}


def _take(drafts: list[Draft], item: dict[str, Any]) -> Draft | None:
    for place, draft in enumerate(drafts):
        if draft.text in _accepted(item, "text"):
            return drafts.pop(place)
    return None


def measures() -> Iterator[Measure]:
    """Give the times of a large sheet and a long text; where LISTS names a folder, also the scores of its lists."""
    with tempfile.TemporaryDirectory() as name:
        sheet = Path(name) / "rows.xlsx"
        _write_sheet(sheet)
        slowest = median(seconds(lambda: read_file(sheet, "problems")) for _ in range(TIMES))
        yield Measure("a sheet of 5,000 rows, previewed", slowest, "s", GOAL, "with duplicates sought")
    text = "\n".join(f"{number}) {_words(number)}" for number in range(1, LINES + 1))
    taken = median(seconds(lambda: read_text(text, "problems")) for _ in range(TIMES))
    yield Measure("a text of 1,000 lines, previewed", taken, "s", GOAL, "with duplicates sought")
    if folder := os.environ.get("LISTS"):
        yield from _scores(Path(folder))


def _scores(folder: Path) -> Iterator[Measure]:
    """Give F1 over all lists of a folder: of the items, and of the themes where lists have them."""
    scores = [score(source, expected, kind) for source, expected, kind in _pairs(folder)]
    items = sum((one.items_counted for one in scores), Counted())
    themes = sum((one.themes_counted for one in scores), Counted())
    yield Measure("items read exactly, F1", items.f1, "", None, f"{len(scores)} lists", ITEMS_GOAL)
    if themes.wanted:
        yield Measure("themes read exactly, F1", themes.f1, "", None, f"{len(scores)} lists", THEMES_GOAL)


def _pairs(folder: Path) -> Iterator[tuple[Path, Path, ListKind]]:
    for expected in sorted(folder.glob("*.expected.json")):
        name = expected.name.removesuffix(".expected.json")
        yield folder / f"{name}.txt", expected, "trends" if "trend" in name else "problems"


def _write_sheet(path: Path) -> None:
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["No.", "Problem area", "Theme", "Origin"])
    for number in range(1, ROWS + 1):
        sheet.write_row(number, 0, [number, _words(number), WORDS[number % len(WORDS)], "workshop"])
    book.close()


def _words(seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=9))


def main(arguments: list[str]) -> int:
    """Print the score of each list in a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args(arguments).folder
    for source, expected, kind in _pairs(folder):
        result = score(source, expected, kind)
        themes = f"{result.themes_counted.f1:.3f}" if result.themes_counted.wanted else "—"
        sys.stdout.write(
            f"{source.stem:40} items {result.items_counted.f1:.3f}  themes {themes}  {result.seconds * 1000:.0f} ms\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
