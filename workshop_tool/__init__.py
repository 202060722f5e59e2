"""Workshop Tool: run a stakeholder workshop from a laptop, and print its record."""

__version__ = "0.1.0"
