"""What a reader's program hears of a page: a tree of elements, whose content is marked where it is drawn.

ReportLab draws and knows nothing of meaning. Here a canvas marks what is drawn (ISO 32000-1, 14.6 to 14.8), and the
finish hangs the tree into the file: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2).
"""

from workshop_tool.paper.tagging.canvas import TaggedCanvas, content, element
from workshop_tool.paper.tagging.elements import Element, sayable
from workshop_tool.paper.tagging.finish import Particulars, finish

__all__ = ["Element", "Particulars", "TaggedCanvas", "content", "element", "finish", "sayable"]
