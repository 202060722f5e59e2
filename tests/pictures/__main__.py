"""``make pictures``: every page of the window, every projector view, phone page and page of the record, to look at."""

import shutil
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize

from tests.pictures.phone import take_phone_pictures
from workshop_tool.desktop.pictures import take_pictures
from workshop_tool.domain.particulars import Particulars
from workshop_tool.domain.plan import Plan
from workshop_tool.domain.workshop import Workshop
from workshop_tool.record.pdf import make_pdf
from workshop_tool.services import closing, voting
from workshop_tool.services.opening import copy_to, open_workshop, read_workshop, save_new
from workshop_tool.services.sample import SAMPLE
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site

OUT = Path("build") / "pictures"
SIZES = {"1024x768": QSize(1024, 768), "1920x1080": QSize(1920, 1080), "3840x2160": QSize(3840, 2160)}


def main() -> int:
    """Take them all anew."""
    shutil.rmtree(OUT, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        _sample(Path(folder))
        _empty(Path(folder))
    _record()
    print(f"See {OUT}")  # noqa: T201
    return 0


def _sample(folder: Path) -> None:
    """Take the sample as it is (published) and with a further round open, light and dark."""
    session = open_workshop(copy_to(SAMPLE, folder))
    try:
        take_pictures(session, OUT / "published-light")
        take_pictures(session, OUT / "published-dark", dark=True)
        for name, size in SIZES.items():
            take_pictures(session, OUT / f"published-{name}", window=QSize(2560, 1440), projector=size)
        site = _with_open_round(session)
        try:
            take_pictures(session, OUT / "voting-light", site=site)
            take_phone_pictures(site, OUT / "phone", partial(_close_round, session))
        finally:
            site.stop()
    finally:
        session.close()


def _with_open_round(session: WorkshopSession) -> Site:
    now = session.clock()
    session.act(partial(closing.reopen_workshop, now=now)).result()
    session.act(partial(voting.open_named_round, name="Second round", now=now)).result()
    site = Site(session)
    site.start()
    return site


def _close_round(session: WorkshopSession) -> None:
    book = session.current.open_book
    if book is not None:
        session.act(partial(voting.close_round, round_id=book.round.id, now=session.clock())).result()


def _empty(folder: Path) -> None:
    """Take a workshop that has nothing but a title: every page says what to do next."""
    path = folder / "empty.workshop.json"
    save_new(Workshop(Plan(Particulars(title="Coastal towns"))), path)
    session = open_workshop(path)
    try:
        take_pictures(session, OUT / "empty-light")
    finally:
        session.close()


def _record() -> None:
    """Print the record and take a picture of each page, where poppler is."""
    folder = OUT / "record"
    folder.mkdir(parents=True)
    (folder / "record.pdf").write_bytes(make_pdf(read_workshop(SAMPLE)))
    if shutil.which("pdftoppm") is None:
        print("No pictures of the record: pdftoppm is missing (poppler-utils).", file=sys.stderr)  # noqa: T201
        return
    subprocess.run(["pdftoppm", "-r", "80", "-png", folder / "record.pdf", folder / "page"], check=True)


if __name__ == "__main__":
    sys.exit(main())
