"""How a group's station is told no."""

from workshop_tool.domain.refusals import WorkshopProblem


class NotAStation(WorkshopProblem):
    """This device is not a group's station, so nothing was saved here. Scan the code on your group's sheet again."""


class UnreadableField(WorkshopProblem):
    """This cannot be read, or is longer than 20,000 letters, so it was not saved. What you typed stays on this page."""


class NothingWritten(WorkshopProblem):
    """There was nothing in it, or more than 500 characters, so nothing was added. Write a line and send it again."""


class StreamsFull(WorkshopProblem):
    """There are as many pages as can be kept posted. This one looks again every few seconds instead."""


class NoPhotoChosen(WorkshopProblem):
    """No photo was chosen, so nothing was sent. Choose one and send it again."""
