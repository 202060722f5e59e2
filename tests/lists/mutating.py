"""Damages good files at random and reads what comes out: it must be a list or a refusal, and soon."""

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.lists.hostile import SAMPLES, changed
from workshop_tool.domain.refusals import WorkshopProblem
from workshop_tool.lists import ListKind, read_file

ORIGINALS: Final = tuple(path.name for path in sorted(SAMPLES.iterdir()))
_PARTS: Final = {
    "list.docx": ("word/document.xml", "word/numbering.xml", "word/styles.xml"),
    "list.odt": ("content.xml", "styles.xml"),
    "table.docx": ("word/document.xml",),
    "slides.pptx": ("ppt/slides/slide1.xml", "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels"),
    "sheet.xlsx": ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"),
    "sheet.ods": ("content.xml", "mimetype"),
}
_KINDS: Final[tuple[ListKind, ...]] = ("problems", "trends", "participants", "questions")
_SLOW: Final = 5.0


def mutated(name: str, seed: int) -> bytes:
    """Return a sample with a few bytes changed, left out or doubled, in the file or in one of its parts."""
    chance = random.Random(f"{name} {seed}")
    if name in _PARTS and chance.random() < 2 / 3:
        return changed(name, {chance.choice(_PARTS[name]): lambda data: _damaged(data, chance)})
    return _damaged((SAMPLES / name).read_bytes(), chance)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(damaged) + 1)
        length = chance.choice((1, 1, 2, 8, 200))
        match chance.randrange(4):
            case 0:
                damaged[at : at + length] = chance.randbytes(min(length, len(damaged) - at))
            case 1:
                del damaged[at : at + length]
            case 2:
                damaged[at:at] = damaged[at : at + length] * chance.choice((1, 3, 50))
            case _:
                damaged[at : at + 1] = bytes([chance.choice(b'<>&"/=[]{},;:.-0123456789\n\t x')])
    return bytes(damaged)


def verdicts(name: str, seeds: range, folder: Path) -> Iterator[str]:
    """Read each mutated file; give "" where it was read or refused, else what is wrong."""
    path = folder / f"mutated{Path(name).suffix}"
    for seed in seeds:
        path.write_bytes(mutated(name, seed))
        started = time.monotonic()
        try:
            preview = read_file(path, _KINDS[seed % len(_KINDS)])
            wrong = "" if preview.model_dump_json() else "nothing"
        except WorkshopProblem as problem:
            wrong = "" if str(problem) else "a refusal without words"
        except Exception as problem:  # noqa: BLE001 - any other exception is what this looks for
            wrong = f"{type(problem).__name__}: {problem}"
        slow = time.monotonic() - started
        yield f"{name} {seed}: {wrong}" if wrong else f"{name} {seed}: {slow:.0f} s" if slow > _SLOW else ""
