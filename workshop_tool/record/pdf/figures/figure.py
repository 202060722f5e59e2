"""What all figures share: they are one picture, told in words to whoever does not see it."""

from abc import abstractmethod

from reportlab.platypus import Flowable

from workshop_tool.paper.tagging import content


class Figure(Flowable):
    """A picture with its words (``alt``): what it shows and where its numbers stand."""

    def __init__(self, alt: str) -> None:
        """Say what is to be seen."""
        super().__init__()
        self.alt = alt

    def draw(self) -> None:
        """Draw the picture as one element."""
        left, bottom = self.canv.absolutePosition(0, 0)
        frame = (left, bottom, left + self.width, bottom + self.height)
        with content(self.canv, "Figure", alt=self.alt, frame=frame):
            self.draw_picture()

    @abstractmethod
    def draw_picture(self) -> None:
        """Draw on ``self.canv``, lower left corner at the origin."""
