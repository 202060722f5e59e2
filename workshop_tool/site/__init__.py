"""The local web site on which phones join and vote; served by the facilitator's laptop, with nothing from elsewhere."""

from workshop_tool.site.server import Site

__all__ = ["Site"]
