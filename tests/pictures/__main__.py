"""``make pictures``: every page of the window, every projector view, phone page and page of the record, to look at.

Groups of pictures go into build/pictures, each with a contact sheet beside it; ``python -m tests.pictures window-full
projector`` takes those whose names begin so.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter

from tests.audit.stages import FACES, LOOKS, SETTLED, SIZES, STATES, pose, settle, staged
from tests.pictures import phone
from tests.pictures.contact import make_contact_sheet
from workshop_tool.desktop import theme
from workshop_tool.desktop.memory import RecentWorkshop
from workshop_tool.desktop.pictures import application
from workshop_tool.desktop.projector import VIEWS
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.showing import Showing
from workshop_tool.desktop.start import StartPage
from workshop_tool.record.pdf import make_pdf
from workshop_tool.services.sample import SAMPLE

OUT: Final = Path("build") / "pictures"
PROJECTORS: Final = (QSize(1024, 768), QSize(1920, 1080), QSize(3840, 2160))
SHOWN: Final = ("empty", "typical", "full", "full-open")
SITE: Final = "http://192.168.178.110:8080"
MOST_PAGES: Final = 8
"""Of one view of the projector, or of a record that is longer than anybody looks at."""
_SCREEN: Final = (
    '{"screens": [{"name": "wide", "x": 0, "y": 0, "width": 3840, "height": 2160, "logicalDpi": 96,'
    ' "logicalBaseDpi": 96, "dpr": 1}]}'
)


def main() -> int:
    """Take them anew: all, or the groups that are named."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("groups", nargs="*", help="how the names of the wanted groups begin")
    wanted: list[str] = parser.parse_args().groups
    with tempfile.TemporaryDirectory() as name:
        screen = Path(name) / "screen.json"
        screen.write_text(_SCREEN, "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"  # or the screen is 800 pixels wide
        theme.wear(application(), dark=False)
        for group, take in _groups(Path(name)):
            if wanted and not any(group.startswith(begin) for begin in wanted):
                continue
            started, folder = time.monotonic(), OUT / group
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            take(folder)
            count = len(list(folder.glob("*.png")))
            make_contact_sheet(folder)
            print(f"{group:<32} {count:>3} pictures {time.monotonic() - started:>5.0f} s", flush=True)  # noqa: T201
    print(f"See {OUT}")  # noqa: T201
    return 0


def _groups(work: Path) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """Yield every group by its name, with what takes its pictures into a folder."""
    for look in LOOKS:
        yield f"start-{look}", partial(_start_page, look=look)
    for state in STATES:
        for look in LOOKS:
            for size in SIZES:
                take = partial(_pages, work=work, state=state, look=look, size=size)
                yield f"window-{state}-{look}-{_said(size)}", take
    for state in SHOWN:
        for size in PROJECTORS:
            yield f"projector-{state}-{_said(size)}", partial(_views, state=state, size=size)
    for name, seen in phone.LOOKS.items():
        yield f"phone-{name}", partial(phone.take_phone_pictures, work=work / f"phone-{name}", look=seen)
    for state in ("typical", "full"):
        yield f"record-{state}", partial(_record, state=state)


def _said(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


def _start_page(folder: Path, *, look: str) -> None:
    """Take the start page, before the first workshop and with some."""
    theme.wear(application(), dark=look == "dark")
    titles = ("Coastal towns", "HO21, workshop of 6 June", "Menneskerettighetsorganisasjonssekretariatsmedlem " * 3)
    recent = [RecentWorkshop(path=SAMPLE, title=title, date="14 May 2030", stage="Record") for title in titles]
    for number, workshops in enumerate(([], recent), start=1):
        page = StartPage()
        page.show_recent(workshops)
        page.resize(SIZES[0])
        page.show()
        QCoreApplication.processEvents()
        page.grab().save(str(folder / f"{number}-{'recent' if workshops else 'first'}.png"))
        page.deleteLater()


def _pages(folder: Path, *, work: Path, state: str, look: str, size: QSize) -> None:
    """Take every face of every page in one state, look and size."""
    with staged(state, work) as window:
        for number, face in enumerate(FACES, start=1):
            if state in face.states:
                pose(window, face, look, size)
                settle(window, quiet=1.0 if face.page == "record" else SETTLED)  # its preview waits for a pause
                window.grab().save(str(folder / f"{number:02}-{face}.png"))


def _views(folder: Path, *, state: str, size: QSize) -> None:
    """Take every view of the projector, of long ones the first pages."""
    showing = Showing(STATES[state](), SITE, f"{SITE}/j/K7M2", "K7M2", devices=12)
    for number, view in enumerate(VIEWS, start=1):
        for page, slide in enumerate(view.slides(showing, QSizeF(size))[:MOST_PAGES], start=1):
            image = QImage(size, QImage.Format.Format_RGB32)
            painter = QPainter(image)
            paint_slide(painter, slide)
            painter.end()
            image.save(str(folder / f"{number:02}-{view.key}-{page}.png"))


def _record(folder: Path, *, state: str) -> None:
    """Print the record and take a picture of each page, where poppler is."""
    (folder / "record.pdf").write_bytes(make_pdf(STATES[state]()))
    if shutil.which("pdftoppm") is None:
        print("No pictures of the record: pdftoppm is missing (poppler-utils).", file=sys.stderr)  # noqa: T201
        return
    subprocess.run(["pdftoppm", "-r", "60", "-png", folder / "record.pdf", folder / "page"], check=True)


if __name__ == "__main__":
    sys.exit(main())
