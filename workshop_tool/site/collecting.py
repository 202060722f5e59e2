"""While a room votes, Python's collector of cycles looks seldom, and only at what is new.

Every ballot makes some hundred short-lived objects, none of them in a cycle. By default they set the collector off
every few ballots, now and then to walk through the whole workshop, window and all: a sixth of the work of a ballot.
"""

import gc
from typing import Final

SELDOM: Final = (50_000, 20, 50)
"""New objects until the first look, and how many looks until one reaches further; a look takes some milliseconds."""
_USUAL: Final = gc.get_threshold()


def collect_seldom() -> None:
    """Leave what there is now alone for good, and look at what comes in large portions."""
    gc.freeze()
    gc.set_threshold(*SELDOM)


def collect_as_usual() -> None:
    """Look at everything again, as often as Python does by itself."""
    gc.unfreeze()
    gc.set_threshold(*_USUAL)
