"""Pictures of the window and the projector, where Qt can run; where it cannot, the demo says so and goes on."""

import sys
from pathlib import Path

from workshop_tool.language import _
from workshop_tool.services.session import WorkshopSession
from workshop_tool.site import Site


def take_pictures(session: WorkshopSession, folder: Path, *, site: Site | None = None) -> None:
    """Draw every page and every view of the projector into a folder."""
    try:
        from workshop_tool.desktop import pictures  # noqa: PLC0415 - the demo itself runs without Qt
    except ImportError as missing:
        print(_("No pictures: Qt cannot run here ({missing}).").format(missing=missing), file=sys.stderr)
        return
    pictures.take_pictures(session, folder, site=site)
