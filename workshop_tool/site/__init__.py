"""The local web site on which phones join and vote; served by the facilitator's laptop, with nothing from elsewhere."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_tool.site.server import Site

__all__ = ["Site"]


def __getattr__(name: str) -> object:
    """Import the web framework when the site itself is first wanted: its addresses can be told without."""
    if name == "Site":
        from workshop_tool.site.server import Site  # noqa: PLC0415 - see above

        return Site
    raise AttributeError(name)
