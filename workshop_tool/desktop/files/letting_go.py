"""Letting a workshop go without waiting for a disk that does not answer."""

import logging
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the start page shows before it is imported
    from workshop_tool.services.session import WorkshopSession

LONGEST_GOODBYE: Final = 10.0
"""Seconds that closing a workshop may take."""

log = logging.getLogger(__name__)


def let_go(session: "WorkshopSession") -> None:
    """Close a session, but wait no longer than a disk may take that still answers; the journal holds what was saved."""
    closing = threading.Thread(target=session.close, name="workshop-closing", daemon=True)
    closing.start()
    closing.join(LONGEST_GOODBYE)
    if closing.is_alive():
        log.warning("the disk did not answer for %s s while closing", LONGEST_GOODBYE)
