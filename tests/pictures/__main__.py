"""``make pictures``: every page of the window, every projector view, phone page and page of the record, to look at.

Groups of pictures go into build/pictures, each with a contact sheet beside it; ``python -m tests.pictures window-full
projector`` takes those whose names begin so. Every word on them is judged too: exit code 1 where one is cut off, lies
over another, is too small or too faint.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.pictures import phone, shown, windows
from tests.pictures.contact import make_contact_sheet
from tests.pictures.judged import Gallery
from workshop_tool.desktop.dress import theme
from workshop_tool.desktop.pictures import application

OUT: Final = Path("build") / "pictures"
MOST_TOLD: Final = 12
"""Faults of one group; one cause shows on many pictures."""
_SCREEN: Final = (
    '{"screens": [{"name": "wide", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96,'
    ' "logicalBaseDpi": 96, "dpr": 1}]}'
)


def main() -> int:
    """Take them anew: all, or the groups that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("groups", nargs="*", help="how the names of the wanted groups begin")
    wanted: list[str] = parser.parse_args().groups
    pictures = faults = 0
    with tempfile.TemporaryDirectory() as name:
        screen = Path(name) / "screen.json"
        screen.write_text(_SCREEN, "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"  # or the screen is 800 pixels wide
        theme.wear(application(), dark=False)
        for group, take in _groups(Path(name)):
            if not wanted or any(group.startswith(begin) for begin in wanted):
                gallery = _taken(group, take)
                pictures += len(list(gallery.folder.glob("*.png")))
                faults += len(gallery.faults)
    print(f"{pictures} pictures in {OUT}, {faults} faults")  # noqa: T201
    return int(bool(faults))


def _groups(work: Path) -> Iterator[tuple[str, Callable[[Gallery], None]]]:
    """Yield every group by its name, with what takes its pictures."""
    yield from windows.groups(work)
    yield from shown.groups()
    for name, seen in phone.LOOKS.items():
        yield f"phone-{name}", partial(phone.take_phone_pictures, work=work / f"phone-{name}", look=seen)


def _taken(group: str, take: Callable[[Gallery], None]) -> Gallery:
    """Take one group and say how it went."""
    started, gallery = time.monotonic(), Gallery(OUT / group)
    shutil.rmtree(gallery.folder, ignore_errors=True)
    gallery.folder.mkdir(parents=True)
    take(gallery)
    make_contact_sheet(gallery.folder)
    count, took = len(list(gallery.folder.glob("*.png"))), time.monotonic() - started
    print(f"{group:<46} {count:>3} pictures {len(gallery.faults):>3} faults {took:>4.0f} s", flush=True)  # noqa: T201
    for fault in gallery.faults[:MOST_TOLD]:
        print(f"    {fault}", flush=True)  # noqa: T201
    return gallery


if __name__ == "__main__":
    sys.exit(main())
