"""Whom a user means by a code or a name, looked up among the participants of a record."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from summitry.record.folding import fold
from summitry.record.own_actors import read_own_rows

__all__ = ["Named", "suggestions", "whom"]

_CODE = re.compile(r"[A-Z]{3}")
_ALL = """(
    SELECT name, folded_name, state_code, kind FROM participants
    UNION ALL SELECT name, folded_name, state_code, kind FROM incident_participants
)"""
"""Who takes part in events, and in incidents: some of these were added by hand and rest on no event."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a query for an actor stands for: participants of any of these states or names.

    Args:
        states: alpha-3 codes.
        names: names as `fold` leaves them.
    """

    states: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.states or self.names)

    def condition(self, alias: str) -> tuple[str, list[str]]:
        """Return an SQL condition on a row of `participants` and its parameters.

        An empty list is left out: with one in an OR, SQLite reads every row in place of an index.
        """
        columns = (("state_code", self.states), ("folded_name", self.names))
        told = [f"{alias}.{name} IN ({', '.join('?' for _ in values)})" for name, values in columns if values]
        return f"({' OR '.join(told) or '0'})", [*self.states, *self.names]


def whom(connection: sqlite3.Connection, query: str) -> Named:
    """Return whom a query means: an alpha-3 code, a state's name, or a name or part of one.

    A state stands for everyone who acts for it. A part of a name (whole words: `Xi`, `Moon`)
    stands for all names that hold it. The result is empty where the record knows nobody such.
    """
    code = query.strip()
    if _CODE.fullmatch(code) and _has(connection, "state_code = ?", code):
        return Named(states=(code,))
    name = fold(query)
    if not name:
        return Named()
    state = _state_named(connection, name)
    if state:
        return Named(states=(state,))
    if _has(connection, "folded_name = ?", name):
        return Named(names=(name,))
    listed = _in_registry(connection, code)
    holding = (other for other in _all_names(connection) if f" {name} " in f" {other} ")
    return Named(listed.states, tuple(dict.fromkeys((*listed.names, *holding))))


def _in_registry(connection: sqlite3.Connection, alias: str) -> Named:
    """Return whom the registry, or the user, knows under a name that the record's events do not hold as such."""
    from summitry.actors import load_registry  # half a second, so only where the record alone cannot tell

    registry = read_own_rows(connection).added_to(load_registry())
    actors = registry.find(alias) or registry.find(alias.title())
    states = tuple(actor.state for actor in actors if actor.kind == "state")
    return Named(states, () if states else tuple(fold(actor.name) for actor in actors))


def suggestions(connection: sqlite3.Connection, query: str, limit: int = 3) -> list[str]:
    """Return the names in the record that are spelt most like a query that means nobody."""
    from rapidfuzz import fuzz, process

    found = process.extract(fold(query), _all_names(connection), scorer=fuzz.ratio, limit=limit, score_cutoff=60)
    return [_as_written(connection, name) for name, _, _ in found]


def _as_written(connection: sqlite3.Connection, name: str) -> str:
    for table in _TABLES:
        row = connection.execute(f"SELECT name FROM {table} WHERE folded_name = ? LIMIT 1", (name,)).fetchone()
        if row:
            return str(row[0])
    return name


def _state_named(connection: sqlite3.Connection, name: str) -> str:
    for table in _TABLES:
        row = connection.execute(
            f"SELECT state_code, count(*) AS uses FROM {table} WHERE folded_name = ? "
            "AND kind IN ('state', 'government') AND state_code <> '' GROUP BY state_code "
            "ORDER BY uses DESC, state_code LIMIT 1",
            (name,),
        ).fetchone()
        if row:
            return str(row["state_code"])
    return ""


def _has(connection: sqlite3.Connection, condition: str, value: str) -> bool:
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE {condition} LIMIT 1", (value,)).fetchone() is not None
        for table in _TABLES
    )


def _all_names(connection: sqlite3.Connection) -> list[str]:
    """Return every name once, stepping through the index from one to the next."""
    found: set[str] = set()
    for table in _TABLES:
        rows = connection.execute(
            f"WITH RECURSIVE names(name) AS (SELECT min(folded_name) FROM {table} UNION ALL "
            f"SELECT (SELECT min(folded_name) FROM {table} WHERE folded_name > names.name) FROM names "
            "WHERE names.name IS NOT NULL) SELECT name FROM names WHERE name IS NOT NULL"
        )
        found |= {row[0] for row in rows}
    return sorted(found)


_TABLES = ("participants", "incident_participants")
"""Where names stand: those of events, and those of incidents, some of which people added."""
