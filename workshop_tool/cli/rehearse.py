"""The command that lets simulated participants practise on a workshop."""

import argparse
from urllib.parse import urlsplit

from workshop_tool.language import _

SHORTEST, LONGEST, USUAL = 1, 3600, 60
"""Seconds of a rehearsal."""


def rehearse(arguments: argparse.Namespace) -> int:
    """Rehearse on a copy, or on the site of a workshop that is open."""
    from workshop_tool.rehearsal.rehearse import Cast, rehearse_at, rehearse_on_copy  # noqa: PLC0415 - loads the site

    cast = Cast(arguments.participants, arguments.seed, arguments.seconds)
    if arguments.address:
        return rehearse_at(arguments.file, arguments.address, cast)
    return rehearse_on_copy(arguments.file, cast, cards=arguments.cards)


def site_address(text: str) -> str:
    """Read where a site is, for the parser."""
    parts = urlsplit(text)
    if parts.scheme != "http" or not parts.hostname or parts.path not in {"", "/"}:
        raise argparse.ArgumentTypeError(
            _("{text} is not an address such as http://192.168.1.7:8080").format(text=text)
        )
    return text


def seconds(text: str) -> int:
    """Read how long it lasts, for the parser."""
    if not text.isascii() or not text.isdigit() or not SHORTEST <= int(text) <= LONGEST:
        words = _("{text} is not a number of seconds from {least} to {most}")
        raise argparse.ArgumentTypeError(words.format(text=text, least=SHORTEST, most=LONGEST))
    return int(text)
