"""Where pictures are kept, and every word on them judged: whole, alone, and large enough."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from tests.audit.judging import faults_of, slide_faults
from tests.audit.recording import record_drawing, record_widget
from workshop_tool.desktop.projector.painting import paint_slide
from workshop_tool.desktop.projector.slide import Slide


@dataclass
class Gallery:
    """The pictures of one group, in a folder of their own."""

    folder: Path
    faults: list[str] = field(default_factory=list)
    """What is wrong with the words on them, each behind the name of its picture."""

    def take(self, widget: QWidget, name: str) -> None:
        """Take a picture of a widget as it is laid out, and judge its words."""
        self._keep(widget.grab().toImage(), name)
        self.tell(name, [str(fault) for fault in faults_of(widget, record_widget(widget))])

    def take_slide(self, slide: Slide, size: QSize, name: str) -> None:
        """Paint a slide of the projector in a size, and judge its lines."""
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_slide(painter, slide)
        painter.end()
        self._keep(image, name)
        recording = record_drawing(size, lambda painter: paint_slide(painter, slide))
        self.tell(name, [str(fault) for fault in slide_faults(recording, "projector")])

    def tell(self, name: str, faults: list[str]) -> None:
        """Note what is wrong on a picture."""
        self.faults += [f"{name}: {fault}" for fault in faults]

    def _keep(self, image: QImage, name: str) -> None:
        image.save(str(self.folder / f"{name}.png"))
