"""Everybody who takes part in incidents, from A to Z."""

from __future__ import annotations

import string
from dataclasses import dataclass

from summitry.record.connection import plainly
from summitry.record.record import Record

__all__ = ["OTHERS", "NameRow", "initials", "names_from"]

OTHERS = "other"
"""Stands for all initials but those from a to z."""

_STEPPING = """
    WITH RECURSIVE names(name) AS (
        SELECT min(folded_name) FROM incident_participants WHERE folded_name >= ?1 AND folded_name < ?2
        UNION ALL SELECT (SELECT min(folded_name) FROM incident_participants
            WHERE folded_name > names.name AND folded_name < ?2) FROM names WHERE names.name IS NOT NULL)
    SELECT name FROM names WHERE name IS NOT NULL
"""
"""Steps through the index from one name to the next, whatever number of incidents bears each."""
_AS_WRITTEN = "SELECT name, state_code, kind FROM incident_participants WHERE folded_name = ? LIMIT 1"
_AFTER_ALL = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name in the list, with the state and the kind of one who bears it."""

    name: str
    state: str
    kind: str


def initials(record: Record) -> list[str]:
    """Return the first letters that names have, `OTHERS` last where some begin otherwise."""
    held = "SELECT 1 FROM incident_participants WHERE folded_name >= ? AND folded_name < ? LIMIT 1"
    with plainly(record.path):
        return [
            initial
            for initial in (*string.ascii_lowercase, OTHERS)
            if any(record._connection.execute(held, bounds).fetchone() for bounds in _bounds(initial))
        ]


def names_from(record: Record, initial: str, limit: int, offset: int = 0) -> tuple[list[NameRow], int]:
    """Return some of the names that begin with a letter, and how many do in all.

    Args:
        record: where.
        initial: a letter from a to z, or `OTHERS`.
        limit: most to return.
        offset: how many to pass over.
    """
    ask = record._connection.execute
    with plainly(record.path):
        names = [name for bounds in _bounds(initial) for (name,) in ask(_STEPPING, bounds)]
        shown = names[offset : offset + limit]
        return [NameRow(*ask(_AS_WRITTEN, (name,)).fetchone()) for name in shown], len(names)


def _bounds(initial: str) -> list[tuple[str, str]]:
    """Return the stretches of the index that hold a letter's names, half-open; empty names are in none."""
    if initial == OTHERS:
        return [("!", "a"), ("{", _AFTER_ALL)]
    return [(initial, chr(ord(initial) + 1))]
