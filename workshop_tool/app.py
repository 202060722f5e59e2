"""The window's composition root: it wires the rooms and runs them; Qt is imported only when it runs."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from workshop_tool.language import _


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window: with a workshop file, with a copy of the sample (``--sample``), or with the start page.

    Returns:
        The exit code: 0 once every window is closed and everything is saved.
    """
    asked = _parser().parse_args(argv)
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - everything but the window runs without Qt

    from workshop_tool.desktop.application import Application  # noqa: PLC0415 - as above
    from workshop_tool.desktop.background.collecting import Collector  # noqa: PLC0415 - as above
    from workshop_tool.desktop.files.places import Places  # noqa: PLC0415 - as above
    from workshop_tool.desktop.mishaps import keep_calm  # noqa: PLC0415 - as above

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else makes one in this process
    app.setApplicationName("Workshop Tool")
    places = Places.of_user()
    application = Application(app, places)
    keep_calm(lambda: application.path, places.memory)
    application.ended.connect(app.quit)
    collector = Collector(app)
    collector.begin()
    if asked.sample:
        application.open_sample()
    elif asked.file is not None:
        application.open_workshop(asked.file)
    else:
        application.show_start()
    code = app.exec()
    collector.end()
    logging.shutdown()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="workshop-tool run", description=_("Open the window."))
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help=_("a workshop file"))
    parser.add_argument("--sample", action="store_true", help=_("open a copy of the sample workshop"))
    return parser
