"""The exchange format: a workshop as JSON that people and other programs write. See docs/exchange-format.md."""

from workshop_tool.services.exchange.format import exchange_schema
from workshop_tool.services.exchange.places import NotExchangeFormat
from workshop_tool.services.exchange.reading import from_exchange, read_exchange
from workshop_tool.services.exchange.writing import to_exchange

__all__ = ["NotExchangeFormat", "exchange_schema", "from_exchange", "read_exchange", "to_exchange"]
