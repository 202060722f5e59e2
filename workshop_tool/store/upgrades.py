"""How documents of an earlier version become those of this one: one pure function for each step, on a copy."""

import copy
from collections.abc import Callable, Mapping
from typing import Final

from workshop_tool.store.snapshot import SCHEMA, Snapshot, Tables

Upgrade = Callable[[Tables], Tables]


def _with_photos(tables: Tables) -> Tables:
    """Version 2: a poster names its photos; the checksum covers ``_meta``."""
    for poster in tables.get("posters", {}).values():
        poster.setdefault("photos", [])
    return tables


def _with_now(tables: Tables) -> Tables:
    """Version 3: what happens now has a document; suggestions and sheets have tables; rounds know who votes how."""
    tables.setdefault("now", {}).setdefault("now", {})
    return tables


def _with_record(tables: Tables) -> Tables:
    """Version 4: choices for the record have a document; there are minutes, and solutions in rows."""
    tables.setdefault("record", {}).setdefault("record", {})
    return tables


UPGRADES: Final[Mapping[int, Upgrade]] = {1: _with_photos, 2: _with_now, 3: _with_record}
"""The step from each version to the next; a step is never changed once a file was saved behind it."""


def upgraded(content: Snapshot) -> Snapshot:
    """Return a workshop in this version's form; what was given stays as it is."""
    if content.schema >= SCHEMA:
        return content
    tables = copy.deepcopy(content.tables)
    for version in range(content.schema, SCHEMA):
        tables = UPGRADES[version](tables)
    return Snapshot(tables, content.sequence, content.sealed)
