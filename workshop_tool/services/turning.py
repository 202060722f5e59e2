"""Turning posters by the clock: the time that is left is shared out equally among the posters that are left."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """The time of one poster, in seconds that are left on the timer: it counts down from ``begins`` to ``ends``."""

    begins: int
    ends: int

    def page_ends(self, page: int, pages: int) -> int:
        """Return at how many seconds left a page (counted from 0) gives way: its poster's pages get the same time."""
        return self.begins - (self.begins - self.ends) * (page + 1) // pages


def share_of(left: int, posters: int) -> Share:
    """Return the share of the poster that comes up with ``left`` seconds on the timer.

    Args:
        left: Seconds, at least 0.
        posters: How many are left, this one among them; at least 1.
    """
    return Share(begins=left, ends=left - left // posters)
