"""The colours, light and dark: warm paper, near-black ink, one deep accent; blue and green are the dots' alone."""

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Palette:
    """One set of colours, each as "#RRGGBB"."""

    ground: str
    """Behind everything."""
    sheet: str
    """Cards and paper on the ground."""
    sunk: str
    """What lies lower than a sheet: the map's field, a key cap, an empty bar."""
    ink: str
    ink_2: str
    """Secondary text."""
    ink_3: str
    """Quiet text: counts, hints."""
    line: str
    """Hairlines that only divide; never the one thing that shows where a control is."""
    control_line: str
    """Edges of fields and boxes, which must be seen to be found."""
    accent: str
    accent_soft: str
    """Behind what is selected."""
    accent_ink: str
    """Text on the accent."""
    dot_blue: str
    dot_green: str
    dot_ink: str
    """The letter in a dot."""
    attention: str
    danger: str
    """Time that is all but gone, or over."""
    attention_soft: str
    """Behind a notice that asks for attention."""
    new: str
    """What the workshop itself added."""
    new_soft: str
    """Behind a badge that says so."""


LIGHT = Palette(
    ground="#F6F3EE",
    sheet="#FFFFFF",
    sunk="#EFEBE4",
    ink="#1D2329",
    ink_2="#56606B",
    ink_3="#5F6870",
    line="#E0DACF",
    control_line="#857F74",
    accent="#0F4C5C",
    accent_soft="#E3EEF0",
    accent_ink="#FFFFFF",
    dot_blue="#2563C9",
    dot_green="#1B7A43",
    dot_ink="#FFFFFF",
    attention="#9A4F00",
    danger="#A81E1E",
    attention_soft="#FBEFDD",
    new="#8A3B12",
    new_soft="#FBE9E1",
)

DARK = Palette(
    ground="#14181C",
    sheet="#1D2329",
    sunk="#181D22",
    ink="#EEF1F3",
    ink_2="#A9B3BD",
    ink_3="#98A3AE",
    line="#313A43",
    control_line="#7C8995",
    accent="#7CC3D1",
    accent_soft="#1F3A41",
    accent_ink="#10262C",
    dot_blue="#7FB0FF",
    dot_green="#63C98B",
    dot_ink="#14181C",
    attention="#F0A34A",
    danger="#FF9088",
    attention_soft="#3A2C18",
    new="#F0A67A",
    new_soft="#3D281D",
)


def css_variables(palette: Palette) -> str:
    """Return the colours as CSS custom properties, one a line: ``--accent-soft: #E3EEF0;``."""
    return "\n".join(f"--{field.name.replace('_', '-')}: {getattr(palette, field.name)};" for field in fields(palette))
