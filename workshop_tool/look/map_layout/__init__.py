"""Where the trend map's labels go, the same for window, projector and print: pure geometry in the map's own units.

The unit is whatever the caller measures in (pixels, points), and y may run up or down.
"""

from workshop_tool.look.map_layout.geometry import Box, Point
from workshop_tool.look.map_layout.labels import Label, Layout, PlacedLabel
from workshop_tool.look.map_layout.placing import PUSHES, place_labels
from workshop_tool.look.map_layout.spreading import spread_dots
from workshop_tool.look.map_layout.wrapping import wrap_label

__all__ = ["PUSHES", "Box", "Label", "Layout", "PlacedLabel", "Point", "place_labels", "spread_dots", "wrap_label"]
