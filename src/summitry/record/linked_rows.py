"""Events as linking sees them, with how they are linked now: all of some keys, or those near a change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from summitry.linking import Linked, Rules, Statement
from summitry.linking.spans import Span

__all__ = ["Row", "incidents_alike", "incidents_near", "rows_of_incidents", "rows_of_keys", "rows_waiting", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Row:
    """An event with how it is linked now.

    Args:
        number: its number.
        statement: what linking sees of it.
        linked: whether it is as it was when it was linked; if not, its incident must be made again.
        incident: the incident it is linked to, `None` where it was never linked.
        guessed: whether it could mean another incident too.
    """

    number: int
    statement: Statement
    linked: bool
    incident: int | None
    guessed: bool


_SAID = (
    "e.event_id, e.link_key, e.acting_key, e.person_key, e.interval_start, e.interval_end, e.interval_rule, "
    "e.type, e.mode, e.place, e.status, e.count, e.document_number"
)
_ROWS = (
    f"SELECT {_SAID}, e.event_number, e.linked, l.incident_number, l.guessed "
    "FROM events e LEFT JOIN incident_events l USING (event_number) WHERE"
)


def rows_of_keys(connection: sqlite3.Connection, keys: Sequence[str], rules: Rules) -> Iterator[Row]:
    """Yield all events of some keys."""
    marks = ", ".join("?" for _ in keys)
    yield from _rows(connection.execute(f"{_ROWS} e.link_key IN ({marks}) ORDER BY e.event_id", keys), rules)


def rows_waiting(connection: sqlite3.Connection, key: str, rules: Rules) -> Iterator[Row]:
    """Yield the events of a key that are new or have changed."""
    yield from _rows(connection.execute(f"{_ROWS} e.link_key = ? AND e.linked = 0", (key,)), rules)


def rows_of_incidents(connection: sqlite3.Connection, numbers: Iterable[int], rules: Rules) -> Iterator[Row]:
    """Yield the events of some incidents."""
    within = "SELECT event_number FROM incident_events WHERE incident_number IN (SELECT value FROM json_each(?))"
    rows = connection.execute(f"{_ROWS} e.event_number IN ({within})", (json.dumps(sorted(numbers)),))
    yield from _rows(rows, rules)


def withdrawn(connection: sqlite3.Connection, key: str, rules: Rules) -> list[Linked]:
    """Return the events of a key that were linked and have been withdrawn or told otherwise since."""
    rows = connection.execute(f"SELECT {_SAID}, e.incident_number FROM gone_events e WHERE e.link_key = ?", (key,))
    return [Linked(_statement(row, rules), row["incident_number"], gone=True) for row in rows]


def incidents_near(connection: sqlite3.Connection, key: str, span: Span, rules: Rules) -> set[int]:
    """Return the incidents of a key with an event that may lie on some days, save wide ones that name no persons."""
    first, last = (_iso(day) for day in span)
    rows = connection.execute(
        "SELECT l.incident_number FROM events e JOIN incident_events l USING (event_number) "
        "WHERE e.link_key = ?1 AND e.interval_start BETWEEN ?2 AND ?4 AND e.interval_end >= ?3 AND e.count = 1 "
        "UNION SELECT l.incident_number FROM events e JOIN incident_events l USING (event_number) "
        "WHERE e.link_key = ?1 AND e.interval_start < ?2 AND e.interval_end >= ?3 AND e.count = 1 "
        "AND e.person_key <> ''",
        (key, _iso(span[0] - rules.widest), first, last),
    )
    return {number for (number,) in rows}


def incidents_alike(
    connection: sqlite3.Connection, key: str, statements: Iterable[Statement], rules: Rules
) -> set[int]:
    """Return the incidents of a key with an event said just like one of some that `incidents_near` does not find."""
    found: set[int] = set()
    wide = (s for s in statements if s.count > 1 or (s.width > rules.widest and not s.persons))
    for first, last in sorted({(_iso(s.start), _iso(s.end)) for s in wide if s.start and s.end}):
        rows = connection.execute(
            "SELECT l.incident_number FROM events e JOIN incident_events l USING (event_number) "
            "WHERE e.link_key = ? AND e.interval_start = ? AND e.interval_end = ?",
            (key, first, last),
        )
        found |= {number for (number,) in rows}
    return found


def _rows(rows: Iterable[sqlite3.Row], rules: Rules) -> Iterator[Row]:
    for row in rows:
        yield Row(
            row["event_number"],
            _statement(row, rules),
            bool(row["linked"]),
            row["incident_number"],
            bool(row["guessed"]),
        )


def _statement(row: sqlite3.Row, rules: Rules) -> Statement:
    start, end = _ordinal(row["interval_start"]), _ordinal(row["interval_end"])
    known = start is not None and end is not None
    return Statement(
        id=row["event_id"],
        key=row["link_key"],
        acting=row["acting_key"],
        persons=row["person_key"],
        start=start if known else None,
        end=end if known else None,
        weak=row["interval_rule"].partition("/")[0] in rules.weak,
        type=row["type"],
        mode=row["mode"],
        place=row["place"],
        status=row["status"],
        count=row["count"],
        document=str(row["document_number"]),
    )


@lru_cache(maxsize=65_536)
def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _iso(day: int) -> str:
    """Return a day as ISO text, the first or the last that there is where it lies beyond them."""
    return date.fromordinal(min(max(day, 1), date.max.toordinal())).isoformat()
