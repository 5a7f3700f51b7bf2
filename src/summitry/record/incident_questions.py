"""Questions to the record about incidents: which it holds, and which one is meant."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import get_args

from summitry.errors import UsageError
from summitry.incidents import LEVELS
from summitry.model import EventType, Level, Status
from summitry.record.looking_up import AFTER_ALL
from summitry.record.narrowing import EventFilter, narrowed
from summitry.record.questions import one_of

__all__ = ["IncidentFilter", "count_incidents", "find_incidents", "incident_number", "tally_incidents"]

_TIME_ORDER = (
    "ORDER BY i.interval_start IS NULL AND i.interval_end IS NULL, coalesce(i.interval_start, i.interval_end), "
    "coalesce(i.interval_end, '9999'), i.type, i.incident_id"
)


@dataclass(frozen=True, slots=True)
class IncidentFilter(EventFilter):
    """Which incidents are asked for: as for events, and by more; what is left empty does not narrow.

    Args:
        mode: PLOVER mode.
        level: lowest level of office.
        place: a place, or the country that it lies in.
        search: words that names, offices, place or sentences must all hold.
        series: whether series told only as a number are asked for: `True` only those, `False` none, `None` both.
        rejected: whether incidents that a person rejected are listed too.
        conflicts: only those on which sources disagree.
        limit: most incidents to return, 0 for all.
        offset: how many to pass over first.
    """

    mode: str | None = None
    level: str | None = None
    place: str | None = None
    search: str | None = None
    series: bool | None = None
    rejected: bool = False
    conflicts: bool = False
    limit: int = 0
    offset: int = 0

    def only_singles(self) -> IncidentFilter:
        """Return the same without series."""
        return replace(self, series=False)


def find_incidents(connection: sqlite3.Connection, asked: IncidentFilter) -> list[int]:
    """Return the numbers of the incidents asked for, in order of time, undated last.

    Raises:
        UsageError: a date, category, level or status is none.
    """
    where, values = _where(connection, asked)
    rows = connection.execute(
        f"SELECT i.incident_number FROM incidents i {where} {_TIME_ORDER} LIMIT ? OFFSET ?",
        [*values, asked.limit or -1, asked.offset],
    )
    return [number for (number,) in rows]


def count_incidents(connection: sqlite3.Connection, asked: IncidentFilter) -> int:
    """Return how many incidents are asked for, whatever the limit."""
    where, values = _where(connection, asked)
    return int(connection.execute(f"SELECT count(*) FROM incidents i {where}", values).fetchone()[0])


def tally_incidents(connection: sqlite3.Connection, asked: IncidentFilter) -> list[tuple[str, str, bool, int]]:
    """Return category, year (`""` for undated), whether they are series, and number of the incidents asked for."""
    where, values = _where(connection, asked)
    return connection.execute(
        "SELECT i.type, coalesce(substr(coalesce(i.interval_start, i.interval_end), 1, 4), '') AS year, i.count > 1, "
        f"count(*) FROM incidents i {where} GROUP BY 1, 2, 3 ORDER BY 2, 1",
        values,
    ).fetchall()


def _where(connection: sqlite3.Connection, asked: IncidentFilter) -> tuple[str, list[str | int]]:
    conditions: list[str] = [] if asked.rejected else ["i.rejected = 0"]
    shared, bounds = narrowed(connection, asked, "incidents")
    conditions += shared
    values: list[str | int] = [*bounds]
    _add_plain(asked, conditions, values)
    words = (asked.search or "").split()
    if words:
        # A quoted string is an FTS5 phrase whatever it holds (sqlite.org/fts5.html, section 3.1).
        conditions.append("i.incident_number IN (SELECT rowid FROM incidents_search WHERE incidents_search MATCH ?)")
        values.append(" ".join('"' + word.replace('"', '""').replace("\x00", "") + '"' for word in words))
    return (f"WHERE {' AND '.join(conditions)}" if conditions else ""), values


def _add_plain(asked: IncidentFilter, conditions: list[str], values: list[str | int]) -> None:
    # Who takes part narrows more than what was done: "+" keeps SQLite from the index of types (lang_expr.html).
    unread = "+" if asked.between or asked.actor else ""
    for column, value in (
        ("type", one_of("type", asked.type, get_args(EventType))),
        ("status", one_of("status", asked.status, get_args(Status))),
        ("mode", asked.mode),
    ):
        if value:
            conditions.append(f"{unread}i.{column} = ?")
            values.append(value)
    level = one_of("level", asked.level, get_args(Level))
    if level:
        conditions.append("i.level_rank <= ?")
        values.append([str(name) for name in LEVELS].index(level))
    if asked.place:
        conditions.append("(i.place = ? COLLATE NOCASE OR i.place LIKE ? ESCAPE '\\' OR i.place LIKE ? ESCAPE '\\')")
        literal = asked.place.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        values += [asked.place, f"{literal},%", f"%, {literal}"]
    if asked.series is not None:
        conditions.append("i.count > 1" if asked.series else "i.count = 1")
    if asked.conflicts:
        conditions.append("i.conflicts > 0")


def incident_number(connection: sqlite3.Connection, given: str) -> int:
    """Return the number of an incident by its id, by the id of any of its events, or by the head of either.

    An incident's id may change as reports are added; the ids that it had go on leading to it.

    Raises:
        UsageError: there is none, or there are several.
    """
    kind, _, digest = given.strip().partition("-")
    numbers: set[int] = set()
    if kind in ("i", "e", "c") and digest:
        for sql, head in _WAYS:
            low = f"{head}-{digest}"
            numbers |= {int(number) for (number,) in connection.execute(sql, (low, low + AFTER_ALL))}
            if numbers:
                break
    if len(numbers) == 1:
        return numbers.pop()
    if numbers:
        raise UsageError(f"several incidents have ids that begin with {given!r}; give more of it")
    raise UsageError(f"the record holds no incident {given!r}; `summitry incidents --format json` tells the ids")


_OF_EVENT = """
    SELECT DISTINCT incident_number FROM incident_events WHERE event_number IN
        (SELECT event_number FROM events WHERE event_id >= ? AND event_id < ? LIMIT 9)
"""
_WAYS = (
    ("SELECT incident_number FROM incidents WHERE incident_id >= ? AND incident_id < ? LIMIT 2", "i"),
    (_OF_EVENT, "e"),
    ("SELECT incident_number FROM incident_additions WHERE correction_id >= ? AND correction_id < ? LIMIT 2", "c"),
)
"""Where an incident is looked for, in order, with the letter that the ids there begin with."""
